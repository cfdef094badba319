// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace tagscope::test {

// What must hold of everything that a reader accepts: else the fuzzer has found something.
inline void require(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace tagscope::test
