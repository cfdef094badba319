// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

namespace tagscope::cli {

// What every command understands.
struct CommonOptions {
    bool json = false;
    bool quiet = false;
    std::string logLevel = "info";
    std::string device = "auto";
    int threads = 0; // 0: as many as there are processors
    std::uint64_t seed = 1;
    bool decodesInProcess = false;

    [[nodiscard]] int threadCount() const;
};

void addCommonOptions(CLI::App &program, CommonOptions &options);

// Sends logs to standard error at the level asked for. Called once, after parsing.
void startLogging(const CommonOptions &options);

} // namespace tagscope::cli
