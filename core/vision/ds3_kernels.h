// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace tagscope {

// Columns are padded to a multiple of this, and columnStep() works on this many.
inline constexpr std::size_t kDs3Block = 16;

// The two halves of an ADMM iteration on float rows, compiled once for every machine and once for those with AVX2.
struct Ds3Kernels {
    // z = prox of threshold ||.||_q at y = max(c - u, 0); then u += relaxation z + (1 - relaxation) c.
    // q = infinity: `tau`, the level that clips y, is found by Newton's method from the last one.
    // `size` is a multiple of kDs3Block; `y` is scratch of that size. Returns sum (z - c)^2.
    float (*rowStepInfinity)(const float *c, float *u, float *y, std::size_t size, float threshold, float relaxation,
                             float &tau);
    float (*rowStepTwo)(const float *c, float *u, float *y, std::size_t size, float threshold, float relaxation);

    // For a block of `columns` <= kDs3Block columns of matrices with `rows` rows `stride` apart, where u holds t on
    // entry: c = max(t - cost - theta, 0), with theta such that columns of c sum to 1 (Newton's method from the last
    // theta); then u = t - c. Columns past `columns` are padding and stay as they are, zero. `scratch` holds rows x
    // kDs3Block. Returns sum (c - old c)^2.
    float (*columnStep)(float *c, float *u, const float *cost, std::size_t rows, std::size_t columns,
                        std::size_t stride, float *theta, float *scratch);
};

// The fastest this machine can run. The choice does not change from call to call.
[[nodiscard]] const Ds3Kernels &ds3Kernels();

} // namespace tagscope
