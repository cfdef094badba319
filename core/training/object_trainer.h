// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/rgb_image.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// A picture to learn from, square, and the object classes that it shows, equally probable.
struct ObjectExample {
    RgbImage picture;
    std::vector<int> classes;
};

struct ObjectTrainingSettings {
    double width = 0.125; // of the published Inception-v4's channels
    int classes = 1000;
    int batchSize = 16; // more steps do more here than larger batches
    // Pictures seen at each side in pixels, one after the other: most are learned from small ones, which cost less,
    // then the network gets used to the side that it is made for.
    std::map<int, int> picturesOfSide{{139, 40000}, {299, 4000}};
    double learningRate = 2e-3; // of Adam, falling to 0 along half a cosine over the pictures of each side
    double labelSmoothing = 0.05;
    std::uint64_t seed = 1;
};

struct ObjectTrainingReport {
    int pictures = 0; // seen so far
    int allPictures = 0;
    double loss = 0.0;     // of the last batch
    double accuracy = 0.0; // of it: the most probable class is one of the example's
};

struct ObjectTrainingOutcome {
    double heldOutAccuracy = 0.0; // over pictures of the largest side that were not learned from
    int heldOut = 0;
};

// Trains an object network of reduced width on examples made on demand and writes it as InceptionV4::load() reads it,
// with 16-bit weights. `draw(number, side)`: the same for the same arguments; numbers from 0 are learned from, those
// from kHeldOutFrom are not. Called from several threads. Errors: Cancelled, Unreadable, Inconsistent, Internal.
inline constexpr std::uint64_t kHeldOutFrom = 1'000'000'000;
[[nodiscard]] Result<ObjectTrainingOutcome>
trainObjects(const ObjectTrainingSettings &settings,
             const std::function<ObjectExample(std::uint64_t number, int side)> &draw,
             const std::filesystem::path &file, std::map<std::string, std::string> metadata,
             const std::function<void(const ObjectTrainingReport &)> &report = {}, std::stop_token stop = {});

} // namespace tagscope
