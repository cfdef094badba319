// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/decision.h"
#include "core/fusion/operating_point.h"
#include "tests/support/qt_test.h"

#include <array>
#include <cmath>
#include <limits>
#include <random>

using namespace tagscope;

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::array kProbabilities{0.0, 1e-300, 0.1, 0.2999999999999999, 0.3, 0.5, 0.7, 1.0 - 1e-16, 1.0};
constexpr std::array kThresholds{-kNever, -0.5, 0.0, 0.1, 0.3, 0.5, 0.7, 1.0, 1.5, kNever};

// Whether the flip flips, and the number before it, on the way from where the decision stands, does not.
template <class Set>
bool isNearest(const Decision &decision, double now, const DecisionFlip &flip, const Set &set) {
    Decision at = decision;
    set(at, flip.value);
    Decision before = decision;
    set(before, std::nextafter(flip.value, now));
    return at.isTagged() != decision.isTagged() && before.isTagged() == decision.isTagged() &&
           flip.change == flip.value - now;
}

// Of many values in [0, 1], both ends among them, one that flips by more than rounding does.
template <class Set>
bool isFlippedSomewhere(const Decision &decision, const Set &set) {
    for (int i = 0; i <= 100; ++i) {
        Decision other = decision;
        set(other, i / 100.0);
        if (other.isTagged() != decision.isTagged() && std::abs(*other.margin()) > 1e-12)
            return true;
    }
    return false;
}

template <class Set>
bool isRight(const Decision &decision, double now, const std::optional<DecisionFlip> &flip, const Set &set) {
    if (!flip)
        return !isFlippedSomewhere(decision, set);
    return flip->value >= 0.0 && flip->value <= 1.0 && isNearest(decision, now, *flip, set);
}

} // namespace

class TestDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flipsAreTheNearest() {
        int without = 0;
        for (const double a : kProbabilities)
            for (const double v : kProbabilities)
                for (const double w : kProbabilities)
                    for (const double t : kThresholds) {
                        const Decision decision{a, v, w, t};
                        const double p = fuse(a, v, w).value();
                        QCOMPARE(decision.fused(), std::optional(p));
                        QCOMPARE(decision.isTagged(), p >= t);
                        QCOMPARE(decision.margin(), std::optional(p - t));
                        const Flips flips = smallestFlips(decision);
                        QVERIFY(flips.threshold.has_value());
                        Decision moved = decision;
                        moved.threshold = flips.threshold->value;
                        QVERIFY(moved.isTagged() != decision.isTagged());
                        moved.threshold = std::nextafter(flips.threshold->value, t);
                        QVERIFY(moved.isTagged() == decision.isTagged());
                        QCOMPARE(flips.threshold->change, flips.threshold->value - t);
                        QVERIFY(isRight(decision, w, flips.weight, [](Decision &d, double x) { d.videoWeight = x; }));
                        QVERIFY(isRight(decision, a, flips.audio, [](Decision &d, double x) { d.audio = x; }));
                        QVERIFY(isRight(decision, v, flips.video, [](Decision &d, double x) { d.video = x; }));
                        without += flips.weight ? 0 : 1;
                    }
        QVERIFY(without > 100); // both cases were met
    }

    // p of a calibrated point steps where v is exactly 0, and its branches may speak against the event.
    void flipsOfCalibratedDecisionsAreTheNearest() {
        std::mt19937_64 random(7);
        std::normal_distribution<double> normal;
        int flipped = 0;
        for (int i = 0; i < 300; ++i) {
            EventCalibration calibration;
            for (std::size_t f = 0; f < EventCalibration::kFeatures; ++f) {
                calibration.mean[f] = 2 * normal(random) - 2;
                calibration.deviation[f] = std::abs(normal(random)) + 0.1;
                calibration.coefficient[f] = normal(random);
            }
            calibration.intercept = i % 20 == 0 ? kNever : i % 20 == 1 ? -kNever : 2 * normal(random);
            for (const double a : kProbabilities)
                for (const double v : kProbabilities)
                    for (const double t : {-kNever, 0.1, 0.3, 0.5, 0.9, kNever}) {
                        const Decision decision{a, v, 0.5, t, calibration};
                        QCOMPARE(decision.fused(), std::optional(calibratedProbability(calibration, a, v)));
                        QCOMPARE(decision.isTagged(), *decision.fused() >= t);
                        const Flips flips = smallestFlips(decision);
                        QVERIFY(flips.threshold && !flips.weight);
                        Decision moved = decision;
                        moved.threshold = flips.threshold->value;
                        QVERIFY(moved.isTagged() != decision.isTagged());
                        QVERIFY(isRight(decision, a, flips.audio, [](Decision &d, double x) { d.audio = x; }));
                        QVERIFY(isRight(decision, v, flips.video, [](Decision &d, double x) { d.video = x; }));
                        flipped += flips.video ? 1 : 0;
                    }
        }
        QVERIFY(flipped > 1000);
    }

    void theTermsOfACalibrationAddUp() {
        EventCalibration calibration;
        calibration.mean = {-1, -2, 0.25};
        calibration.deviation = {2, 3, 0.5};
        calibration.coefficient = {1.5, 0.5, -0.25};
        calibration.intercept = -0.75;
        const auto sumOf = [](const CalibrationTerms &terms) { return terms.base + terms.audio + terms.video; };
        for (const std::optional<double> a : {std::optional(0.25), std::optional<double>()})
            for (const std::optional<double> v : {std::optional(0.0), std::optional(0.5), std::optional<double>()}) {
                const double p = calibratedProbability(calibration, a, v);
                QVERIFY(std::abs(std::log(p / (1 - p)) - sumOf(calibrationTerms(calibration, a, v))) < 1e-12);
            }
    }

    void anExampleByHand() {
        // p = 0.2 * 0.4 + 0.8 * 0.7 = 0.64; p(w) = 0.5 at w = 1/3.
        const Decision decision{0.4, 0.7, 0.8, 0.5};
        QVERIFY(std::abs(*decision.margin() - 0.14) < 1e-12);
        const Flips flips = smallestFlips(decision);
        QVERIFY(std::abs(flips.weight->value - 1.0 / 3.0) < 1e-12);
        QVERIFY(flips.weight->value < 0.8 && flips.weight->change < 0.0);
        QVERIFY(flips.threshold->value > *decision.fused() && std::abs(flips.threshold->change - 0.14) < 1e-12);
        QVERIFY(!flips.audio); // at a = 0 there are 0.56 left
        QVERIFY(std::abs(flips.video->value - 0.525) < 1e-12);
    }

    void oneBranchAlone() {
        const Decision decision{0.6, std::nullopt, 0.9, 0.5};
        QCOMPARE(decision.fused(), std::optional(0.6));
        const Flips flips = smallestFlips(decision);
        QVERIFY(!flips.weight && !flips.video);
        QVERIFY(flips.audio->value < 0.5 && flips.audio->value > 0.4999999);
        QVERIFY(flips.threshold->value > 0.6);
    }

    void noBranch() {
        const Decision decision{std::nullopt, std::nullopt, 0.5, -kNever};
        QVERIFY(!decision.fused() && !decision.margin() && !decision.isTagged());
        const Flips flips = smallestFlips(decision);
        QVERIFY(!flips.threshold && !flips.weight && !flips.audio && !flips.video);
    }

    void equalBranchesLeaveTheWeightNothingToDecide() { QVERIFY(!smallestFlips({0.6, 0.6, 0.5, 0.5}).weight); }

    void infiniteThresholdsFlipByInfinitelyMuch() {
        const Flips never = smallestFlips({0.6, 0.4, 0.5, kNever});
        QCOMPARE(never.threshold->change, -kNever);
        QVERIFY(!never.weight && !never.audio && !never.video);
        QCOMPARE(smallestFlips({0.6, 0.4, 0.5, -kNever}).threshold->change, kNever);
    }
};

TAGSCOPE_CORE_TEST(TestDecision)
#include "tst_decision.moc"
