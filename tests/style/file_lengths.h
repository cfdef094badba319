// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/style/violation.h"

namespace tagscope::style {

constexpr std::size_t kLongestFile = 400; // lines; past it a file is split

// Sources, scripts and build files that are too long.
[[nodiscard]] Findings checkFileLengths(const std::filesystem::path &root);

} // namespace tagscope::style
