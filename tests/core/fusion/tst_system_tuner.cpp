// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/calibrated_fusion.h"
#include "core/fusion/paper_weights.h"
#include "core/fusion/system_appraisal.h"
#include "core/fusion/threshold_cuts.h"
#include "tests/core/fusion/random_cases.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace tagscope;
using namespace tagscope::test;

namespace {

constexpr float kNoScore = std::numeric_limits<float>::quiet_NaN();

TuningTables tablesFrom(const TwoBranchCase &given) {
    return {given.audio, given.video, given.truth};
}

double microF1At(const TuningTables &tables, const OperatingPoint &point) {
    return total(countPerEvent(tables.truth, tagsAt(point, tables.audio, tables.video))).f1();
}

bool isAnywhere(const BinaryTable &truth, std::size_t event) {
    for (std::size_t clip = 0; clip < truth.clips; ++clip)
        if (truth(clip, event) != 0)
            return true;
    return false;
}

// Of the events that some clip has: the others are not tuned, and the rest without them.
double microF1OfTuned(const TuningTables &tables, const OperatingPoint &point) {
    const std::vector<Counts> counts = countPerEvent(tables.truth, tagsAt(point, tables.audio, tables.video));
    Counts sum;
    for (std::size_t k = 0; k < counts.size(); ++k)
        if (isAnywhere(tables.truth, k))
            sum += counts[k];
    return sum.f1();
}

// The best micro F1 that thresholds can have with the point's weights, by trying every combination of cuts. Scores that
// only rounding tells apart stay together.
double bestSystemByTrial(const TuningTables &tables, const OperatingPoint &point) {
    constexpr double kBelow = 1e-6;
    std::vector<std::vector<double>> candidates(tables.truth.events);
    for (std::size_t k = 0; k < tables.truth.events; ++k) {
        if (!isAnywhere(tables.truth, k)) {
            candidates[k].push_back(point.threshold[k]); // it is not tuned
            continue;
        }
        candidates[k].push_back(std::numeric_limits<double>::infinity());
        for (std::size_t clip = 0; clip < tables.truth.clips; ++clip)
            candidates[k].push_back(*fuse(tables.audio(clip, k), tables.video(clip, k), point.videoWeight[k]) - kBelow);
    }
    OperatingPoint tried = point;
    double best = 0.0;
    std::vector<std::size_t> at(candidates.size(), 0);
    for (;;) {
        for (std::size_t k = 0; k < at.size(); ++k)
            tried.threshold[k] = candidates[k][at[k]];
        best = std::max(best, microF1OfTuned(tables, tried));
        std::size_t k = 0;
        while (k < at.size() && ++at[k] == candidates[k].size())
            at[k++] = 0;
        if (k == at.size())
            return best;
    }
}

constexpr std::array kMethods{TuningMethod::Paper, TuningMethod::Exact, TuningMethod::Joint, TuningMethod::Calibrated};

} // namespace

class TestSystemTuner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thresholdsAreTheBestForTheirWeights() {
        std::mt19937 random(21);
        for (int round = 0; round < 60; ++round) {
            const TuningTables tables = tablesFrom(randomTwoBranchCase(random, 2 + random() % 6, 1 + random() % 3));
            for (const TuningMethod method : {TuningMethod::Paper, TuningMethod::Exact, TuningMethod::Joint}) {
                const TunedSystem tuned = tuneSystem(tables, {method, {}, 3, 1, {}}).value();
                QCOMPARE(microF1At(tables, tuned.point), tuned.microF1);
                QVERIFY(std::abs(bestSystemByTrial(tables, tuned.point) - microF1OfTuned(tables, tuned.point)) < 1e-12);
            }
        }
    }

    void theCommonThresholdIsTheBestForTheCalibration() {
        std::mt19937 random(22);
        for (int round = 0; round < 60; ++round) {
            const TuningTables tables = tablesFrom(randomTwoBranchCase(random, 2 + random() % 30, 1 + random() % 4));
            const TunedSystem tuned = tuneSystem(tables, {TuningMethod::Calibrated, {}, 1, 1, {}}).value();
            QVERIFY(tuned.point.isCalibrated());
            QCOMPARE(microF1At(tables, tuned.point), tuned.microF1);
            OperatingPoint tried = tuned.point;
            const std::vector<std::size_t> untuned = tuned.untuned();
            for (std::size_t clip = 0; clip < tables.truth.clips; ++clip)
                for (std::size_t k = 0; k < tables.truth.events; ++k) {
                    const double threshold =
                        *fusedProbability(tuned.point, k, tables.audio(clip, k), tables.video(clip, k));
                    tried.threshold.assign(tables.truth.events, threshold);
                    for (const std::size_t event : untuned)
                        tried.threshold[event] = tuned.point.threshold[event];
                    QVERIFY(microF1OfTuned(tables, tried) <= microF1OfTuned(tables, tuned.point) + 1e-12);
                }
        }
    }

    void thePapersRuleGivesTheWeights() {
        std::mt19937 random(23);
        TuningTables tables = tablesFrom(randomTwoBranchCase(random, 80, 6));
        for (std::size_t clip = 0; clip < 80; ++clip)
            for (std::size_t k = 0; k < 3; ++k)
                std::swap(tables.audio(clip, k), tables.video(clip, k)); // the zeros make a branch worse
        const std::vector<double> rule = paperVideoWeights(tables.audio, tables.video, tables.truth);
        QVERIFY(std::ranges::count(rule, kBetterBranchWeight) > 0);
        QVERIFY(std::ranges::count(rule, kOtherBranchWeight) > 0);
        for (std::size_t k = 0; k < rule.size(); ++k) {
            const auto best = [&](const Matrix &scores) {
                const ThresholdCuts cuts = thresholdCuts(scores, tables.truth, k);
                double f1 = 0.0;
                for (std::size_t cut = 0; cut < cuts.size(); ++cut)
                    f1 = std::max(f1, cuts.countsAt(cut).f1());
                return f1;
            };
            QCOMPARE(rule[k], best(tables.video) > best(tables.audio) ? 0.8 : 0.2);
        }
        QCOMPARE(tuneSystem(tables, {}).value().point.videoWeight, rule);
        const std::vector<double> own(6, 0.35);
        QCOMPARE(tuneSystem(tables, {TuningMethod::Exact, own, 1, 1, {}}).value().point.videoWeight, own);
        QVERIFY(!tuneSystem(tables, {TuningMethod::Exact, {0.5}, 1, 1, {}}));
        QVERIFY(!tuneSystem(tables, {TuningMethod::Exact, std::vector<double>(6, 1.5), 1, 1, {}}));
    }

    // Empty events, events that every clip has, one clip, no clip.
    void extremesOfTheLabels() {
        for (const TuningMethod method : kMethods) {
            TuningTables tables{Matrix(4, 2, 0.5F), Matrix(4, 2, 0.25F), BinaryTable(4, 2)};
            for (std::size_t clip = 0; clip < 4; ++clip)
                tables.truth(clip, 1) = 1;
            const TunedSystem tuned = tuneSystem(tables, {method, {}, 1, 1, {}}).value();
            QCOMPARE(tuned.microF1, 1.0);
            QCOMPARE(tuned.counts[0].falsePositives, std::int64_t{0});
            tables.truth = BinaryTable(4, 2);
            QCOMPARE(tuneSystem(tables, {method, {}, 1, 1, {}}).value().microF1, 0.0);
        }
    }

    void clipsWithoutABranchUseTheOther() {
        std::mt19937 random(24);
        TuningTables tables = tablesFrom(randomTwoBranchCase(random, 60, 3));
        for (std::size_t clip = 0; clip < 60; ++clip)
            for (std::size_t k = 0; k < 3; ++k) {
                if (clip % 3 == 0)
                    tables.audio(clip, k) = kNoScore;
                if (clip % 6 == 1 || clip % 6 == 3) // 3: neither is there
                    tables.video(clip, k) = kNoScore;
            }
        for (const TuningMethod method : kMethods) {
            const TunedSystem tuned = tuneSystem(tables, {method, {}, 1, 1, {}}).value();
            const BinaryTable tags = tagsAt(tuned.point, tables.audio, tables.video);
            for (std::size_t clip = 3; clip < 60; clip += 6)
                for (std::size_t k = 0; k < 3; ++k)
                    QCOMPARE(tags(clip, k), std::uint8_t{0});
            QCOMPARE(microF1At(tables, tuned.point), tuned.microF1);
            QVERIFY(tuned.microF1 > 0.0);
        }
        std::ranges::fill(tables.video.values, kNoScore);
        QVERIFY(!tuneSystem(tables, {TuningMethod::Joint, {}, 1, 1, {}}));
        QCOMPARE(tuneSystem(tables, {}).value().point.videoWeight, std::vector<double>(3, 0.0));
    }

    void theWorthIsThatOfClipsNotSeen() {
        std::mt19937 random(25);
        const TuningTables tables = tablesFrom(randomTwoBranchCase(random, 100, 3));
        for (const TuningMethod method : kMethods) {
            const SystemTuning how{method, {}, 5, 1, {}};
            const HeldOutEstimate heldOut = heldOutOf(tables, how).value().value();
            QVERIFY(heldOut.interval.low <= heldOut.microF1 && heldOut.microF1 <= heldOut.interval.high);
            QVERIFY(heldOut.deals == kDeals && heldOut.folds == kFolds);
            QVERIFY(heldOut.microF1 <= tuneSystem(tables, how).value().microF1 + 0.02);
            QCOMPARE(heldOut.overPaper.has_value(), method != TuningMethod::Paper);
            if (heldOut.overPaper) {
                const double paper = heldOutOf(tables, {TuningMethod::Paper, {}, 5, 1, {}}).value()->microF1;
                QVERIFY(std::abs(heldOut.overPaper->difference - (heldOut.microF1 - paper)) < 1e-12);
            }
        }
        QVERIFY(!heldOutOf(tablesFrom(randomTwoBranchCase(random, 9, 2)), {}).value());
    }

    void tellsHowFarItIs() {
        std::mt19937 random(26);
        const TuningTables tables = tablesFrom(randomTwoBranchCase(random, 60, 4));
        for (const TuningMethod method : kMethods) {
            std::vector<double> reached;
            double fraction = 0.0;
            const TuningObserver observe = [&](const TuningStep &step) {
                QVERIFY(step.fraction >= fraction && step.fraction <= 1.0);
                QVERIFY(!step.stage.empty());
                fraction = step.fraction;
                if (step.microF1)
                    reached.push_back(*step.microF1);
            };
            const TunedSystem tuned = tuneSystem(tables, {method, {}, 1, 1, {}}, observe).value();
            QVERIFY(!reached.empty());
            QCOMPARE(reached.back(), tuned.microF1);
            QVERIFY(std::ranges::is_sorted(reached));
            int folds = 0;
            QVERIFY(heldOutOf(tables, {method, {}, 1, 1, {}}, [&](const TuningStep &) { ++folds; }));
            QCOMPARE(folds, (method == TuningMethod::Paper ? 1 : 2) * kDeals * kFolds); // the paper's way beside it
        }
    }

    void waysAreComparedInTheSameDeals() {
        std::mt19937 random(28);
        const TuningTables tables = tablesFrom(randomTwoBranchCase(random, 100, 3));
        SystemTuning how;
        how.seed = 5;
        const std::vector<ComparedWay> compared = compareWays(tables, allWays(tables, how)).value();
        QCOMPARE(compared.size(), 4U);
        QVERIFY(!compared.front().behindBest);
        for (const ComparedWay &way : compared) {
            QCOMPARE(way.system.heldOut->microF1, heldOutOf(tables, way.how).value()->microF1);
            QVERIFY(way.system.tuned.point == tuneSystem(tables, way.how).value().point);
            if (&way == &compared.front())
                continue;
            const double behind = compared.front().system.heldOut->microF1 - way.system.heldOut->microF1;
            QVERIFY(behind >= 0.0 && std::abs(way.behindBest->difference - behind) < 1e-12);
        }
        // Exact thresholds are the paper's fixed point: nothing tells them apart.
        const auto wayOf = [&](TuningMethod method) {
            return *std::ranges::find_if(compared, [&](const ComparedWay &way) { return way.how.method == method; });
        };
        QVERIFY(wayOf(TuningMethod::Exact).system.heldOut->overPaper->isWithinChance());
        TuningTables sound = tables;
        std::ranges::fill(sound.video.values, kNoScore);
        QCOMPARE(allWays(sound, how).size(), 3U);
    }

    void fewerDealsWhereTheyTakeLong() {
        const auto dealsAt = [](std::size_t clips, TuningMethod method) {
            TuningTables tables{Matrix(), Matrix(), BinaryTable(clips, 17)};
            for (std::size_t clip = 0; clip < clips; ++clip)
                tables.truth(clip, clip % 17) = 1;
            return dealsFor(tables, method);
        };
        for (const TuningMethod method : kMethods) {
            QCOMPARE(dealsAt(1142, method), kDeals);
            QCOMPARE(dealsAt(60000, method) < kDeals,
                     method == TuningMethod::Joint || method == TuningMethod::Calibrated);
        }
        QCOMPARE(dealsAt(60000, TuningMethod::Joint), 1);
    }

    // Nothing can be tuned of an event that no clip has: "never" would be for ever.
    void anEventWithoutPositivesKeepsItsThreshold() {
        std::mt19937 random(29);
        TuningTables tables = tablesFrom(randomTwoBranchCase(random, 40, 3));
        for (std::size_t clip = 0; clip < 40; ++clip)
            tables.truth(clip, 1) = 0;
        for (const TuningMethod method : kMethods) {
            SystemTuning how{method, {}, 1, 1, {}};
            const TunedSystem byDefault = tuneSystem(tables, how).value();
            QCOMPARE(byDefault.untuned(), std::vector<std::size_t>{1});
            QCOMPARE(byDefault.point.threshold[1], kUntunedThreshold);
            how.before = {{0.6, 0.6, 0.6}, {0.3, 0.7, 0.3}};
            const TunedSystem kept = tuneSystem(tables, how).value();
            QCOMPARE(kept.point.threshold[1], 0.7);
            QVERIFY(kept.point.threshold[0] == byDefault.point.threshold[0]);
            QCOMPARE(microF1At(tables, kept.point), kept.microF1);
            if (method != TuningMethod::Calibrated)
                QCOMPARE(kept.point.videoWeight[1], 0.6);
            else
                QVERIFY(*fusedProbability(kept.point, 1, 0.9, 0.9) > 0.89); // not 0 for ever
            how.before.threshold[1] = std::numeric_limits<double>::infinity();
            QCOMPARE(tuneSystem(tables, how).value().point.threshold[1], kUntunedThreshold);
        }
    }

    void stops() {
        std::stop_source source;
        source.request_stop();
        std::mt19937 random(27);
        const TuningTables tables = tablesFrom(randomTwoBranchCase(random, 30, 2));
        for (const TuningMethod method : kMethods) {
            QVERIFY(tuneSystem(tables, {method, {}, 1, 1, {}}, {}, source.get_token()).error().isCancelled());
            QVERIFY(heldOutOf(tables, {method, {}, 1, 1, {}}, {}, source.get_token()).error().isCancelled());
        }
    }

    void namesOfMethodsAreRead() {
        for (const TuningMethod method : kMethods)
            QVERIFY(tuningMethodNamed(nameOf(method)) == method);
        QVERIFY(!tuningMethodNamed("best"));
    }
};

TAGSCOPE_PLAIN_TEST(TestSystemTuner)
#include "tst_system_tuner.moc"
