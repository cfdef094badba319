// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace tagscope {

// Longest stretch without data that is taken at its word, in seconds: a slide may stand, or a microphone be off, for
// minutes. A longer jump forward is a broken timestamp or a splice: what follows is moved up to where the stream stood.
constexpr double kMaxGapSeconds = 600.0;

// Timestamps that step back by up to this many seconds overlap what came before (which stands); a larger step back is
// a splice, handled in the same way as a jump forward.
constexpr double kMaxOverlapSeconds = 1.0;

// Places a stream's timestamps on the recording's time axis, which starts at 0 with the container, never runs
// backwards by more than the overlap and has no gap longer than kMaxGapSeconds, whatever the file claims.
class TimeAxis {
public:
    explicit TimeAxis(double startSeconds = 0.0) : start_(startSeconds) {}

    // The time of data with this timestamp (seconds in the container's count), which would be `expected` if the stream
    // went on without a gap.
    [[nodiscard]] double place(std::optional<double> timestamp, double expected) {
        if (!timestamp)
            return expected;
        const double time = *timestamp - start_ + shift_;
        if (time <= expected + kMaxGapSeconds && time >= expected - kMaxOverlapSeconds)
            return time;
        shift_ += expected - time;
        return expected;
    }

    // Whether all timestamps so far were taken at their word; only then can one seek by them.
    [[nodiscard]] bool isUnbroken() const { return shift_ == 0.0; }

    [[nodiscard]] double timestampAt(double time) const { return time + start_ - shift_; }

private:
    double start_;
    double shift_ = 0.0;
};

} // namespace tagscope
