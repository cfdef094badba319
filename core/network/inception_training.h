// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/network/tensor_file.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace at {
class Tensor;
}

namespace tagscope {

// An Inception-v4 that can be trained: batch normalisation uses each batch's own statistics and remembers their running
// means. Written out, its tensors are what InceptionV4::load() reads. Used by one thread; throws c10::Error.
class InceptionTraining {
public:
    // `width`: of the published network's channels, rounded to multiples of 8. Weights are Kaiming-normal, seeded.
    InceptionTraining(double width, std::size_t classes, std::uint64_t seed);
    InceptionTraining(InceptionTraining &&) noexcept;
    InceptionTraining &operator=(InceptionTraining &&) noexcept;
    ~InceptionTraining();

    // pictures x 3 x side x side in [-1, 1] -> pictures x classes, logits; any side from 75 on. Differentiable where
    // `isTraining`; otherwise normalised by the running means, as InceptionV4 is.
    [[nodiscard]] at::Tensor logits(const at::Tensor &pictures, bool isTraining);

    // What is learned; not the running means.
    [[nodiscard]] std::vector<at::Tensor> parameters() const;
    // All tensors under timm's names.
    [[nodiscard]] std::vector<NamedTensor> tensors() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tagscope
