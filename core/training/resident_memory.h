// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace tagscope {

// Bytes of memory that this process occupies by itself, without mapped files; 0 where the system does not tell.
[[nodiscard]] std::uint64_t residentMemory();

} // namespace tagscope
