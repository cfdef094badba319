// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/picture_features.h"

#include "core/vision/resample.h"

#include <array>
#include <cassert>
#include <opencv2/core.hpp>

namespace tagscope {

namespace {

// ImageNet's statistics, of values in [0, 1].
constexpr std::array<float, 3> kMean{0.485F, 0.456F, 0.406F};
constexpr std::array<float, 3> kDeviation{0.229F, 0.224F, 0.225F};

constexpr int kResizedSide = 341; // int(299 / 0.875), timm's crop fraction for Inception-v4

bool isWhole(const RgbImage &picture) {
    return picture.width > 0 && picture.height > 0 &&
           picture.pixels.size() ==
               static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3U;
}

// Interleaved bytes to planes of factor * x + offset.
std::vector<float> toPlanes(const RgbImage &picture, const std::array<float, 3> &factor,
                            const std::array<float, 3> &offset) {
    const std::size_t area = picture.pixels.size() / 3U;
    std::vector<float> planes(area * 3U); // 3 x height x width
    const cv::Size size(picture.width, picture.height);
    const cv::Mat interleaved(size, CV_8UC3, const_cast<std::uint8_t *>(picture.pixels.data())); // only read
    std::array<cv::Mat, 3> bytes;
    cv::split(interleaved, bytes.data());
    for (std::size_t channel = 0; channel < 3U; ++channel) {
        cv::Mat plane(size, CV_32F, planes.data() + channel * area);
        bytes[channel].convertTo(plane, CV_32F, factor[channel], offset[channel]);
    }
    return planes;
}

} // namespace

std::vector<float> alexNetInput(const RgbImage &picture224) {
    const bool fits = isWhole(picture224) && picture224.width == AlexNetFeatures::kInputSide &&
                      picture224.height == AlexNetFeatures::kInputSide;
    assert(fits);
    if (!fits)
        return {};
    std::array<float, 3> factor{};
    std::array<float, 3> offset{};
    for (std::size_t channel = 0; channel < 3U; ++channel) {
        factor[channel] = 1.0F / (255.0F * kDeviation[channel]);
        offset[channel] = -kMean[channel] / kDeviation[channel];
    }
    return toPlanes(picture224, factor, offset);
}

std::vector<float> inceptionInput(const RgbImage &picture) {
    const bool fits = isWhole(picture);
    assert(fits);
    if (!fits)
        return {};
    constexpr std::array<float, 3> factor{1.0F / 127.5F, 1.0F / 127.5F, 1.0F / 127.5F};
    constexpr std::array<float, 3> offset{-1.0F, -1.0F, -1.0F};
    return toPlanes(resizeAndCrop(picture, {kResizedSide, InceptionV4::kInputSide}), factor, offset);
}

} // namespace tagscope
