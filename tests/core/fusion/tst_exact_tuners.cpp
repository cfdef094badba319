// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/exact_thresholds.h"
#include "core/fusion/joint_tuner.h"
#include "tests/core/fusion/random_cases.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <set>

using namespace tagscope;
using namespace tagscope::test;

namespace {

// Counts of an operating point, by its definition.
std::vector<Counts> countsAt(const TwoBranchCase &given, const OperatingPoint &point) {
    BinaryTable predicted(given.truth.clips, given.truth.events);
    for (std::size_t clip = 0; clip < predicted.clips; ++clip)
        for (std::size_t k = 0; k < predicted.events; ++k)
            predicted(clip, k) =
                *fuse(given.audio(clip, k), given.video(clip, k), point.videoWeight[k]) >= point.threshold[k] ? 1 : 0;
    return countPerEvent(given.truth, predicted);
}

// Every weight that could matter: between any two neighbouring crossings of any two clips, and the ends. At a crossing
// itself, clips are level and rounding alone orders them.
std::vector<double> allWeights(const TwoBranchCase &given, std::size_t k) {
    std::set<double> crossings{0.0, 1.0};
    for (std::size_t i = 0; i < given.truth.clips; ++i)
        for (std::size_t j = 0; j < given.truth.clips; ++j) {
            const double audio = double{given.audio(i, k)} - double{given.audio(j, k)};
            const double video = double{given.video(i, k)} - double{given.video(j, k)};
            if (audio != video && audio / (audio - video) > 0.0 && audio / (audio - video) < 1.0)
                crossings.insert(audio / (audio - video));
        }
    std::vector<double> weights{0.0, 1.0};
    for (auto to = std::next(crossings.begin()); to != crossings.end(); ++to)
        if (*to - *std::prev(to) > kNarrowestStretch)
            weights.push_back((*to + *std::prev(to)) / 2.0);
    return weights;
}

// For each number of predictions the most true positives, by trying everything.
std::map<std::int64_t, std::int64_t> bestByTrial(const TwoBranchCase &given, std::size_t k) {
    std::map<std::int64_t, std::int64_t> best{{0, 0}};
    for (const double weight : allWeights(given, k)) {
        std::vector<std::pair<double, bool>> clips;
        for (std::size_t i = 0; i < given.truth.clips; ++i)
            clips.emplace_back(*fuse(given.audio(i, k), given.video(i, k), weight), given.truth(i, k) != 0);
        for (const auto &[threshold, unused] : clips) {
            std::int64_t predicted = 0;
            std::int64_t right = 0;
            for (const auto &[score, isPositive] : clips) {
                predicted += score >= threshold ? 1 : 0;
                right += score >= threshold && isPositive ? 1 : 0;
            }
            best[predicted] = std::max(best[predicted], right);
        }
    }
    return best;
}

double bestMicroF1ByTrial(const TwoBranchCase &given) {
    // The sums of all combinations of the events' choices.
    std::set<std::pair<std::int64_t, std::int64_t>> sums{{0, 0}};
    for (std::size_t k = 0; k < given.truth.events; ++k) {
        std::set<std::pair<std::int64_t, std::int64_t>> longer;
        for (const auto &[predicted, right] : bestByTrial(given, k))
            for (const auto &[before, rightBefore] : sums)
                longer.emplace(before + predicted, rightBefore + right);
        sums = std::move(longer);
    }
    const auto positives = std::ranges::count(given.truth.values, 1);
    double best = 0.0;
    for (const auto &[predicted, right] : sums)
        if (predicted + positives > 0)
            best = std::max(best, 2.0 * static_cast<double>(right) / static_cast<double>(predicted + positives));
    return best;
}

} // namespace

class TestExactTuners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactThresholdsAgreeWithThePapersFixedPoint() {
        std::mt19937 random(11);
        for (int round = 0; round < 300; ++round) {
            const TwoBranchCase given = randomTwoBranchCase(random, 2 + random() % 60, 1 + random() % 6);
            const TunedThresholds exact = tuneThresholdsExactly(given.audio, given.truth).value();
            const TunedThresholds paper = tuneThresholdsAsPaper(given.audio, given.truth, 1).value();
            QCOMPARE(exact.microF1, paper.microF1);
            QCOMPARE(exact.stage1MicroF1, paper.stage1MicroF1);
            const OperatingPoint audioAlone{std::vector<double>(given.truth.events, 0.0), exact.threshold};
            QVERIFY(countsAt(given, audioAlone) == exact.counts);
        }
    }

    void jointTuningFindsTheBestThereIs() {
        std::mt19937 random(12);
        int better = 0;
        for (int round = 0; round < 300; ++round) {
            const TwoBranchCase given = randomTwoBranchCase(random, 2 + random() % 11, 1 + random() % 3);
            const TunedOperatingPoint tuned = tuneJointly(given.audio, given.video, given.truth).value();
            QCOMPARE(tuned.microF1, bestMicroF1ByTrial(given));
            QVERIFY(countsAt(given, tuned.point) == tuned.counts);
            QCOMPARE(total(tuned.counts).f1(), tuned.microF1);
            const double audio = tuneThresholdsExactly(given.audio, given.truth).value().microF1;
            const double video = tuneThresholdsExactly(given.video, given.truth).value().microF1;
            better += tuned.microF1 > std::max(audio, video) ? 1 : 0;
        }
        QVERIFY2(better > 50, qPrintable(QString::number(better)));
    }

    void threadsDoNotChangeTheOutcome() {
        std::mt19937 random(13);
        const TwoBranchCase given = randomTwoBranchCase(random, 700, 5);
        const TunedOperatingPoint one = tuneJointly(given.audio, given.video, given.truth, 1).value();
        const TunedOperatingPoint three = tuneJointly(given.audio, given.video, given.truth, 3).value();
        QVERIFY(one.point == three.point);
        QVERIFY(one.counts == three.counts);
    }

    void anEventWithoutPositivesIsNeverPredicted() {
        TwoBranchCase given{Matrix(3, 2, 0.5F), Matrix(3, 2, 0.25F), BinaryTable(3, 2)};
        given.truth(1, 0) = 1;
        given.audio(1, 0) = 0.75F;
        const TunedOperatingPoint tuned = tuneJointly(given.audio, given.video, given.truth).value();
        QCOMPARE(tuned.point.threshold[1], std::numeric_limits<double>::infinity());
        QCOMPARE(tuned.microF1, 1.0);
        QVERIFY(tuneJointly({}, {}, {}).value().point.threshold.empty());
    }

    void inputsThatDoNotFitAreErrors() {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        QVERIFY_FAILS(tuneJointly(Matrix(2, 1), Matrix(2, 2), BinaryTable(2, 2)), Error::Kind::Inconsistent, "");
        QVERIFY_FAILS(tuneJointly(Matrix(1, 1), Matrix(1, 1, nan), BinaryTable(1, 1)), Error::Kind::Inconsistent, "");
        QVERIFY_FAILS(tuneThresholdsExactly(Matrix(1, 1, nan), BinaryTable(1, 1)), Error::Kind::Inconsistent, "");
    }

    void stops() {
        std::stop_source source;
        source.request_stop();
        QVERIFY(tuneJointly(Matrix(2, 2), Matrix(2, 2), BinaryTable(2, 2), 1, {}, source.get_token())
                    .error()
                    .isCancelled());
    }
};

TAGSCOPE_PLAIN_TEST(TestExactTuners)
#include "tst_exact_tuners.moc"
