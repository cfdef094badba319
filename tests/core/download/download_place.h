// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_hash.h"
#include "core/download/download.h"
#include "tests/support/web_server.h"

#include <QTemporaryDir>
#include <atomic>
#include <fstream>
#include <iterator>
#include <memory>

namespace tagscope::test {

namespace fs = std::filesystem;

// Differs from place to place, so that a part that is put where it does not belong is noticed.
inline std::string content() {
    constexpr std::size_t kBytes = 200'000;
    std::string bytes(kBytes, '\0');
    std::uint32_t state = 7;
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24U);
    }
    return bytes;
}

inline std::string contentOf(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A directory to download to, and a request of content() that knows everything.
struct Place {
    QTemporaryDir directory;
    fs::path target = fs::path(directory.path().toStdString()) / "deep" / "file.bin";
    const std::string whole = content();

    [[nodiscard]] DownloadRequest request(std::vector<std::string> addresses) const {
        DownloadRequest request{std::move(addresses), target, whole.size(), sha256Of(whole), {}};
        request.patience.pause = std::chrono::milliseconds(1);
        return request;
    }
    // Whether there is nothing beside the target itself.
    [[nodiscard]] bool isTidy() const {
        const auto entries = std::distance(fs::directory_iterator(target.parent_path()), fs::directory_iterator());
        return contentOf(target) == whole && entries == 1;
    }
    [[nodiscard]] std::size_t partSize() const {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(target.string() + ".part", error);
        return error ? 0 : static_cast<std::size_t>(size);
    }
};

inline std::string rangeOf(const WebRequest &request) {
    const auto range = request.headers.find("range");
    return range == request.headers.end() ? std::string() : range->second;
}

// Breaks off after `bytes` the first `times` that it is asked.
inline WebServer::Answerer breaking(const std::string &whole, std::size_t bytes, int times) {
    return [whole, bytes, left = std::make_shared<std::atomic<int>>(times)](const WebRequest &request) {
        WebAnswer answer = answerWithFile(request, whole);
        if ((*left)-- > 0)
            answer.breakAfter = bytes;
        return answer;
    };
}

} // namespace tagscope::test
