// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/cross_validation.h"
#include "core/fusion/exact_thresholds.h"
#include "tests/core/fusion/random_cases.h"
#include "tests/support/qt_test.h"

#include <set>

using namespace tagscope;
using namespace tagscope::test;

namespace {

// Clip i has the audio score i, so that a tuner can tell which clips it got.
TuningTables numbered(std::size_t clips) {
    TuningTables tables{Matrix(clips, 1), Matrix(clips, 1), BinaryTable(clips, 1)};
    for (std::size_t clip = 0; clip < clips; ++clip) {
        tables.audio(clip, 0) = static_cast<float>(clip);
        tables.truth(clip, 0) = clip % 3 == 0 ? 1 : 0;
    }
    return tables;
}

std::set<float> scoresIn(const Matrix &scores) {
    return {scores.values.begin(), scores.values.end()};
}

Result<Decide> exactThresholds(const TuningTables &tables, const std::stop_token &stop) {
    return tuneThresholdsExactly(tables.audio, tables.truth, {}, stop).map([](const TunedThresholds &tuned) -> Decide {
        return [threshold = tuned.threshold](const Matrix &audio, const Matrix &) {
            BinaryTable decided(audio.rows, audio.columns);
            for (std::size_t clip = 0; clip < audio.rows; ++clip)
                for (std::size_t k = 0; k < audio.columns; ++k)
                    decided(clip, k) = static_cast<double>(audio(clip, k)) >= threshold[k] ? 1 : 0;
            return decided;
        };
    });
}

} // namespace

class TestCrossValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachClipIsDecidedAboutOnceByWhatDidNotSeeIt() {
        std::multiset<float> decided;
        const Tune tune = [&](const TuningTables &seen, const std::stop_token &) -> Result<Decide> {
            const std::set<float> own = scoresIn(seen.audio);
            return Decide([&decided, own](const Matrix &audio, const Matrix &) {
                for (const float score : audio.values) {
                    if (own.contains(score))
                        qFatal("a clip was tuned on and decided about");
                    decided.insert(score);
                }
                return BinaryTable(audio.rows, audio.columns);
            });
        };
        const std::vector<Counts> counts = crossValidated(numbered(23), tune, 5, 1).value();
        QCOMPARE(decided.size(), 23U);
        QCOMPARE(std::set<float>(decided.begin(), decided.end()).size(), 23U);
        QVERIFY((counts.front() == Counts{0, 0, 8}));
    }

    void isLessFlatteringThanTheClipsItself() {
        std::mt19937 random(6);
        TuningTables noise{Matrix(200, 8), Matrix(200, 8), BinaryTable(200, 8)};
        for (std::size_t i = 0; i < noise.audio.values.size(); ++i) {
            noise.audio.values[i] = static_cast<float>(random() % 1000) / 1000.0F;
            noise.truth.values[i] = random() % 10 == 0 ? 1 : 0;
        }
        const double own = tuneThresholdsExactly(noise.audio, noise.truth).value().microF1;
        const std::vector<Counts> counts = crossValidated(noise, exactThresholds, 5, 1).value();
        QVERIFY(total(counts).f1() < own);
    }

    void theSeedSetsTheFolds() {
        std::mt19937 random(7);
        const TwoBranchCase given = randomTwoBranchCase(random, 120, 4);
        const TuningTables tables{given.audio, given.video, given.truth};
        const auto countsWith = [&](std::uint64_t seed) {
            return crossValidated(tables, exactThresholds, 5, seed).value();
        };
        QVERIFY(countsWith(1) == countsWith(1));
        QVERIFY(countsWith(1) != countsWith(2));
    }

    void errorsAndStopsEndIt() {
        const Tune broken = [](const TuningTables &, const std::stop_token &) -> Result<Decide> {
            return fail(Error::Kind::Inconsistent, "no");
        };
        QVERIFY_FAILS(crossValidated(numbered(6), broken, 2, 1), Error::Kind::Inconsistent, "");
        std::stop_source source;
        source.request_stop();
        QVERIFY(crossValidated(numbered(6), broken, 2, 1, source.get_token()).error().isCancelled());
    }
};

TAGSCOPE_PLAIN_TEST(TestCrossValidation)
#include "tst_cross_validation.moc"
