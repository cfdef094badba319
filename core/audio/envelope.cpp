// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/envelope.h"

#include <algorithm>
#include <cmath>

namespace tagscope {

namespace {

// Blocks of one level or several, put together with their lengths as weights.
struct Sum {
    EnvelopeBlock block;
    double power = 0.0;
    double weight = 0.0;

    void add(const EnvelopeBlock &other, double length) {
        block.lowest = weight > 0.0 ? std::min(block.lowest, other.lowest) : other.lowest;
        block.highest = weight > 0.0 ? std::max(block.highest, other.highest) : other.highest;
        power += length * static_cast<double>(other.power);
        weight += length;
    }

    [[nodiscard]] EnvelopeBlock result() const {
        return {block.lowest, block.highest, static_cast<float>(power / weight)};
    }
};

constexpr auto kStep = static_cast<std::size_t>(Envelope::kFactor);

} // namespace

std::vector<EnvelopeBlock> EnvelopeMaker::add(std::span<const float> samples) {
    std::vector<EnvelopeBlock> blocks;
    blocks.reserve(samples.size() / static_cast<std::size_t>(samplesPerBlock_) + 1);
    for (const float sample : samples) {
        lowest_ = count_ == 0 ? sample : std::min(lowest_, sample);
        highest_ = count_ == 0 ? sample : std::max(highest_, sample);
        squares_ += static_cast<double>(sample) * static_cast<double>(sample);
        if (++count_ == samplesPerBlock_)
            blocks.push_back(take());
    }
    return blocks;
}

std::optional<EnvelopeBlock> EnvelopeMaker::finish() {
    return count_ > 0 ? std::optional(take()) : std::nullopt;
}

EnvelopeBlock EnvelopeMaker::take() {
    const EnvelopeBlock block{lowest_, highest_, static_cast<float>(squares_ / count_)};
    count_ = 0;
    squares_ = 0.0;
    return block;
}

int Envelope::blockFor(std::int64_t samples) {
    std::int64_t block = 1;
    while (samples / block > kMostBlocks && block < (1 << 20))
        block *= kFactor;
    return static_cast<int>(block);
}

void Envelope::append(std::span<const EnvelopeBlock> blocks) {
    if (levels_.empty())
        levels_.emplace_back();
    levels_.front().insert(levels_.front().end(), blocks.begin(), blocks.end());
    for (std::size_t level = 0; levels_[level].size() >= kStep; ++level) {
        if (level + 1 == levels_.size())
            levels_.emplace_back();
        const std::vector<EnvelopeBlock> &finer = levels_[level];
        std::vector<EnvelopeBlock> &coarser = levels_[level + 1];
        for (std::size_t i = kStep * coarser.size(); i + kStep <= finer.size(); i += kStep) {
            Sum sum;
            for (std::size_t j = 0; j < kStep; ++j)
                sum.add(finer[i + j], 1.0);
            coarser.push_back(sum.result());
        }
    }
}

std::int64_t Envelope::samples() const {
    return levels_.empty() ? 0 : static_cast<std::int64_t>(levels_.front().size()) * samplesPerBlock_;
}

std::optional<EnvelopeBlock> Envelope::over(double from, double to) const {
    const double known = static_cast<double>(samples());
    if (!(from < to) || from >= known || to <= 0.0)
        return std::nullopt;
    const auto first = static_cast<std::size_t>(std::max(from, 0.0) / samplesPerBlock_);
    const auto end = static_cast<std::size_t>(std::ceil(std::min(to, known) / samplesPerBlock_));
    return overBlocks(first, std::max(end, first + 1));
}

std::optional<EnvelopeBlock> Envelope::whole() const {
    return over(0.0, static_cast<double>(samples()));
}

std::optional<EnvelopeBlock> Envelope::overBlocks(std::size_t first, std::size_t end) const {
    Sum sum;
    double length = 1.0; // of a block of the level, in blocks of the finest
    // From the fine ends inwards to the coarsest blocks that lie wholly inside.
    for (std::size_t level = 0; level < levels_.size() && first < end; ++level) {
        const std::vector<EnvelopeBlock> &blocks = levels_[level];
        const bool hasCoarser = level + 1 < levels_.size();
        const std::size_t coarseEnd = hasCoarser ? std::min(end / kStep, levels_[level + 1].size()) : 0;
        const std::size_t coarseFirst = (first + kStep - 1) / kStep;
        if (!hasCoarser || coarseFirst >= coarseEnd) {
            for (std::size_t i = first; i < end; ++i)
                sum.add(blocks[i], length);
            break;
        }
        for (std::size_t i = first; i < kStep * coarseFirst; ++i)
            sum.add(blocks[i], length);
        for (std::size_t i = kStep * coarseEnd; i < end; ++i)
            sum.add(blocks[i], length);
        first = coarseFirst;
        end = coarseEnd;
        length *= static_cast<double>(kStep);
    }
    return sum.weight > 0.0 ? std::optional(sum.result()) : std::nullopt;
}

} // namespace tagscope
