// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tagscope {

// The probability of one object class (an index into the 1,000 ImageNet classes).
struct ObjectProbability {
    int index = 0;
    float probability = 0.0F;

    friend bool operator==(const ObjectProbability &, const ObjectProbability &) = default;
};

inline constexpr std::size_t kObjectsKept = 10; // section 2.2.2

[[nodiscard]] std::vector<float> softmax(std::span<const float> logits);

// "Rectify" (section 2.2.2): the most probable `kept` classes, renormalised to a sum of 1, most probable first, ties to
// the lower index. Classes of probability 0 are left out.
[[nodiscard]] std::vector<ObjectProbability> rectify(std::span<const float> probabilities,
                                                     std::size_t kept = kObjectsKept);

// The clip's objects: the sum of the key frames' rectified distributions, rectified again.
[[nodiscard]] std::vector<ObjectProbability> combineObjects(std::span<const std::vector<ObjectProbability>> keyFrames,
                                                            std::size_t kept = kObjectsKept);

} // namespace tagscope
