// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/weight_reader.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {

namespace {

bool fits(std::int64_t found, std::int64_t expected) {
    if (expected == kAnySize)
        return found > 0;
    if (expected == kAnyWidth)
        return found > 0 && found <= kMostWidth;
    return found == expected;
}

std::string sizeText(std::int64_t size) {
    if (size == kAnySize)
        return "any";
    return size == kAnyWidth ? "up to " + std::to_string(kMostWidth) : std::to_string(size);
}

bool agrees(const TensorShape &found, const TensorShape &expected) {
    return std::equal(found.begin(), found.end(), expected.begin(), expected.end(), fits);
}

} // namespace

std::string shapeText(const TensorShape &shape) {
    if (shape.empty())
        return "a single number";
    std::string text;
    for (const std::int64_t size : shape) {
        if (!text.empty())
            text += " x ";
        text += sizeText(size);
    }
    return text;
}

WeightReader::WeightReader(const TensorFile &file, std::string network) : file_(file), network_(std::move(network)) {}

Result<TensorShape> WeightReader::shape(const std::string &name, const TensorShape &expected) {
    const std::vector<TensorInfo> &tensors = file_.tensors();
    const auto found =
        std::find_if(tensors.begin(), tensors.end(), [&](const TensorInfo &info) { return info.name == name; });
    if (found == tensors.end())
        return fail(Error::Kind::Inconsistent,
                    {"network.tensor_missing", file_.file(), network_, name, shapeText(expected)});
    if (!agrees(found->shape, expected))
        return fail(Error::Kind::Inconsistent, {"network.tensor_unlike", file_.file(), network_, name,
                                                shapeText(expected), shapeText(found->shape)});
    asked_.insert(name);
    return found->shape;
}

Result<std::vector<float>> WeightReader::values(const std::string &name, const TensorShape &expected) {
    TAGSCOPE_TRY(shape(name, expected));
    Result<std::vector<float>> read = file_.floats(name);
    if (read && !std::all_of(read->begin(), read->end(), [](float value) { return std::isfinite(value); }))
        return fail(Error::Kind::Inconsistent, {"network.tensor_not_finite", file_.file(), name});
    return read;
}

Result<void> WeightReader::finish(bool (*isUnused)(std::string_view name)) const {
    for (const TensorInfo &info : file_.tensors()) {
        if (!asked_.contains(info.name) && !isUnused(info.name))
            return fail(Error::Kind::Inconsistent,
                        {"network.tensor_not_expected", file_.file(), network_, info.name, shapeText(info.shape)});
    }
    return {};
}

} // namespace tagscope
