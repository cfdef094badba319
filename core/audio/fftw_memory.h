// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <fftw3.h>
#include <memory>
#include <mutex>
#include <new>
#include <type_traits>

// What every use of FFTW in this folder shares. Not for other folders: FFTW stays inside.
namespace tagscope {

template <class T>
struct FftwFree {
    void operator()(T *memory) const { fftwf_free(memory); }
};
template <class T>
using FftwBuffer = std::unique_ptr<T[], FftwFree<T>>;

inline FftwBuffer<float> fftwZeros(std::size_t count) {
    auto *memory = static_cast<float *>(fftwf_malloc(count * sizeof(float)));
    if (memory == nullptr)
        throw std::bad_alloc();
    std::fill_n(memory, count, 0.0F);
    return FftwBuffer<float>(memory);
}

// FFTW's planner is not thread-safe; executing a plan is.
inline std::mutex &fftwPlannerMutex() {
    static std::mutex mutex;
    return mutex;
}

struct DestroyFftwPlan {
    void operator()(fftwf_plan plan) const {
        const std::lock_guard lock(fftwPlannerMutex());
        fftwf_destroy_plan(plan);
    }
};
using FftwPlan = std::unique_ptr<std::remove_pointer_t<fftwf_plan>, DestroyFftwPlan>;

inline fftwf_complex *asComplex(float *values) {
    return reinterpret_cast<fftwf_complex *>(values); // FFTW documents float[2] as the layout
}

// A real transform of `samples` values into samples / 2 + 1 complex ones; for these buffers and all that FFTW aligned.
// FFTW_ESTIMATE: measuring would choose by the clock, and results would differ between runs in their last bits.
inline FftwPlan makeFftwPlan(int samples, float *from, float *to) {
    const std::lock_guard lock(fftwPlannerMutex());
    return FftwPlan(fftwf_plan_dft_r2c_1d(samples, from, asComplex(to), FFTW_ESTIMATE));
}

// The inverse, not divided by the number of samples; it overwrites what it transforms.
inline FftwPlan makeInverseFftwPlan(int samples, float *from, float *to) {
    const std::lock_guard lock(fftwPlannerMutex());
    return FftwPlan(fftwf_plan_dft_c2r_1d(samples, asComplex(from), to, FFTW_ESTIMATE));
}

} // namespace tagscope
