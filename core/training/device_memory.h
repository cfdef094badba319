// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace tagscope {

struct DeviceMemory {
    std::uint64_t free = 0; // bytes
    std::uint64_t total = 0;
};

// Of the CUDA device that is current on this thread. Nothing where no CUDA is loaded, or it does not answer.
[[nodiscard]] std::optional<DeviceMemory> cudaMemory();

} // namespace tagscope
