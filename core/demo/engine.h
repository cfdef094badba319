// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/envelopes.h"
#include "core/demo/synthesis.h"

#include <vector>

// Combustion engines, one explosion at a time.
namespace tagscope::demo {

struct EngineBuild {
    std::vector<double> firings; // when each cylinder fires, in parts of the cycle of two revolutions; ascending from 0
    double pulse = 0.004;        // seconds in which an explosion falls to 1/e
    double unevenness = 0.15;    // of the cylinders and of their cycles
    double hiss = 0.3;           // noise within the explosions
    double pipe = 130.0;         // Hz, the exhaust's resonances
    double secondPipe = 340.0;
    double knock = 0.0; // the ticking of a diesel
    double knockHz = 1800.0;
    double brightness = 2500.0; // Hz, above which the exhaust is dull, at full load
};

// Cylinders that fire at equal distances.
[[nodiscard]] std::vector<double> evenFirings(int cylinders);

// How an engine is driven: revolutions a minute, and load from 0 to 1.
struct Drive {
    Curve revolutions;
    Curve load;
};

// Idles at first, then pulls away through the gears, and again after a stop.
struct Gearbox {
    double idle = 850.0;
    double shiftAt = 3500.0;
    double firstGearSeconds = 1.5; // each further gear takes longer
    double shiftSeconds = 0.3;
    double idleSeconds = 1.5;
    int gears = 4;
};
[[nodiscard]] Drive throughTheGears(const Gearbox &gearbox, double seconds, Random &random);
// Stands and is revved now and then.
[[nodiscard]] Drive revved(double idle, double highest, double seconds, Random &random);
[[nodiscard]] Drive steady(double revolutions, double load);

[[nodiscard]] Samples runEngine(const EngineBuild &build, Drive drive, Length length, Random &random);

} // namespace tagscope::demo
