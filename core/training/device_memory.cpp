// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/device_memory.h"

#include <cstddef>
#include <dlfcn.h>

namespace tagscope {

// By name at run time: the program is built against a LibTorch without CUDA, and one with CUDA may take its place.
std::optional<DeviceMemory> cudaMemory() {
    using MemGetInfo = int (*)(std::size_t *, std::size_t *);
    static const auto ask = reinterpret_cast<MemGetInfo>(::dlsym(RTLD_DEFAULT, "cudaMemGetInfo"));
    std::size_t free = 0;
    std::size_t total = 0;
    if (ask == nullptr || ask(&free, &total) != 0)
        return std::nullopt;
    return DeviceMemory{free, total};
}

} // namespace tagscope
