// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/average_precision.h"
#include "core/fusion/curves.h"
#include "tests/core/fusion/golden_tables.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <array>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

using namespace tagscope;

namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();

bool isSame(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

} // namespace

class TestCurves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreeWithScikitLearn() {
        const test::Tables tables;
        std::ifstream golden(test::goldenFile("curves.csv"));
        std::string name;
        double threshold = 0.0;
        double precision = 0.0;
        double recall = 0.0;
        double f1 = 0.0;
        std::map<std::string, std::size_t> points;
        while (golden >> name && name != "organisers") {
            QVERIFY(golden >> threshold >> precision >> recall >> f1);
            const auto curve = countsOverThreshold(tables.first, tables.truth, std::stoul(name));
            const std::size_t point = ++points[name]; // after the one at infinity
            QVERIFY(point < curve.size());
            QCOMPARE(curve[point].threshold, threshold);
            QVERIFY(isSame(curve[point].counts.precision(), precision));
            QVERIFY(isSame(curve[point].counts.recall(), recall));
            QVERIFY(isSame(curve[point].counts.f1(), f1));
        }
        QCOMPARE(points.size(), 2U);
        for (const auto &[event, count] : points)
            QCOMPARE(countsOverThreshold(tables.first, tables.truth, std::stoul(event)).size(), count + 1);
    }

    void theOrganisersMacroF1() {
        test::Tables tables;
        BinaryTable predicted = test::atHalf(tables.first);
        for (std::size_t clip = 0; clip < test::kClips; ++clip)
            tables.truth(clip, 1) = tables.truth(clip, 3) = predicted(clip, 2) = predicted(clip, 3) = 0;
        std::ifstream golden(test::goldenFile("curves.csv"));
        std::string word;
        double expected = 0.0;
        while (golden >> word && word != "organisers") {
        }
        QVERIFY(golden >> expected);
        QVERIFY(isSame(organisersMacroF1(countPerEvent(tables.truth, predicted)), expected));
        QCOMPARE(organisersMacroF1({}), 0.0);
        QCOMPARE(organisersMacroF1({Counts{0, 0, 3}, Counts{}}), 0.0);
        // Precisions 1 and 0, recalls 1/2 and 0; the third event does not occur.
        QVERIFY(isSame(organisersMacroF1({{1, 0, 1}, {0, 2, 0}, {}}), 1.0 / 3));
        QVERIFY(isSame(macroF1({{1, 0, 1}, {0, 2, 0}, {}}), 1.0 / 3));
    }

    void byHand() {
        const std::array<LabelledScore, 5> clips{{{0.2, false}, {0.9, true}, {0.5, true}, {0.5, false}, {0.0, true}}};
        const std::vector<CurvePoint> curve = countsOverThreshold(clips);
        const std::vector<CurvePoint> expected{
            {kEndless, {0, 0, 3}}, {0.9, {1, 0, 2}}, {0.5, {2, 1, 1}}, {0.2, {2, 2, 1}}, {0.0, {3, 2, 0}}};
        QVERIFY(curve == expected);
        QCOMPARE(bestPoint(curve), 4U);
        QCOMPARE(pointAt(curve, kEndless), 0U);
        QCOMPARE(pointAt(curve, 0.91), 0U);
        QCOMPARE(pointAt(curve, 0.9), 1U);
        QCOMPARE(pointAt(curve, 0.500001), 1U);
        QCOMPARE(pointAt(curve, 0.5), 2U);
        QCOMPARE(pointAt(curve, 0.0), 4U);
        QCOMPARE(pointAt(curve, -kEndless), 4U);
    }

    void ofNothing() {
        const std::vector<CurvePoint> none = countsOverThreshold(std::span<const LabelledScore>());
        QCOMPARE(none.size(), 1U);
        QCOMPARE(bestPoint(none), 0U);
        QCOMPARE(pointAt(none, 0.5), 0U);
        const std::array<LabelledScore, 2> negatives{{{0.5, false}, {0.25, false}}};
        QCOMPARE(bestPoint(countsOverThreshold(negatives)), 0U);
    }

    // What each point and each threshold say is what counting says.
    void areWhatCountingGives() {
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            std::vector<LabelledScore> clips(random() % 12);
            for (LabelledScore &clip : clips)
                clip = {static_cast<double>(random() % 6) / 5.0, random() % 3 == 0};
            const std::vector<CurvePoint> curve = countsOverThreshold(clips);
            for (int step = -1; step <= 21; ++step) {
                const double threshold = step / 20.0;
                Counts counted;
                for (const LabelledScore &clip : clips) {
                    const bool isPredicted = clip.score >= threshold;
                    counted.truePositives += clip.isPositive && isPredicted ? 1 : 0;
                    counted.falsePositives += !clip.isPositive && isPredicted ? 1 : 0;
                    counted.falseNegatives += clip.isPositive && !isPredicted ? 1 : 0;
                }
                QVERIFY(curve[pointAt(curve, threshold)].counts == counted);
                QVERIFY(curve[bestPoint(curve)].counts.f1() >= counted.f1());
            }
        }
    }

    void theMeanOfAveragePrecisionsLeavesOutEventsWithoutPositives() {
        const std::array<std::optional<double>, 3> some{0.25, std::nullopt, 0.75};
        QCOMPARE(meanAveragePrecision(some), std::optional(0.5));
        const std::array<std::optional<double>, 1> none{};
        QVERIFY(!meanAveragePrecision(none));
        QVERIFY(!meanAveragePrecision({}));
    }
};

TAGSCOPE_PLAIN_TEST(TestCurves)
#include "tst_curves.moc"
