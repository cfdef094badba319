// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/ranking_figures.h"
#include "core/fusion/single_label.h"
#include "tests/core/fusion/golden_tables.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <string>

using namespace tagscope;
using test::kClips;
using test::kEvents;
using test::Tables;

namespace {

std::map<std::string, double> goldenRanking() {
    std::ifstream golden(test::goldenFile("ranking.csv"));
    std::map<std::string, double> values;
    std::string name;
    double value = 0.0;
    while (golden >> name >> value)
        values[name] = value;
    return values;
}

bool isNearly(const std::optional<double> &found, double expected) {
    return found && std::abs(*found - expected) < 1e-12;
}

// The first event of each clip alone, else the last one.
BinaryTable oneLabelEach(const BinaryTable &truth) {
    BinaryTable single(truth.clips, truth.events);
    for (std::size_t clip = 0; clip < truth.clips; ++clip) {
        std::size_t label = 0;
        while (label + 1 < truth.events && truth(clip, label) == 0)
            ++label;
        single(clip, label) = 1;
    }
    return single;
}

} // namespace

class TestRankingFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreeWithScikitLearn() {
        const Tables tables;
        const auto golden = goldenRanking();
        const RankingFigures found = rankingFigures(tables.first, tables.truth);
        for (std::size_t k = 0; k < kEvents; ++k)
            QVERIFY(isNearly(found.auc[k], golden.at("auc" + std::to_string(k))));
        QVERIFY(isNearly(found.macroAuc, golden.at("macro")));
        QVERIFY(isNearly(found.microAuc, golden.at("micro")));
        QVERIFY(isNearly(found.microAveragePrecision, golden.at("microap")));
        QVERIFY(std::abs(*found.dPrime - golden.at("dprime")) < 1e-9);
    }

    void oneKindAloneHasNoArea() {
        QVERIFY(!areaUnderRoc(Matrix(3, 1, 0.5F), BinaryTable(3, 1), 0));
        BinaryTable all(3, 1);
        all.values = {1, 1, 1};
        QVERIFY(!areaUnderRoc(Matrix(3, 1, 0.5F), all, 0));
        all.values = {1, 0, 1};
        QCOMPARE(areaUnderRoc(Matrix(3, 1, 0.5F), all, 0), 0.5); // ties are half
        QCOMPARE(dPrimeOf(0.5), 0.0);
        QCOMPARE(dPrimeOf(1.0), std::numeric_limits<double>::infinity());
    }

    void accuracyAndConfusionAgreeWithScikitLearn() {
        const Tables tables;
        const auto golden = goldenRanking();
        const std::vector<std::uint8_t> scored(kClips, 1);
        const SingleLabelFigures found = singleLabelFigures(tables.first, scored, oneLabelEach(tables.truth)).value();
        QVERIFY(std::abs(found.accuracy() - golden.at("accuracy")) < 1e-12);
        QVERIFY(found.interval.low < found.accuracy() && found.accuracy() < found.interval.high);
        for (std::size_t i = 0; i < kEvents; ++i) {
            QCOMPARE(found.count(i, kEvents), std::int64_t{0});
            for (std::size_t j = 0; j < kEvents; ++j)
                QCOMPARE(static_cast<double>(found.count(i, j)),
                         golden.at("confusion" + std::to_string(i) + std::to_string(j)));
        }
    }

    void severalLabelsOrNoneHaveNoAccuracy() {
        const Tables tables;
        const std::vector<std::uint8_t> scored(kClips, 1);
        QVERIFY(!singleLabelFigures(tables.first, scored, tables.truth));
        QVERIFY(!singleLabelFigures(Matrix(0, 2), {}, BinaryTable(0, 2)));
        BinaryTable truth(2, 2);
        truth(0, 1) = truth(1, 0) = 1;
        const std::vector<std::uint8_t> half{1, 0};
        const SingleLabelFigures found = singleLabelFigures(Matrix(2, 2, 0.5F), half, truth).value();
        QVERIFY(found.right == 0 && found.clips == 2);
        QVERIFY(found.count(1, 0) == 1 && found.count(0, 2) == 1); // of equals the first; no scores, no answer
    }
};

TAGSCOPE_PLAIN_TEST(TestRankingFigures)
#include "tst_ranking_figures.moc"
