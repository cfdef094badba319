// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/engine.h"
#include "core/demo/filters.h"
#include "core/demo/oscillators.h"
#include "core/demo/sound_space.h"
#include "core/demo/synthesis.h"

#include <algorithm>
#include <cmath>

namespace tagscope::demo {

namespace {

EngineBuild petrolEngine(Random &random) {
    EngineBuild build;
    const double kind = random.unit();
    build.firings = evenFirings(kind < 0.7 ? 4 : (kind < 0.85 ? 6 : 8));
    build.pulse = random.between(0.002, 0.004);
    build.unevenness = random.between(0.05, 0.2);
    build.hiss = random.between(0.15, 0.4);
    build.pipe = random.between(90.0, 170.0);
    build.secondPipe = random.between(260.0, 480.0);
    build.brightness = random.between(1500.0, 4000.0);
    return build;
}

// Tyres: noise, and the whine of the tread's blocks.
Samples tyres(double speed, Length length, Random &random) {
    StateVariableFilter tread(random.between(700.0, 1100.0), 0.6, length.rate);
    StateVariableFilter body(random.between(140.0, 260.0), 0.8, length.rate);
    StateVariableFilter air(3500.0, 0.5, length.rate);
    const double whineLevel = random.between(0.05, 0.2);
    const double whinePitch = speed * random.between(18.0, 26.0); // blocks a metre
    const Wavetable whine(std::vector<double>{1.0, 0.5, 0.25});
    Phase blocks(length.rate);
    Samples samples(length.samples);
    for (double &sample : samples) {
        const double noise = random.white();
        sample = tread.band(noise) + 0.6 * body.band(noise) + 0.25 * air.band(noise) +
                 whineLevel * whine.at(blocks.next(whinePitch));
    }
    return samples;
}

// The whirr of the starter before the engine catches.
void addStarter(Samples &samples, double seconds, Length length, Random &random) {
    const Wavetable wave(fallingHarmonics(12, 0.8));
    const double pitch = random.between(150.0, 220.0);
    const double turns = random.between(7.0, 10.0);
    Phase whirr(length.rate);
    Phase compression(length.rate);
    const Wavetable swing(std::vector<double>{1.0});
    const std::size_t end = std::min(samples.size(), static_cast<std::size_t>(seconds * length.rate));
    for (std::size_t i = 0; i < end; ++i) {
        const double labour = swing.at(compression.next(turns));
        samples[i] = 0.8 * (0.7 - 0.3 * labour) * wave.at(whirr.next(pitch * (1.0 + 0.08 * labour)));
    }
}

} // namespace

Samples car(Length length, Random &random) {
    const EngineBuild build = petrolEngine(random);
    const double idle = random.between(700.0, 950.0);
    const double seconds = length.seconds();
    if (random.chance(0.4)) {
        const double highest = random.between(2800.0, 5000.0);
        Samples samples = runEngine(build, revved(idle, highest, seconds, random), length, random);
        if (seconds > 3.0 && random.chance(0.4)) {
            const double cranking = random.between(0.6, 1.2);
            addStarter(samples, cranking, length, random);
        }
        return samples;
    }
    Gearbox gearbox;
    gearbox.idle = idle;
    gearbox.shiftAt = random.between(2600.0, 4600.0);
    gearbox.firstGearSeconds = random.between(1.0, 1.8);
    gearbox.shiftSeconds = random.between(0.2, 0.4);
    gearbox.idleSeconds = random.between(0.5, 2.5);
    return runEngine(build, throughTheGears(gearbox, seconds, random), length, random);
}

Samples carPassingBy(Length length, Random &random) {
    Passage passage;
    passage.closestTime = length.seconds() * random.between(0.35, 0.65);
    passage.distance = random.between(3.0, 9.0);
    passage.speed = random.between(11.0, 30.0);
    const Length longer{length.samples + extraFor(passage, length), length.rate};
    Samples source = tyres(passage.speed, longer, random);
    const double revolutions = random.between(1800.0, 3200.0);
    const EngineBuild build = petrolEngine(random);
    const Samples engine = runEngine(build, steady(revolutions, 0.6), longer, random);
    const double share = random.between(0.15, 0.5);
    for (std::size_t i = 0; i < source.size(); ++i)
        source[i] += share * engine[i];
    return passingBy(source, passage, length);
}

Samples motorcycle(Length length, Random &random) {
    EngineBuild build;
    double idle = random.between(780.0, 1000.0);
    double highest = random.between(2600.0, 4200.0);
    const double kind = random.unit();
    if (kind < 0.65) { // 45 degrees between the cylinders on one crank pin: 315 and 405 degrees from shot to shot
        build.firings = {0.0, 315.0 / 720.0};
        build.pulse = random.between(0.003, 0.006);
        build.hiss = random.between(0.5, 0.9);
    } else if (kind < 0.85) { // four cylinders that rev high
        build.firings = evenFirings(4);
        build.pulse = random.between(0.0012, 0.002);
        build.hiss = random.between(0.2, 0.4);
        idle = random.between(1200.0, 1600.0);
        highest = random.between(7000.0, 11000.0);
    } else { // a single
        build.firings = {0.0};
        build.pulse = random.between(0.003, 0.006);
        build.hiss = random.between(0.4, 0.8);
        idle = random.between(1300.0, 1700.0);
        highest = random.between(5000.0, 7500.0);
    }
    build.unevenness = random.between(0.2, 0.4);
    build.pipe = random.between(150.0, 240.0);
    build.secondPipe = random.between(450.0, 800.0); // short and open
    build.brightness = random.between(4000.0, 8000.0);

    const double seconds = length.seconds();
    if (random.chance(0.5))
        return runEngine(build, revved(idle, highest, seconds, random), length, random);
    Gearbox gearbox;
    gearbox.idle = idle;
    gearbox.shiftAt = highest;
    gearbox.firstGearSeconds = random.between(0.8, 1.4);
    gearbox.shiftSeconds = 0.15;
    gearbox.idleSeconds = random.between(0.5, 2.0);
    return runEngine(build, throughTheGears(gearbox, seconds, random), length, random);
}

} // namespace tagscope::demo
