// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace tagscope::decoding {

// What a decoder may have. A video of 8K with all the pictures that its codec may look back to needs 2 GiB.
constexpr std::size_t kMaxDecoderBytes = std::size_t{4} << 30U; // of addresses, besides the shared memory

// Shuts this process in, for ever: no further files, no writing, no network, no other programs, bounded memory. Called
// once, before anything foreign is read and while there is one thread. False where the kernel filters no system calls;
// the limits hold all the same.
[[nodiscard]] bool raiseWalls();

} // namespace tagscope::decoding
