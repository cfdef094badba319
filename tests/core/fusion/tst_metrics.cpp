// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/metrics.h"
#include "core/fusion/operating_point.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <cmath>
#include <cstdint>
#include <fstream>
#include <string>

using namespace tagscope;

namespace {

bool isClose(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

// The tables of tests/golden/tuning.py.
void fillTables(BinaryTable &truth, BinaryTable &predicted) {
    std::uint32_t state = 7;
    const auto draw = [&state] {
        state = 1664525U * state + 1013904223U;
        return state >> 16U;
    };
    for (std::size_t clip = 0; clip < truth.clips; ++clip) {
        for (std::size_t event = 0; event < truth.events; ++event) {
            const bool isThere = draw() % (event + 2) == 0 && event != 4;
            const std::uint32_t third = draw() % 3;
            truth(clip, event) = isThere ? 1 : 0;
            predicted(clip, event) = event != 5 && (third == 0 || (isThere && third == 1)) ? 1 : 0;
        }
    }
}

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreeWithScikitLearn() {
        BinaryTable truth(97, 6);
        BinaryTable predicted(97, 6);
        fillTables(truth, predicted);
        const std::vector<Counts> perEvent = countPerEvent(truth, predicted);

        std::ifstream golden(test::goldenFile("tuning.csv"));
        std::string name;
        double precision = 0.0;
        double recall = 0.0;
        double f1 = 0.0;
        int compared = 0;
        while (golden >> name >> precision >> recall >> f1) {
            ++compared;
            if (name == "macro") {
                QVERIFY(isClose(macroF1(perEvent), f1));
                continue;
            }
            const Counts counts = name == "micro" ? total(perEvent) : perEvent.at(std::stoul(name));
            QVERIFY(isClose(counts.precision(), precision));
            QVERIFY(isClose(counts.recall(), recall));
            QVERIFY(isClose(counts.f1(), f1));
        }
        QCOMPARE(compared, 8);
    }

    void aRatioOverNothingIsZero() {
        QCOMPARE(Counts().precision(), 0.0);
        QCOMPARE(Counts().recall(), 0.0);
        QCOMPARE(Counts().f1(), 0.0);
        QCOMPARE(macroF1({}), 0.0);
        QVERIFY(countPerEvent({}, {}).empty());
    }

    void fusesWhatIsThere() {
        QVERIFY(isClose(fuse(0.5, 1.0, 0.2).value(), 0.6));
        QCOMPARE(fuse(0.3, 0.9, 0.0), std::optional(0.3));
        QCOMPARE(fuse(0.3, 0.9, 1.0), std::optional(0.9));
        QCOMPARE(fuse(0.5, std::nullopt, 0.8), std::optional(0.5));
        QCOMPARE(fuse(std::nullopt, 0.5, 0.2), std::optional(0.5));
        QVERIFY(!fuse(std::nullopt, std::nullopt, 0.5));
    }
};

TAGSCOPE_PLAIN_TEST(TestMetrics)
#include "tst_metrics.moc"
