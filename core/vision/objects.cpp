// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/objects.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tagscope {

namespace {

// Keeps the most probable and divides by what they sum to.
std::vector<ObjectProbability> keepMostProbable(std::vector<ObjectProbability> objects, std::size_t kept) {
    std::erase_if(objects, [](const ObjectProbability &object) { return !(object.probability > 0.0F); });
    const auto end = objects.begin() + static_cast<std::ptrdiff_t>(std::min(kept, objects.size()));
    std::partial_sort(objects.begin(), end, objects.end(), [](const auto &left, const auto &right) {
        return left.probability != right.probability ? left.probability > right.probability : left.index < right.index;
    });
    objects.erase(end, objects.end());
    double sum = 0.0;
    for (const ObjectProbability &object : objects)
        sum += object.probability;
    for (ObjectProbability &object : objects)
        object.probability = static_cast<float>(object.probability / sum);
    return objects;
}

} // namespace

std::vector<float> softmax(std::span<const float> logits) {
    if (logits.empty())
        return {};
    const float largest = *std::max_element(logits.begin(), logits.end());
    std::vector<double> powers(logits.size());
    double sum = 0.0;
    for (std::size_t index = 0; index < logits.size(); ++index) {
        powers[index] = std::exp(static_cast<double>(logits[index]) - largest);
        sum += powers[index];
    }
    std::vector<float> probabilities(logits.size());
    std::transform(powers.begin(), powers.end(), probabilities.begin(),
                   [sum](double power) { return static_cast<float>(power / sum); });
    return probabilities;
}

std::vector<ObjectProbability> rectify(std::span<const float> probabilities, std::size_t kept) {
    std::vector<ObjectProbability> objects(probabilities.size());
    for (std::size_t index = 0; index < probabilities.size(); ++index)
        objects[index] = {static_cast<int>(index), probabilities[index]};
    return keepMostProbable(std::move(objects), kept);
}

std::vector<ObjectProbability> combineObjects(std::span<const std::vector<ObjectProbability>> keyFrames,
                                              std::size_t kept) {
    std::map<int, double> sums;
    for (const auto &objects : keyFrames)
        for (const ObjectProbability &object : objects)
            sums[object.index] += object.probability;
    std::vector<ObjectProbability> combined;
    combined.reserve(sums.size());
    for (const auto &[index, sum] : sums)
        combined.push_back({index, static_cast<float>(sum)});
    return keepMostProbable(std::move(combined), kept);
}

} // namespace tagscope
