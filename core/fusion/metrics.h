// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tagscope {

// True positives, false positives and false negatives, and the figures made of them. A ratio over nothing is 0.
struct Counts {
    std::int64_t truePositives = 0;
    std::int64_t falsePositives = 0;
    std::int64_t falseNegatives = 0;

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const; // 2 TP / (2 TP + FP + FN)

    Counts &operator+=(const Counts &other);
    friend bool operator==(const Counts &, const Counts &) = default;
};

// clips x events of 0 and 1, row after row.
struct BinaryTable {
    std::size_t clips = 0;
    std::size_t events = 0;
    std::vector<std::uint8_t> values;

    BinaryTable() = default;
    BinaryTable(std::size_t clipCount, std::size_t eventCount)
        : clips(clipCount), events(eventCount), values(clipCount * eventCount) {}
    [[nodiscard]] std::uint8_t &operator()(std::size_t clip, std::size_t event) {
        return values[clip * events + event];
    }
    [[nodiscard]] std::uint8_t operator()(std::size_t clip, std::size_t event) const {
        return values[clip * events + event];
    }
};

// One entry an event. Both tables have the same shape.
[[nodiscard]] std::vector<Counts> countPerEvent(const BinaryTable &truth, const BinaryTable &predicted);

// The sum over the events, whose f1() is micro F1.
[[nodiscard]] Counts total(const std::vector<Counts> &perEvent);

// The mean of the events' F1 over the events that occur in the truth or are predicted; 0 where none does. An event that
// neither has says nothing about a system: it is left out, and neverOccurring() counts it.
[[nodiscard]] double macroF1(const std::vector<Counts> &perEvent);
[[nodiscard]] std::size_t neverOccurring(const std::vector<Counts> &perEvent);

// What the organisers of DCASE 2017 Task 4 call macro F1: the harmonic mean of the mean precision and the mean recall
// of the events that occur in the truth or are predicted. 0 for no such events.
[[nodiscard]] double organisersMacroF1(const std::vector<Counts> &perEvent);

} // namespace tagscope
