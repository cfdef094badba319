// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/average_precision.h"
#include "core/fusion/bootstrap.h"
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
        const F1Intervals found = bootstrapF1(tables.truth, first).value();
        QVERIFY(isNear(found.micro, golden.at("micro")));
        QVERIFY(isNear(found.macro, golden.at("macro")));
        QCOMPARE(found.events.size(), kEvents);
        const std::vector<Counts> counts = countPerEvent(tables.truth, first);
        for (std::size_t event = 0; event < kEvents; ++event) {
            QVERIFY(found.events[event].low < counts[event].f1() && counts[event].f1() < found.events[event].high);
        }
        const F1Difference difference = bootstrapDifference(tables.truth, first, atHalf(tables.second)).value();
        QVERIFY(isNear(difference.interval, golden.at("difference")));
        QVERIFY(difference.notAbove < 0.025); // as the interval lies above 0
    }

    void theSeedDecides() {
        const Tables tables;
        const BinaryTable first = atHalf(tables.first);
        BootstrapOptions options;
        options.draws = 200;
        const F1Intervals once = bootstrapF1(tables.truth, first, options).value();
        QVERIFY(bootstrapF1(tables.truth, first, options).value().micro == once.micro);
        options.seed = 2;
        QVERIFY(!(bootstrapF1(tables.truth, first, options).value().micro == once.micro));
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
        QVERIFY(found.events[2].interval == bootstrapF1(tables.truth, first).value().events[2]);
        QCOMPARE(found.micro.difference, bootstrapDifference(tables.truth, first, second).value().difference);
    }

    void edges() {
        const F1Intervals none = bootstrapF1(BinaryTable(0, 2), BinaryTable(0, 2)).value();
        QVERIFY((none.micro == Interval{0.0, 0.0}));
        BinaryTable one(1, 1);
        one.values = {1};
        QVERIFY((bootstrapF1(one, one).value().micro == Interval{1.0, 1.0}));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(bootstrapF1(one, one, {}, stop.get_token()).error().isCancelled());
    }
};

TAGSCOPE_CORE_TEST(TestBootstrap)
#include "tst_bootstrap.moc"
