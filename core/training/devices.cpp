// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/devices.h"

#include <ATen/Context.h>
#include <optional>
#include <torch/cuda.h>

namespace tagscope {
namespace {

// Of "cuda" and "cuda:N".
std::optional<int> numberIn(const std::string &name) {
    if (name == "cuda")
        return 0;
    if (!name.starts_with("cuda:"))
        return std::nullopt;
    const std::string digits = name.substr(5);
    if (digits.empty() || digits.size() > 3 || digits.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return std::stoi(digits);
}

} // namespace

Result<std::string> chosenDevice(const std::string &name) {
    if (name == "cpu")
        return name; // without asking for CUDA, which takes a second and memory to start
    if (name == "auto")
        return std::string(torch::cuda::is_available() ? "cuda:0" : "cpu");
    const std::optional<int> number = numberIn(name);
    if (!number)
        return fail(Error::Kind::Inconsistent, {"training.no_device_name", name});
    if (!at::Context::hasCUDART())
        return fail(Error::Kind::Unsupported, {"training.no_gpu", name});
    const auto devices = static_cast<int>(torch::cuda::device_count());
    if (devices == 0)
        return fail(Error::Kind::Unsupported, {"training.no_driver", name});
    if (*number >= devices)
        return fail(Error::Kind::Unsupported, {"training.no_such_gpu", name, devices});
    return "cuda:" + std::to_string(*number);
}

} // namespace tagscope
