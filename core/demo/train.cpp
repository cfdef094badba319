// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/envelopes.h"
#include "core/demo/filters.h"
#include "core/demo/oscillators.h"
#include "core/demo/sound_space.h"
#include "core/demo/synthesis.h"

#include <algorithm>
#include <cmath>

namespace tagscope::demo {

namespace {

struct Knock {
    double time;
    double force;
};

// Two axles of a bogie over a joint, then the next bogie: ta-tam ... ta-tam.
std::vector<Knock> railJoints(double seconds, Random &random) {
    std::vector<Knock> knocks;
    const double axles = random.between(0.11, 0.22); // seconds from axle to axle
    const double bogies = axles * random.between(2.6, 3.4);
    const double waggons = axles * random.between(6.0, 8.0);
    double time = -waggons * random.unit();
    while (time < seconds) {
        for (const double bogie : {0.0, bogies}) {
            knocks.push_back({time + bogie, random.between(0.6, 0.9)});
            knocks.push_back({time + bogie + axles, random.between(0.8, 1.1)});
        }
        time += waggons * (1.0 + 0.02 * random.white());
    }
    return knocks;
}

Samples rails(Length length, Random &random) {
    const std::vector<Knock> knocks = railJoints(length.seconds(), random);
    Resonator sleeper(random.between(75.0, 120.0), 0.045, length.rate);
    Resonator wheel(random.between(420.0, 700.0), 0.03, length.rate);
    Resonator rail(random.between(1300.0, 2100.0), 0.02, length.rate);
    const double fall = std::exp(-1.0 / (0.012 * length.rate));
    double burst = 0.0;
    std::size_t next = 0;
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        double hit = 0.0;
        while (next < knocks.size() && knocks[next].time <= length.time(i))
            hit += knocks[next++].force;
        hit = std::min(hit, 2.0); // those before the start come all at once
        burst = burst * fall + hit + kFaint;
        samples[i] =
            1.2 * sleeper.next(hit) + 0.8 * wheel.next(hit) + 0.5 * rail.next(hit) + 0.35 * burst * random.white();
    }
    return samples;
}

// Flanges in a bend: a few thin tones of the wheels that come and go.
void addSqueal(Samples &samples, double level, Length length, Random &random) {
    const Wavetable sine(std::vector<double>{1.0});
    for (int wheel = 0; wheel < 3; ++wheel) {
        const double pitch = random.between(1800.0, 4800.0);
        Phase phase(length.rate);
        Drift contact(1.5, length.rate, random);
        Drift slip(20.0, length.rate, random);
        for (double &sample : samples) {
            const double loud = std::max(0.0, contact.next() - 0.2);
            sample += level * loud * sine.at(phase.next(pitch * (1.0 + 0.004 * slip.next())));
        }
    }
}

} // namespace

Samples train(Length length, Random &random) {
    Samples samples = rails(length, random);
    const double clacks = random.between(0.5, 1.0);
    const double rumbling = random.between(0.7, 1.4);
    const double rolling = random.between(0.25, 0.6);
    StateVariableFilter ground(random.between(45.0, 80.0), 0.8, length.rate);
    StateVariableFilter wheels(random.between(600.0, 1000.0), 0.7, length.rate);
    Drift load(3.0, length.rate, random);
    for (double &sample : samples) {
        const double noise = random.white();
        const double level = 1.0 + 0.35 * load.next();
        sample = clacks * sample + level * (6.0 * rumbling * 0.3 * ground.band(noise) + rolling * wheels.band(noise));
    }
    if (random.chance(0.45)) {
        const double squeal = random.between(0.15, 0.5);
        addSqueal(samples, squeal, length, random);
    }
    if (!random.chance(0.5))
        return samples;

    // Comes or goes: louder towards one moment.
    const double closest = length.seconds() * random.between(-0.1, 1.1);
    const double width = length.seconds() * random.between(0.25, 0.6);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double away = (length.time(i) - closest) / width;
        samples[i] /= 1.0 + away * away;
    }
    return samples;
}

} // namespace tagscope::demo
