// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/system_tuner.h"
#include "core/fusion/workbench.h"
#include "tests/core/fusion/random_cases.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace tagscope;
using namespace tagscope::test;

namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
constexpr double kUnreached = std::numeric_limits<double>::infinity();
using Labels = Workbench::Labels;

struct Given {
    TuningTables tables;
    BinaryTable audible;
};

// Some clips lack a branch, some both; what is audible is less than what is labelled.
Given randomGiven(std::mt19937 &random, std::size_t clips, std::size_t events) {
    TwoBranchCase made = randomTwoBranchCase(random, clips, events);
    for (std::size_t clip = 0; clip < clips; ++clip) {
        const auto lacks = random() % 8;
        for (std::size_t k = 0; k < events; ++k) {
            if (lacks == 0 || lacks == 1)
                made.audio(clip, k) = kNone;
            if (lacks == 1 || lacks == 2)
                made.video(clip, k) = kNone;
        }
    }
    BinaryTable audible = made.truth;
    for (std::uint8_t &value : audible.values)
        value = random() % 4 == 0 ? 0 : value;
    return {{std::move(made.audio), std::move(made.video), std::move(made.truth)}, std::move(audible)};
}

OperatingPoint randomPoint(std::mt19937 &random, std::size_t events) {
    OperatingPoint point;
    for (std::size_t k = 0; k < events; ++k) {
        point.videoWeight.push_back(static_cast<double>(random() % 5) / 4.0);
        const auto kind = random() % 8;
        point.threshold.push_back(kind == 0   ? kUnreached
                                  : kind == 1 ? -kUnreached
                                              : static_cast<double>(random() % 14) / 13.0);
    }
    return point;
}

// Everything a workbench says of its counts and flips, by the definition.
bool agrees(const Workbench &workbench, const Given &given) {
    const BinaryTable now = tagsAt(workbench.point(), given.tables.audio, given.tables.video);
    const BinaryTable saved = tagsAt(workbench.saved(), given.tables.audio, given.tables.video);
    std::vector<FlippedTag> flips;
    for (std::size_t k = 0; k < now.events; ++k)
        for (std::size_t clip = 0; clip < now.clips; ++clip)
            if (now(clip, k) != saved(clip, k))
                flips.push_back({static_cast<std::uint32_t>(clip), static_cast<std::uint32_t>(k), now(clip, k) != 0});
    return workbench.counts(Labels::Weak) == countPerEvent(given.tables.truth, now) &&
           workbench.counts(Labels::Audible) == countPerEvent(given.audible, now) &&
           workbench.savedCounts(Labels::Weak) == countPerEvent(given.tables.truth, saved) &&
           workbench.savedCounts(Labels::Audible) == countPerEvent(given.audible, saved) && workbench.flips() == flips;
}

// Counts of the event at a threshold, by the definition.
Counts workbenchCountsAt(const Workbench &workbench, const Given &given, std::size_t event, double threshold,
                         Labels labels) {
    OperatingPoint point = workbench.point();
    point.threshold[event] = threshold;
    const BinaryTable tags = tagsAt(point, given.tables.audio, given.tables.video);
    return countPerEvent(labels == Labels::Weak ? given.tables.truth : given.audible, tags)[event];
}

} // namespace

class TestWorkbench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAndFlipsStayRightThroughAnyChanges() {
        std::mt19937 random(31);
        for (int round = 0; round < 25; ++round) {
            const std::size_t events = 1 + random() % 5;
            const Given given = randomGiven(random, random() % 50, events);
            Workbench workbench(given.tables, given.audible, randomPoint(random, events));
            QVERIFY(agrees(workbench, given));
            for (int change = 0; change < 40; ++change) {
                const OperatingPoint other = randomPoint(random, events);
                const std::size_t event = random() % events;
                switch (random() % 8) {
                case 0:
                    workbench.setPoint(other);
                    break;
                case 1:
                    workbench.setSaved(other);
                    break;
                case 2:
                case 3:
                case 4:
                    workbench.setWeight(event, other.videoWeight[event]);
                    break;
                default:
                    workbench.setThreshold(event, other.threshold[event]);
                }
                QVERIFY(agrees(workbench, given));
            }
        }
    }

    void calibratedPointsAreJudgedByTheirCalibration() {
        std::mt19937 random(32);
        const Given given = randomGiven(random, 80, 3);
        const OperatingPoint calibrated = tuneSystem(given.tables, {TuningMethod::Calibrated, {}, 1, 1}).value().point;
        Workbench workbench(given.tables, given.audible, randomPoint(random, 3));
        workbench.setPoint(calibrated);
        QVERIFY(agrees(workbench, given));
        const std::vector<Counts> before = workbench.counts(Labels::Weak);
        workbench.setWeight(1, 0.9);
        QVERIFY(workbench.counts(Labels::Weak) == before);
        workbench.setThreshold(1, 0.2);
        QVERIFY(agrees(workbench, given));
        QVERIFY(!workbench.grid(0, Labels::Weak, 5, 5));
        workbench.setSaved(calibrated);
        QVERIFY(agrees(workbench, given));
        workbench.setPoint(randomPoint(random, 3));
        QVERIFY(agrees(workbench, given));
    }

    void cutsAreAllThatThresholdsCanDo() {
        std::mt19937 random(33);
        for (int round = 0; round < 20; ++round) {
            const Given given = randomGiven(random, random() % 40, 2);
            Workbench workbench(given.tables, given.audible, randomPoint(random, 2));
            for (int change = 0; change < 6; ++change) {
                workbench.setWeight(random() % 2, static_cast<double>(random() % 5) / 4.0);
                for (const Labels labels : {Labels::Weak, Labels::Audible}) {
                    const std::size_t event = random() % 2;
                    const ThresholdCuts &cuts = workbench.cuts(event, labels);
                    for (std::size_t cut = 0; cut < cuts.size(); ++cut)
                        QVERIFY(cuts.countsAt(cut) ==
                                workbenchCountsAt(workbench, given, event, cuts.threshold[cut], labels));
                }
            }
        }
    }

    void theGridIsExactAtItsPoints() {
        std::mt19937 random(34);
        for (int round = 0; round < 10; ++round) {
            const Given given = randomGiven(random, 1 + random() % 60, 3);
            Workbench workbench(given.tables, given.audible, randomPoint(random, 3));
            // Scores are multiples of 1/13, so that with weights of quarters many lie on thresholds of 52nds.
            const WeightThresholdGrid grid = *workbench.grid(1, Labels::Audible, 5, 53);
            const OtherEvents others = workbench.others(1, Labels::Audible);
            const Matrix classF1 = grid.f1();
            const Matrix microF1 = grid.f1(others);
            for (std::size_t w = 0; w < grid.weights(); ++w)
                for (std::size_t t = 0; t < grid.thresholds(); ++t) {
                    workbench.setWeight(1, grid.weightAt(w));
                    workbench.setThreshold(1, grid.thresholdAt(t));
                    const std::vector<Counts> &counts = workbench.counts(Labels::Audible);
                    QVERIFY(std::abs(static_cast<double>(classF1(w, t)) - counts[1].f1()) < 1e-6);
                    QVERIFY(std::abs(static_cast<double>(microF1(w, t)) - total(counts).f1()) < 1e-6);
                }
        }
    }

    void histogramsHoldEveryScoredClipOnce() {
        std::mt19937 random(35);
        const Given given = randomGiven(random, 70, 2);
        Workbench workbench(given.tables, given.audible, randomPoint(random, 2));
        const ScoreHistogram histogram = workbench.histogram(0, Labels::Weak, 13);
        ScoreHistogram expected{std::vector<std::int64_t>(13), std::vector<std::int64_t>(13)};
        for (std::size_t clip = 0; clip < workbench.clips(); ++clip) {
            if (workbench.fused(clip, 0) < 0.0)
                continue;
            const auto bin = std::min<std::size_t>(static_cast<std::size_t>(workbench.fused(clip, 0) * 13), 12);
            ++(given.tables.truth(clip, 0) != 0 ? expected.positives : expected.negatives)[bin];
        }
        QVERIFY(histogram.positives == expected.positives);
        QVERIFY(histogram.negatives == expected.negatives);
    }

    void whatIsAudibleMayBeUnknown() {
        std::mt19937 random(36);
        const Given given = randomGiven(random, 20, 2);
        Workbench workbench(given.tables, std::nullopt, randomPoint(random, 2));
        QVERIFY(!workbench.knowsAudible());
        workbench.setThreshold(0, 0.1);
        QVERIFY(total(workbench.counts(Labels::Audible)) == Counts());
        QVERIFY(workbench.counts(Labels::Weak) ==
                countPerEvent(given.tables.truth, tagsAt(workbench.point(), given.tables.audio, given.tables.video)));
    }
};

TAGSCOPE_PLAIN_TEST(TestWorkbench)
#include "tst_workbench.moc"
