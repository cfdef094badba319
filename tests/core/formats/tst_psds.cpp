// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/psds.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

using namespace tagscope;

namespace {

// A clip of four windows of a second.
ScoreSeries seriesOf(const std::vector<float> &scores) {
    ScoreSeries series{{"Bus"}, windowBounds(scores.size(), Seconds(1.0)), Matrix(scores.size(), 1)};
    series.scores.values = scores;
    return series;
}

DcaseRow busFrom(double onset, double offset) {
    return {"a.wav", Seconds(onset), Seconds(offset), "Bus"};
}

} // namespace

// Against tests/golden/psds.py, which forms the detections of all clips anew for each threshold.
class TestPsds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAnIndependentProgram() {
        const std::vector<DcaseRow> truth = readDcaseList(test::goldenFile("psds_truth.txt")).value();
        const auto scores = readScoreFolder(test::goldenFile("psds_scores")).value();
        PsdsSettings wide;
        wide.detectionTolerance = 0.5;
        wide.truthTolerance = 0.3;
        wide.crossTolerance = 0.3;
        wide.costOfCrossTriggers = 0.5;
        wide.costOfInstability = 0.0;
        wide.mostFalsePerHour = 1000.0;
        const std::map<std::string, PsdsScore> made{{"first", scorePsds(truth, scores).value()},
                                                    {"second", scorePsds(truth, scores, secondPsdsScenario()).value()},
                                                    {"wide", scorePsds(truth, scores, wide).value()}};
        std::ifstream golden(test::goldenFile("psds.csv"));
        int compared = 0;
        for (std::string line; std::getline(golden, line); ++compared) {
            std::istringstream cells(line);
            std::string name;
            std::string event;
            std::string area;
            std::getline(cells, name, ',');
            std::getline(cells, event, ',');
            std::getline(cells, area, ',');
            const PsdsScore &score = made.at(name);
            const auto k = static_cast<std::size_t>(std::ranges::find(score.events, event) - score.events.begin());
            const double found = event == "all" ? score.area : score.perEvent.at(k);
            QVERIFY2(std::abs(found - std::stod(area)) < 1e-9, line.c_str()); // sums in another order
        }
        QCOMPARE(compared, 12);
        QVERIFY(made.at("first").clips == 24 && std::abs(made.at("first").hours - 240.0 / 3600.0) < 1e-12);
    }

    // A false window in four seconds is 900 an hour: what lies above it counts only where so many are borne.
    void falseDetectionsArePaidFor() {
        const std::map<std::string, ScoreSeries> right{{"a", seriesOf({0.1F, 0.9F, 0.9F, 0.1F})}};
        QCOMPARE(scorePsds({busFrom(1.0, 3.0)}, right)->area, 1.0);
        const std::map<std::string, ScoreSeries> late{{"a", seriesOf({0.9F, 0.1F, 0.8F, 0.8F})}};
        QCOMPARE(scorePsds({busFrom(2.0, 4.0)}, late)->area, 0.0);
        PsdsSettings patient;
        patient.mostFalsePerHour = 1800.0;
        QVERIFY(std::abs(scorePsds({busFrom(2.0, 4.0)}, late, patient)->area - 0.5) < 1e-12);
        QCOMPARE(scorePsds({{"a.wav", Seconds(0), Seconds(0), {}}}, right)->area, 0.0);
    }

    void whatDoesNotFitIsRefused() {
        const std::map<std::string, ScoreSeries> scores{{"a", seriesOf({0.1F, 0.9F})}};
        const DcaseRow other{"b.wav", Seconds(0), Seconds(1), "Bus"};
        QVERIFY_FAILS(scorePsds({busFrom(0, 1), other}, scores), Error::Kind::Inconsistent, "b.wav");
        QVERIFY_FAILS(scorePsds({}, scores), Error::Kind::Inconsistent, "a");
        const DcaseRow car{"a.wav", Seconds(0), Seconds(1), "Car"};
        QVERIFY_FAILS(scorePsds({car}, scores), Error::Kind::Inconsistent, "Car");
        PsdsSettings wrong;
        wrong.detectionTolerance = 0.0;
        QVERIFY(!scorePsds({busFrom(0, 1)}, scores, wrong));
        wrong = {};
        wrong.mostFalsePerHour = 0.0;
        QVERIFY(!scorePsds({busFrom(0, 1)}, scores, wrong));
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QVERIFY_FAILS(readScoreFolder(path), Error::Kind::Inconsistent, folder.path().toStdString());
        QVERIFY_FAILS(readScoreFolder(path / "none"), Error::Kind::Unreadable, "none");
        std::ofstream(path / "a.tsv") << "onset\toffset\tBus\n0\t1\t0.5\n";
        std::ofstream(path / "b.tsv") << "onset\toffset\tCar\n0\t1\t0.5\n";
        QVERIFY_FAILS(readScoreFolder(path), Error::Kind::Inconsistent, ".tsv");
    }
};

TAGSCOPE_CORE_TEST(TestPsds)
#include "tst_psds.moc"
