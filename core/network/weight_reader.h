// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/network/tensor_file.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

using TensorShape = std::vector<std::int64_t>;

// Sizes that the file decides: a number of classes, and the number of a convolution's output channels. The latter is
// limited, because it decides the memory that a picture takes; the widest published layer has 512.
constexpr std::int64_t kAnySize = -1;
constexpr std::int64_t kAnyWidth = -2;
constexpr std::int64_t kMostWidth = 2048;

struct NamedShape {
    std::string name;
    TensorShape shape;
};

// "64 x 3 x 11 x 11", with "any" for kAnySize and "up to 2048" for kAnyWidth.
[[nodiscard]] std::string shapeText(const TensorShape &shape);

// Takes a network's tensors out of a file one after the other, and keeps count, so that every difference between
// what the network needs and what the file holds is named. Used by one thread; the file must outlive it.
class WeightReader {
public:
    // `network` is how sentences call it: "AlexNet".
    WeightReader(const TensorFile &file, std::string network);

    // The file's shape of a tensor, which must agree with `expected`. Errors: Inconsistent, naming the tensor with
    // the expected and the found shape.
    [[nodiscard]] Result<TensorShape> shape(const std::string &name, const TensorShape &expected);
    // The values, row-major. Errors: those of shape(), and Inconsistent for a value that is not finite.
    [[nodiscard]] Result<std::vector<float>> values(const std::string &name, const TensorShape &expected);

    // Once all are read: error Inconsistent, naming a tensor that was not asked for. `isUnused` says which names may
    // be in the file for others' use.
    [[nodiscard]] Result<void> finish(bool (*isUnused)(std::string_view name)) const;

private:
    const TensorFile &file_;
    std::string network_;
    std::set<std::string> asked_;
};

} // namespace tagscope
