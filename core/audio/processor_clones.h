// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For functions of few lines whose loops the compiler makes vectors of: compiled for AVX-512, for AVX2 and for any
// processor, of which the best is chosen when the program starts. Results differ in their last bits, because the first
// two round a product and a sum once.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define TAGSCOPE_PROCESSOR_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define TAGSCOPE_PROCESSOR_CLONES
#endif
