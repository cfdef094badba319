// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sound_space.h"

#include "core/demo/filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tagscope::demo {

namespace {

constexpr double kSpeedOfSound = 343.0; // metres a second
constexpr double kKnee = 0.6;
constexpr double kCeiling = 0.95;

double distanceAt(const Passage &passage, double time) {
    return std::hypot(passage.distance, passage.speed * (time - passage.closestTime));
}

double farthest(const Passage &passage, Length length) {
    return std::max(distanceAt(passage, 0.0), distanceAt(passage, length.seconds()));
}

class DelayLine {
public:
    DelayLine(double seconds, double rate)
        : buffer_(std::max<std::size_t>(1, static_cast<std::size_t>(seconds * rate))) {}

    [[nodiscard]] double oldest() const { return buffer_[position_]; }
    void push(double sample) {
        buffer_[position_] = sample;
        position_ = position_ + 1 == buffer_.size() ? 0 : position_ + 1;
    }

private:
    std::vector<double> buffer_;
    std::size_t position_ = 0;
};

// Schroeder's reverberator: four combs beside each other, two all-passes in a row (JAES 10/3, 1962).
class Reverberator {
public:
    Reverberator(double decaySeconds, double scale, double rate) {
        for (const double delay : {0.0297, 0.0371, 0.0411, 0.0437}) {
            combs_.emplace_back(scale * delay, rate);
            feedback_.push_back(std::pow(10.0, -3.0 * scale * delay / decaySeconds)); // -60 dB after decaySeconds
        }
        for (const double delay : {0.0050, 0.0017})
            allPasses_.emplace_back(delay, rate);
    }

    double next(double in) {
        double sum = 0.0;
        for (std::size_t i = 0; i < combs_.size(); ++i) {
            const double echo = combs_[i].oldest();
            sum += echo;
            combs_[i].push(in + kFaint + feedback_[i] * echo);
        }
        for (DelayLine &allPass : allPasses_) {
            const double echo = allPass.oldest();
            const double inner = sum + 0.7 * echo;
            allPass.push(inner);
            sum = echo - 0.7 * inner;
        }
        return 0.25 * sum;
    }

private:
    std::vector<DelayLine> combs_;
    std::vector<double> feedback_;
    std::vector<DelayLine> allPasses_;
};

} // namespace

std::size_t extraFor(const Passage &passage, Length length) {
    const double metres = farthest(passage, length) - passage.distance;
    return static_cast<std::size_t>(std::ceil(metres / kSpeedOfSound * length.rate)) + 2;
}

Samples passingBy(const Samples &source, const Passage &passage, Length length) {
    constexpr std::size_t kRetuned = 64; // samples between changes of what changes slowly
    const double away = farthest(passage, length);
    LowPass air(12000.0, length.rate);
    Samples heard(length.samples);
    double gain = 0.0;
    for (std::size_t i = 0; i < heard.size(); ++i) {
        const double distance = distanceAt(passage, length.time(i));
        if (i % kRetuned == 0) {
            gain = passage.distance / distance;
            air.tune(std::max(1200.0, 14000.0 * std::exp(-distance / 80.0)));
        }
        const double position = static_cast<double>(i) + (away - distance) / kSpeedOfSound * length.rate;
        const auto before = std::min(static_cast<std::size_t>(position), source.size() - 2);
        const double share = position - static_cast<double>(before);
        heard[i] = gain * air.next(source[before] + share * (source[before + 1] - source[before]));
    }
    return heard;
}

void placeAtDistance(Samples &samples, double distance, double rate, Random &random) {
    const double cutOff = 15000.0 * std::pow(0.1, distance);
    LowPass air(cutOff, rate);
    LowPass moreAir(cutOff, rate);
    const double decay = random.between(0.4, 0.8) + distance;
    Reverberator echoes(decay, random.between(0.8, 1.6), rate);
    const double wet = 0.06 + 0.6 * distance;
    for (double &sample : samples) {
        const double direct = moreAir.next(air.next(sample));
        sample = (1.0 - 0.5 * distance) * direct + wet * echoes.next(direct);
    }
}

double rootMeanSquare(const Samples &samples) {
    double sum = 0.0;
    for (const double sample : samples)
        sum += sample * sample;
    return samples.empty() ? 0.0 : std::sqrt(sum / static_cast<double>(samples.size()));
}

double loudestMoment(const Samples &samples, double rate) {
    const std::size_t half = std::max<std::size_t>(1, static_cast<std::size_t>(0.05 * rate));
    if (samples.size() <= 2 * half)
        return rootMeanSquare(samples);
    double loudest = 0.0;
    double previous = 0.0;
    for (std::size_t start = 0; start + half <= samples.size(); start += half) {
        double energy = 0.0;
        for (std::size_t i = start; i < start + half; ++i)
            energy += samples[i] * samples[i];
        loudest = std::max(loudest, previous + energy);
        previous = energy;
    }
    return std::sqrt(loudest / static_cast<double>(2 * half));
}

void fadeEnds(Samples &samples, double rate) {
    const std::size_t fade = std::min(samples.size() / 2, static_cast<std::size_t>(0.008 * rate));
    for (std::size_t i = 0; i < fade; ++i) {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(fade);
        const double level = 0.5 - 0.5 * std::cos(std::numbers::pi * share);
        samples[i] *= level;
        samples[samples.size() - 1 - i] *= level;
    }
}

double softlyLimited(double sample) {
    const double size = std::abs(sample);
    if (size <= kKnee)
        return sample;
    constexpr double kRoom = kCeiling - kKnee;
    return std::copysign(kKnee + kRoom * std::tanh((size - kKnee) / kRoom), sample);
}

} // namespace tagscope::demo
