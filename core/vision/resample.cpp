// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/resample.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace tagscope {

namespace {

constexpr double kSupport = 2.0;  // of the cubic, in samples
constexpr int kFractionBits = 22; // 32 less 8 for the pixel and 2 for the overshoot, as Pillow's

double bicubic(double x) {
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1.0)
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1.0;
    if (x < 2.0)
        return (((x - 5.0) * x + 8.0) * x - 4.0) * a;
    return 0.0;
}

// The inputs one output is made of.
struct Taps {
    int first = 0;
    std::vector<std::int32_t> weights; // sum to 2^kFractionBits, but for rounding
};

// Taps of the outputs [begin, begin + count) of `inputs` samples resized to `outputs`.
std::vector<Taps> makeTaps(int inputs, std::int64_t outputs, std::int64_t begin, int count) {
    const double scale = static_cast<double>(inputs) / static_cast<double>(outputs);
    const double stretch = std::max(scale, 1.0); // widens the filter when shrinking: the antialiasing
    const double reach = kSupport * stretch;
    std::vector<Taps> all(static_cast<std::size_t>(count));
    std::vector<double> weights;
    for (int output = 0; output < count; ++output) {
        const double centre = (static_cast<double>(begin + output) + 0.5) * scale;
        const int first = std::max(0, static_cast<int>(std::floor(centre - reach + 0.5)));
        const int last = std::min(inputs, static_cast<int>(std::floor(centre + reach + 0.5)));
        weights.clear();
        double sum = 0.0;
        for (int input = first; input < last; ++input) {
            weights.push_back(bicubic((input - centre + 0.5) / stretch));
            sum += weights.back();
        }
        Taps &taps = all[static_cast<std::size_t>(output)];
        taps.first = first;
        for (const double weight : weights)
            taps.weights.push_back(static_cast<std::int32_t>(std::lround(weight / sum * (1 << kFractionBits))));
    }
    return all;
}

std::uint8_t toByte(std::int32_t fixed) {
    return static_cast<std::uint8_t>(std::clamp(fixed >> kFractionBits, 0, 255));
}

constexpr std::int32_t kHalf = 1 << (kFractionBits - 1);

// One output pixel: the taps of three channels, `stride` bytes apart.
void blend(const Taps &taps, const std::uint8_t *input, std::size_t stride, std::uint8_t *output) {
    std::int32_t red = kHalf;
    std::int32_t green = kHalf;
    std::int32_t blue = kHalf;
    for (const std::int32_t weight : taps.weights) {
        red += weight * input[0];
        green += weight * input[1];
        blue += weight * input[2];
        input += stride;
    }
    output[0] = toByte(red);
    output[1] = toByte(green);
    output[2] = toByte(blue);
}

// How many pixels lie before the crop; Python's rounding, halves to even.
std::int64_t cropBegin(std::int64_t resized, int side) {
    return std::llrint(static_cast<double>(resized - side) / 2.0);
}

} // namespace

RgbImage resizeAndCrop(const RgbImage &picture, CentreCrop crop) {
    const std::int64_t shortest = std::min(picture.width, picture.height);
    const std::int64_t width = std::int64_t{crop.shorter} * picture.width / shortest; // torchvision truncates
    const std::int64_t height = std::int64_t{crop.shorter} * picture.height / shortest;
    const auto columns = makeTaps(picture.width, width, cropBegin(width, crop.side), crop.side);
    const auto rows = makeTaps(picture.height, height, cropBegin(height, crop.side), crop.side);

    const int firstRow = rows.front().first;
    const int endRow = rows.back().first + static_cast<int>(rows.back().weights.size());
    RgbImage narrowed(crop.side, endRow - firstRow);
    const std::size_t narrowStride = static_cast<std::size_t>(crop.side) * 3U;
    const std::size_t pictureStride = static_cast<std::size_t>(picture.width) * 3U;
    for (int row = firstRow; row < endRow; ++row) {
        const std::uint8_t *input = picture.pixels.data() + static_cast<std::size_t>(row) * pictureStride;
        std::uint8_t *output = narrowed.pixels.data() + static_cast<std::size_t>(row - firstRow) * narrowStride;
        for (const Taps &taps : columns) {
            blend(taps, input + static_cast<std::size_t>(taps.first) * 3U, 3, output);
            output += 3;
        }
    }

    RgbImage result(crop.side, crop.side);
    std::uint8_t *output = result.pixels.data();
    for (const Taps &taps : rows) {
        const std::uint8_t *input =
            narrowed.pixels.data() + static_cast<std::size_t>(taps.first - firstRow) * narrowStride;
        for (int column = 0; column < crop.side; ++column) {
            blend(taps, input, narrowStride, output);
            input += 3;
            output += 3;
        }
    }
    return result;
}

} // namespace tagscope
