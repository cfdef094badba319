// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace tagscope {

// A library that the program was built with.
struct LibraryVersion {
    std::string name;
    std::string version;
};

// All of them, as CMake found them.
[[nodiscard]] std::vector<LibraryVersion> linkedLibraries();

} // namespace tagscope
