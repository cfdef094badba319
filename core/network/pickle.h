// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/tensor_contents.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// Reads Python pickles as data. Nothing is imported, called or executed: names of an allow-list become labels, calls of
// them become values that say what was to be called with what, and all else is refused. Private to the readers of
// weight files.
namespace tagscope {

// The names that state dicts are made of.
enum class PickleName : std::uint8_t {
    OrderedDict,
    RebuildTensor,    // torch._utils._rebuild_tensor(storage, offset, shape, strides), 2017
    RebuildTensorV2,  // ... and requires_grad, hooks
    RebuildParameter, // torch._utils._rebuild_parameter(tensor, requires_grad, hooks)
    Parameter,        // torch.nn.parameter.Parameter(tensor, ...), 2017
    Size,             // torch.Size(tuple)
    StorageType       // torch.FloatStorage and its kin; `type` says which
};

using PickleReference = std::uint32_t; // index in Pickle::values

struct PickleValue {
    enum class Kind : std::uint8_t {
        None,
        Bool,        // integer
        Integer,     // integer
        LongInteger, // text: more than 8 little-endian bytes
        Float,       // its value is of no use here
        Text,        // text
        Tuple,       // items
        List,        // items
        Dict,        // items: key, value, key, value, …
        Name,        // name, type
        Call,        // name; items: the arguments
        Persistent   // items: the one identifier
    };

    Kind kind = Kind::None;
    PickleName name = PickleName::OrderedDict;
    TensorType type = TensorType::F32;
    std::int64_t integer = 0;
    std::string_view text{}; // in the bytes that were read
    std::vector<PickleReference> items{};
};

struct Pickle {
    std::vector<PickleValue> values;
    PickleReference root = 0;
    std::size_t end = 0; // where the next byte after the pickle is

    [[nodiscard]] const PickleValue &operator[](PickleReference reference) const { return values[reference]; }
    [[nodiscard]] const PickleValue &rootValue() const { return values[root]; }
};

// Reads the pickle that begins at `start`, of protocol 2 to 5, in memory and time in proportion to the bytes read.
// `bytes` must outlive the result. Throws Refusal: what is cut short, damaged, too large, or asks for another name.
[[nodiscard]] Pickle readPickle(std::span<const std::byte> bytes, std::size_t start = 0);

} // namespace tagscope
