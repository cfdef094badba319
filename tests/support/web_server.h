// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace tagscope::test {

struct WebRequest {
    std::string path;
    std::map<std::string, std::string> headers; // names in lower case
};

struct WebAnswer {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string body = {};
    std::optional<std::size_t> claimedLength = {}; // in place of the body's; kNoLength: none is said
    std::optional<std::size_t> breakAfter = {};    // bytes of the body, with which the connection ends
    std::chrono::milliseconds pause{0};            // before each piece of the body
    std::size_t pieces = 1;

    static constexpr std::size_t kNoLength = SIZE_MAX;
};

// A web server on the loopback address for tests of downloads: one request after the other, each on a connection of
// its own, answered by a function that is called on the server's thread.
class WebServer {
public:
    using Answerer = std::function<WebAnswer(const WebRequest &)>;

    explicit WebServer(Answerer answer);
    ~WebServer();
    WebServer(const WebServer &) = delete;
    WebServer &operator=(const WebServer &) = delete;

    [[nodiscard]] std::string address(const std::string &path = "/file") const;
    [[nodiscard]] std::vector<WebRequest> requests() const; // so far

private:
    void serve(const std::stop_token &stop);
    void answerOn(int connection, const std::stop_token &stop);

    Answerer answer_;
    int listener_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    std::vector<WebRequest> requests_;
    std::jthread thread_; // last, so that it ends before what it uses
};

// What a server that knows ranges answers: the part that is asked for, unless If-Range names another content.
[[nodiscard]] WebAnswer answerWithFile(const WebRequest &request, const std::string &content,
                                       const std::string &tag = "\"first\"");

} // namespace tagscope::test
