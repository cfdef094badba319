// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/engine.h"
#include "core/demo/filters.h"
#include "core/demo/oscillators.h"
#include "core/demo/synthesis.h"

#include <algorithm>
#include <cmath>

namespace tagscope::demo {

namespace {

EngineBuild diesel(int cylinders, Random &random) {
    EngineBuild build;
    build.firings = evenFirings(cylinders);
    build.pulse = random.between(0.005, 0.009);
    build.unevenness = random.between(0.15, 0.3);
    build.hiss = random.between(0.3, 0.6);
    build.pipe = random.between(50.0, 90.0);
    build.secondPipe = random.between(150.0, 260.0);
    build.knock = random.between(0.5, 1.1);
    build.knockHz = random.between(1200.0, 2200.0);
    build.brightness = random.between(900.0, 2000.0);
    return build;
}

// Air that leaves through a valve: at once loud, then less and less.
void addHiss(Samples &samples, double start, double seconds, double level, Length length, Random &random) {
    StateVariableFilter valve(random.between(3000.0, 5500.0), 0.7, length.rate);
    const auto first = static_cast<std::size_t>(std::max(0.0, start) * length.rate);
    const auto end = std::min(samples.size(), first + static_cast<std::size_t>(3.0 * seconds * length.rate));
    const double fall = std::exp(-1.0 / (seconds * length.rate));
    double pressure = level;
    double rise = 0.0;
    for (std::size_t i = first; i < end; ++i) {
        rise += 0.002 * (1.0 - rise);
        pressure *= fall;
        samples[i] += rise * pressure * 2.5 * valve.band(random.white());
    }
}

void addThud(Samples &samples, double start, double level, Length length, Random &random) {
    Resonator panel(random.between(70.0, 120.0), 0.05, length.rate);
    Resonator rim(random.between(300.0, 500.0), 0.02, length.rate);
    const auto first = static_cast<std::size_t>(start * length.rate);
    double hit = level;
    for (std::size_t i = first; i < samples.size() && i < first + static_cast<std::size_t>(0.4 * length.rate); ++i) {
        samples[i] += panel.next(hit) + 0.6 * rim.next(hit);
        hit = 0.0;
    }
}

// Linings that stick and slip: a thin tone that slides down while the wheels slow down.
void addBrakeSqueal(Samples &samples, double start, double seconds, double level, Length length, Random &random) {
    const double pitch = random.between(1700.0, 3200.0);
    const Wavetable wave(fallingHarmonics(harmonicsBelow(pitch, length.rate, 4), 1.5));
    Phase phase(length.rate);
    Drift grip(12.0, length.rate, random);
    const auto first = static_cast<std::size_t>(start * length.rate);
    const auto count = static_cast<std::size_t>(seconds * length.rate);
    for (std::size_t n = 0; n < count && first + n < samples.size(); ++n) {
        const double part = static_cast<double>(n) / static_cast<double>(count);
        const double swell = 4.0 * part * (1.0 - part) * (0.7 + 0.3 * grip.next());
        samples[first + n] += level * swell * wave.at(phase.next(pitch * (1.0 - 0.12 * part)));
    }
}

// The whistle of a turbocharger follows the engine.
void addTurbo(Samples &samples, Curve revolutions, double level, Length length, Random &random) {
    const double ratio = random.between(1.4, 2.2);
    const Wavetable wave(std::vector<double>{1.0, 0.1});
    Phase phase(length.rate);
    LowPass spool(1.2, length.rate);
    const double before = revolutions.at(0.0); // it turned already
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double speed = before + spool.next(revolutions.at(length.time(i)) - before);
        samples[i] += level * std::min(1.0, speed / 1500.0) * wave.at(phase.next(ratio * speed));
    }
}

// The engine brake of American lorries lets compressed air out before each stroke: loud separate bangs, ever slower.
Samples engineBrake(EngineBuild build, Length length, Random &random) {
    build.pulse = 0.0035;
    build.unevenness = 0.35;
    build.hiss = 1.2;
    build.brightness = 4000.0;
    const double seconds = length.seconds();
    const double from = random.between(1700.0, 2100.0);
    const Drive drive{Curve({{0.0, from}, {std::max(1.0, 0.6 * seconds), 0.6 * from}, {seconds + 1.0, 0.45 * from}}),
                      Curve({{0.0, 1.0}})};
    return runEngine(build, drive, length, random);
}

} // namespace

Samples bus(Length length, Random &random) {
    EngineBuild build = diesel(6, random);
    build.brightness *= 0.6; // behind panels
    build.knock *= 0.5;
    const double seconds = length.seconds();
    const double idle = random.between(500.0, 650.0);
    Gearbox gearbox{idle, random.between(1500.0, 2000.0), random.between(1.6, 2.6), 0.35, random.between(2.0, 4.5), 3};
    Drive drive = throughTheGears(gearbox, seconds, random);
    const Curve revolutions = drive.revolutions;
    Samples samples = runEngine(build, std::move(drive), length, random);
    const double whine = random.between(0.0, 0.05);
    addTurbo(samples, revolutions, whine, length, random); // a hydraulic gearbox sings likewise

    // At the stop: brakes, the door's air, its thud.
    double time = seconds * random.between(0.05, 0.3);
    while (time < seconds) {
        if (random.chance(0.5)) {
            const double squeal = random.between(0.6, 1.4);
            addBrakeSqueal(samples, time, squeal, 0.25, length, random);
            time += squeal;
        }
        const double hiss = random.between(0.12, 0.4);
        const double pressure = random.between(0.9, 1.6);
        addHiss(samples, time, hiss, pressure, length, random);
        time += random.between(0.8, 1.6);
        addHiss(samples, time, 0.5 * hiss, 0.6 * pressure, length, random);
        addThud(samples, std::min(time + 0.6, seconds), 0.8, length, random);
        time += random.between(2.5, 6.0);
    }
    return samples;
}

Samples truck(Length length, Random &random) {
    const EngineBuild build = diesel(random.chance(0.7) ? 6 : 8, random);
    const double seconds = length.seconds();
    if (random.chance(0.25)) {
        Samples samples = engineBrake(build, length, random);
        const double stopped = seconds * random.between(0.6, 0.9);
        addHiss(samples, stopped, 0.3, 1.5, length, random);
        return samples;
    }
    const double idle = random.between(550.0, 720.0);
    Gearbox gearbox{idle,
                    random.between(1600.0, 2200.0),
                    random.between(1.0, 1.8),
                    random.between(0.5, 0.8),
                    random.between(0.8, 2.0),
                    5};
    Drive drive = throughTheGears(gearbox, seconds, random);
    const Curve revolutions = drive.revolutions;
    Samples samples = runEngine(build, std::move(drive), length, random);
    const double turbo = random.between(0.02, 0.15);
    addTurbo(samples, revolutions, turbo, length, random);
    if (random.chance(0.5)) {
        const double start = seconds * random.between(0.1, 0.8);
        const double hiss = random.between(0.15, 0.4);
        addHiss(samples, start, hiss, 1.4, length, random);
    }
    if (random.chance(0.3)) {
        const double start = seconds * random.between(0.1, 0.6);
        const double squeal = random.between(0.5, 1.2);
        addBrakeSqueal(samples, start, squeal, 0.4, length, random);
    }
    return samples;
}

} // namespace tagscope::demo
