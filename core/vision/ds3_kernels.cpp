// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled several times, with TAGSCOPE_KERNELS naming the table and the compiler's options setting the registers.
// No inline function of a library may be called here: the linker might keep the copy that needs AVX2 for everyone.

#include "core/vision/ds3_kernels.h"

namespace tagscope {

extern const Ds3Kernels TAGSCOPE_KERNELS;

namespace {

#ifdef __AVX__
constexpr std::size_t kBytes = 32;
#else
constexpr std::size_t kBytes = 16;
#endif
using Lanes [[gnu::vector_size(kBytes)]] = float;
constexpr std::size_t kWidth = kBytes / sizeof(float);
constexpr std::size_t kVectors = kDs3Block / kWidth;
constexpr int kMaximalPasses = 60; // Newton's method on a piecewise linear function ends after a few
constexpr float kStepTolerance = 1e-6F;
constexpr float kAboveEverything = 1e30F;

inline Lanes load(const float *from) {
    Lanes lanes;
    __builtin_memcpy(&lanes, from, kBytes);
    return lanes;
}

inline void store(float *to, Lanes lanes) {
    __builtin_memcpy(to, &lanes, kBytes);
}

inline Lanes all(float value) {
    return Lanes{} + value;
}

inline Lanes positive(Lanes lanes) {
    return lanes > 0.0F ? lanes : Lanes{};
}

inline Lanes isPositive(Lanes lanes) {
    return lanes > 0.0F ? all(1.0F) : Lanes{};
}

inline Lanes smaller(Lanes left, Lanes right) {
    return left < right ? left : right;
}

inline float sumOf(Lanes lanes) {
    float sum = 0.0F;
    for (std::size_t lane = 0; lane < kWidth; ++lane)
        sum += lanes[lane];
    return sum;
}

// u += relaxation z + (1 - relaxation) c, with z = min(factor * y, level).
float relax(const float *c, float *u, const float *y, std::size_t size, float factor, float level, float relaxation) {
    Lanes change{};
    for (std::size_t at = 0; at < size; at += kWidth) {
        const Lanes old = load(c + at);
        const Lanes z = smaller(load(y + at) * factor, all(level));
        change += (z - old) * (z - old);
        store(u + at, load(u + at) + relaxation * z + (1.0F - relaxation) * old);
    }
    return sumOf(change);
}

// The level with sum (y - level)+ = threshold, for y >= 0 whose sum exceeds the threshold.
float clippingLevel(const float *y, std::size_t size, float threshold, float level) {
    for (int pass = 0; pass < kMaximalPasses; ++pass) {
        Lanes above{};
        Lanes count{};
        for (std::size_t at = 0; at < size; at += kWidth) {
            const Lanes difference = load(y + at) - level;
            above += positive(difference);
            count += isPositive(difference);
        }
        const float counted = sumOf(count);
        if (counted == 0.0F) {
            level = 0.0F; // too high a start: nothing to follow the slope of
            continue;
        }
        float step = (sumOf(above) - threshold) / counted;
        if (level + step < 0.0F)
            step = -level;
        level += step;
        if (__builtin_fabsf(step) <= kStepTolerance * level)
            break;
    }
    return level;
}

float rowStepInfinity(const float *c, float *u, float *y, std::size_t size, float threshold, float relaxation,
                      float &tau) {
    Lanes sum{};
    for (std::size_t at = 0; at < size; at += kWidth) {
        const Lanes value = positive(load(c + at) - load(u + at));
        store(y + at, value);
        sum += value;
    }
    if (sumOf(sum) <= threshold)
        return relax(c, u, y, size, 0.0F, 0.0F, relaxation);
    tau = clippingLevel(y, size, threshold, tau);
    return relax(c, u, y, size, 1.0F, tau, relaxation);
}

float rowStepTwo(const float *c, float *u, float *y, std::size_t size, float threshold, float relaxation) {
    Lanes squares{};
    for (std::size_t at = 0; at < size; at += kWidth) {
        const Lanes value = positive(load(c + at) - load(u + at));
        store(y + at, value);
        squares += value * value;
    }
    const float norm = __builtin_sqrtf(sumOf(squares));
    const float factor = norm > threshold ? 1.0F - threshold / norm : 0.0F;
    return relax(c, u, y, size, factor, __builtin_huge_valf(), relaxation);
}

// One Newton step on theta for all columns of the block; true where none moved far.
bool improveTheta(const float *values, std::size_t rows, float *theta) {
    Lanes start[kVectors];
    Lanes sum[kVectors];
    Lanes count[kVectors];
    for (std::size_t part = 0; part < kVectors; ++part) {
        start[part] = load(theta + part * kWidth);
        sum[part] = Lanes{};
        count[part] = Lanes{};
    }
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t part = 0; part < kVectors; ++part) {
            const Lanes difference = load(values + row * kDs3Block + part * kWidth) - start[part];
            sum[part] += positive(difference);
            count[part] += isPositive(difference);
        }
    }
    bool settled = true;
    for (std::size_t column = 0; column < kDs3Block; ++column) {
        const float counted = count[column / kWidth][column % kWidth];
        float next = 0.0F;
        if (counted > 0.0F) {
            next = theta[column] + (sum[column / kWidth][column % kWidth] - 1.0F) / counted;
        } else { // too high a start; one below the largest value never is
            next = values[column];
            for (std::size_t row = 1; row < rows; ++row)
                next = values[row * kDs3Block + column] > next ? values[row * kDs3Block + column] : next;
            next -= 1.0F;
        }
        const float step = __builtin_fabsf(next - theta[column]);
        settled = settled && step <= kStepTolerance * (1.0F + __builtin_fabsf(next));
        theta[column] = next;
    }
    return settled;
}

float columnStep(float *c, float *u, const float *cost, std::size_t rows, std::size_t columns, std::size_t stride,
                 float *theta, float *scratch) {
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t at = 0; at < kDs3Block; at += kWidth)
            store(scratch + row * kDs3Block + at, load(u + row * stride + at) - load(cost + row * stride + at));
    for (int pass = 0; pass < kMaximalPasses; ++pass)
        if (improveTheta(scratch, rows, theta))
            break;
    for (std::size_t column = columns; column < kDs3Block; ++column)
        theta[column] = kAboveEverything; // keeps c at zero
    Lanes change{};
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t at = 0; at < kDs3Block; at += kWidth) {
            const Lanes value = positive(load(scratch + row * kDs3Block + at) - load(theta + at));
            const Lanes difference = value - load(c + row * stride + at);
            change += difference * difference;
            store(c + row * stride + at, value);
            store(u + row * stride + at, load(u + row * stride + at) - value);
        }
    }
    return sumOf(change);
}

} // namespace

const Ds3Kernels TAGSCOPE_KERNELS{rowStepInfinity, rowStepTwo, columnStep};

} // namespace tagscope
