// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

enum class TensorType { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };

struct TensorInfo {
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;

    [[nodiscard]] std::int64_t count() const; // product of the shape
};

// Named tensors in a file: .safetensors, or a PyTorch state dict (.pth, .pt) in the zip format or in the older one of
// 2017. Only tensors, and the names and metadata beside them, are ever read; nothing in a file is executed: the pickle
// reader knows the few operations and names that a state dict is made of and refuses all others by name.
// Names are the network's own, without what wrappers such as DataParallel put before them (wrapper_names.h).
// The file is mapped, not copied; values are converted on request. Thread-safe once open.
class TensorFile {
public:
    // Errors, each naming the file: Unreadable, Malformed (truncated, sizes that do not fit the file, not of these
    // formats), Unsupported (an object that is not a tensor, a type without a value as float).
    [[nodiscard]] static Result<TensorFile> open(const std::filesystem::path &file);

    TensorFile(TensorFile &&) noexcept;
    TensorFile &operator=(TensorFile &&) noexcept;
    ~TensorFile();

    [[nodiscard]] const std::filesystem::path &file() const;
    [[nodiscard]] const std::vector<TensorInfo> &tensors() const; // in the file's order
    // The `__metadata__` of .safetensors; empty for PyTorch's formats.
    [[nodiscard]] const std::map<std::string, std::string> &metadata() const;

    // All values in row-major order as float. Errors: Inconsistent where there is no such tensor.
    [[nodiscard]] Result<std::vector<float>> floats(const std::string &name) const;

private:
    struct State;
    explicit TensorFile(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

// A tensor to be written.
struct NamedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> values; // row-major, count() of the shape
};

// Writes .safetensors, atomically; `type`: F32, or F16, to which values are then rounded. Where there is metadata, a
// sum over it and the numbers goes with it (tensor_sum.h), which open() checks.
[[nodiscard]] Result<void> writeSafetensors(const std::filesystem::path &file, const std::vector<NamedTensor> &tensors,
                                            const std::map<std::string, std::string> &metadata,
                                            TensorType type = TensorType::F32);

} // namespace tagscope
