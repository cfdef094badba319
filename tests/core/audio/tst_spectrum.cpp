// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/envelope.h"
#include "core/audio/sample_store.h"
#include "core/audio/spectrogram_levels.h"
#include "core/audio/stft.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <numbers>
#include <sstream>
#include <string>
#include <vector>

using namespace tagscope;

namespace {

// The signal of tests/golden/log_mel.py.
std::vector<float> spectrumSignal() {
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

ReadSamples readerOf(const std::vector<float> &samples) {
    return [&samples](std::int64_t first, std::span<float> into) -> Result<void> {
        for (std::size_t i = 0; i < into.size(); ++i) {
            const std::int64_t at = first + static_cast<std::int64_t>(i);
            const bool isInside = at >= 0 && at < static_cast<std::int64_t>(samples.size());
            into[i] = isInside ? samples[static_cast<std::size_t>(at)] : 0.0F;
        }
        return {};
    };
}

EnvelopeBlock directly(const std::vector<float> &samples, std::size_t from, std::size_t to) {
    EnvelopeBlock block{samples[from], samples[from], 0.0F};
    double squares = 0.0;
    for (std::size_t i = from; i < to; ++i) {
        block.lowest = std::min(block.lowest, samples[i]);
        block.highest = std::max(block.highest, samples[i]);
        squares += static_cast<double>(samples[i]) * static_cast<double>(samples[i]);
    }
    block.power = static_cast<float>(squares / static_cast<double>(to - from));
    return block;
}

bool areNear(const EnvelopeBlock &a, const EnvelopeBlock &b) {
    return a.lowest == b.lowest && a.highest == b.highest && std::abs(a.power - b.power) <= 1e-5F * b.power;
}

} // namespace

class TestSpectrum : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAnIndependentComputation() {
        const std::vector<float> samples = spectrumSignal();
        std::ifstream golden(test::goldenFile("spectrum.csv"));
        std::string line;
        std::getline(golden, line);
        int compared = 0;
        double largest = 0.0;
        std::string name;
        Matrix levels;
        while (std::getline(golden, line)) {
            std::istringstream cells(line);
            std::string window;
            std::size_t frame = 0;
            std::size_t bin = 0;
            double expected = 0.0;
            char comma = ',';
            std::getline(cells, window, ',');
            cells >> frame >> comma >> bin >> comma >> expected;
            if (window != name) {
                name = window;
                const auto kind = window == "hann"      ? SpectrumWindow::Hann
                                  : window == "hamming" ? SpectrumWindow::Hamming
                                                        : SpectrumWindow::Blackman;
                levels = Stft::make({512, kind}).value().compute(samples, 0, 1500, 14).value();
                QCOMPARE(levels.columns, std::size_t{257});
            }
            // Where the float32 spectrum's rounding is far below: bins 100 dB under a neighbour are not compared.
            if (expected > -100.0) {
                largest = std::max(largest, std::abs(static_cast<double>(levels(frame, bin)) - expected));
                ++compared;
            }
        }
        QVERIFY(compared > 400);
        QVERIFY2(largest < 0.02, qPrintable(QString::number(largest)));
    }

    void aSineOfFullScaleHasZeroDecibels() {
        std::vector<float> sine;
        for (int i = 0; i < 4096; ++i)
            sine.push_back(static_cast<float>(std::sin(2 * std::numbers::pi * 32 * i / 1024)));
        for (const SpectrumWindow window : kSpectrumWindows) {
            const Matrix levels = Stft::make({1024, window}).value().compute(sine, 2048, 1, 1).value();
            QVERIFY(std::abs(levels(0, 32)) < 1e-3F);
            QCOMPARE(std::ranges::max_element(levels.values) - levels.values.begin(), std::ptrdiff_t{32});
        }
    }

    void refusesWindowsThatAreNone() {
        for (const int samples : {0, 15, 1025, 1 << 20})
            QVERIFY(!Stft::make({samples, SpectrumWindow::Hann}));
        std::stop_source source;
        source.request_stop();
        const Result<Matrix> stopped =
            Stft::make({}).value().compute(std::vector<float>(10000), 0, 10, 1000, source.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
    }

    // A tile of any level is what the definition says: spectra at the frames' middles, and their maxima above.
    void tilesAreTheDirectComputation() {
        const std::vector<float> samples = spectrumSignal();
        const Stft stft = Stft::make({64, SpectrumWindow::Hann}).value();
        const SpectrogramLevels levels(stft.options());
        const auto count = static_cast<std::int64_t>(samples.size());
        for (const int level : {0, 1, 2, 3, 6}) {
            const std::int64_t hop = levels.hop(level);
            const int plain = std::min(level, SpectrogramLevels::plainLevel());
            const std::int64_t plainHop = levels.hop(plain);
            for (std::int64_t tile = 0;; ++tile) {
                const SpectrogramTile made = makeTile(stft, level, tile, count, readerOf(samples)).value();
                const std::int64_t first = tile * SpectrogramLevels::kTileFrames;
                QCOMPARE(static_cast<std::int64_t>(made.frames),
                         std::clamp<std::int64_t>(levels.frames(level, count) - first, 0, 256));
                if (made.frames == 0)
                    break;
                for (std::size_t frame = 0; frame < made.frames; frame += 37) {
                    const std::int64_t start = (first + static_cast<std::int64_t>(frame)) * hop;
                    const std::int64_t end = std::min(start + hop, levels.frames(plain, count) * plainHop);
                    const auto inside = static_cast<std::size_t>((end - start) / plainHop);
                    const Matrix direct = stft.compute(samples, start + plainHop / 2, plainHop, inside).value();
                    for (std::size_t bin = 0; bin < made.bins; ++bin) {
                        std::uint8_t expected = 0;
                        for (std::size_t i = 0; i < inside; ++i)
                            expected = std::max(expected, byteOf(direct(i, bin)));
                        QCOMPARE(made.at(frame, bin), expected);
                    }
                }
            }
        }
    }

    // The overview that grew tile by tile answers what makeTile() answers.
    void theOverviewIsTheTiles() {
        const std::vector<float> samples = spectrumSignal();
        const Stft stft = Stft::make({32, SpectrumWindow::Blackman}).value();
        const SpectrogramLevels levels(stft.options());
        const auto count = static_cast<std::int64_t>(samples.size());
        SpectrogramOverview overview(2, stft.bins());
        for (std::int64_t tile = 0;; ++tile) {
            const SpectrogramTile some = makeTile(stft, 2, tile, count, readerOf(samples)).value();
            if (some.frames == 0)
                break;
            overview.append(some);
        }
        for (const int level : {2, 3, 5, 9}) {
            QCOMPARE(overview.frames(level), levels.frames(level, count));
            for (const std::int64_t tile : {0, 1, 4})
                QCOMPARE(overview.tile(level, tile), makeTile(stft, level, tile, count, readerOf(samples)).value());
        }
        QVERIFY(overview.tile(60, 0).frames == 0);
    }

    void levelsFitTheScreen() {
        const SpectrogramLevels levels(StftOptions{1024, SpectrumWindow::Hann});
        QCOMPARE(levels.levelFor(1.0), 0);
        QCOMPARE(levels.levelFor(256.0), 1);
        QCOMPARE(levels.levelFor(511.9), 1);
        QCOMPARE(levels.levelFor(512.0), 2);
        const std::int64_t hour = std::int64_t{3600} * 48000;
        const int level = levels.overviewLevel(hour, 513, 8 << 20);
        QVERIFY(levels.frames(level, hour) * 513 <= 8 << 20);
        QVERIFY(levels.frames(level - 1, hour) * 513 > 8 << 20);
        QCOMPARE(levels.overviewLevel(480000, 513, 8 << 20), SpectrogramLevels::plainLevel());
    }

    void envelopesAnswerAnyStretch() {
        const std::vector<float> samples = spectrumSignal();
        EnvelopeMaker maker(1);
        Envelope envelope(1);
        // In pieces of all sizes, as a decoder gives them.
        for (std::size_t from = 0, piece = 1; from < samples.size(); from += piece, piece = piece % 997 + 13)
            envelope.append(maker.add(std::span(samples).subspan(from, std::min(piece, samples.size() - from))));
        QCOMPARE(envelope.samples(), static_cast<std::int64_t>(samples.size()));
        std::uint32_t state = 7;
        for (int i = 0; i < 500; ++i) {
            const auto draw = [&state](std::size_t most) {
                state = 1664525U * state + 1013904223U;
                return state % most;
            };
            const std::size_t from = draw(samples.size() - 1);
            const std::size_t to = from + 1 + draw(samples.size() - from - 1);
            const auto found = envelope.over(static_cast<double>(from), static_cast<double>(to));
            QVERIFY(found && areNear(*found, directly(samples, from, to)));
        }
        QVERIFY(!envelope.over(5.0, 5.0));
        QVERIFY(!envelope.over(1e9, 2e9));
        QVERIFY(!envelope.over(-5.0, 0.0));
        QVERIFY(!Envelope().whole());
    }

    void envelopesOfLongSoundsAreBounded() {
        QCOMPARE(Envelope::blockFor(480000), 1);
        const std::int64_t hours = std::int64_t{10} * 3600 * 48000;
        QVERIFY(hours / Envelope::blockFor(hours) <= Envelope::kMostBlocks);
        EnvelopeMaker maker(16);
        const std::vector<float> ones(40, 1.0F);
        QCOMPARE(maker.add(ones).size(), std::size_t{2});
        const auto rest = maker.finish();
        QVERIFY(rest && rest->power == 1.0F && rest->lowest == 1.0F);
        QVERIFY(!maker.finish());
    }

    void storesSamplesToSixteenBits() {
        const QTemporaryDir directory;
        const auto place = std::filesystem::path(directory.path().toStdString());
        const auto store = SampleStore::make(place / "new").value();
        const std::vector<float> samples = spectrumSignal();
        QVERIFY(store->append(std::span(samples).first(7000)));
        QVERIFY(store->append(std::span(samples).subspan(7000)));
        QCOMPARE(store->samples(), static_cast<std::int64_t>(samples.size()));
        std::vector<float> read(300, 9.0F);
        QVERIFY(store->read(6900, read));
        for (std::size_t i = 0; i < read.size(); ++i)
            QVERIFY(std::abs(read[i] - samples[6900 + i]) < 2e-5F);
        QVERIFY(store->read(-100, read));
        QCOMPARE(read[99], 0.0F);
        QVERIFY(std::abs(read[100] - samples[0]) < 2e-5F);
        QVERIFY(store->read(20000, read));
        QCOMPARE(read[50], 0.0F);
        QVERIFY(!store->isFinished());
        store->finish();
        store->waitFor(1 << 30, {}); // returns: nothing more comes
        QVERIFY(std::filesystem::is_empty(place / "new"));
        QVERIFY(!SampleStore::make("/proc/none"));
    }
};

TAGSCOPE_CORE_TEST(TestSpectrum)
#include "tst_spectrum.moc"
