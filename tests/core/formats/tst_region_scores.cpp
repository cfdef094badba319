// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/region_scores.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

using namespace tagscope;

namespace {

using RegionRows = std::vector<DcaseRow>;

RegionRows goldenRegions(const char *file) {
    return readDcaseList(test::goldenFile(file)).value();
}

DcaseRow region(double onset, double offset, const char *label = "Bus") {
    return {"a.wav", Seconds(onset), Seconds(offset), label};
}

} // namespace

// Against tests/golden/regions.py, which goes other ways to the same figures.
class TestRegionScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreeWithAnIndependentProgram() {
        const RegionRows truth = goldenRegions("regions_truth.txt");
        const RegionRows found = goldenRegions("regions_found.txt");
        const auto scoreNamed = [&](const std::string &name) {
            if (name == "usual")
                return scoreRegions(truth, found).value();
            if (name == "strict")
                return scoreRegions(truth, found, {Seconds(0.1), Seconds(0.1), 0.0}).value();
            return scoreSegments(truth, found, Seconds(name == "tenth" ? 0.1 : 1.0)).value();
        };
        std::ifstream golden(test::goldenFile("regions.csv"));
        int compared = 0;
        for (std::string line; std::getline(golden, line); ++compared) {
            std::istringstream cells(line);
            std::string name;
            std::string event;
            std::getline(cells, name, ',');
            std::getline(cells, event, ',');
            const RegionScore score = scoreNamed(name);
            double first = 0.0;
            cells >> first;
            if (event == "rate") {
                QVERIFY(std::abs(score.errorRate - first) < 1e-12);
                continue;
            }
            Counts counts{static_cast<std::int64_t>(first), 0, 0};
            char comma = ',';
            cells >> comma >> counts.falsePositives >> comma >> counts.falseNegatives;
            const auto at = std::ranges::find(score.events, event) - score.events.begin();
            QVERIFY2((event == "all" ? score.micro : score.perEvent.at(static_cast<std::size_t>(at))) == counts,
                     line.c_str());
        }
        QCOMPARE(compared, 18);
    }

    void theCollarIsOfTheTruthsLength() {
        const RegionRows truth{region(1.0, 5.0)};
        QCOMPARE(scoreRegions(truth, {region(1.2, 3.0)}).value().micro, (Counts{1, 0, 0})); // 2 s of 4 s
        QCOMPARE(scoreRegions(truth, {region(1.2, 2.9)}).value().micro, (Counts{0, 1, 1}));
        QCOMPARE(scoreRegions(truth, {region(1.3, 5.0)}).value().micro, (Counts{0, 1, 1}));
        QCOMPARE(scoreRegions(truth, {region(1.0, 5.0, "Car")}).value().macroF1, 0.0);
        QCOMPARE(scoreRegions(truth, {region(1.0, 5.0), region(1.0, 5.0)}).value().micro, (Counts{1, 1, 0}));
    }

    // The first of the truth fits both, the second only the first of those found: both can be met.
    void asManyAsCanBeAreMet() {
        const RegionRows truth{region(1.0, 2.0), region(0.9, 2.0)};
        const RegionRows found{region(0.85, 2.0), region(1.15, 2.0)};
        const RegionCollar collar{Seconds(0.16), Seconds(0.2), 0.5};
        QCOMPARE(scoreRegions(truth, found, collar).value().micro, (Counts{2, 0, 0}));
    }

    void whatIsNotHeardIsNone() {
        const RegionRows truth{region(0.0, 0.0), {"b.wav", Seconds(0), Seconds(0), std::nullopt}};
        const RegionScore score = scoreSegments(truth, {region(2.0, 3.0)}).value();
        QVERIFY(score.clips == 2 && score.micro == (Counts{0, 1, 0}) && score.insertions == 1);
        QCOMPARE(score.errorRate, 0.0);
        const auto unknown = scoreRegions(truth, {{"c.wav", Seconds(1), Seconds(2), "Bus"}});
        QVERIFY_FAILS(unknown, Error::Kind::Inconsistent, "c.wav");
    }
};

TAGSCOPE_PLAIN_TEST(TestRegionScores)
#include "tst_region_scores.moc"
