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

// Odd harmonics, as of a square wave through a small speaker.
Wavetable reedy(double highest, double rate, double slope) {
    std::vector<double> amplitudes = fallingHarmonics(harmonicsBelow(highest, rate, 11), slope);
    for (std::size_t i = 1; i < amplitudes.size(); i += 2)
        amplitudes[i] *= 0.15;
    return Wavetable(amplitudes);
}

// A pitch for each kind of pattern at `time`, in Hz; 0 is silence.
struct AlarmPattern {
    enum class Kind { Chirps, TwoTones, Whoops, FallingSweeps, FastWarble, Honks };
    Kind kind = Kind::Chirps;
    double low = 800.0;
    double high = 1800.0;
    double repeats = 4.0; // a second

    [[nodiscard]] double pitchAt(double time) const {
        const double round = time * repeats;
        const double part = round - std::floor(round);
        switch (kind) {
        case Kind::Chirps:
            return part < 0.65 ? low + (high - low) * part / 0.65 : 0.0;
        case Kind::TwoTones:
            return part < 0.5 ? high : low;
        case Kind::Whoops:
            return part < 0.9 ? low * std::pow(high / low, part / 0.9) : 0.0;
        case Kind::FallingSweeps:
            return high * std::pow(low / high, part);
        case Kind::FastWarble:
            return low + (high - low) * (1.0 - std::abs(2.0 * part - 1.0));
        case Kind::Honks:
            return part < 0.5 ? low : 0.0;
        }
        return 0.0;
    }
};

AlarmPattern patternOf(AlarmPattern::Kind kind, double pitch, Random &random) {
    using Kind = AlarmPattern::Kind;
    switch (kind) {
    case Kind::Chirps:
        return {kind, 900.0 * pitch, 2300.0 * pitch, random.between(5.0, 8.0)};
    case Kind::TwoTones:
        return {kind, 1000.0 * pitch, 1400.0 * pitch, random.between(2.0, 3.5)};
    case Kind::Whoops:
        return {kind, 600.0 * pitch, 1900.0 * pitch, random.between(1.2, 2.0)};
    case Kind::FallingSweeps:
        return {kind, 700.0 * pitch, 2200.0 * pitch, random.between(2.0, 3.0)};
    case Kind::FastWarble:
        return {kind, 1100.0 * pitch, 2100.0 * pitch, random.between(9.0, 13.0)};
    case Kind::Honks:
        return {kind, 420.0 * pitch, 420.0 * pitch, random.between(1.1, 1.8)};
    }
    return {};
}

// The siren under the bonnet: one pattern, or six in turn as most of them do.
Samples alarmSiren(Length length, Random &random) {
    using Kind = AlarmPattern::Kind;
    static constexpr std::array<Kind, 5> kKinds{Kind::Chirps, Kind::TwoTones, Kind::Whoops, Kind::FallingSweeps,
                                                Kind::FastWarble};
    const double pitch = random.between(0.8, 1.25);
    const bool isInTurn = random.chance(0.45);
    std::vector<AlarmPattern> patterns;
    const std::size_t first = static_cast<std::size_t>(random.below(static_cast<int>(kKinds.size())));
    for (std::size_t i = 0; i < (isInTurn ? kKinds.size() : 1); ++i)
        patterns.push_back(patternOf(kKinds[(first + i) % kKinds.size()], pitch, random));
    const double turn = random.between(1.6, 2.6); // seconds of each

    const Wavetable wave = reedy(2300.0 * pitch, length.rate, random.between(0.8, 1.3));
    StateVariableFilter speaker(random.between(1800.0, 2800.0), 0.8, length.rate);
    Phase phase(length.rate);
    double level = 0.0;
    double pitchNow = 0.0;
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double time = length.time(i);
        const auto round = static_cast<std::size_t>(time / turn);
        const double inTurn = time - static_cast<double>(round) * turn;
        const double wanted = patterns[round % patterns.size()].pitchAt(inTurn);
        level += 0.01 * ((wanted > 0.0 ? 1.0 : 0.0) - level);
        pitchNow = wanted > 0.0 ? wanted : pitchNow;
        samples[i] = speaker.band(level * wave.at(phase.next(pitchNow)));
    }
    return samples;
}

// The car's own horn, on and off.
Samples alarmHonks(Length length, Random &random) {
    const double low = random.between(380.0, 450.0);
    const double high = low * random.between(1.18, 1.28);
    const double repeats = random.between(1.0, 1.9);
    const Wavetable wave(fallingHarmonics(harmonicsBelow(high, length.rate, 20), 0.6));
    Phase lowPhase(length.rate);
    Phase highPhase(length.rate, 0.3);
    std::vector<Span> honks;
    for (double time = 0.0; time < length.seconds(); time += 1.0 / repeats)
        honks.push_back({time, time + 0.5 / repeats});
    Gate contact(honks, 0.006, 0.02, length.rate);
    StateVariableFilter bell(2200.0, 0.7, length.rate);
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double level = contact.at(length.time(i));
        const double sum = wave.at(lowPhase.next(low)) + wave.at(highPhase.next(high));
        samples[i] = level * (0.5 * sum + bell.band(sum));
    }
    return samples;
}

} // namespace

Samples carAlarm(Length length, Random &random) {
    return random.chance(0.3) ? alarmHonks(length, random) : alarmSiren(length, random);
}

Samples reversingBeeps(Length length, Random &random) {
    const double pitch = random.between(1000.0, 1320.0);
    const double repeats = random.between(0.85, 1.4);
    const double on = random.between(0.42, 0.58);
    const double harshness = random.between(0.1, 0.3);
    const double engine = random.between(0.0, 0.08);
    const double tyres = random.between(0.01, 0.03);
    const Wavetable wave(std::vector<double>{1.0, 0.3 * harshness, harshness, 0.0, 0.4 * harshness});
    Phase phase(length.rate);
    std::vector<Span> beeps;
    for (double time = 0.0; time < length.seconds(); time += 1.0 / repeats)
        beeps.push_back({time, time + on / repeats});
    Gate contact(beeps, 0.004, 0.006, length.rate);

    // The lorry behind the beep: a low idle and the ground under its wheels.
    const Wavetable idle(fallingHarmonics(12, 0.7));
    const double idlePitch = random.between(24.0, 34.0);
    Phase idlePhase(length.rate);
    StateVariableFilter ground(pitch, 0.6, length.rate);
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double beep = contact.at(length.time(i)) * wave.at(phase.next(pitch));
        samples[i] = beep + engine * idle.at(idlePhase.next(idlePitch)) + tyres * ground.band(random.white());
    }
    return samples;
}

} // namespace tagscope::demo
