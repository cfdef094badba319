// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/style/violation.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope::style {

// Past these a class does more than one thing: it is cut into classes, not its definition into files.
constexpr std::size_t kMostFunctions = 40;
constexpr std::size_t kMostMembers = 30;

struct ClassSize {
    std::string name;
    int line = 0;
    std::size_t functions = 0; // declared in it, constructors and signals too
    std::size_t members = 0;   // data
};

// The classes and structs of a header, as far as its text tells without a compiler; nested ones count on their own.
[[nodiscard]] std::vector<ClassSize> classesIn(std::string_view text);

// Classes in headers of app/, core/ and ui/ that are larger, but for those that are named in the .cpp with a reason.
[[nodiscard]] Findings checkClassSizes(const std::filesystem::path &root);

} // namespace tagscope::style
