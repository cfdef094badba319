// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope::style {

// The files under the folders `tops` of `root` whose names end in one of `endings`, relative to `root` and sorted.
// A folder that is not there has no files.
[[nodiscard]] std::vector<std::filesystem::path> sourceFiles(const std::filesystem::path &root,
                                                             const std::vector<std::string> &tops,
                                                             const std::vector<std::string> &endings);

// Throws std::runtime_error if the file cannot be read.
[[nodiscard]] std::vector<std::string> linesOf(const std::filesystem::path &file);

} // namespace tagscope::style
