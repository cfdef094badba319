// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demo_figures.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace tagscope::cli {

// What the demo command made and found.
struct DemoReport {
    std::filesystem::path project;
    std::filesystem::path media;
    std::size_t clips = 0;
    std::uint64_t seed = 1;
    std::size_t analysed = 0;
    std::size_t failed = 0;
    std::optional<demo::DemoFigures> figures; // nothing where nothing was analysed
};

void print(const DemoReport &report, bool asJson);

} // namespace tagscope::cli
