// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/envelopes.h"
#include "core/demo/filters.h"
#include "core/demo/oscillators.h"
#include "core/demo/synthesis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tagscope::demo {

namespace {

// Times at which something is struck, and how hard.
struct Stroke {
    double time;
    double force;
};

// The sum of what rings when it is struck.
Samples ring(std::vector<Resonator> parts, const std::vector<double> &levels, const std::vector<Stroke> &strokes,
             Length length) {
    Samples samples(length.samples);
    std::size_t next = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        double hit = 0.0;
        while (next < strokes.size() && strokes[next].time <= length.time(i))
            hit += strokes[next++].force;
        for (std::size_t p = 0; p < parts.size(); ++p)
            samples[i] += levels[p] * parts[p].next(hit);
    }
    return samples;
}

void add(Samples &samples, const Samples &more, double level) {
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] += level * more[i];
}

// A domed bell: each of its modes is a pair that beats, for no dome is quite round.
Samples bell(Length length, Random &random) {
    const double pitch = random.between(1500.0, 2900.0);
    std::vector<Resonator> parts;
    std::vector<double> levels;
    static constexpr std::array<double, 4> kModes{1.0, 2.32, 3.86, 5.5}; // of a thin dome, roughly
    for (std::size_t mode = 0; mode < kModes.size(); ++mode) {
        const double frequency = pitch * kModes[mode] * (1.0 + 0.03 * random.white());
        if (frequency > 0.42 * length.rate)
            break;
        const double decay = random.between(0.35, 0.8) / (1.0 + 0.9 * static_cast<double>(mode));
        const double beat = random.between(1.0008, 1.004);
        parts.emplace_back(frequency, decay, length.rate);
        parts.emplace_back(frequency * beat, 0.9 * decay, length.rate);
        levels.insert(levels.end(), 2, 1.0 / (1.0 + static_cast<double>(mode)));
    }
    std::vector<Stroke> strokes;
    const bool isTrill = random.chance(0.6); // the lever with toothed wheels; else one clapper: ding-dong
    double time = random.between(0.05, std::max(0.06, std::min(0.8, 0.3 * length.seconds())));
    while (time < length.seconds()) {
        if (isTrill) {
            for (int half = 0; half < 2; ++half) { // the lever's way there and back
                const double interval = random.between(0.045, 0.065);
                const int teeth = 4 + random.below(4);
                for (int tooth = 0; tooth < teeth; ++tooth) {
                    strokes.push_back({time, random.between(0.5, 1.0)});
                    time += interval;
                }
                time += random.between(0.06, 0.14);
            }
        } else {
            strokes.push_back({time, 1.0});
            time += random.between(0.15, 0.3);
            strokes.push_back({time, random.between(0.4, 0.8)});
        }
        time += random.between(0.7, 2.5);
    }
    return ring(parts, levels, strokes, length);
}

// Pawls that click over the ratchet while nobody pedals; the wheel slows down until somebody does.
Samples freewheel(Length length, Random &random) {
    std::vector<Stroke> clicks;
    double time = 0.0;
    while (time < length.seconds()) {
        const double until = time + random.between(1.2, 3.5);
        double perSecond = random.between(16.0, 34.0);
        while (time < std::min(until, length.seconds())) {
            clicks.push_back({time, random.between(0.7, 1.0)});
            time += (1.0 + 0.03 * random.white()) / perSecond;
            perSecond = std::max(7.0, perSecond * 0.988);
        }
        time += random.between(0.3, 1.2);
    }
    const double pitch = random.between(2400.0, 4200.0);
    std::vector<Resonator> parts;
    for (const double mode : {1.0, 1.63, 2.31})
        parts.emplace_back(pitch * mode, 0.004 / mode, length.rate);
    return ring(parts, {1.0, 0.8, 0.5}, clicks, length);
}

// Links that rattle, in the rhythm of the pedals.
Samples chain(Length length, Random &random) {
    StateVariableFilter links(random.between(2200.0, 3800.0), 2.0, length.rate);
    StateVariableFilter tyres(random.between(500.0, 900.0), 0.7, length.rate);
    const Wavetable swing(std::vector<double>{1.0});
    const double pedals = random.between(1.8, 2.8); // both legs
    Phase turning(length.rate);
    LowPass rattle(600.0, length.rate);
    Samples samples(length.samples);
    for (double &sample : samples) {
        const double push = 0.55 + 0.45 * swing.at(turning.next(pedals));
        const double link = random.white();
        const double grains = std::max(0.0, rattle.next(link * link * link) * 3.0);
        const double noise = random.white();
        sample = push * push * links.band(noise) * (0.3 + 4.0 * grains) + 0.25 * tyres.band(noise);
    }
    return samples;
}

// A piece of maple on the ground: a burst of noise through the board's own modes.
Samples boardSound(const std::vector<Stroke> &strokes, Length length, Random &random) {
    const double pitch = random.between(280.0, 420.0);
    std::vector<Resonator> parts;
    for (const double mode : {1.0, 2.1, 3.7, 6.3})
        parts.emplace_back(pitch * mode, 0.018 / std::sqrt(mode), length.rate);
    Samples samples = ring(parts, {0.5, 0.6, 0.6, 0.5}, strokes, length);
    std::size_t next = 0;
    double burst = 0.0;
    const double fall = std::exp(-1.0 / (0.006 * length.rate));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        while (next < strokes.size() && strokes[next].time <= length.time(i))
            burst += strokes[next++].force;
        burst = burst < 1e-9 ? 0.0 : burst * fall;
        samples[i] += 1.1 * burst * random.white();
    }
    return samples;
}

struct Ride {
    std::vector<Stroke> joints; // of the pavement, under both axles
    std::vector<Stroke> clacks; // of the board
    std::vector<Span> rolling;  // wheels on the ground
};

Ride ride(Length length, Random &random) {
    Ride result;
    const double slab = random.between(0.28, 0.6); // seconds from joint to joint
    const double axles = slab * random.between(0.25, 0.4);
    double landed = 0.0;
    double jump = random.between(0.8, 2.5);
    for (double time = random.between(0.0, slab); time < length.seconds();
         time += slab * (1.0 + 0.05 * random.white())) {
        if (time > jump) {
            const double up = jump;
            const double down = up + random.between(0.28, 0.5);
            result.clacks.push_back({up, random.between(0.8, 1.2)});   // the tail pops
            result.clacks.push_back({down, random.between(1.0, 1.6)}); // and four wheels land
            result.clacks.push_back({down + random.between(0.02, 0.05), random.between(0.5, 1.0)});
            result.rolling.push_back({landed, up});
            landed = down;
            time = std::max(time, down);
            jump = down + random.between(1.2, 4.0);
            continue;
        }
        result.joints.push_back({time, random.between(0.6, 1.0)});
        result.joints.push_back({time + axles, random.between(0.5, 0.9)});
    }
    result.rolling.push_back({landed, length.seconds()});
    return result;
}

} // namespace

Samples bicycle(Length length, Random &random) {
    const bool hasBell = random.chance(0.65);
    const bool hasFreewheel = !hasBell || random.chance(0.6);
    Samples samples = chain(length, random);
    for (double &sample : samples)
        sample *= hasBell ? 0.1 : 0.25;
    if (hasBell)
        add(samples, bell(length, random), 0.35);
    if (hasFreewheel)
        add(samples, freewheel(length, random), hasBell ? 0.3 : 0.8);
    return samples;
}

Samples skateboard(Length length, Random &random) {
    const Ride way = ride(length, random);
    StateVariableFilter hum(random.between(120.0, 220.0), 1.0, length.rate);
    StateVariableFilter wheels(random.between(700.0, 1300.0), 0.7, length.rate);
    StateVariableFilter grit(random.between(2500.0, 4500.0), 0.8, length.rate);
    Drift pressure(7.0, length.rate, random);
    Gate ground(way.rolling, 0.004, 0.015, length.rate);
    const double roughness = random.between(0.3, 1.0);
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double level = ground.at(length.time(i)) * (0.8 + 0.25 * pressure.next());
        const double noise = random.white();
        samples[i] = level * (1.2 * hum.band(noise) + 0.9 * wheels.band(noise) + 0.4 * roughness * grit.band(noise));
    }
    std::vector<Resonator> axle;
    for (const double mode : {180.0, 640.0, 1450.0})
        axle.emplace_back(mode * random.between(0.8, 1.25), 0.012, length.rate);
    add(samples, ring(axle, {0.7, 0.5, 0.35}, way.joints, length), 1.1);
    add(samples, boardSound(way.clacks, length, random), 0.8);
    return samples;
}

} // namespace tagscope::demo
