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

// The first three resonances of the mouth, Hz.
using Vowel = std::array<double, 3>;

constexpr std::array<Vowel, 6> kVowels{{{730, 1090, 2440},   // a
                                        {530, 1840, 2480},   // e
                                        {300, 2250, 3000},   // i
                                        {570, 840, 2410},    // o
                                        {320, 900, 2240},    // u
                                        {500, 1400, 2450}}}; // a neutral one (after Peterson and Barney, 1952)

constexpr std::size_t kRetuned = 64; // samples between changes of what changes slowly

// One scream: its span and the melody of its pitch.
struct Scream {
    Span span;
    double start, top, end; // Hz
};

std::vector<Scream> screams(double pitch, double seconds, Random &random) {
    std::vector<Scream> result;
    double time = 0.0;
    while (time < seconds) {
        const double lasting = random.between(0.5, 2.2);
        const double top = pitch * random.between(0.88, 1.15);
        const double start = top * random.between(0.6, 0.8);
        const double end = top * random.between(0.65, 0.95);
        result.push_back({{time, std::min(time + lasting, seconds)}, start, top, end});
        time += lasting + random.between(0.15, 0.7);
    }
    return result;
}

Samples oneScreamer(double pitch, Length length, Random &random) {
    const std::vector<Scream> cries = screams(pitch, length.seconds(), random);
    std::vector<Span> spans;
    std::vector<Curve::Point> melody;
    for (const Scream &cry : cries) {
        const double lasting = cry.span.end - cry.span.start;
        spans.push_back(cry.span);
        melody.push_back({cry.span.start, cry.start});
        melody.push_back({cry.span.start + 0.15 * lasting, cry.top});
        melody.push_back({cry.span.start + 0.7 * lasting, 0.96 * cry.top});
        melody.push_back({cry.span.end, cry.end});
    }
    Curve pitchCurve(melody);
    Gate breath(spans, 0.03, 0.06, length.rate);

    const Wavetable folds(fallingHarmonics(harmonicsBelow(1.3 * pitch, length.rate, 16), 0.7));
    const double throat = random.between(1.0, 1.25); // a shorter one than a man's
    std::array<StateVariableFilter, 4> formants{
        StateVariableFilter(1000.0 * throat, 4.0, length.rate), StateVariableFilter(1650.0 * throat, 6.0, length.rate),
        StateVariableFilter(2900.0 * throat, 6.0, length.rate), StateVariableFilter(4000.0 * throat, 6.0, length.rate)};
    static constexpr std::array<double, 4> kLevels{1.0, 0.8, 0.6, 0.3};
    Phase phase(length.rate);
    Drift vibrato(11.0, length.rate, random);
    Drift jitter(160.0, length.rate, random);
    Drift mood(2.0, length.rate, random);
    Phase flutter(length.rate);
    const Wavetable sine(std::vector<double>{1.0});
    // Alarm in a voice is roughness: its level changes 30 to 150 times a second (Arnal and others, Current Biology
    // 2015).
    const double roughPitch = random.between(45.0, 110.0);
    const double roughest = random.between(0.15, 0.7);
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double time = length.time(i);
        const double loud = breath.at(time);
        const double rough = roughest * std::max(0.0, 0.4 + mood.next());
        const double now = pitchCurve.at(time) * (1.0 + 0.02 * vibrato.next() + (0.006 + 0.02 * rough) * jitter.next());
        const double shake = 1.0 - rough * (0.5 + 0.5 * sine.at(flutter.next(roughPitch)));
        const double source = loud * (shake * folds.at(phase.next(now)) + (0.04 + 0.15 * rough) * random.white());
        double mouth = 0.25 * source;
        for (std::size_t f = 0; f < formants.size(); ++f)
            mouth += kLevels[f] * formants[f].band(source);
        samples[i] = mouth;
    }
    return samples;
}

// A person who talks: syllables, pauses, a melody that falls over each phrase.
class Talker {
public:
    Talker(double rate, Random &random)
        : random_(random.next()), rate_(rate),
          pitch_(random_.chance(0.5) ? random_.between(95.0, 140.0) : random_.between(170.0, 240.0)),
          throat_(pitch_ > 150.0 ? 1.15 : 1.0), level_(random_.between(0.25, 1.0)),
          phase_(rate, random_.unit()), formants_{StateVariableFilter(500.0, 6.0, rate),
                                                  StateVariableFilter(1400.0, 9.0, rate),
                                                  StateVariableFilter(2500.0, 10.0, rate)},
          fricative_(4500.0, 1.0, rate) {
        syllables_ = random_.below(12); // in the middle of a phrase
    }

    double next(std::size_t i, const Wavetable &folds) {
        if (i % kRetuned == 0)
            move();
        if (loud_ < 1e-4 && hissing_ < 1e-4)
            return 0.0;
        const double noise = random_.white();
        const double source = loud_ * folds.at(phase_.next(pitchNow_));
        double out = hissing_ * fricative_.band(noise);
        static constexpr std::array<double, 3> kLevels{1.0, 0.5, 0.25};
        for (std::size_t f = 0; f < formants_.size(); ++f)
            out += kLevels[f] * formants_[f].band(source);
        return level_ * out;
    }

private:
    // One step of the mouth, kRetuned samples long.
    void move() {
        left_ -= static_cast<double>(kRetuned) / rate_;
        if (left_ <= 0.0)
            nextSyllable();
        const double step = 1.0 - std::exp(-static_cast<double>(kRetuned) / (0.03 * rate_));
        loud_ += step * ((left_ > 0.25 * lasting_ ? wanted_ : 0.1 * wanted_) - loud_);
        hissing_ += step * ((left_ > 0.7 * lasting_ ? hiss_ : 0.0) - hissing_);
        pitchNow_ += 0.3 * step * (pitch_ * melody_ - pitchNow_);
        for (std::size_t f = 0; f < formants_.size(); ++f) {
            mouth_[f] += 0.6 * step * (vowel_[f] * throat_ - mouth_[f]);
            formants_[f].tune(mouth_[f], f == 0 ? 6.0 : 9.0);
        }
    }

    void nextSyllable() {
        if (syllables_ == 0) { // breathes, or listens to another
            syllables_ = 3 + random_.below(9);
            melody_ = random_.between(1.1, 1.35);
            wanted_ = 0.0;
            hiss_ = 0.0;
            lasting_ = random_.between(0.2, 1.3);
        } else {
            --syllables_;
            melody_ = melody_ * random_.between(0.9, 1.05);
            vowel_ = kVowels[static_cast<std::size_t>(random_.below(static_cast<int>(kVowels.size())))];
            wanted_ = random_.between(0.5, 1.0);
            hiss_ = random_.chance(0.35) ? random_.between(0.1, 0.5) : 0.0;
            lasting_ = random_.between(0.11, 0.3);
        }
        left_ = lasting_;
    }

    Random random_;
    double rate_;
    double pitch_;  // Hz, the person's own
    double throat_; // length of the throat against a man's, as a factor on the formants
    double level_;
    Phase phase_;
    std::array<StateVariableFilter, 3> formants_;
    StateVariableFilter fricative_;
    Vowel vowel_ = kVowels.back();
    Vowel mouth_ = kVowels.back(); // on its way to vowel_
    int syllables_ = 0;            // left in the phrase
    double lasting_ = 1.0;         // seconds, of the present syllable
    double left_ = 0.0;            // of it
    double wanted_ = 0.0;
    double loud_ = 0.0;
    double hiss_ = 0.0;
    double hissing_ = 0.0;
    double melody_ = 1.0;
    double pitchNow_ = 120.0;
};

} // namespace

Samples screaming(Length length, Random &random) {
    const double pitch = random.between(750.0, 1250.0);
    Samples samples = oneScreamer(pitch, length, random);
    if (random.chance(0.3)) { // not alone
        const double second = random.between(700.0, 1300.0);
        const Samples other = oneScreamer(second, length, random);
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] += 0.6 * other[i];
    }
    return samples;
}

Samples babble(Length length, Random &random) {
    const Wavetable folds(fallingHarmonics(24, 1.1));
    std::vector<Talker> talkers;
    const int people = 4 + random.below(3);
    talkers.reserve(static_cast<std::size_t>(people));
    for (int person = 0; person < people; ++person)
        talkers.emplace_back(length.rate, random);
    PinkNoise room(random);
    Samples samples(length.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        double sum = 0.03 * room.next();
        for (Talker &talker : talkers)
            sum += talker.next(i, folds);
        samples[i] = sum;
    }
    return samples;
}

} // namespace tagscope::demo
