// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <string>
#include <unistd.h>

namespace tagscope::test {

// Of this process, by /proc: since it began, also where it started itself anew.
inline double secondsSinceProcessStart() {
    std::ifstream file("/proc/self/stat");
    std::string field;
    std::getline(file, field, ')'); // the name may hold spaces
    constexpr int kStartTime = 22;  // proc(5); the name was 2
    for (int i = 3; i <= kStartTime; ++i)
        file >> field;
    const double start = std::stod(field) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    double upTime = 0;
    std::ifstream("/proc/uptime") >> upTime;
    return upTime - start;
}

inline double residentMiB() {
    std::ifstream file("/proc/self/statm");
    double whole = 0;
    double resident = 0;
    file >> whole >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

} // namespace tagscope::test
