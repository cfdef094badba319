// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace at {
class Tensor;
}

// Networks have one way that every device can go, and faster kernels of their own for the processor.
namespace tagscope {

// For tests: while one lives, this thread goes the general way on the processor too, so that it is tried where there is
// no other device.
class GeneralPath {
public:
    GeneralPath();
    ~GeneralPath();
    GeneralPath(const GeneralPath &) = delete;
    GeneralPath &operator=(const GeneralPath &) = delete;

private:
    bool before_;
};

// Whether the own kernels are for this tensor.
[[nodiscard]] bool hasOwnKernels(const at::Tensor &tensor);

} // namespace tagscope
