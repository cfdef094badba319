// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace tagscope {

// One direction of a GRU layer, after its inputs have been multiplied by their weights (Cho et al. 2014, in the form
// whose reset gate acts after the recurrent product, as in PyTorch and cuDNN). Real: float, or double to check by.
template <class Real>
struct GruDirection {
    std::size_t units = 0;
    std::span<const Real> projected;       // steps x 3 units: W_ih x + b_ih; gates reset, update, new
    std::span<const Real> recurrentWeight; // 3 units x units
    std::span<const Real> recurrentBias;   // 3 units
    bool isBackward = false;               // starts at the last step
};

// Writes the hidden state of step t to output[t * outputStride …], `units` numbers. `trace`: empty, or steps x 4 units
// for what runGruGradient() needs of each step: reset, update, proposed state, recurrent part of the proposed state.
template <class Real>
void runGru(const GruDirection<Real> &direction, std::span<Real> output, std::size_t outputStride,
            std::span<Real> trace = {});

// What came out of a direction, and what is known of its gradient.
template <class Real>
struct GruOutput {
    std::span<const Real> hidden;   // as runGru() wrote it, with its stride
    std::span<const Real> gradient; // of the loss by each number of it, with the same stride
    std::size_t stride = 0;
    std::span<const Real> trace;
};

// Backpropagation through time: the gradient by `projected`, and by the recurrent products W_hh h + b_hh, both
// steps x 3 units.
template <class Real>
void runGruGradient(const GruDirection<Real> &direction, const GruOutput<Real> &output,
                    std::span<Real> projectedGradient, std::span<Real> recurrentGradient);

} // namespace tagscope
