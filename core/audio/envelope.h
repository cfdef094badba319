// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tagscope {

// What a stretch of sound reaches.
struct EnvelopeBlock {
    float lowest = 0.0F;
    float highest = 0.0F;
    float power = 0.0F; // mean square

    friend bool operator==(const EnvelopeBlock &, const EnvelopeBlock &) = default;
};

// Cuts samples that come in pieces into blocks of one length, in constant memory.
class EnvelopeMaker {
public:
    explicit EnvelopeMaker(int samplesPerBlock) : samplesPerBlock_(samplesPerBlock) {}

    // The blocks that these samples complete.
    [[nodiscard]] std::vector<EnvelopeBlock> add(std::span<const float> samples);
    // What is left over at the end, as a block of its own.
    [[nodiscard]] std::optional<EnvelopeBlock> finish();

private:
    [[nodiscard]] EnvelopeBlock take();

    int samplesPerBlock_;
    int count_ = 0; // in the block that grows
    float lowest_ = 0.0F;
    float highest_ = 0.0F;
    double squares_ = 0.0;
};

// The extremes and the power of a sound in levels of detail, each level with a block for four of the one before: any
// stretch is answered from a few dozen blocks, however long it is. A value; grows at its end.
class Envelope {
public:
    static constexpr int kFactor = 4;
    // Of the finest level: 48 MiB of it, and a third of that above.
    static constexpr std::int64_t kMostBlocks = std::int64_t{1} << 22;

    explicit Envelope(int samplesPerBlock = 1) : samplesPerBlock_(samplesPerBlock) {}

    // The shortest blocks, a power of four long, of which so many samples need at most kMostBlocks.
    [[nodiscard]] static int blockFor(std::int64_t samples);

    void append(std::span<const EnvelopeBlock> blocks);

    [[nodiscard]] int samplesPerBlock() const { return samplesPerBlock_; }
    [[nodiscard]] std::int64_t samples() const; // known, to the end of the last block
    // Of all blocks that the stretch [from, to) of samples touches; nothing where none is known there.
    [[nodiscard]] std::optional<EnvelopeBlock> over(double from, double to) const;
    // Of everything; nothing where nothing is known.
    [[nodiscard]] std::optional<EnvelopeBlock> whole() const;

private:
    [[nodiscard]] std::optional<EnvelopeBlock> overBlocks(std::size_t first, std::size_t end) const;

    int samplesPerBlock_;
    std::vector<std::vector<EnvelopeBlock>> levels_; // the finest first; all but the first hold whole blocks only
};

} // namespace tagscope
