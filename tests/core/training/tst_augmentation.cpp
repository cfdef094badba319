// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/augmentation.h"
#include "core/training/rate_schedule.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace tagscope;

namespace {

constexpr std::size_t kClipFrames = 50;
constexpr std::size_t kClipBands = 30;

// Clip c is all 100 c + 1 but that each of its frames adds its number's thousandth, and has the event c.
LearntClips numberedClips(std::size_t count) {
    LearntClips clips{kClipFrames, kClipBands, count, {}, std::vector<float>(count * count)};
    for (std::size_t clip = 0; clip < count; ++clip) {
        clips.labels[clip * count + clip] = 1.0F;
        for (std::size_t i = 0; i < kClipFrames * kClipBands; ++i)
            clips.features.push_back(static_cast<float>(100 * clip + 1) + 0.001F * static_cast<float>(i / kClipBands));
    }
    return clips;
}

TrainingSettings nothing() {
    return {};
}

std::vector<float> frameOf(const LearntClips &clips, std::size_t clip, std::size_t frame) {
    const auto first = clips.features.begin() + static_cast<std::ptrdiff_t>((clip * kClipFrames + frame) * kClipBands);
    return {first, first + static_cast<std::ptrdiff_t>(kClipBands)};
}

} // namespace

class TestAugmentation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameClips() {
        TrainingSettings settings = nothing();
        QVERIFY(!isAugmented(settings));
        settings.rolls = true;
        settings.mixUp = 1.0;
        settings.masks = 2;
        settings.gain = 3.0;
        QVERIFY(isAugmented(settings));
        const std::vector<float> deviation(kClipBands, 10.0F);
        const auto made = [&](std::uint64_t seed) {
            LearntClips clips = numberedClips(4);
            augment(clips, deviation, settings, seed);
            return clips;
        };
        QVERIFY(made(1).features == made(1).features && made(1).labels == made(1).labels);
        QVERIFY(made(1).features != made(2).features);
    }

    void rollsWholeFrames() {
        TrainingSettings settings = nothing();
        settings.rolls = true;
        LearntClips clips = numberedClips(3);
        augment(clips, {}, settings, 5);
        const LearntClips before = numberedClips(3);
        QVERIFY(clips.features != before.features && clips.labels == before.labels);
        for (std::size_t clip = 0; clip < 3; ++clip) {
            std::size_t by = 0; // which frame is the first now
            while (by < kClipFrames && frameOf(clips, clip, 0) != frameOf(before, clip, by))
                ++by;
            QVERIFY(by < kClipFrames);
            for (std::size_t frame = 0; frame < kClipFrames; ++frame)
                QVERIFY(frameOf(clips, clip, frame) == frameOf(before, clip, (frame + by) % kClipFrames));
        }
    }

    void mixesFeaturesAndLabelsAlike() {
        TrainingSettings settings = nothing();
        settings.mixUp = 1.0;
        std::set<float> parts;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            LearntClips clips = numberedClips(4);
            augment(clips, {}, settings, seed);
            for (std::size_t clip = 0; clip < 4; ++clip) {
                const auto labels = std::span(clips.labels).subspan(clip * 4, 4);
                QVERIFY(std::abs(std::accumulate(labels.begin(), labels.end(), 0.0F) - 1.0F) < 1e-6F);
                QVERIFY(labels[clip] >= 0.5F); // most of it stays itself
                parts.insert(labels[clip]);
                float expected = 0.0F;
                for (std::size_t other = 0; other < 4; ++other)
                    expected += labels[other] * (100.0F * static_cast<float>(other) + 1.0F);
                QVERIFY(std::abs(frameOf(clips, clip, 0).front() - expected) < 1e-3F);
            }
        }
        QVERIFY(parts.size() > 30);
        QVERIFY(*parts.begin() < 0.55F);
    }

    void masksAreOfBandsAndOfFrames() {
        TrainingSettings settings = nothing();
        settings.masks = 1;
        bool hasBand = false;
        bool hasFrame = false;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            LearntClips clips = numberedClips(1);
            augment(clips, {}, settings, seed);
            std::vector<std::size_t> ofBand(kClipBands);
            std::vector<std::size_t> ofFrame(kClipFrames);
            for (std::size_t i = 0; i < clips.features.size(); ++i)
                if (clips.features[i] == 0.0F) {
                    ++ofBand[i % kClipBands];
                    ++ofFrame[i / kClipBands];
                }
            const auto bands = std::ranges::count(ofBand, kClipFrames);
            const auto frames = std::ranges::count(ofFrame, kClipBands);
            QVERIFY(bands <= 4 && frames <= 5); // 8 of 60 bands, a tenth of the frames
            const auto masked = std::accumulate(ofBand.begin(), ofBand.end(), std::size_t{0});
            const auto both =
                static_cast<std::size_t>(bands) * kClipFrames + static_cast<std::size_t>(frames) * kClipBands;
            QCOMPARE(masked, both - static_cast<std::size_t>(bands * frames)); // nothing else is
            hasBand = hasBand || bands > 0;
            hasFrame = hasFrame || frames > 0;
        }
        QVERIFY(hasBand && hasFrame);
    }

    // A gain of so many dB is the same number of dB in each band, whatever the band's 1 stands for.
    void gainIsInDecibels() {
        TrainingSettings settings = nothing();
        settings.gain = 6.0;
        std::vector<float> deviation(kClipBands, 5.0F);
        deviation[3] = 10.0F;
        double sum = 0.0;
        double squares = 0.0;
        constexpr int kDraws = 400;
        const LearntClips before = numberedClips(1);
        for (std::uint64_t seed = 0; seed < kDraws; ++seed) {
            LearntClips clips = numberedClips(1);
            augment(clips, deviation, settings, seed);
            const float added = clips.features[0] - before.features[0];
            QVERIFY(std::abs(clips.features[3] - before.features[3] - added / 2.0F) < 1e-5F);
            sum += 5.0 * static_cast<double>(added);
            squares += 25.0 * static_cast<double>(added) * static_cast<double>(added);
        }
        QVERIFY(std::abs(sum / kDraws) < 1.2); // four standard errors
        QVERIFY(std::abs(std::sqrt(squares / kDraws) - 6.0) < 0.9);
    }

    void theRateRisesAndFalls() {
        TrainingSettings settings;
        settings.learningRate = 0.5;
        PlateauSchedule plateau;
        plateau.learningRate = 0.25;
        QCOMPARE(learningRateAt(settings, plateau, 7, 100), 0.25);
        settings.schedule = RateSchedule::Cosine;
        QCOMPARE(learningRateAt(settings, plateau, 0, 100), 0.05);
        QVERIFY(std::abs(learningRateAt(settings, plateau, 50, 100) - 0.25) < 1e-12);
        for (int step = 11; step < 100; ++step)
            QVERIFY(learningRateAt(settings, plateau, step, 100) < learningRateAt(settings, plateau, step - 1, 100));
        QVERIFY(learningRateAt(settings, plateau, 99, 100) > 0.0);
    }
};

TAGSCOPE_PLAIN_TEST(TestAugmentation)
#include "tst_augmentation.moc"
