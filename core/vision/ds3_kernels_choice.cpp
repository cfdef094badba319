// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ds3_kernels.h"

namespace tagscope {

extern const Ds3Kernels kBaselineKernels;
#ifdef TAGSCOPE_HAS_AVX2_KERNELS
extern const Ds3Kernels kAvx2Kernels;
#endif

const Ds3Kernels &ds3Kernels() {
#ifdef TAGSCOPE_HAS_AVX2_KERNELS
    static const bool hasAvx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
    if (hasAvx2)
        return kAvx2Kernels;
#endif
    return kBaselineKernels;
}

} // namespace tagscope
