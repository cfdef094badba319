// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/filters.h"
#include "core/demo/oscillators.h"
#include "core/demo/synthesis.h"

#include <algorithm>
#include <cmath>

namespace tagscope::demo {

namespace {

// A car far off: noise that swells and goes.
void addDistantCar(Samples &samples, Length length, Random &random) {
    const double middle = length.seconds() * random.between(-0.1, 1.1);
    const double width = random.between(0.8, 2.5);
    const double level = random.between(0.15, 0.6);
    StateVariableFilter tyres(random.between(350.0, 800.0), 0.6, length.rate);
    const double reach = 4.0 * width; // beyond, less than a sixteenth is left
    const auto first = static_cast<std::size_t>(std::max(0.0, middle - reach) * length.rate);
    const auto end = static_cast<std::size_t>(std::max(0.0, middle + reach) * length.rate);
    for (std::size_t i = first; i < std::min(end, samples.size()); ++i) {
        const double away = (length.time(i) - middle) / width;
        const double edge = 1.0 - away * away / 16.0;
        samples[i] += level * edge / (1.0 + away * away) * tyres.band(random.white());
    }
}

} // namespace

Samples quiet(Length length, Random &random) {
    PinkNoise room(random);
    LowPass walls(random.between(800.0, 4000.0), length.rate);
    const Wavetable hum(std::vector<double>{1.0, 0.5, 0.0, 0.2});
    const double mains = random.chance(0.5) ? 50.0 : 60.0;
    const double level = random.chance(0.5) ? random.between(0.0, 0.05) : 0.0;
    Phase phase(length.rate);
    Samples samples(length.samples);
    for (double &sample : samples)
        sample = walls.next(room.next()) + level * hum.at(phase.next(mains));
    return samples;
}

Samples street(Length length, Random &random) {
    PinkNoise town(random);
    StateVariableFilter rumble(random.between(50.0, 110.0), 0.7, length.rate);
    Drift traffic(0.6, length.rate, random);
    const double townLevel = random.between(0.15, 0.4);
    Samples samples(length.samples);
    for (double &sample : samples) {
        const double pink = town.next();
        sample = (1.0 + 0.4 * traffic.next()) * (townLevel * pink + 1.2 * rumble.band(pink));
    }
    const int cars = 1 + random.below(4);
    for (int car = 0; car < cars; ++car)
        addDistantCar(samples, length, random);
    return samples;
}

Samples wind(Length length, Random &random) {
    PinkNoise air(random);
    StateVariableFilter gusts(200.0, 0.9, length.rate);
    StateVariableFilter leaves(random.between(2500.0, 4500.0), 0.6, length.rate);
    Drift slow(0.5, length.rate, random);
    Drift fast(2.2, length.rate, random);
    const double leafLevel = random.between(0.1, 0.6);
    const double pitch = random.between(150.0, 320.0);
    double force = 0.5;
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double strength = 0.55 + 0.32 * slow.next() + 0.13 * fast.next();
        force = std::max(0.05, strength);
        if (i % 64 == 0)
            gusts.tune(pitch * (0.5 + force), 0.9); // stronger wind sounds higher
        const double noise = air.next();
        samples[i] = force * force * (2.0 * gusts.next(noise).low + leafLevel * force * leaves.band(noise));
    }
    return samples;
}

} // namespace tagscope::demo
