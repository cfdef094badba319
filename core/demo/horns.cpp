// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/envelopes.h"
#include "core/demo/filters.h"
#include "core/demo/oscillators.h"
#include "core/demo/sound_space.h"
#include "core/demo/synthesis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tagscope::demo {

namespace {

// Blown horns: reeds that sound together while the valve is open.
struct Horn {
    std::vector<double> reeds; // Hz
    double mellow = 1.6;       // fall of the overtones while the air rises, as in 1/n^mellow
    double bright = 0.9;       // and at full pressure
    double riseSeconds = 0.06;
    double fallSeconds = 0.12;
    double flat = 0.03; // share by which the pitch is low without pressure
    double air = 0.05;  // noise of the air
};

Samples blow(const Horn &horn, const std::vector<Span> &blasts, Length length, Random &random) {
    constexpr int kOvertones = 40;
    const double lowest = *std::min_element(horn.reeds.begin(), horn.reeds.end());
    const double highest = *std::max_element(horn.reeds.begin(), horn.reeds.end());
    const int harmonics =
        std::min(harmonicsBelow(highest, length.rate, kOvertones), std::max(4, static_cast<int>(11000.0 / lowest)));
    const Wavetable mellow(fallingHarmonics(harmonics, horn.mellow));
    const Wavetable bright(fallingHarmonics(harmonics, horn.bright));

    struct Reed {
        double frequency;
        double level;
        Phase phase;
        Drift flutter;
    };
    std::vector<Reed> reeds;
    for (const double frequency : horn.reeds) {
        const double detuned = frequency * (1.0 + 0.005 * random.white());
        const double level = random.between(0.6, 1.0);
        const double start = random.unit();
        reeds.push_back({detuned, level, Phase(length.rate, start), Drift(9.0, length.rate, random)});
    }

    Gate valve(blasts, horn.riseSeconds, horn.fallSeconds, length.rate);
    StateVariableFilter hiss(3.0 * highest, 0.8, length.rate);
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double pressure = valve.at(length.time(i));
        if (pressure < 1e-4)
            continue;
        const double pitch = 1.0 - horn.flat * (1.0 - pressure);
        double sum = 0.0;
        for (Reed &reed : reeds) {
            const double turns = reed.phase.next(reed.frequency * pitch * (1.0 + 0.0015 * reed.flutter.next()));
            const double dark = mellow.at(turns);
            sum += reed.level * (dark + pressure * (bright.at(turns) - dark));
        }
        samples[i] = pressure * (sum + horn.air * hiss.band(random.white()) * static_cast<double>(reeds.size()));
    }
    return samples;
}

// Lengths and pauses, in parts of the whole, repeated as often as they fit with a blast of about `typical` seconds.
std::vector<Span> blastsOf(const std::vector<double> &parts, double whole, double seconds) {
    std::vector<Span> spans;
    double sum = 0.0;
    for (const double part : parts)
        sum += part;
    const int rounds = std::max(1, static_cast<int>(std::lround(seconds / whole)));
    const double scale = seconds / (sum * rounds);
    double time = 0.0;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i % 2 == 0)
                spans.push_back({time, time + scale * parts[i]});
            time += scale * parts[i];
        }
    }
    return spans;
}

} // namespace

Samples trainHorn(Length length, Random &random) {
    // Chords of air horns on locomotives, in Hz: five reeds (B major with a sixth), three reeds (D sharp minor), three
    // (A major), four (diminished).
    static const std::array<std::vector<double>, 4> kChords{{{311.1, 370.0, 415.3, 493.9, 622.3},
                                                             {311.1, 370.0, 470.0},
                                                             {277.2, 329.6, 440.0},
                                                             {255.0, 311.1, 370.0, 512.0}}};
    Horn horn;
    horn.reeds = kChords[static_cast<std::size_t>(random.below(4))];
    const double transposed = random.between(0.88, 1.12);
    for (double &reed : horn.reeds)
        reed *= transposed;
    horn.bright = random.between(0.7, 1.0);
    horn.riseSeconds = random.between(0.04, 0.12);
    horn.fallSeconds = random.between(0.08, 0.25);

    // Before a crossing: long, long, short, long. In a station: one or two.
    static const std::array<std::vector<double>, 3> kSignals{
        {{2.4, 0.6, 2.2, 0.6, 0.7, 0.6, 3.0, 0.3}, {1.0, 0.15}, {1.2, 0.5, 2.4, 0.4}}};
    const int signal = length.seconds() < 3.0 ? 1 : random.below(3);
    const std::vector<double> &parts = kSignals[static_cast<std::size_t>(signal)];
    const double whole = signal == 0 ? 10.0 : random.between(3.5, 6.0);

    if (!random.chance(0.5))
        return blow(horn, blastsOf(parts, whole, length.seconds()), length, random);
    Passage passage;
    passage.closestTime = length.seconds() * random.between(0.4, 1.2);
    passage.distance = random.between(8.0, 40.0);
    passage.speed = random.between(10.0, 35.0);
    const Length longer{length.samples + extraFor(passage, length), length.rate};
    return passingBy(blow(horn, blastsOf(parts, whole, longer.seconds()), longer, random), passage, length);
}

Samples airHorn(Length length, Random &random) {
    Horn horn;
    const bool isTruck = random.chance(0.6);
    const double root = isTruck ? random.between(130.0, 220.0) : random.between(330.0, 520.0);
    static const std::array<double, 4> kIntervals{1.189, 1.26, 1.335, 1.5}; // minor third to fifth
    const double interval = kIntervals[static_cast<std::size_t>(random.below(4))];
    horn.reeds = {root, root * interval};
    horn.mellow = 1.2;
    horn.bright = isTruck ? random.between(0.25, 0.5) : random.between(0.4, 0.7);
    horn.riseSeconds = random.between(0.015, 0.04);
    horn.fallSeconds = random.between(0.03, 0.09);
    horn.flat = 0.06;
    horn.air = 0.12;

    std::vector<Span> blasts;
    double time = 0.0;
    while (time < length.seconds()) {
        const double blast = random.chance(0.6) ? random.between(0.15, 0.5) : random.between(0.7, 2.0);
        blasts.push_back({time, std::min(time + blast, length.seconds())});
        time += blast + (random.chance(0.7) ? random.between(0.12, 0.35) : random.between(0.6, 1.2));
    }
    return blow(horn, blasts, length, random);
}

} // namespace tagscope::demo
