// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/network/tensor_file.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

namespace tagscope {

// AlexNet up to conv5 and its ReLU (torchvision's features.0 … features.11; section 2.2.1), for inference.
// Immutable; conv5() may be called from several threads. The largest part of a clip's cost.
class AlexNetFeatures {
public:
    static constexpr int kInputSide = 224;
    static constexpr std::size_t kFeatures = std::size_t{256} * 13 * 13;

    // Reads torchvision's alexnet state dict; the classifier's tensors may be there and are not used.
    [[nodiscard]] static Result<AlexNetFeatures> load(const std::filesystem::path &file);
    // Kaiming-uniform random weights: enough for distances between scenes, not a published network. `width`: of the
    // published network's channels, a factor in (0, 1].
    [[nodiscard]] static AlexNetFeatures makeSeeded(std::uint64_t seed, double width = 1.0);
    [[nodiscard]] Result<void> save(const std::filesystem::path &file,
                                    const std::map<std::string, std::string> &metadata) const;

    AlexNetFeatures(AlexNetFeatures &&) noexcept;
    AlexNetFeatures &operator=(AlexNetFeatures &&) noexcept;
    ~AlexNetFeatures();

    // `pictures` x 3 x 224 x 224 normalised values (ImageNet mean and deviation) -> pictures x 43,264 (fewer from a
    // network of reduced width), channel, row,
    // column order. Errors: Inconsistent for a wrong size, Cancelled.
    [[nodiscard]] Result<Matrix> conv5(std::span<const float> input, std::size_t pictures,
                                       std::stop_token stop = {}) const;

    [[nodiscard]] const std::map<std::string, std::string> &metadata() const; // of the file; empty for published ones

private:
    struct State;
    explicit AlexNetFeatures(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

// Inception-v4 (timm's layout and names; section 2.2.2), for inference: 1,000 ImageNet classes.
// Immutable; logits() may be called from several threads.
class InceptionV4 {
public:
    static constexpr int kInputSide = 299;
    static constexpr std::int64_t kParameters = 42679816; // with 1,000 classes

    [[nodiscard]] static Result<InceptionV4> load(const std::filesystem::path &file);

    InceptionV4(InceptionV4 &&) noexcept;
    InceptionV4 &operator=(InceptionV4 &&) noexcept;
    ~InceptionV4();

    // `pictures` x 3 x 299 x 299 values in [-1, 1] -> pictures x classes. Errors: Inconsistent, Cancelled.
    [[nodiscard]] Result<Matrix> logits(std::span<const float> input, std::size_t pictures,
                                        std::stop_token stop = {}) const;
    // Where in one picture the network sees the class of an output unit: Grad-CAM (Selvaraju et al. 2017) over the last
    // convolutional map, rows x columns, >= 0. As that map is only averaged and multiplied before the logits, it is
    // exact without differentiation, and before its ReLU the cells add up to the logit less its bias.
    // Errors: Inconsistent (a wrong size, no such unit), Cancelled.
    [[nodiscard]] Result<Matrix> gradCam(std::span<const float> picture, std::size_t unit,
                                         std::stop_token stop = {}) const;
    // What the map's cells are centred on, in pixels of the input: the first one's distance from the edge, and from one
    // to the next. From the sizes and strides of the layers; the outermost pixels are at no cell's centre.
    static constexpr int kMapSide = 8;
    static constexpr int kMapFirst = 37;
    static constexpr int kMapStride = 32;

    [[nodiscard]] std::size_t classes() const;
    [[nodiscard]] std::int64_t parameterCount() const;
    [[nodiscard]] const std::map<std::string, std::string> &metadata() const;

private:
    struct State;
    explicit InceptionV4(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

// How many threads a network's operation may use, for the whole process. Called once, in main(), before any other use.
void setNetworkThreads(int threads);

} // namespace tagscope
