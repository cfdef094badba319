// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor_sum.h"

namespace tagscope {
namespace {

constexpr std::string_view kAddedLater = "tagscope.demo";

std::string_view nameOf(TensorType type) {
    switch (type) {
    case TensorType::F32:
        return "F32";
    case TensorType::F16:
        return "F16";
    default:
        return "other"; // never written here
    }
}

} // namespace

TensorSum::TensorSum(const std::map<std::string, std::string> &metadata) {
    for (const auto &[key, value] : metadata) {
        if (key == kSumKey || key == kAddedLater)
            continue;
        addText(key);
        addText(value);
    }
}

void TensorSum::add(const TensorInfo &tensor, std::span<const std::byte> numbers) {
    addText(tensor.name);
    std::string description(nameOf(tensor.type));
    for (const std::int64_t size : tensor.shape)
        description += " " + std::to_string(size);
    addText(description);
    sum_.add({reinterpret_cast<const char *>(numbers.data()), numbers.size()});
}

// With its length, so that no two lists of texts run together to the same bytes.
void TensorSum::addText(const std::string &text) {
    sum_.add(std::to_string(text.size()) + ":" + text);
}

} // namespace tagscope
