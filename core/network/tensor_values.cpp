// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor_values.h"

#include <bit>
#include <cstring>

namespace tagscope {
namespace {

static_assert(std::endian::native == std::endian::little, "stored numbers are copied without swapping their bytes");

// Stored numbers need not be aligned.
template <class T>
T stored(const std::byte *place) {
    T value;
    std::memcpy(&value, place, sizeof value);
    return value;
}

// IEEE 754 binary16: 1 sign, 5 exponent and 10 fraction bits.
float halfAsFloat(std::uint16_t half) {
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000U) << 16U;
    const std::uint32_t exponent = (half >> 10U) & 31U;
    const std::uint32_t fraction = half & 0x3ffU;
    if (exponent == 31) // infinite, or not a number
        return std::bit_cast<float>(sign | 0x7f800000U | fraction << 13U);
    if (exponent == 0) { // zero or subnormal: fraction * 2^-24
        const float magnitude = static_cast<float>(fraction) * 0x1p-24F;
        return sign == 0 ? magnitude : -magnitude;
    }
    return std::bit_cast<float>(sign | (exponent + 112U) << 23U | fraction << 13U); // biases 15 and 127
}

template <class T>
struct Number {
    using Stored = T;
    static float asFloat(T value) { return static_cast<float>(value); }
};

struct Half {
    using Stored = std::uint16_t;
    static float asFloat(std::uint16_t value) { return halfAsFloat(value); }
};

// The upper half of a binary32.
struct BFloat16 {
    using Stored = std::uint16_t;
    static float asFloat(std::uint16_t value) { return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16U); }
};

struct Truth {
    using Stored = std::uint8_t;
    static float asFloat(std::uint8_t value) { return value != 0 ? 1.0F : 0.0F; }
};

template <class Kind>
void convertRow(const std::byte *bytes, std::int64_t first, std::int64_t stride, std::span<float> row) {
    for (float &value : row) {
        value = Kind::asFloat(
            stored<typename Kind::Stored>(bytes + static_cast<std::size_t>(first) * sizeof(typename Kind::Stored)));
        first += stride;
    }
}

// Walks the outer dimensions like an odometer; the last one is converted in one go.
template <class Kind>
void convert(std::vector<std::int64_t> shape, std::vector<std::int64_t> strides, std::span<const std::byte> bytes,
             std::span<float> values) {
    if (strides == rowMajorStrides(shape)) {
        shape = {static_cast<std::int64_t>(values.size())};
        strides = {1};
    }
    const auto rowLength = static_cast<std::size_t>(shape.back());
    std::vector<std::int64_t> position(shape.size() - 1, 0);
    std::int64_t first = 0;
    for (std::size_t done = 0; done < values.size(); done += rowLength) {
        convertRow<Kind>(bytes.data(), first, strides.back(), values.subspan(done, rowLength));
        for (std::size_t d = position.size(); d-- > 0;) {
            first += strides[d];
            if (++position[d] < shape[d])
                break;
            first -= strides[d] * shape[d];
            position[d] = 0;
        }
    }
}

} // namespace

std::vector<float> valuesAsFloat(const TensorInfo &tensor, const std::vector<std::int64_t> &strides,
                                 std::span<const std::byte> bytes) {
    std::vector<float> values(static_cast<std::size_t>(tensor.count()));
    if (values.empty())
        return values;
    switch (tensor.type) {
    case TensorType::F64:
        convert<Number<double>>(tensor.shape, strides, bytes, values);
        break;
    case TensorType::F32:
        convert<Number<float>>(tensor.shape, strides, bytes, values);
        break;
    case TensorType::F16:
        convert<Half>(tensor.shape, strides, bytes, values);
        break;
    case TensorType::BF16:
        convert<BFloat16>(tensor.shape, strides, bytes, values);
        break;
    case TensorType::I64:
        convert<Number<std::int64_t>>(tensor.shape, strides, bytes, values);
        break;
    case TensorType::I32:
        convert<Number<std::int32_t>>(tensor.shape, strides, bytes, values);
        break;
    case TensorType::I16:
        convert<Number<std::int16_t>>(tensor.shape, strides, bytes, values);
        break;
    case TensorType::I8:
        convert<Number<std::int8_t>>(tensor.shape, strides, bytes, values);
        break;
    case TensorType::U8:
        convert<Number<std::uint8_t>>(tensor.shape, strides, bytes, values);
        break;
    case TensorType::Bool:
        convert<Truth>(tensor.shape, strides, bytes, values);
        break;
    }
    return values;
}

} // namespace tagscope
