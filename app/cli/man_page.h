// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace tagscope::cli {

// All commands and options of a program with what --help says of them, as sections of a man page (troff with the macros
// of man(7)).
[[nodiscard]] std::string manSections(const CLI::App &program);

} // namespace tagscope::cli
