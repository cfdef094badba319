// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/sounds.h"
#include "tests/core/demo/spectra.h"
#include "tests/support/qt_test.h"

#include <array>
#include <cstdint>
#include <limits>

using namespace tagscope;
using namespace tagscope::demo;
using namespace tagscope::test;

namespace {

constexpr int kRate = 22050;
constexpr std::size_t kSecond = kRate; // in samples
constexpr std::array<Ambience, 4> kAmbiences{Ambience::Quiet, Ambience::Street, Ambience::Babble, Ambience::Wind};

std::vector<Event> allEvents() {
    std::vector<Event> events;
    events.reserve(kEvents);
    for (int event = 0; event < kEvents; ++event)
        events.push_back(static_cast<Event>(event));
    return events;
}

double peakOf(const std::vector<float> &samples) {
    double peak = 0.0;
    for (const float sample : samples)
        peak = std::max(peak, std::abs(static_cast<double>(sample)));
    return peak;
}

bool allFinite(const std::vector<float> &samples) {
    return std::all_of(samples.begin(), samples.end(), [](float sample) { return std::isfinite(sample); });
}

std::vector<float> residue(const std::vector<float> &a, const std::vector<float> &b) {
    std::vector<float> result(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        result[i] = a[i] - b[i];
    return result;
}

// The strongest partial each hundredth of a second.
std::vector<double> pitchTrack(const std::vector<float> &samples, double low, double high) {
    constexpr std::size_t kWindow = 1024;
    std::vector<double> track;
    for (std::size_t start = 0; start + kWindow <= samples.size(); start += kSecond / 100)
        track.push_back(strongestPartial(std::span(samples).subspan(start, kWindow), kRate, low, high));
    return track;
}

// Octaves a second, half the time slower than this.
double sweepRate(Event event, std::uint64_t seed) {
    const std::vector<double> track = pitchTrack(synthesise(event, Seconds{5}, kRate, seed), 150.0, 2000.0);
    std::vector<double> rates;
    for (std::size_t i = 2; i < track.size(); ++i)
        rates.push_back(std::abs(std::log2(track[i] / track[i - 2])) / 0.02);
    return quantile(rates, 0.5);
}

double typicalSweepRate(Event event) {
    std::vector<double> rates;
    for (std::uint64_t seed = 1; seed <= 7; ++seed)
        rates.push_back(sweepRate(event, seed));
    return quantile(rates, 0.5);
}

// By how many octaves the second spectrum is the first one shifted, of those up to a third of an octave.
double shiftBetween(std::span<const float> first, std::span<const float> second) {
    constexpr int kSteps = 120; // an octave
    const auto logarithmic = [](std::span<const float> samples) {
        const std::vector<double> powers = powerSpectrum(samples);
        std::vector<double> bands;
        for (int step = 0; step < 4 * kSteps; ++step) {
            const double hz = 60.0 * std::exp2(static_cast<double>(step) / kSteps);
            const double bin = hz * static_cast<double>(samples.size()) / kRate;
            const auto below = static_cast<std::size_t>(bin);
            const double share = bin - static_cast<double>(below);
            bands.push_back(std::sqrt(powers[below] * (1.0 - share) + powers[below + 1] * share));
        }
        return bands;
    };
    const std::vector<double> a = logarithmic(first);
    const std::vector<double> b = logarithmic(second);
    constexpr int kMost = kSteps / 3;
    double best = -1.0;
    int shift = 0;
    for (int candidate = -kMost; candidate <= kMost; ++candidate) {
        double sum = 0.0;
        for (int step = kMost; step < 4 * kSteps - kMost; ++step)
            sum += *(a.begin() + step) * *(b.begin() + (step + candidate));
        if (sum > best) {
            best = sum;
            shift = candidate;
        }
    }
    return static_cast<double>(shift) / kSteps;
}

Scene soundScene(std::vector<HeardEvent> heard) {
    Scene scene;
    scene.duration = Seconds{4};
    scene.heard = std::move(heard);
    scene.seed = 5;
    return scene;
}

} // namespace

class TestSounds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalArgumentsGiveEqualSounds() {
        for (const Event event : allEvents())
            QVERIFY(synthesise(event, Seconds{1.5}, kRate, 7) == synthesise(event, Seconds{1.5}, kRate, 7));
        for (const Ambience ambience : kAmbiences)
            QVERIFY(synthesise(ambience, Seconds{1.5}, kRate, 7) == synthesise(ambience, Seconds{1.5}, kRate, 7));
    }

    void seedsDiffer() {
        for (const Event event : allEvents()) {
            const std::vector<float> one = synthesise(event, Seconds{2}, kRate, 1);
            const std::vector<float> other = synthesise(event, Seconds{2}, kRate, 2);
            QVERIFY(rootMeanSquare(residue(one, other)) > 0.5 * rootMeanSquare(one));
        }
    }

    void soundsAreBoundedAndLastAsLongAsAsked() {
        for (const int rate : {8000, 44100}) {
            for (const double seconds : {0.01, 0.35, 2.5}) {
                for (const Event event : allEvents()) {
                    const std::vector<float> sound = synthesise(event, Seconds{seconds}, rate, 3);
                    QCOMPARE(sound.size(), static_cast<std::size_t>(std::lround(seconds * rate)));
                    QVERIFY(allFinite(sound));
                    QVERIFY(std::abs(peakOf(sound) - 0.9) < 1e-5);
                    QVERIFY(std::abs(sound.front()) < 0.02F);
                    QVERIFY(std::abs(sound.back()) < 0.02F);
                }
            }
        }
    }

    void nothingIsHeardInNoTime() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const double seconds : {0.0, -1.0, nan}) {
            QVERIFY(synthesise(Event::Train, Seconds{seconds}, kRate, 1).empty());
            QVERIFY(synthesise(Ambience::Wind, Seconds{seconds}, kRate, 1).empty());
        }
        QVERIFY(synthesise(Event::Train, Seconds{1}, 0, 1).empty());
        QCOMPARE(synthesise(Event::Train, Seconds{1e-5}, 100000, 1).size(), std::size_t{1});
        const Scene plain = soundScene({});
        QVERIFY(soundOf(soundScene({{Event::Car, Seconds{3}, Seconds{2}, 10.0, 1}}), kRate) == soundOf(plain, kRate));
        QVERIFY(soundOf(soundScene({{Event::Car, Seconds{5}, Seconds{9}, 10.0, 1}}), kRate) == soundOf(plain, kRate));
    }

    void ambiencesAreModerate() {
        for (const Ambience ambience : kAmbiences) {
            const std::vector<float> sound = synthesise(ambience, Seconds{5}, kRate, 4);
            QVERIFY(allFinite(sound));
            QVERIFY(rootMeanSquare(sound) > 0.007);
            QVERIFY(rootMeanSquare(sound) < 0.026);
            QVERIFY(peakOf(sound) < 0.5);
        }
    }

    void anEventIsHeardOnlyWhileItLasts() {
        const std::vector<float> without = soundOf(soundScene({}), kRate);
        for (const Event event : allEvents()) {
            const std::vector<float> with = soundOf(soundScene({{event, Seconds{1}, Seconds{2.5}, 30.0, 6}}), kRate);
            const std::vector<float> added = residue(with, without);
            QCOMPARE(rootMeanSquare(std::span(added).first(kSecond)), 0.0);
            QCOMPARE(rootMeanSquare(std::span(added).subspan(5 * kSecond / 2)), 0.0);
            QVERIFY(rootMeanSquare(std::span(added).subspan(kSecond, 3 * kSecond / 2)) > 0.01);
        }
    }

    void levelsAreThoseOfTheLoudestTenthOfASecond() {
        const std::vector<float> without = soundOf(soundScene({}), kRate);
        for (const Event event : allEvents()) {
            const std::vector<float> with = soundOf(soundScene({{event, Seconds{0.5}, Seconds{3.5}, 6.0, 2}}), kRate);
            const std::vector<float> added = residue(with, without);
            double loudest = 0.0;
            for (std::size_t start = 0; start + kSecond / 10 <= added.size(); start += kSecond / 100)
                loudest = std::max(loudest, rootMeanSquare(std::span(added).subspan(start, kSecond / 10)));
            const double level = 20.0 * std::log10(loudest / rootMeanSquare(without));
            QVERIFY2(std::abs(level - 6.0) < 1.0, qPrintable(QString::number(level)));
        }
    }

    void manyLoudEventsDoNotClip() {
        std::vector<HeardEvent> heard;
        for (const Event event : allEvents())
            heard.push_back({event, Seconds{0}, Seconds{4}, 30.0, 1});
        const std::vector<float> sound = soundOf(soundScene(heard), kRate);
        QVERIFY(allFinite(sound));
        QVERIFY(peakOf(sound) <= 0.95 + 1e-6);
        QVERIFY(peakOf(sound) > 0.8);
    }

    void reversingBeepsAreATonePulsedAboutOnceASecond() {
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const std::vector<float> sound = synthesise(Event::ReversingBeeps, Seconds{10}, kRate, seed);
            const double pitch = strongestPartial(std::span(sound).first(65536), kRate, 50.0, 10000.0);
            QVERIFY2(pitch > 900.0 && pitch < 1400.0, qPrintable(QString::number(pitch)));
            const std::vector<double> level = levels(sound, kSecond / 50);
            const double loud = 0.5 * quantile(level, 0.95);
            int beeps = 0;
            for (std::size_t i = 1; i < level.size(); ++i)
                beeps += level[i] > loud && level[i - 1] <= loud ? 1 : 0;
            QVERIFY2(beeps >= 8 && beeps <= 15, qPrintable(QString::number(beeps)));
        }
    }

    void ambulancesWailOrPlayTwoTonesInTheirRange() {
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const std::vector<double> track =
                pitchTrack(synthesise(Event::Ambulance, Seconds{8}, kRate, seed), 300.0, 1800.0);
            const double low = quantile(track, 0.05);
            const double high = quantile(track, 0.95);
            QVERIFY2(low > 540.0 && low < 820.0, qPrintable(QString::number(low)));
            QVERIFY2(high > 780.0 && high < 1750.0, qPrintable(QString::number(high)));
            QVERIFY(high / low > 1.2);
        }
    }

    void sirensDifferInTheirSweeps() {
        const double police = typicalSweepRate(Event::PoliceCar);
        const double ambulance = typicalSweepRate(Event::Ambulance);
        const double civilDefense = typicalSweepRate(Event::CivilDefenseSiren);
        QVERIFY2(police > 4.0, qPrintable(QString::number(police)));
        QVERIFY2(ambulance < 1.5, qPrintable(QString::number(ambulance)));
        QVERIFY2(civilDefense < 0.25, qPrintable(QString::number(civilDefense)));
    }

    void aPassingCarIsLoudestInTheMiddleAndSoundsLowerAfterwards() {
        std::vector<double> shifts;
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            const std::vector<float> sound = synthesise(Event::CarPassingBy, Seconds{8}, kRate, seed);
            const std::vector<double> level = levels(sound, kSecond / 4);
            const auto loudest = std::max_element(level.begin(), level.end());
            const auto moment = static_cast<std::size_t>(loudest - level.begin()) * (kSecond / 4) + kSecond / 8;
            QVERIFY(moment > 2 * kSecond && moment < 6 * kSecond);
            QVERIFY(*loudest > 3.0 * level[1]);
            QVERIFY(*loudest > 3.0 * level[level.size() - 2]);
            constexpr std::size_t kWindow = 32768;
            const std::span<const float> all(sound);
            shifts.push_back(shiftBetween(all.subspan(moment - kSecond / 3 - kWindow, kWindow),
                                          all.subspan(moment + kSecond / 3, kWindow)));
        }
        // (343 - v) / (343 + v) is -0.09 octaves at 11 m/s and -0.25 at 30.
        const double typical = quantile(shifts, 0.5);
        QVERIFY2(typical < -0.05 && typical > -0.27, qPrintable(QString::number(typical)));
    }

    void trainHornsAreChords() {
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const std::vector<float> sound = synthesise(Event::TrainHorn, Seconds{2}, kRate, seed);
            constexpr std::size_t kWindow = 16384;
            const std::vector<double> powers = powerSpectrum(std::span(sound).subspan(kSecond / 2, kWindow));
            const auto binOf = [](double hz) { return static_cast<std::size_t>(hz * kWindow / kRate); };
            const double strongest = *std::max_element(powers.begin() + 1, powers.end());
            int partials = 0;
            for (std::size_t k = binOf(200.0); k < binOf(620.0); ++k) {
                const auto around = powers.begin() + static_cast<std::ptrdiff_t>(k);
                const bool isPeak = *std::max_element(around - 6, around + 7) == *around;
                partials += isPeak && *around > 0.003 * strongest ? 1 : 0;
            }
            QVERIFY2(partials >= 3 && partials <= 12, qPrintable(QString::number(partials)));
        }
    }

    void enginesOfLorriesAreDeeperThanMotorcycles() {
        const auto brightness = [](Event event) {
            std::vector<double> centroids;
            for (std::uint64_t seed = 1; seed <= 9; ++seed) {
                const std::vector<float> sound = synthesise(event, Seconds{4}, kRate, seed);
                const std::vector<double> powers = powerSpectrum(std::span(sound).first(65536));
                double sum = 0.0;
                double weighted = 0.0;
                for (std::size_t k = 1; k < powers.size(); ++k) {
                    sum += powers[k];
                    weighted += powers[k] * static_cast<double>(k) * kRate / 65536.0;
                }
                centroids.push_back(weighted / sum);
            }
            return quantile(centroids, 0.5);
        };
        const double truck = brightness(Event::Truck);
        const double motorcycle = brightness(Event::Motorcycle);
        QVERIFY2(truck * 1.2 < motorcycle, qPrintable(QString::number(truck / motorcycle)));
    }
};

TAGSCOPE_PLAIN_TEST(TestSounds)
#include "tst_sounds.moc"
