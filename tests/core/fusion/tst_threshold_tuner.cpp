// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/threshold_tuner.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <set>
#include <vector>

using namespace tagscope;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Case {
    Matrix scores;
    BinaryTable truth;
};

// Few distinct scores, so many ties, and exact zeros; each event has its own share of positives, at times none or all.
Case randomCase(std::mt19937 &random, std::size_t clips, std::size_t events) {
    Case made{Matrix(clips, events), BinaryTable(clips, events)};
    for (std::size_t event = 0; event < events; ++event) {
        const auto share = random() % 6;
        for (std::size_t clip = 0; clip < clips; ++clip) {
            const bool isThere = random() % 5 < share;
            const auto step = random() % 6 + (isThere ? random() % 2 : 0);
            made.truth(clip, event) = isThere ? 1 : 0;
            made.scores(clip, event) = static_cast<float>(step) / 7.0F;
        }
    }
    return made;
}

std::vector<Counts> countsWith(const Case &given, const std::vector<double> &threshold) {
    BinaryTable predicted(given.truth.clips, given.truth.events);
    for (std::size_t clip = 0; clip < predicted.clips; ++clip)
        for (std::size_t event = 0; event < predicted.events; ++event)
            predicted(clip, event) = static_cast<double>(given.scores(clip, event)) >= threshold[event] ? 1 : 0;
    return countPerEvent(given.truth, predicted);
}

// The best micro F1 over every combination of thresholds: each distinct score, and infinity.
double bestOfAll(const Case &given) {
    std::vector<double> threshold(given.truth.events, kInfinity);
    double best = 0.0;
    const std::function<void(std::size_t)> tryFrom = [&](std::size_t event) {
        if (event == given.truth.events) {
            best = std::max(best, total(countsWith(given, threshold)).f1());
            return;
        }
        std::set<double> candidates{kInfinity};
        for (std::size_t clip = 0; clip < given.truth.clips; ++clip)
            candidates.insert(static_cast<double>(given.scores(clip, event)));
        for (const double candidate : candidates) {
            threshold[event] = candidate;
            tryFrom(event + 1);
        }
    };
    tryFrom(0);
    return best;
}

TunedThresholds tuned(const Case &given, std::uint64_t seed = 1) {
    return tuneThresholdsAsPaper(given.scores, given.truth, seed).value();
}

Case oneEvent(const std::vector<float> &scores, const std::vector<std::uint8_t> &truth) {
    Case made{Matrix(scores.size(), 1), BinaryTable(truth.size(), 1)};
    made.scores.values = scores;
    made.truth.values = truth;
    return made;
}

} // namespace

class TestThresholdTuner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachesTheGlobalOptimum() {
        std::mt19937 random(3);
        int improved = 0;
        for (int round = 0; round < 300; ++round) {
            const Case given = randomCase(random, 3 + random() % 12, 1 + random() % 3);
            const TunedThresholds result = tuned(given, static_cast<std::uint64_t>(round));
            QCOMPARE(result.microF1, bestOfAll(given));
            QVERIFY(result.counts == countsWith(given, result.threshold));
            QCOMPARE(total(result.counts).f1(), result.microF1);
            QVERIFY(result.stage1MicroF1 <= result.microF1);
            improved += result.stage1MicroF1 < result.microF1 ? 1 : 0;
        }
        QVERIFY2(improved > 20, qPrintable(QString::number(improved)));
    }

    void theSeedSetsThePathOnly() {
        std::mt19937 random(5);
        const Case given = randomCase(random, 400, 17);
        const TunedThresholds first = tuned(given, 0);
        for (std::uint64_t seed = 1; seed < 20; ++seed) {
            const TunedThresholds other = tuned(given, seed);
            QCOMPARE(other.microF1, first.microF1);
            QVERIFY(other.threshold == first.threshold);
        }
    }

    void cutsAreMidpointsOfNeighbours() {
        QCOMPARE(tuned(oneEvent({0.25F, 0.75F, 0.0F}, {0, 1, 0})).threshold.front(), 0.5);
        QCOMPARE(tuned(oneEvent({0.25F, 0.75F}, {1, 1})).threshold.front(), -kInfinity);
    }

    void cutsSeparateNeighbouringFloats() {
        const float upper = 0.7F;
        const float lower = std::nextafter(upper, 0.0F);
        const float least = std::numeric_limits<float>::denorm_min();
        for (const auto &[high, low] : {std::pair(upper, lower), std::pair(least, 0.0F), std::pair(1.0F, least)}) {
            const double threshold = tuned(oneEvent({high, low}, {1, 0})).threshold.front();
            QVERIFY(static_cast<double>(low) < threshold && threshold <= static_cast<double>(high));
        }
    }

    void plusAndMinusZeroAreOneScore() {
        const TunedThresholds result = tuned(oneEvent({0.0F, -0.0F}, {1, 0}));
        QCOMPARE(result.threshold.front(), -kInfinity);
    }

    void anEventWithoutPositivesIsNeverPredicted() {
        QCOMPARE(tuned(oneEvent({0.9F, 0.1F}, {0, 0})).threshold.front(), kInfinity);
        QCOMPARE(tuned(oneEvent({}, {})).threshold.front(), kInfinity);
        QVERIFY(tuned({}).threshold.empty());
    }

    void tiesGoToFewerPredictions() {
        // One prediction: 2 / (1 + 2). Four: 4 / (4 + 2). Both are 2/3.
        QCOMPARE(tuned(oneEvent({0.8F, 0.4F, 0.4F, 0.4F}, {1, 1, 0, 0})).counts.front().truePositives, 1);
    }

    void inputsThatDoNotFitAreErrors() {
        const auto kindOf = [](const Matrix &scores, const BinaryTable &truth) {
            return tuneThresholdsAsPaper(scores, truth, 1).error().kind;
        };
        QVERIFY(kindOf(Matrix(3, 2), BinaryTable(2, 3)) == Error::Kind::Inconsistent);
        QVERIFY(kindOf(Matrix(1, 1, std::numeric_limits<float>::quiet_NaN()), BinaryTable(1, 1)) ==
                Error::Kind::Inconsistent);
    }

    void stops() {
        std::stop_source source;
        source.request_stop();
        QVERIFY(
            tuneThresholdsAsPaper(Matrix(2, 2), BinaryTable(2, 2), 1, {}, source.get_token()).error().isCancelled());
    }
};

TAGSCOPE_PLAIN_TEST(TestThresholdTuner)
#include "tst_threshold_tuner.moc"
