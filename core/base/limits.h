// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

// How large what a project says of itself may be. Asked where one is made and where one is opened, which a stranger may
// have written: beyond these the memory would not do, or nobody could mean it.
namespace tagscope::limits {

constexpr double kMaxClipSeconds = 3600.0; // of which the network's input has 172 MB
constexpr std::size_t kMaxClasses = 10000; // as kMostEvents of a network
constexpr std::size_t kMaxNameBytes = 1000;
constexpr std::size_t kMaxStoredBytes = std::size_t{1}
                                        << 28U; // of one value or row in a project: as much JSON as is read

} // namespace tagscope::limits
