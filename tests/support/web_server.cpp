// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/web_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace tagscope::test {
namespace {

constexpr int kPatience = 20; // ms between two looks at whether to stop

// The head of a request; empty where the other side left.
std::string headOn(int connection) {
    std::string head;
    char letter = 0;
    while (!head.ends_with("\r\n\r\n") && ::recv(connection, &letter, 1, 0) == 1)
        head += letter;
    return head;
}

WebRequest requestIn(const std::string &head) {
    WebRequest request;
    const std::size_t begin = head.find(' ') + 1;
    request.path = head.substr(begin, head.find(' ', begin) - begin);
    std::size_t line = head.find("\r\n") + 2;
    while (line < head.size()) {
        const std::size_t end = head.find("\r\n", line);
        const std::size_t colon = head.find(':', line);
        if (colon < end) {
            std::string name = head.substr(line, colon - line);
            std::transform(name.begin(), name.end(), name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            request.headers[name] = head.substr(colon + 2, end - colon - 2);
        }
        line = end + 2;
    }
    return request;
}

bool sendAll(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string headOf(const WebAnswer &answer) {
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " Test\r\nConnection: close\r\n";
    const std::size_t length = answer.claimedLength.value_or(answer.body.size());
    if (length != WebAnswer::kNoLength)
        head += "Content-Length: " + std::to_string(length) + "\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

} // namespace

WebServer::WebServer(Answerer answer) : answer_(std::move(answer)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof place;
    auto *const any = reinterpret_cast<sockaddr *>(&place);
    if (listener_ < 0 || ::bind(listener_, any, size) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, any, &size) != 0)
        throw std::runtime_error("no socket on the loopback address");
    port_ = ntohs(place.sin_port);
    thread_ = std::jthread([this](const std::stop_token &stop) { serve(stop); });
}

WebServer::~WebServer() {
    thread_.request_stop();
    thread_.join();
    ::close(listener_);
}

std::string WebServer::address(const std::string &path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<WebRequest> WebServer::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

void WebServer::serve(const std::stop_token &stop) {
    while (!stop.stop_requested()) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, kPatience) <= 0)
            continue;
        const int connection = ::accept(listener_, nullptr, nullptr);
        if (connection < 0)
            continue;
        answerOn(connection, stop);
        ::close(connection);
    }
}

void WebServer::answerOn(int connection, const std::stop_token &stop) {
    const std::string head = headOn(connection);
    if (head.empty())
        return;
    const WebRequest request = requestIn(head);
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
    }
    const WebAnswer answer = answer_(request);
    if (!sendAll(connection, headOf(answer)))
        return;
    std::string_view body = std::string_view(answer.body).substr(0, answer.breakAfter.value_or(std::string::npos));
    const std::size_t piece = std::max<std::size_t>(1, (body.size() + answer.pieces - 1) / answer.pieces);
    while (!body.empty() && !stop.stop_requested()) {
        std::this_thread::sleep_for(answer.pause);
        if (!sendAll(connection, body.substr(0, piece)))
            return;
        body.remove_prefix(std::min(piece, body.size()));
    }
}

WebAnswer answerWithFile(const WebRequest &request, const std::string &content, const std::string &tag) {
    WebAnswer answer;
    answer.headers = {{"ETag", tag}, {"Accept-Ranges", "bytes"}};
    const auto range = request.headers.find("range");
    const auto condition = request.headers.find("if-range");
    const bool isSame = condition == request.headers.end() || condition->second == tag;
    if (range == request.headers.end() || !isSame) {
        answer.body = content;
        return answer;
    }
    const std::size_t first = std::stoul(range->second.substr(range->second.find('=') + 1));
    if (first >= content.size()) {
        answer.status = 416;
        answer.headers.emplace_back("Content-Range", "bytes */" + std::to_string(content.size()));
        return answer;
    }
    answer.status = 206;
    answer.body = content.substr(first);
    answer.headers.emplace_back("Content-Range", "bytes " + std::to_string(first) + "-" +
                                                     std::to_string(content.size() - 1) + "/" +
                                                     std::to_string(content.size()));
    return answer;
}

} // namespace tagscope::test
