// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

// What shapes sounds: filters of one and two poles.
namespace tagscope::demo {

// Added to what filters take in: numbers so small that the processor becomes slow would else follow each sound.
inline constexpr double kFaint = 1e-18;

// 6 dB an octave above `frequency`.
class LowPass {
public:
    LowPass(double frequency, double rate) : rate_(rate) { tune(frequency); }

    void tune(double frequency) { share_ = 1.0 - std::exp(-2.0 * std::numbers::pi * frequency / rate_); }
    double next(double in) {
        state_ += share_ * (in + kFaint - state_);
        return state_;
    }

private:
    double rate_;
    double share_ = 1.0;
    double state_ = 0.0;
};

// The state variable filter with trapezoidal integrators (V. Zavalishin: The Art of VA Filter Design, 4): stays stable
// while it is tuned. The peak of the band-pass is 1.
class StateVariableFilter {
public:
    struct Out {
        double low;
        double band;
        double high;
    };

    StateVariableFilter(double frequency, double quality, double rate) : rate_(rate) { tune(frequency, quality); }

    void tune(double frequency, double quality) {
        const double g = std::tan(std::numbers::pi * std::clamp(frequency / rate_, 1e-5, 0.45));
        damping_ = 1.0 / quality;
        a1_ = 1.0 / (1.0 + g * (g + damping_));
        a2_ = g * a1_;
        a3_ = g * a2_;
    }

    Out next(double in) {
        const double v3 = in + kFaint - second_;
        const double v1 = a1_ * first_ + a2_ * v3;
        const double v2 = second_ + a2_ * first_ + a3_ * v3;
        first_ = 2.0 * v1 - first_;
        second_ = 2.0 * v2 - second_;
        return {v2, damping_ * v1, in - damping_ * v1 - v2};
    }
    double band(double in) { return next(in).band; }

private:
    double rate_;
    double damping_ = 1.0;
    double a1_ = 0.0;
    double a2_ = 0.0;
    double a3_ = 0.0;
    double first_ = 0.0;
    double second_ = 0.0;
};

// A thing that rings when it is struck: an impulse of 1 gives a sine of amplitude 1 that falls to 1/e in `decay`
// seconds.
class Resonator {
public:
    Resonator(double frequency, double decay, double rate) {
        const double angle = 2.0 * std::numbers::pi * std::min(frequency / rate, 0.45);
        const double radius = std::exp(-1.0 / (decay * rate));
        feedback_ = 2.0 * radius * std::cos(angle);
        loss_ = radius * radius;
        gain_ = std::sin(angle);
    }

    double next(double in) {
        const double out = feedback_ * last_ - loss_ * beforeLast_ + gain_ * in + kFaint;
        beforeLast_ = last_;
        last_ = out;
        return out;
    }

private:
    double feedback_;
    double loss_;
    double gain_;
    double last_ = 0.0;
    double beforeLast_ = 0.0;
};

} // namespace tagscope::demo
