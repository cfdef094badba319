// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/document/event_stretch.h"
#include "ui/playback/played_range.h"
#include "ui/playback/silent_output.h"
#include "ui/playback/smooth_clock.h"

#include <QApplication>
#include <cmath>
#include <vector>

using namespace tagscope;
using namespace tagscope::ui;

class TestPlaybackParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    // Moments and samples say the same of each other, in every pass and at every speed.
    void momentsAndSamplesAgree() {
        for (const double speed : {0.25, 0.75, 1.0, 1.5, 2.0}) {
            const PlayedRange range{Seconds{10}, Seconds{11.3}, Seconds{10.4}, speed, true};
            for (const int rate : {8000, 44'100, 48'000})
                for (std::int64_t samples = 0; samples < 10 * rate; samples += 977) {
                    const PlayedMoment moment = range.momentAfter(samples, rate);
                    QVERIFY(moment.time >= range.from && moment.time <= range.until);
                    QVERIFY(std::abs(range.samplesUntil(moment, rate) - samples) <= 1);
                    QVERIFY(range.samplesBefore(moment.pass, rate) <= samples);
                    QVERIFY(range.samplesBefore(moment.pass + 1, rate) > samples);
                }
        }
    }

    // Time in which there is nothing to play does not count.
    void theSilentOutputWaitsForSamples() {
        double now = 3;
        SilentOutput output([&now] { return Seconds{now}; });
        output.start();
        const std::vector<SoundSample> samples(4800); // 0.1 s
        now = 5;
        QCOMPARE(output.played(), 0);
        output.write(samples);
        QCOMPARE(output.played(), 0);
        now = 5.0501; // 0.05 s cannot be told from a little less
        QCOMPARE(output.played(), 2404);
        now = 6;
        QCOMPARE(output.played(), 4800);
        output.write(samples);
        now = 6.05;
        QVERIFY(std::abs(output.played() - 7200) <= 1);
        QVERIFY(output.room() > 0);
    }

    // A device that tells its time in steps of 40 ms, from which a steady time is made.
    void coarseClocksAreSmoothed() {
        SmoothClock clock;
        clock.start(Seconds{100});
        double before = 0;
        double worst = 0;
        for (double t = 0; t < 20; t += 0.015) {
            const double reported = std::floor(t / 0.04) * 0.04;
            const double read = clock.read(Seconds{100 + t}, Seconds{reported}, Seconds{1000}).count();
            QVERIFY(read >= before);
            if (t > 2)
                worst = std::max(worst, std::abs(read - before - 0.015));
            before = read;
            QVERIFY(std::abs(read - t) < 0.045);
        }
        QVERIFY2(worst < 0.003, qPrintable(QString::number(worst)));
        // It stands when the device does, and never passes what was written.
        for (double t = 20; t < 21; t += 0.015)
            before = clock.read(Seconds{100 + t}, Seconds{19.96}, Seconds{1000}).count();
        QVERIFY(before < 20.2);
        QCOMPARE(clock.read(Seconds{121.5}, Seconds{21.5}, Seconds{20.3}).count(), std::max(before, 20.3));
    }

    void anEventsStretchIsWhereItReachesItsThreshold() {
        ClipAnalysis clip = test::syntheticClip("street.mp4");
        Matrix &activations = clip.audio->activations;
        for (std::size_t step = 0; step < activations.rows; ++step)
            activations(step, 1) = 0.1F;
        for (const std::size_t step : {20U, 21U, 22U, 23U, 24U, 25U, 60U, 61U})
            activations(step, 1) = 0.8F;
        activations(23, 1) = 0.9F;
        clip.audio->peakSteps[1] = 23;
        clip.events[1].threshold = 0.5;
        const auto isFrom = [](const std::optional<TimeRange> &stretch, double lower, double upper) {
            return stretch && std::abs(stretch->lower.count() - lower) < 1e-9 &&
                   std::abs(stretch->upper.count() - upper) < 1e-9;
        };
        QVERIFY(isFrom(stretchOf(clip, 1), 2.0, 2.6));
        QVERIFY(isFrom(stretchOf(clip, 1, Seconds{4}), 2.0, 2.6));
        QVERIFY(isFrom(stretchOf(clip, 1, Seconds{6.05}), 5.85, 6.35)); // two steps: made long enough to be heard
        clip.events[1].threshold = 0.95;
        QVERIFY(isFrom(stretchOf(clip, 1), 1.85, 2.85));
        clip.audio->peakSteps[1] = 0;
        QVERIFY(isFrom(stretchOf(clip, 1), 0.0, 0.55));
        QVERIFY(!stretchOf(clip, 17));
        QVERIFY(!stretchOf(clip, -1));
        QVERIFY(!stretchOf(test::syntheticClip("street.mp4", {.crnn = true}), 1));
    }
};

TAGSCOPE_WINDOW_TEST(TestPlaybackParts)
#include "tst_playback_parts.moc"
