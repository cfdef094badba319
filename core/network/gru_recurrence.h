#pragma once

#include <cstddef>
#include <span>

namespace tagscope {

// One direction of a GRU layer, after its inputs have been multiplied by their weights (Cho et al. 2014, in the form
// whose reset gate acts after the recurrent product, as in PyTorch and cuDNN).
struct GruDirection {
    std::size_t units = 0;
    std::span<const float> projected;       // steps x 3 units: W_ih x + b_ih; gates reset, update, new
    std::span<const float> recurrentWeight; // 3 units x units
    std::span<const float> recurrentBias;   // 3 units
    bool isBackward = false;                // starts at the last step
};

// Writes the hidden state of step t to output[t * outputStride …], `units` numbers.
void runGru(const GruDirection &direction, std::span<float> output, std::size_t outputStride);

} // namespace tagscope
