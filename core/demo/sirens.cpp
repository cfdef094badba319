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

// What the siren's box plays for a while.
struct Tune {
    enum class Kind { Wail, TwoTone };
    Kind kind = Kind::Wail;
    double low = 650.0;   // Hz
    double high = 1500.0; // Hz
    double period = 5.0;  // seconds
    double rising = 0.4;  // share of the period
    double seconds = 10.0;

    [[nodiscard]] double pitchAt(double time) const {
        const double part = time / period - std::floor(time / period);
        if (kind == Kind::TwoTone)
            return part < rising ? high : low;
        // Capacitors that load and unload: fast first, then slower.
        const double along = part < rising ? part / rising : 1.0 - (part - rising) / (1.0 - rising);
        const double bent = along * (1.5 - 0.5 * along);
        return low * std::pow(high / low, bent);
    }
};

// Plays the tunes in turn through a horn loudspeaker.
Samples electronicSiren(const std::vector<Tune> &tunes, double harshness, Length length, Random &random) {
    double highest = 0.0;
    for (const Tune &tune : tunes)
        highest = std::max(highest, tune.high);
    constexpr std::size_t kRetuned = 32; // samples between changes of what changes slowly
    std::vector<double> amplitudes = fallingHarmonics(harmonicsBelow(highest, length.rate, 14), 1.9 - harshness);
    for (std::size_t i = 1; i < amplitudes.size(); i += 2)
        amplitudes[i] *= 0.4;
    const Wavetable wave(amplitudes);
    const double resonance = random.between(1000.0, 2000.0);
    StateVariableFilter speaker(resonance, 0.6, length.rate);
    Phase phase(length.rate);
    Samples samples(length.samples);
    std::size_t playing = 0;
    double started = -tunes.front().period * random.unit();
    double ends = tunes.front().seconds * random.between(0.4, 1.0);
    double wanted = tunes.front().pitchAt(-started);
    double pitch = wanted;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double time = length.time(i);
        if (time >= ends) {
            playing = (playing + 1) % tunes.size();
            started = time;
            ends = time + tunes[playing].seconds;
        }
        if (i % kRetuned == 0)
            wanted = tunes[playing].pitchAt(time - started);
        pitch += 0.01 * (wanted - pitch); // a loudspeaker's tone does not jump
        const double tone = wave.at(phase.next(pitch));
        samples[i] = 0.5 * tone + speaker.band(tone);
    }
    return samples;
}

// On the way to somewhere: mostly past the listener, who hears Doppler's shift.
template <typename MakeSource>
Samples onItsWay(Length length, Random &random, const MakeSource &makeSource) {
    if (!random.chance(0.6))
        return makeSource(length);
    Passage passage;
    passage.closestTime = length.seconds() * random.between(-0.2, 1.2);
    passage.distance = random.between(10.0, 40.0);
    passage.speed = random.between(9.0, 22.0);
    const Length longer{length.samples + extraFor(passage, length), length.rate};
    return passingBy(makeSource(longer), passage, length);
}

// A chopped stream of air: a rotor that is spun up and slows down.
Samples mechanicalSiren(Curve &pitch, double second, double brightness, Length length, Random &random) {
    const Wavetable wave(fallingHarmonics(harmonicsBelow(1200.0, length.rate, 16), brightness));
    Phase first(length.rate);
    Phase other(length.rate, 0.4);
    Drift unsteady(3.0, length.rate, random);
    StateVariableFilter air(1500.0, 0.7, length.rate);
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double now = pitch.at(length.time(i)) * (1.0 + 0.002 * unsteady.next());
        double tone = wave.at(first.next(now));
        if (second > 0.0)
            tone += wave.at(other.next(now * second));
        const double power = std::min(1.0, now / 350.0); // a slow rotor moves little air
        samples[i] = power * power * (tone + 0.05 * air.band(random.white()));
    }
    return samples;
}

// Up fast, down slowly, as long as somebody presses the pedal.
Samples fireRotor(Length length, Random &random) {
    const double top = random.between(750.0, 1050.0);
    std::vector<Curve::Point> points;
    double time = -random.between(0.0, 2.0);
    while (time < length.seconds()) {
        points.push_back({time, random.between(0.35, 0.5) * top});
        time += random.between(1.8, 3.0);
        points.push_back({time, 0.95 * top});
        time += random.between(0.5, 1.5);
        points.push_back({time, top});
        time += random.between(3.0, 5.0);
    }
    Curve pitch(points);
    return mechanicalSiren(pitch, 0.0, 0.9, length, random);
}

void addAirHorn(Samples &samples, Length length, Random &random) {
    const double low = random.between(220.0, 300.0);
    const Wavetable wave(fallingHarmonics(harmonicsBelow(400.0, length.rate, 20), 0.45));
    std::vector<Span> blasts;
    double time = random.between(0.3, 1.5);
    while (time < length.seconds()) {
        const double blast = random.between(0.4, 1.3);
        blasts.push_back({time, time + blast});
        time += blast + (random.chance(0.5) ? random.between(0.15, 0.4) : random.between(1.5, 3.5));
    }
    Gate valve(blasts, 0.03, 0.06, length.rate);
    Phase first(length.rate);
    Phase second(length.rate);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double level = valve.at(length.time(i));
        const double tone = wave.at(first.next(low)) + wave.at(second.next(low * 1.25));
        samples[i] += 0.8 * level * tone;
    }
}

void addDiesel(Samples &samples, double level, Length length, Random &random) {
    const Wavetable wave(fallingHarmonics(16, 0.5));
    const double pitch = random.between(40.0, 75.0);
    Phase phase(length.rate);
    for (double &sample : samples)
        sample += level * wave.at(phase.next(pitch));
}

} // namespace

Samples ambulance(Length length, Random &random) {
    std::vector<Tune> tunes;
    if (random.chance(0.4)) {
        const double low = random.between(640.0, 760.0);
        const double interval = random.between(1.26, 1.36); // about a fourth
        const double period = random.between(0.9, 1.4);
        tunes.push_back({Tune::Kind::TwoTone, low, low * interval, period, 0.5, 1000.0});
    } else {
        const double low = random.between(600.0, 720.0);
        const double high = random.between(1350.0, 1600.0);
        const double period = random.between(4.0, 6.0);
        tunes.push_back({Tune::Kind::Wail, low, high, period, 0.42, random.between(4.0, 9.0)});
        if (random.chance(0.3)) // the crew presses the button before a crossing
            tunes.push_back({Tune::Kind::Wail, low, high, random.between(0.3, 0.4), 0.5, random.between(1.0, 2.0)});
    }
    const double harshness = random.between(0.4, 0.9);
    return onItsWay(length, random, [&](Length longer) { return electronicSiren(tunes, harshness, longer, random); });
}

Samples fireEngine(Length length, Random &random) {
    const double kind = random.unit();
    const bool hasHorn = random.chance(0.7);
    const double diesel = random.between(0.05, 0.2);
    return onItsWay(length, random, [&](Length longer) {
        Samples samples;
        if (kind < 0.45) {
            samples = fireRotor(longer, random);
        } else if (kind < 0.75) {
            const double low = random.between(340.0, 440.0);
            const double interval = random.between(1.12, 1.34);
            const double period = random.between(1.4, 2.6);
            samples =
                electronicSiren({{Tune::Kind::TwoTone, low, low * interval, period, 0.5, 1000.0}}, 1.2, longer, random);
        } else {
            const double low = random.between(380.0, 480.0);
            const double high = random.between(950.0, 1150.0);
            const double period = random.between(6.0, 8.0);
            samples = electronicSiren({{Tune::Kind::Wail, low, high, period, 0.4, 1000.0}}, 0.6, longer, random);
        }
        if (hasHorn || kind < 0.45)
            addAirHorn(samples, longer, random);
        addDiesel(samples, diesel, longer, random);
        return samples;
    });
}

Samples civilDefenseSiren(Length length, Random &random) {
    const double top = random.between(380.0, 580.0);
    const double rise = random.between(5.0, 8.0);
    // The second row of ports: none, a minor third, a fifth.
    const double kind = random.unit();
    const double second = kind < 0.35 ? 0.0 : (kind < 0.55 ? 1.2 : 1.5);
    std::vector<Curve::Point> points;
    // Where the listener comes in: at the start, or somewhere in the wail. Short pieces are not only a start.
    double time = -rise * random.between(0.1, 1.2);
    while (time < length.seconds()) {
        const double bottom = random.between(0.35, 0.6) * top;
        points.push_back({time, bottom});
        points.push_back({time + 0.3 * rise, bottom + 0.6 * (top - bottom)});
        points.push_back({time + 0.6 * rise, bottom + 0.88 * (top - bottom)});
        points.push_back({time + rise, top});
        time += rise + random.between(1.0, 6.0);
        points.push_back({time, top});
        time += random.between(5.0, 8.0);
    }
    Curve pitch(points);
    Samples samples = mechanicalSiren(pitch, second, random.between(0.9, 1.4), length, random);

    // Its horn turns round.
    Phase turning(length.rate, random.unit());
    const Wavetable turn(std::vector<double>{1.0});
    const double turns = random.between(0.05, 0.15);
    const double depth = random.chance(0.5) ? random.between(0.2, 0.5) : 0.0;
    for (double &sample : samples)
        sample *= 1.0 + depth * turn.at(turning.next(turns));
    placeAtDistance(samples, random.between(0.3, 0.8), length.rate, random); // such sirens are far and echo
    return samples;
}

Samples policeCar(Length length, Random &random) {
    const double low = random.between(620.0, 760.0);
    const double high = random.between(1400.0, 1750.0);
    const Tune yelp{Tune::Kind::Wail, low, high, random.between(0.26, 0.36), 0.5, random.between(2.0, 5.0)};
    const Tune phaser{Tune::Kind::Wail,           low * 1.2, high * 1.1,
                      random.between(0.06, 0.09), 0.5,       random.between(0.7, 1.8)};
    const Tune wail{Tune::Kind::Wail, low, high, random.between(3.0, 4.5), 0.4, random.between(2.0, 4.0)};
    std::vector<Tune> tunes{yelp};
    if (random.chance(0.6))
        tunes.push_back(phaser);
    if (random.chance(0.2))
        tunes.push_back(wail);
    const double harshness = random.between(0.7, 1.2);
    return onItsWay(length, random, [&](Length longer) { return electronicSiren(tunes, harshness, longer, random); });
}

} // namespace tagscope::demo
