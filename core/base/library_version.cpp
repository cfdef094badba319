// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/library_version.h"

#include <sstream>

namespace tagscope {

std::vector<LibraryVersion> linkedLibraries() {
    std::vector<LibraryVersion> libraries;
    std::istringstream entries(TAGSCOPE_LIBRARIES); // "LibTorch 1.13.0|FFTW 3.3.10"
    for (std::string entry; std::getline(entries, entry, '|');)
        if (const std::size_t blank = entry.rfind(' '); blank != std::string::npos)
            libraries.push_back({entry.substr(0, blank), entry.substr(blank + 1)});
    return libraries;
}

} // namespace tagscope
