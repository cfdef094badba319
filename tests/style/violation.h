// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope::style {

// One place in the source tree that breaks a rule of the house.
struct Violation {
    std::filesystem::path file; // relative to the tree's root
    int line = 0;               // from 1; 0 where the whole file is meant
    std::string why;            // a sentence
};

// The findings of one check, and how many files it read: a check that read nothing has not passed.
struct Findings {
    std::size_t filesRead = 0;
    std::vector<Violation> violations;
};

} // namespace tagscope::style
