// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor_contents.h"

#include <algorithm>

namespace tagscope {
namespace {

constexpr std::size_t kMaxDimensions = 16;
constexpr std::int64_t kMaxCount = std::int64_t{1} << 47; // addresses of an x86-64 process end there
// Strides of 0 let few stored numbers stand for many. Up to here that costs 64 MiB at most when read.
constexpr std::int64_t kMaxRepeated = std::int64_t{1} << 24;

} // namespace

std::size_t elementSize(TensorType type) {
    switch (type) {
    case TensorType::F64:
    case TensorType::I64:
        return 8;
    case TensorType::F32:
    case TensorType::I32:
        return 4;
    case TensorType::F16:
    case TensorType::BF16:
    case TensorType::I16:
        return 2;
    case TensorType::I8:
    case TensorType::U8:
    case TensorType::Bool:
        return 1;
    }
    return 1;
}

std::int64_t checkedCount(std::string_view name, const std::vector<std::int64_t> &shape) {
    if (shape.size() > kMaxDimensions)
        throw Refusal{Error::Kind::Unsupported, {"network.too_many_dimensions", printable(name), shape.size()}, {}};
    std::int64_t product = 1;
    bool isEmpty = false;
    for (const std::int64_t size : shape) {
        if (size < 0 || size > kMaxCount ||
            __builtin_mul_overflow(product, std::max<std::int64_t>(size, 1), &product) || product > kMaxCount)
            throw Refusal{Error::Kind::Malformed, {"network.impossible_shape", printable(name)}, {}};
        isEmpty = isEmpty || size == 0;
    }
    return isEmpty ? 0 : product;
}

std::int64_t extent(const std::vector<std::int64_t> &shape, const std::vector<std::int64_t> &strides) {
    std::int64_t last = 0;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == 0)
            return 0;
        last += (shape[i] - 1) * strides[i];
    }
    return last + 1;
}

void checkLayout(const TensorInfo &tensor, const TensorLayout &layout, std::int64_t storageCount) {
    const auto refuse = [&](const Message &why) {
        throw Refusal{Error::Kind::Malformed, {"network.gives_tensor", printable(tensor.name), why}, {}};
    };
    const std::int64_t count = checkedCount(tensor.name, tensor.shape);
    if (layout.strides.size() != tensor.shape.size())
        refuse("network.strides_unlike_shape");
    if (layout.offset < 0 || layout.offset > storageCount)
        refuse("network.place_outside");
    if (count > 0) {
        std::int64_t last = layout.offset;
        for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
            std::int64_t reach = 0;
            if (layout.strides[i] < 0 || __builtin_mul_overflow(tensor.shape[i] - 1, layout.strides[i], &reach) ||
                __builtin_add_overflow(last, reach, &last))
                refuse("network.impossible_strides");
        }
        if (last >= storageCount)
            refuse("network.more_numbers_than_stored");
        if (count > storageCount && count > kMaxRepeated)
            refuse("network.too_many_repetitions");
    }
}

std::vector<std::int64_t> rowMajorStrides(const std::vector<std::int64_t> &shape) {
    std::vector<std::int64_t> strides(shape.size(), 1);
    for (std::size_t i = shape.size(); i-- > 1;)
        strides[i - 1] = strides[i] * std::max<std::int64_t>(shape[i], 1);
    return strides;
}

std::string printable(std::string_view text) {
    constexpr std::size_t kLongest = 100;
    std::string line(text.substr(0, kLongest));
    std::ranges::replace_if(
        line, [](char c) { return c < ' ' || c > '~'; }, '?');
    return text.size() > kLongest ? line + "..." : line;
}

} // namespace tagscope
