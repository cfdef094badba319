// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/split_mix.h"

#include <cstdint>

// The demo's random numbers: the same on every machine, which the distributions of the standard library do not promise.
// Two draws must not stand in one expression, whose order of evaluation the compiler chooses.
namespace tagscope::demo {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += kSplitMixStep;
        return splitMixNumber(state_);
    }

    // In [0, 1).
    double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    bool chance(double probability) { return unit() < probability; }
    // 0 .. count - 1.
    int below(int count) { return static_cast<int>(unit() * count); }
    // White noise in [-1, 1).
    double white() { return static_cast<double>(static_cast<std::int64_t>(next())) * 0x1p-63; }

private:
    std::uint64_t state_;
};

// Noise of -3 dB an octave, from three one-pole filters (P. Kellet's "economy" coefficients, made for 44.1 kHz).
class PinkNoise {
public:
    explicit PinkNoise(Random &random) : random_(random.next()) {}

    // Mostly within [-1, 1].
    double next() {
        const double white = random_.white();
        slow_ = 0.99765 * slow_ + white * 0.0990460;
        middle_ = 0.96300 * middle_ + white * 0.2965164;
        fast_ = 0.57000 * fast_ + white * 1.0526913;
        return 0.15 * (slow_ + middle_ + fast_ + white * 0.1848);
    }

private:
    Random random_;
    double slow_ = 0.0;
    double middle_ = 0.0;
    double fast_ = 0.0;
};

// Wanders smoothly within [-1, 1]: the unsteadiness of hands, wind and machines.
class Drift {
public:
    Drift(double changesPerSecond, double rate, Random &random)
        : random_(random.next()), step_(changesPerSecond / rate), from_(random_.white()), to_(random_.white()) {}

    double next() {
        position_ += step_;
        if (position_ >= 1.0) {
            position_ -= 1.0;
            from_ = to_;
            to_ = random_.white();
        }
        return from_ + (to_ - from_) * position_ * position_ * (3.0 - 2.0 * position_);
    }

private:
    Random random_;
    double step_;
    double from_;
    double to_;
    double position_ = 0.0;
};

} // namespace tagscope::demo
