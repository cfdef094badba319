// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/average_precision.h"
#include "core/fusion/bootstrap.h"
#include "core/fusion/f1_intervals.h"
#include "tests/core/fusion/golden_tables.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <map>
#include <string>
#include <utility>

using namespace tagscope;
using test::atHalf;
using test::kClips;
using test::kEvents;
using test::Tables;

namespace {

std::map<std::string, Interval> goldenValues() {
    std::ifstream golden(test::goldenFile("evaluation.csv"));
    std::map<std::string, Interval> values;
    std::string name;
    Interval value;
    while (golden >> name >> value.low >> value.high)
        values[name] = value;
    return values;
}

// The interval's ends have a deviation of about 0.001 over 2,000 draws.
bool isNear(const Interval &a, const Interval &b) {
    return std::abs(a.low - b.low) < 0.005 && std::abs(a.high - b.high) < 0.005;
}

} // namespace

class TestBootstrap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void averagePrecisionAgreesWithScikitLearn() {
        const Tables tables;
        const auto golden = goldenValues();
        for (std::size_t event = 0; event < kEvents; ++event) {
            const std::optional<double> found = averagePrecision(tables.first, tables.truth, event);
            QVERIFY(found);
            QVERIFY(std::abs(*found - golden.at("ap" + std::to_string(event)).low) < 1e-12);
        }
    }

    void averagePrecisionOfNoPositivesIsNothing() {
        QVERIFY(!averagePrecision(Matrix(3, 1, 0.5F), BinaryTable(3, 1), 0));
        QVERIFY(!averagePrecision(Matrix(0, 1), BinaryTable(0, 1), 0));
        BinaryTable all(3, 1);
        all.values = {1, 1, 1};
        QCOMPARE(averagePrecision(Matrix(3, 1, 0.5F), all, 0), 1.0);
    }

    void intervalsAgreeWithNumPy() {
        const Tables tables;
        const auto golden = goldenValues();
        const BinaryTable first = atHalf(tables.first);
        QVERIFY(isNear(bootstrapMicroF1(partsOf(tables.truth, first)).value(), golden.at("micro")));
        const F1Difference difference = bootstrapDifference(tables.truth, first, atHalf(tables.second)).value();
        QVERIFY(isNear(difference.interval, golden.at("difference")));
        QVERIFY(difference.notAbove < 0.025); // as the interval lies above 0
    }

    void theSeedDecides() {
        const Tables tables;
        const BinaryTable first = atHalf(tables.first);
        BootstrapOptions options;
        options.draws = 200;
        const F1Intervals once = f1Intervals(tables.truth, first, options).value();
        const F1Intervals again = f1Intervals(tables.truth, first, options).value();
        QVERIFY(again.micro == once.micro && again.macro == once.macro && again.events == once.events);
        options.seed = 2;
        const F1Intervals other = f1Intervals(tables.truth, first, options).value();
        QVERIFY(other.micro != once.micro && other.macro != once.macro);
        QVERIFY(other.events == once.events); // nothing is drawn for them
    }

    void aSystemDoesNotDifferFromItself() {
        const Tables tables;
        const BinaryTable first = atHalf(tables.first);
        const F1Difference none = bootstrapDifference(tables.truth, first, first).value();
        QCOMPARE(none.difference, 0.0);
        QVERIFY((none.interval == Interval{0.0, 0.0}));
        QCOMPARE(none.notAbove, 1.0);
        const F1Difference there = bootstrapDifference(tables.truth, first, atHalf(tables.second)).value();
        const F1Difference back = bootstrapDifference(tables.truth, atHalf(tables.second), first).value();
        QCOMPARE(there.difference, -back.difference);
        QVERIFY(std::abs(there.interval.low + back.interval.high) < 1e-12);
    }

    void eventsDifferByThemselves() {
        const Tables tables;
        const BinaryTable first = atHalf(tables.first);
        BinaryTable second = first;
        for (std::size_t clip = 0; clip < kClips; ++clip)
            second(clip, 2) = 0;
        const F1Differences found = bootstrapDifferences(tables.truth, first, second).value();
        QCOMPARE(found.events.size(), kEvents);
        QVERIFY((found.events[0].interval == Interval{0.0, 0.0}));
        QCOMPARE(found.events[2].difference, countPerEvent(tables.truth, first)[2].f1());
        // Against a system that never tags it, the difference is the event's F1 itself, draw by draw.
        BinaryTable truth(kClips, 1);
        BinaryTable tags(kClips, 1);
        for (std::size_t clip = 0; clip < kClips; ++clip) {
            truth(clip, 0) = tables.truth(clip, 2);
            tags(clip, 0) = first(clip, 2);
        }
        QVERIFY(found.events[2].interval == bootstrapMicroF1(partsOf(truth, tags)).value());
        QCOMPARE(found.micro.difference, bootstrapDifference(tables.truth, first, second).value().difference);
    }

    // Each draw takes one of the deals, for both ways of deciding the same one.
    void dealsAreDrawnToo() {
        F1Parts none{std::vector<double>(40, 0.0), std::vector<double>(40, 1.0)};
        F1Parts all{std::vector<double>(40, 1.0), std::vector<double>(40, 1.0)};
        const std::vector<F1Parts> deals{none, all};
        QCOMPARE(meanMicroF1(deals), 0.5);
        QVERIFY((bootstrapMicroF1(deals).value() == Interval{0.0, 1.0}));
        const F1Difference same = bootstrapDifference(deals, deals).value();
        QVERIFY((same.difference == 0.0 && same.interval == Interval{0.0, 0.0} && same.isWithinChance()));
        const std::vector<F1Parts> better{all, all};
        const F1Difference difference = bootstrapDifference(better, deals).value();
        QCOMPARE(difference.difference, 0.5);
        QVERIFY((difference.interval == Interval{0.0, 1.0} && difference.isWithinChance()));
        QVERIFY(!bootstrapDifference(std::vector<F1Parts>{all}, std::vector<F1Parts>{none}).value().isWithinChance());
    }

    // SciPy's Beta quantiles.
    void posteriorsAgreeWithSciPy() {
        std::ifstream golden(test::goldenFile("posterior.csv"));
        Counts counts;
        Interval expected;
        int compared = 0;
        while (golden >> counts.truePositives >> counts.falsePositives >> counts.falseNegatives >> expected.low >>
               expected.high) {
            const Interval found = posteriorF1(counts);
            QVERIFY2(std::abs(found.low - expected.low) < 1e-9 && std::abs(found.high - expected.high) < 1e-9,
                     qPrintable(QString::number(compared)));
            ++compared;
        }
        QVERIFY(compared > 100);
    }

    void aMacroIntervalIsNarrowerThanItsEvents() {
        const std::vector<Counts> events{{8, 2, 2}, {8, 2, 2}, {8, 2, 2}, {8, 2, 2}, {}};
        const Interval one = posteriorF1(events.front());
        const Interval mean = posteriorMacroF1(events);
        QVERIFY(mean.low > one.low && mean.high < one.high && mean.low < 0.8 && mean.high > 0.78);
        // A mean of four independent ones; what never occurs is none of them.
        QVERIFY(std::abs((one.high - one.low) / (mean.high - mean.low) - 2.0) < 0.15);
        QVERIFY((posteriorMacroF1(std::vector<Counts>{{}}) == Interval{0.0, 0.0}));
        QVERIFY(isFew({2, 9, 2}) && !isFew({2, 0, 3}));
    }

    void edges() {
        const F1Intervals none = f1Intervals(BinaryTable(0, 2), BinaryTable(0, 2)).value();
        QVERIFY((none.micro == Interval{0.0, 0.0}));
        BinaryTable one(1, 1);
        one.values = {1};
        QVERIFY((f1Intervals(one, one).value().micro == Interval{1.0, 1.0}));
        QVERIFY(f1Intervals(one, one).value().events.front().high == 1.0); // nothing was wrong
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(f1Intervals(one, one, {}, stop.get_token()).error().isCancelled());
    }
};

TAGSCOPE_CORE_TEST(TestBootstrap)
#include "tst_bootstrap.moc"
