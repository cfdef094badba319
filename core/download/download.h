// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// How long a server is waited for.
struct DownloadPatience {
    std::chrono::milliseconds connecting{30000}; // until there is a connection
    std::chrono::seconds silence{60};            // without a byte, until the connection counts as broken
    int retries = 4;                             // of an address whose connection broke without bringing anything new
    std::chrono::milliseconds pause{1000};       // before the first of them; twice as long before each further one
};

// A published file, and what is known of it for certain.
struct DownloadRequest {
    std::vector<std::string> addresses; // http or https, of the same content; tried in this order
    std::filesystem::path target;
    std::optional<std::uint64_t> size; // bytes
    std::string sha256;                // 64 lower-case digits, or the first of them; empty: not known
    DownloadPatience patience = {};
};

struct DownloadedFile {
    std::string address;         // that gave it
    std::uint64_t size = 0;      // bytes
    std::uint64_t continued = 0; // bytes that were there from an earlier download
    std::string sha256;          // 64 digits, of what came
};

// Fetches a file. While it comes it is `target`.part, which an error or a stop leaves where it is, so that the next
// download goes on from there, if the server still has the same file; then it is checked and renamed in one step.
// Proxies are taken from the environment (https_proxy, no_proxy). What is redirected stays with http and https, and
// with https where it began so. Safe on any thread; a second download to the same target is refused while one runs.
// Errors: Unreadable where no address gives the file (each with its reason) or the disk cannot be written, Unsupported
// for an address that is neither http nor https, Inconsistent for the second download, Cancelled.
[[nodiscard]] Result<DownloadedFile> download(const DownloadRequest &request, const Progress &progress = {},
                                              std::stop_token stop = {});

} // namespace tagscope
