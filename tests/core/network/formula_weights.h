// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/network/tensor_file.h"
#include "tests/support/test_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

// Weights and inputs by formula, and ways to damage them. The formula is that of tests/golden/networks_weights.py.
namespace tagscope::test {

constexpr std::uint32_t kInputArray = 100000;

inline std::vector<float> hashed(std::uint32_t array, const std::vector<std::int64_t> &shape, double scale = 1.0,
                                 double offset = 0.0) {
    std::size_t count = 1;
    for (const std::int64_t size : shape)
        count *= static_cast<std::size_t>(size);
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t x = static_cast<std::uint32_t>(i) + array * 0x9E3779B9U;
        x ^= x >> 16U;
        x *= 0x7FEB352DU;
        x ^= x >> 15U;
        x *= 0x846CA68BU;
        x ^= x >> 16U;
        values[i] = static_cast<float>(offset + scale * (static_cast<double>(x >> 8U) * 0x1p-23 - 1.0));
    }
    return values;
}

// The product of all sizes but the first.
inline double fanIn(const std::vector<std::int64_t> &shape) {
    double fan = 1.0;
    for (std::size_t i = 1; i < shape.size(); ++i)
        fan *= static_cast<double>(shape[i]);
    return fan;
}

inline QJsonDocument goldenJson(std::string_view name) {
    QFile file(QString::fromStdString(goldenFile(name).string()));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

inline std::vector<std::int64_t> shapeOf(const QJsonArray &sizes) {
    std::vector<std::int64_t> shape;
    for (const auto &size : sizes)
        shape.push_back(size.toInt());
    return shape;
}

// The largest difference, relative for numbers above 1; infinite for different lengths.
template <class Values>
double largestDifference(const Values &made, const QJsonArray &golden) {
    if (golden.isEmpty() || static_cast<qsizetype>(made.size()) != golden.size())
        return HUGE_VAL;
    double largest = 0.0;
    for (qsizetype i = 0; i < golden.size(); ++i) {
        const double expected = golden[i].toDouble();
        const double difference = std::abs(static_cast<double>(made[static_cast<std::size_t>(i)]) - expected);
        largest = std::max(largest, difference / std::max(1.0, std::abs(expected)));
    }
    return largest;
}

inline NamedTensor &tensorCalled(std::vector<NamedTensor> &tensors, std::string_view name) {
    return *std::find_if(tensors.begin(), tensors.end(),
                         [&](const NamedTensor &tensor) { return tensor.name == name; });
}

inline std::vector<NamedTensor> without(std::vector<NamedTensor> tensors, std::string_view name) {
    std::erase_if(tensors, [&](const NamedTensor &tensor) { return tensor.name == name; });
    return tensors;
}

// With one more row than it should have.
inline std::vector<NamedTensor> withLonger(std::vector<NamedTensor> tensors, std::string_view name) {
    NamedTensor &tensor = tensorCalled(tensors, name);
    const std::size_t rows = static_cast<std::size_t>(tensor.shape.front());
    tensor.values.resize(tensor.values.size() / rows * (rows + 1));
    ++tensor.shape.front();
    return tensors;
}

// Whether an attempt failed as Inconsistent with a sentence that holds each of `parts`.
template <class Value>
bool isInconsistent(const Result<Value> &result, const std::vector<std::string> &parts) {
    return !result && result.error().kind == Error::Kind::Inconsistent &&
           std::all_of(parts.begin(), parts.end(),
                       [&](const std::string &part) { return result.error().what().find(part) != std::string::npos; });
}

inline std::stop_token stopped() {
    std::stop_source source;
    source.request_stop();
    return source.get_token();
}

} // namespace tagscope::test
