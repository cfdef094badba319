// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/tempo_filter.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

using namespace tagscope;
using namespace tagscope::test;

namespace {

constexpr int kRate = 48000;

std::vector<float> tone(double hertz, double seconds) {
    std::vector<float> samples(static_cast<std::size_t>(seconds * kRate));
    for (std::size_t n = 0; n < samples.size(); ++n)
        samples[n] = static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(n) / kRate));
    return samples;
}

// Given in blocks of this many samples.
std::vector<float> stretched(const std::vector<float> &samples, double speed, std::size_t block = 1000) {
    Result<TempoFilter> filter = TempoFilter::make(kRate, speed);
    std::vector<float> output;
    if (!filter)
        return output;
    for (std::size_t n = 0; n < samples.size(); n += block)
        if (!filter->stretch(std::span(samples).subspan(n, std::min(block, samples.size() - n)), output))
            return {};
    if (!filter->finish(output))
        return {};
    return output;
}

// By its zero crossings, between the given shares of it.
double hertzOf(const std::vector<float> &samples, double from, double to) {
    const auto first = static_cast<std::size_t>(from * static_cast<double>(samples.size()));
    const auto last = static_cast<std::size_t>(to * static_cast<double>(samples.size()));
    int crossings = 0;
    for (std::size_t n = first + 1; n < last; ++n)
        crossings += samples[n - 1] < 0 && samples[n] >= 0 ? 1 : 0;
    return crossings / (static_cast<double>(last - first) / kRate);
}

// Where the sound is loud for the first time after this sample.
std::size_t onset(const std::vector<float> &samples, std::size_t after) {
    const auto from = samples.begin() + static_cast<std::ptrdiff_t>(std::min(after, samples.size()));
    return static_cast<std::size_t>(
        std::find_if(from, samples.end(), [](float sample) { return std::abs(sample) > 0.2F; }) - samples.begin());
}

} // namespace

class TestTempoFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsPitchAndLength_data() {
        QTest::addColumn<double>("speed");
        for (const double speed : {0.25, 0.5, 0.75, 1.25, 1.5, 2.0, 4.0})
            QTest::addRow("%g", speed) << speed;
    }

    void keepsPitchAndLength() {
        QFETCH(double, speed);
        const double seconds = 6.0;
        for (const double hertz : {220.0, 1000.0}) {
            const std::vector<float> output = stretched(tone(hertz, seconds), speed);
            const double length = static_cast<double>(output.size()) / kRate;
            QVERIFY2(std::abs(length - seconds / speed) < 0.05 / std::min(speed, 1.0),
                     qPrintable(QString::number(length)));
            const double heard = hertzOf(output, 0.1, 0.9);
            QVERIFY2(std::abs(heard / hertz - 1) < 0.01, qPrintable(QString::number(heard)));
        }
    }

    // Beeps a second apart stay where they belong: no drift.
    void keepsTime_data() { keepsPitchAndLength_data(); }

    void keepsTime() {
        QFETCH(double, speed);
        std::vector<float> beeps(kRate * 20, 0.0F);
        const std::vector<float> beep = tone(1000, 0.1);
        for (std::size_t second = 1; second < 20; ++second)
            std::ranges::copy(beep, beeps.begin() + static_cast<std::ptrdiff_t>(second * kRate));
        const std::vector<float> output = stretched(beeps, speed);
        for (std::size_t second = 1; second < 20; ++second) {
            const double expected = static_cast<double>(second) / speed;
            const auto from = static_cast<std::size_t>((expected - 0.2 / speed) * kRate);
            const double found = static_cast<double>(onset(output, from)) / kRate;
            QVERIFY2(std::abs(found - expected) < 0.045 / std::min(speed, 1.0),
                     qPrintable(QStringLiteral("%1 s at %2 s").arg(expected).arg(found)));
        }
    }

    void atItsOwnSpeedNothingChanges() {
        const std::vector<float> sound = tone(440, 0.5);
        QCOMPARE(stretched(sound, 1.0, 777), sound);
    }

    // The same samples as the ffmpeg command gives.
    void agreesWithFfmpeg() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const std::vector<float> sound = tone(330, 3);
        const std::string bytes(reinterpret_cast<const char *>(sound.data()), 4 * sound.size());
        const auto raw = made.write("sound.f32", bytes);
        const std::string reference = contentOf(
            made.make("slow.f32", "-f f32le -ar 48000 -ac 1 -i {dir}/sound.f32 -af atempo=0.5,atempo=0.5 -f f32le"));
        std::vector<float> expected(reference.size() / 4);
        std::memcpy(expected.data(), reference.data(), 4 * expected.size());
        const std::vector<float> output = stretched(sound, 0.25);
        QVERIFY(expected.size() > 11 * kRate);
        const std::size_t common = std::min(expected.size(), output.size());
        QVERIFY(std::max(expected.size(), output.size()) - common < kRate / 20);
        // How the blocks are cut moves the overlaps by samples; what is heard is the same.
        const auto energy = [&](const std::vector<float> &samples) {
            double sum = 0;
            for (std::size_t n = 0; n < common; ++n)
                sum += static_cast<double>(samples[n]) * static_cast<double>(samples[n]);
            return sum / static_cast<double>(common);
        };
        QVERIFY(std::abs(energy(output) / energy(expected) - 1) < 0.02);
    }

    void refusesSpeedsOutOfRange() {
        for (const double speed : {0.0, -1.0, 0.2, 5.0, std::nan("")})
            QVERIFY(!TempoFilter::make(kRate, speed));
        QVERIFY(!TempoFilter::make(0, 1.0));
    }

    // Two channels stay apart, and as long as one.
    void sidesStayApart() {
        std::vector<float> input(2 * kRate);
        for (int i = 0; i < kRate; ++i)
            input[static_cast<std::size_t>(2 * i)] = static_cast<float>(0.5 * std::sin(0.05 * i));
        Result<TempoFilter> filter = TempoFilter::make(kRate, 0.5, 2);
        QVERIFY_OK(filter);
        std::vector<float> output;
        QVERIFY_OK(filter->stretch(input, output));
        QVERIFY_OK(filter->finish(output));
        QVERIFY(output.size() % 2 == 0 && std::abs(static_cast<double>(output.size()) / kRate - 4.0) < 0.1);
        float left = 0.0F;
        float right = 0.0F;
        for (std::size_t i = 0; i < output.size(); i += 2) {
            left = std::max(left, std::abs(output[i]));
            right = std::max(right, std::abs(output[i + 1]));
        }
        QVERIFY(left > 0.45F && right < 1e-6F);
        QVERIFY_FAILS(TempoFilter::make(kRate, 1.0, 3), Error::Kind::Inconsistent, "");
    }
};

TAGSCOPE_PLAIN_TEST(TestTempoFilter)
#include "tst_tempo_filter.moc"
