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
        const std::vector<F1Parts> deals = decidedOutOfFold(numbered(23), tune, {3, 5, 1, 1}).value();
        QCOMPARE(deals.size(), 3U);
        QCOMPARE(decided.size(), 3U * 23U);
        QCOMPARE(std::set<float>(decided.begin(), decided.end()).size(), 23U);
        for (const F1Parts &deal : deals)
            for (std::size_t clip = 0; clip < 23; ++clip)
                QVERIFY(deal.above[clip] == 0.0 && deal.below[clip] == (clip % 3 == 0 ? 1.0 : 0.0));
    }

    void isLessFlatteringThanTheClipsItself() {
        std::mt19937 random(6);
        TuningTables noise{Matrix(200, 8), Matrix(200, 8), BinaryTable(200, 8)};
        for (std::size_t i = 0; i < noise.audio.values.size(); ++i) {
            noise.audio.values[i] = static_cast<float>(random() % 1000) / 1000.0F;
            noise.truth.values[i] = random() % 10 == 0 ? 1 : 0;
        }
        const double own = tuneThresholdsExactly(noise.audio, noise.truth).value().microF1;
        QVERIFY(meanMicroF1(decidedOutOfFold(noise, exactThresholds, {2, 5, 1, 1}).value()) < own);
    }

    void theSeedSetsTheFolds() {
        std::mt19937 random(7);
        const TwoBranchCase given = randomTwoBranchCase(random, 120, 4);
        const TuningTables tables{given.audio, given.video, given.truth};
        const auto decidedWith = [&](std::uint64_t seed, unsigned threads) {
            std::vector<double> all;
            const std::vector<F1Parts> deals = decidedOutOfFold(tables, exactThresholds, {2, 5, seed, threads}).value();
            for (const F1Parts &deal : deals)
                for (const std::vector<double> *part : {&deal.above, &deal.below})
                    all.insert(all.end(), part->begin(), part->end());
            return all;
        };
        QVERIFY(decidedWith(1, 1) == decidedWith(1, 1));
        QVERIFY(decidedWith(1, 1) == decidedWith(1, 4)); // threads change nothing
        QVERIFY(decidedWith(1, 1) != decidedWith(5, 1));
    }

    void tellsEachFold() {
        std::vector<double> folds;
        int last = 0;
        const FoldObserver observe = [&](int done, double microF1) {
            QCOMPARE(done, ++last);
            folds.push_back(microF1);
        };
        QVERIFY(decidedOutOfFold(numbered(40), exactThresholds, {2, 4, 1, 3}, observe));
        QCOMPARE(folds.size(), 8U);
    }

    void errorsAndStopsEndIt() {
        const Tune broken = [](const TuningTables &, const std::stop_token &) -> Result<Decide> {
            return fail(Error::Kind::Inconsistent, "no");
        };
        QVERIFY_FAILS(decidedOutOfFold(numbered(6), broken, {1, 2, 1, 2}), Error::Kind::Inconsistent, "");
        std::stop_source source;
        source.request_stop();
        QVERIFY(decidedOutOfFold(numbered(6), broken, {1, 2, 1, 1}, {}, source.get_token()).error().isCancelled());
    }
};

TAGSCOPE_PLAIN_TEST(TestCrossValidation)
#include "tst_cross_validation.moc"
