// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>

namespace tagscope {

// Calls work(first, count) for all items, at most `atOnce` at a time. Where it throws OutOfMemory, it is called again
// for half as many, and `atOnce` stays so. Answers whether that was so. An item that is too large alone is thrown on.
template <class OutOfMemory, class Work>
bool inHalvesWhereMemoryIsShort(std::size_t items, std::size_t &atOnce, const Work &work) {
    bool wasShort = false;
    for (std::size_t first = 0; first < items;) {
        const std::size_t count = std::min(atOnce, items - first);
        try {
            work(first, count);
            first += count;
        } catch (const OutOfMemory &) {
            if (count == 1)
                throw;
            atOnce = (count + 1) / 2;
            wasShort = true;
        }
    }
    return wasShort;
}

} // namespace tagscope
