// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/decibels.h"
#include "core/audio/log_mel.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <limits>
#include <numbers>
#include <string>
#include <thread>
#include <vector>

using namespace tagscope;

namespace {

// The signal of tests/golden/log_mel.py.
std::vector<float> goldenSignal() {
    std::vector<float> samples;
    std::uint32_t state = 1;
    for (int i = 0; i < 20050; ++i) {
        state = 1664525U * state + 1013904223U;
        const double noise = state / 2147483648.0 - 1.0;
        const double t = i / 20000.0;
        const double turn = 2.0 * std::numbers::pi;
        samples.push_back(static_cast<float>(0.3 * std::sin(turn * (200 + 3000 * t) * t) +
                                             0.2 * std::sin(turn * 440 * t) + 0.05 * noise));
    }
    return samples;
}

Matrix featuresOf(const std::vector<float> &samples) {
    return LogMel::make().value().compute(samples).value();
}

bool allSilent(const Matrix &features) {
    return std::all_of(features.values.begin(), features.values.end(), [](float dB) { return dB == -100.0F; });
}

} // namespace

class TestLogMel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAnIndependentComputation() {
        const Matrix features = featuresOf(goldenSignal());
        QCOMPARE(features.rows, std::size_t{201});
        QCOMPARE(features.columns, std::size_t{60});
        std::ifstream golden(test::goldenFile("log_mel.csv"));
        std::string line;
        std::getline(golden, line);
        int compared = 0;
        double largest = 0.0;
        while (std::getline(golden, line)) {
            std::size_t frame = 0;
            std::size_t band = 0;
            double expected = 0.0;
            QCOMPARE(std::sscanf(line.c_str(), "%zu,%zu,%lf", &frame, &band, &expected), 3);
            largest = std::max(largest, std::abs(static_cast<double>(features(frame, band)) - expected));
            ++compared;
        }
        QCOMPARE(compared, 240);
        qInfo("largest difference %.2e dB", largest);
        QVERIFY(largest < 1e-4);
    }

    void bandEdgesAreSlaneys() {
        const std::vector<double> edges = melBandEdges({});
        std::ifstream golden(test::goldenFile("log_mel_edges.csv"));
        QCOMPARE(edges.size(), std::size_t{62});
        for (const double edge : edges) {
            double expected = -1.0;
            golden >> expected;
            QVERIFY(std::abs(edge - expected) < 1e-6);
        }
    }

    void decibelsAreExactToTheLastPlaces() {
        std::vector<float> values;
        for (float value = 1.0e-10F; value < 1e6F; value *= 1.0007F)
            values.push_back(value);
        std::vector<float> decibels = values;
        toDecibels(decibels, 1e-30);
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY(std::abs(static_cast<double>(decibels[i]) - 10.0 * std::log10(static_cast<double>(values[i]))) <
                    1e-5);
    }

    void countsFrames_data() {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("frames");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("one sample") << 1 << 1;
        QTest::newRow("a hop") << 100 << 1;
        QTest::newRow("over a hop") << 101 << 2;
        QTest::newRow("under a window") << 479 << 5;
        QTest::newRow("10 s") << 200000 << 2000;
    }
    void countsFrames() {
        QFETCH(int, samples);
        QFETCH(int, frames);
        const Matrix features = featuresOf(std::vector<float>(static_cast<std::size_t>(samples)));
        QCOMPARE(features.rows, static_cast<std::size_t>(frames));
        QVERIFY(allSilent(features));
    }

    void soundOfAShortClipIsSeen() { QVERIFY(featuresOf({0.5F})(0, 30) > -60.0F); }

    void whatIsNoSampleCountsAsSilence() {
        std::vector<float> samples = goldenSignal();
        std::vector<float> repaired = samples;
        const float broken[] = {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
                                -std::numeric_limits<float>::infinity(), std::numeric_limits<float>::max()};
        for (std::size_t i = 0; i < std::size(broken); ++i) {
            samples[4000 + 77 * i] = broken[i];
            repaired[4000 + 77 * i] = 0.0F;
        }
        QVERIFY(featuresOf(samples) == featuresOf(repaired));
    }

    void optionsThatMakeNoSenseAreRefused_data() {
        QTest::addColumn<LogMelOptions>("options");
        QTest::addColumn<QString>("names");
        QTest::newRow("rate") << LogMelOptions{.sampleRate = 0} << "sample rate";
        QTest::newRow("window") << LogMelOptions{.windowSamples = 1025} << "window";
        QTest::newRow("no window") << LogMelOptions{.windowSamples = 0} << "window";
        QTest::newRow("hop") << LogMelOptions{.hopSamples = 0} << "hop";
        QTest::newRow("fft") << LogMelOptions{.fftSamples = 1 << 30} << "FFT";
        QTest::newRow("bands") << LogMelOptions{.bands = 0} << "bands";
        QTest::newRow("empty bands") << LogMelOptions{.bands = 400} << "always be silent";
        QTest::newRow("range") << LogMelOptions{.lowHz = 5000, .highHz = 5000} << "frequencies";
        QTest::newRow("over Nyquist") << LogMelOptions{.highHz = 10001} << "frequencies";
        QTest::newRow("NaN") << LogMelOptions{.lowHz = std::nan("")} << "frequencies";
        QTest::newRow("floor") << LogMelOptions{.magnitudeFloor = 0} << "floor";
    }
    void optionsThatMakeNoSenseAreRefused() {
        QFETCH(LogMelOptions, options);
        QFETCH(QString, names);
        const Result<LogMel> made = LogMel::make(options);
        QVERIFY_FAILS(made, Error::Kind::Inconsistent, names.toStdString());
    }

    void oddSizesWork() {
        const LogMelOptions odd{.windowSamples = 481, .hopSamples = 7, .fftSamples = 1023, .bands = 13};
        const Matrix features = LogMel::make(odd).value().compute(goldenSignal()).value();
        QCOMPARE(features.rows, std::size_t{2865});
        QVERIFY(std::all_of(features.values.begin(), features.values.end(), [](float dB) { return dB > -60.0F; }));
    }

    void threadsShareAnObject() {
        const LogMel logMel = LogMel::make().value();
        const std::vector<float> samples = goldenSignal();
        const Matrix alone = logMel.compute(samples).value();
        std::vector<Matrix> together(4);
        {
            std::vector<std::jthread> threads;
            for (Matrix &result : together)
                threads.emplace_back([&] {
                    result = LogMel::make().value().compute(samples).value();
                    result = logMel.compute(samples).value();
                });
        }
        for (const Matrix &result : together)
            QVERIFY(result == alone);
    }

    void stops() {
        std::stop_source source;
        source.request_stop();
        QVERIFY(LogMel::make().value().compute(goldenSignal(), source.get_token()).error().isCancelled());
    }
};

TAGSCOPE_PLAIN_TEST(TestLogMel)
#include "tst_log_mel.moc"
