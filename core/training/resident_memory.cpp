// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/resident_memory.h"

#include <fstream>
#include <string>

namespace tagscope {

std::uint64_t residentMemory() {
    // proc(5): "RssAnon:    1234 kB"
    std::ifstream status("/proc/self/status");
    for (std::string name; status >> name; status.ignore(1000, '\n')) {
        std::uint64_t kibibytes = 0;
        if (name == "RssAnon:" && status >> kibibytes)
            return kibibytes * 1024;
    }
    return 0;
}

} // namespace tagscope
