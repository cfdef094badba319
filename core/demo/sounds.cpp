// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sounds.h"

#include "core/demo/sound_space.h"
#include "core/demo/synthesis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tagscope::demo {

namespace {

constexpr double kPeak = 0.9; // of a single sound

using Synthesis = Samples (*)(Length, Random &);

constexpr std::array<Synthesis, kEvents> kSyntheses{
    trainHorn, airHorn,   carAlarm, reversingBeeps, bicycle, skateboard, ambulance,  fireEngine, civilDefenseSiren,
    policeCar, screaming, car,      carPassingBy,   bus,     truck,      motorcycle, train};

Length lengthOf(Seconds duration, int sampleRate) {
    if (!(duration.count() > 0.0) || sampleRate <= 0)
        return {0, std::max(1.0, static_cast<double>(sampleRate))};
    return {static_cast<std::size_t>(std::llround(duration.count() * sampleRate)), static_cast<double>(sampleRate)};
}

// Streams of numbers that differ also between events of the same seed.
Random randomOf(std::uint64_t seed, std::uint64_t stream) {
    Random mixed(seed);
    return Random(mixed.next() ^ (stream * 0xd1342543de82ef95U));
}

void scale(Samples &samples, double factor) {
    for (double &sample : samples)
        sample *= factor;
}

double peakOf(const Samples &samples) {
    double peak = 0.0;
    for (const double sample : samples)
        peak = std::max(peak, std::abs(sample));
    return peak;
}

std::vector<float> inFloats(const Samples &samples) {
    return {samples.begin(), samples.end()};
}

Samples eventSound(Event event, Length length, std::uint64_t seed) {
    if (length.samples < 2)
        return Samples(length.samples);
    const auto index = static_cast<std::size_t>(event);
    Random random = randomOf(seed, 1 + index);
    Samples samples = kSyntheses.at(index)(length, random);
    const double distance = 0.7 * std::pow(random.unit(), 1.5); // mostly near
    placeAtDistance(samples, distance, length.rate, random);
    fadeEnds(samples, length.rate);
    return samples;
}

Samples ambienceSound(Ambience ambience, Length length, std::uint64_t seed) {
    Random random = randomOf(seed, 101 + static_cast<std::uint64_t>(ambience));
    switch (ambience) {
    case Ambience::Quiet:
        return quiet(length, random);
    case Ambience::Street:
        return street(length, random);
    case Ambience::Babble:
        return babble(length, random);
    case Ambience::Wind:
        return wind(length, random);
    }
    return Samples(length.samples);
}

// Root mean square of the backgrounds against full scale: room for events 20 dB above the louder ones.
double levelOf(Ambience ambience) {
    return ambience == Ambience::Quiet ? 0.008 : 0.025;
}

Samples levelledAmbience(Ambience ambience, Length length, std::uint64_t seed) {
    Samples samples = ambienceSound(ambience, length, seed);
    const double level = rootMeanSquare(samples);
    scale(samples, level > 0.0 ? levelOf(ambience) / level : 0.0);
    return samples;
}

} // namespace

std::vector<float> synthesise(Event event, Seconds duration, int sampleRate, std::uint64_t seed) {
    Samples samples = eventSound(event, lengthOf(duration, sampleRate), seed);
    const double peak = peakOf(samples);
    scale(samples, peak > 0.0 ? kPeak / peak : 0.0);
    return inFloats(samples);
}

std::vector<float> synthesise(Ambience ambience, Seconds duration, int sampleRate, std::uint64_t seed) {
    Samples samples = levelledAmbience(ambience, lengthOf(duration, sampleRate), seed);
    for (double &sample : samples)
        sample = softlyLimited(sample);
    return inFloats(samples);
}

std::vector<float> soundOf(const Scene &scene, int sampleRate) {
    const Length length = lengthOf(scene.duration, sampleRate);
    Samples mixed = levelledAmbience(scene.ambience, length, scene.seed);
    for (const HeardEvent &heard : scene.heard) {
        const Seconds onset = std::max(Seconds{0}, heard.onset);
        const Seconds offset = std::min(scene.duration, heard.offset);
        const auto first = lengthOf(onset, sampleRate).samples;
        const std::size_t end = std::min(lengthOf(offset, sampleRate).samples, mixed.size());
        if (first >= end)
            continue;
        const Samples event = eventSound(heard.event, {end - first, length.rate}, heard.seed);
        const double loudest = loudestMoment(event, length.rate);
        if (!(loudest > 0.0))
            continue;
        const double gain = levelOf(scene.ambience) * std::pow(10.0, heard.level / 20.0) / loudest;
        for (std::size_t i = 0; i < event.size(); ++i)
            mixed[first + i] += gain * event[i];
    }
    for (double &sample : mixed)
        sample = softlyLimited(sample);
    return inFloats(mixed);
}

} // namespace tagscope::demo
