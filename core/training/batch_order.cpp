// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_order.h"

#include "core/base/split_mix.h"
#include "core/fusion/random_index.h"

#include <numeric>
#include <random>
#include <utility>

namespace tagscope {

namespace {

std::uint64_t mixed(std::uint64_t value) {
    return splitMixNumber(value + kSplitMixStep);
}

std::vector<std::size_t> upTo(std::size_t count) {
    std::vector<std::size_t> values(count);
    std::iota(values.begin(), values.end(), std::size_t{0});
    return values;
}

// The clips of each event that has any; last those without a label.
std::vector<std::vector<std::size_t>> clipsOfEvents(const BinaryTable &labels, std::size_t trainingClips) {
    std::vector<std::vector<std::size_t>> clips(labels.events + 1);
    for (std::size_t clip = 0; clip < trainingClips; ++clip) {
        bool isLabelled = false;
        for (std::size_t k = 0; k < labels.events; ++k)
            if (labels(clip, k) != 0) {
                clips[k].push_back(clip);
                isLabelled = true;
            }
        if (!isLabelled)
            clips.back().push_back(clip);
    }
    std::erase_if(clips, [](const auto &ofEvent) { return ofEvent.empty(); });
    return clips;
}

std::vector<std::size_t> balancedOrder(const BinaryTable &labels, std::size_t trainingClips, std::mt19937_64 &random) {
    std::vector<std::vector<std::size_t>> clips = clipsOfEvents(labels, trainingClips);
    for (std::vector<std::size_t> &ofEvent : clips)
        shuffle(ofEvent, random);
    std::vector<std::size_t> next(clips.size());
    std::vector<std::size_t> order;
    std::vector<std::size_t> round;
    while (order.size() < trainingClips) {
        if (round.empty()) {
            round = upTo(clips.size());
            shuffle(round, random);
        }
        const std::size_t event = round.back();
        round.pop_back();
        order.push_back(clips[event][next[event]]);
        next[event] = (next[event] + 1) % clips[event].size();
    }
    return order;
}

} // namespace

std::vector<std::size_t> epochOrder(const BinaryTable &labels, std::size_t trainingClips, BatchOrder order,
                                    std::uint64_t seed, int epoch) {
    constexpr int kForTheOrder = -1;
    std::mt19937_64 random(batchSeed(seed, epoch, kForTheOrder));
    if (order == BatchOrder::Balanced)
        return balancedOrder(labels, trainingClips, random);
    std::vector<std::size_t> clips = upTo(trainingClips);
    shuffle(clips, random);
    return clips;
}

std::uint64_t batchSeed(std::uint64_t seed, int epoch, int batch) {
    return mixed(mixed(mixed(seed) + static_cast<std::uint64_t>(epoch)) + static_cast<std::uint64_t>(batch));
}

} // namespace tagscope
