// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/engine.h"

#include "core/demo/filters.h"

#include <algorithm>
#include <cmath>

namespace tagscope::demo {

std::vector<double> evenFirings(int cylinders) {
    std::vector<double> firings;
    firings.reserve(static_cast<std::size_t>(cylinders));
    for (int cylinder = 0; cylinder < cylinders; ++cylinder)
        firings.push_back(static_cast<double>(cylinder) / cylinders);
    return firings;
}

Drive throughTheGears(const Gearbox &gearbox, double seconds, Random &random) {
    std::vector<Curve::Point> revolutions;
    std::vector<Curve::Point> load;
    const auto go = [&](double time, double speed, double effort) {
        revolutions.push_back({time, speed});
        load.push_back({time, effort});
    };
    double time = -gearbox.idleSeconds * random.unit(); // somewhere in the course of things
    while (time < seconds) {
        go(time, gearbox.idle, 0.1);
        time += gearbox.idleSeconds * random.between(0.6, 1.4);
        go(time, gearbox.idle, 0.1);
        double gearSeconds = gearbox.firstGearSeconds * random.between(0.8, 1.2);
        for (int gear = 0; gear < gearbox.gears; ++gear) {
            go(time + 0.15, gear == 0 ? 1.3 * gearbox.idle : 0.62 * gearbox.shiftAt, 0.9);
            time += gearSeconds;
            go(time, gearbox.shiftAt * random.between(0.92, 1.05), 1.0);
            time += gearbox.shiftSeconds;
            go(time, 0.6 * gearbox.shiftAt, 0.15);
            gearSeconds *= 1.45;
        }
        time += random.between(1.0, 2.0); // and down again
        go(time, gearbox.idle, 0.1);
    }
    return {Curve(revolutions), Curve(load)};
}

Drive revved(double idle, double highest, double seconds, Random &random) {
    std::vector<Curve::Point> revolutions{{-1.0, idle}};
    std::vector<Curve::Point> load{{-1.0, 0.1}};
    double time = random.between(0.2, 1.2);
    while (time < seconds) {
        revolutions.push_back({time, idle});
        load.push_back({time, 0.15});
        load.push_back({time + 0.05, 1.0});
        time += random.between(0.25, 0.7);
        const double top = idle + (highest - idle) * random.between(0.45, 1.0);
        revolutions.push_back({time, top});
        load.push_back({time, 0.9});
        load.push_back({time + 0.06, 0.1});
        const double fall = random.between(0.5, 1.1);
        revolutions.push_back({time + 0.5 * fall, idle + 0.35 * (top - idle)});
        time += fall;
        revolutions.push_back({time, idle});
        time += random.chance(0.5) ? random.between(0.05, 0.3) : random.between(0.8, 2.0);
    }
    return {Curve(revolutions), Curve(load)};
}

Drive steady(double revolutions, double load) {
    return {Curve({{0.0, revolutions}}), Curve({{0.0, load}})};
}

Samples runEngine(const EngineBuild &build, Drive drive, Length length, Random &random) {
    constexpr std::size_t kRetuned = 64; // samples between changes of what changes slowly
    std::vector<double> strengths;
    for (std::size_t cylinder = 0; cylinder < build.firings.size(); ++cylinder)
        strengths.push_back(1.0 + build.unevenness * random.white());
    StateVariableFilter pipe(build.pipe, 1.2, length.rate);
    StateVariableFilter secondPipe(build.secondPipe, 1.5, length.rate);
    StateVariableFilter knock(build.knockHz, 2.0, length.rate);
    LowPass mean(15.0, length.rate);
    LowPass dull(build.brightness, length.rate);
    Drift hunting(2.5, length.rate, random);

    const double pulseFall = std::exp(-1.0 / (build.pulse * length.rate));
    const double knockFall = std::exp(-1.0 / (0.002 * length.rate));
    double cycle = random.unit();
    std::size_t cylinder = 0;
    while (cylinder < build.firings.size() && build.firings[cylinder] <= cycle)
        ++cylinder;
    double pulse = 0.0;
    double tick = 0.0;
    double level = 0.0;
    double perSample = 0.0;
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (i % kRetuned == 0) {
            const double time = length.time(i);
            const double load = drive.load.at(time);
            const double revolutions = drive.revolutions.at(time);
            perSample = revolutions / 120.0 / length.rate;
            level = (0.35 + 0.65 * load) * std::pow(revolutions / 1000.0, 0.4);
            dull.tune(build.brightness * (0.4 + 0.6 * load));
        }
        cycle += perSample * (1.0 + 0.012 * hunting.next());
        if (cycle >= 1.0) {
            cycle -= 1.0;
            cylinder = 0;
        }
        if (cylinder < build.firings.size() && build.firings[cylinder] <= cycle) {
            const double strength = strengths[cylinder] * (1.0 + 0.6 * build.unevenness * random.white());
            pulse += strength;
            tick = strength;
            ++cylinder;
        }
        pulse = pulse * pulseFall + kFaint;
        tick = tick * knockFall + kFaint;
        const double noise = random.white();
        const double blow = pulse - mean.next(pulse) + build.hiss * pulse * noise;
        const double exhaust = pipe.band(blow) + 0.7 * secondPipe.band(blow) + 0.35 * dull.next(blow);
        samples[i] = level * (exhaust + build.knock * knock.band(tick * noise));
    }
    return samples;
}

} // namespace tagscope::demo
