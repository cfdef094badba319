// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/dcase_lists.h"
#include "tests/support/qt_test.h"

#include <cmath>
#include <string>
#include <vector>

using namespace tagscope;

namespace {

DcaseRow tag(const std::string &file, const std::string &label, double offset = 10.0) {
    return {file, Seconds(0), Seconds(offset), label};
}

DcaseRow untagged(const std::string &file) {
    return {file, Seconds(0), Seconds(0), std::nullopt};
}

using Rows = std::vector<DcaseRow>;

// Three clips, two events, worked by hand below.
const Rows kTruth = {tag("a_0.000_10.000.wav", "Bus"), tag("b_0.000_10.000.wav", "Bus"),
                     tag("b_0.000_10.000.wav", "Car"), tag("c_0.000_10.000.wav", "Car")};

bool isClose(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

} // namespace

class TestDcaseScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void strictCountsEachClipOfTheTruth() {
        const ListScore score =
            scoreStrictly(kTruth, {tag("a_0.000_10.000.wav", "Bus"), tag("a_0.000_10.000.wav", "Car")}).value();
        QCOMPARE(score.clips, std::size_t{3});
        QVERIFY((score.events == std::vector<std::string>{"Bus", "Car"}));
        QCOMPARE(score.perEvent[0], (Counts{1, 0, 1}));
        QCOMPARE(score.perEvent[1], (Counts{0, 1, 2}));
        QCOMPARE(score.micro, (Counts{1, 1, 3}));
        QVERIFY(isClose(score.macroPrecision, (1.0 + 0.0) / 2));
        QVERIFY(isClose(score.macroRecall, (0.5 + 0.0) / 2));
        QVERIFY(isClose(score.macroF1, (2.0 / 3 + 0.0) / 2));
        QCOMPARE(score.notes.size(), std::size_t{1});
    }

    void strictMatchesNamesAsTheyAreDownloaded_data() {
        QTest::addColumn<QString>("file");
        for (const char *file : {"a_0.000_10.000.wav", "Ya_0.000_10.000.wav", "Ya_0.000_10.000.mp4",
                                 "a_0.000_10.000.flac", "a_0.000_10.000"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void strictMatchesNamesAsTheyAreDownloaded() {
        QFETCH(QString, file);
        QCOMPARE(scoreStrictly(kTruth, {tag(file.toStdString(), "Bus")}).value().micro, (Counts{1, 0, 3}));
    }

    void strictKeepsIdsThatBeginWithY() {
        const Rows truth = {tag("Yx.wav", "Bus"), tag("z.wav", "Car")};
        QCOMPARE(scoreStrictly(truth, {tag("YYx.wav", "Bus"), tag("Yz.wav", "Car")}).value().micro, (Counts{2, 0, 0}));
        QCOMPARE(scoreStrictly(truth, {tag("Yx.wav", "Bus"), tag("z.wav", "Car")}).value().micro, (Counts{2, 0, 0}));
        // A truth with the "Y" of downloads against predictions without it.
        QCOMPARE(scoreStrictly({tag("Ya.wav", "Bus")}, {tag("a.wav", "Bus")}).value().micro, (Counts{1, 0, 0}));
    }

    void strictRefusesAClipThatTheTruthLacks() {
        const auto score = scoreStrictly(kTruth, {tag("d.wav", "Bus")});
        QVERIFY_FAILS(score, Error::Kind::Inconsistent, "d.wav");
        QVERIFY_FAILS(scoreStrictly({}, {}), Error::Kind::Inconsistent, "");
    }

    void strictTakesSeveralRowsAsOneTag() {
        const Rows twice = {tag("a.wav", "Bus", 2), tag("a.wav", "Bus", 5)};
        QCOMPARE(scoreStrictly(twice, twice).value().micro, (Counts{1, 0, 0}));
    }

    void strictLeavesOutWhatIsNotHeard() {
        const Rows truth = {tag("a.wav", "Bus", 0), tag("b.wav", "Car", 0), tag("b.wav", "Car", 3)};
        const ListScore score = scoreStrictly(truth, {tag("a.wav", "Bus"), tag("b.wav", "Car")}).value();
        QCOMPARE(score.clips, std::size_t{2});
        QCOMPARE(score.micro, (Counts{1, 1, 0}));
        const ListScore zeros = scoreStrictly({tag("a.wav", "Bus")}, {tag("a.wav", "Bus", 0)}).value();
        QCOMPARE(zeros.micro, (Counts{0, 0, 1}));
        QCOMPARE(zeros.notes.size(), std::size_t{1});
    }

    void macroIsOverTheEventsThatOccur() {
        const ListScore score =
            scoreStrictly({tag("a.wav", "Bus")}, {tag("a.wav", "Bus"), tag("a.wav", "Buss")}).value();
        QVERIFY((score.events == std::vector<std::string>{"Bus", "Buss"}));
        QCOMPARE(score.micro, (Counts{1, 1, 0}));
        QCOMPARE(score.macroF1, 0.5); // what is tagged wrongly alone counts too
        const ListScore unheard =
            scoreStrictly({tag("a.wav", "Bus"), tag("a.wav", "Car", 0)}, {tag("a.wav", "Bus")}).value();
        QCOMPARE(unheard.macroF1, 1.0); // "Car" is neither in the truth nor tagged
        QVERIFY(englishText(score.notes.front()).find("Buss") != std::string::npos);
    }

    void organisersLeaveOutClipsWithoutPredictions() {
        const ListScore score = scoreAsDcase2017(kTruth, {tag("a_0.000_10.000.wav", "Bus")});
        QCOMPARE(score.clips, std::size_t{1});
        QCOMPARE(score.micro, (Counts{1, 0, 0}));
        QVERIFY((score.events == std::vector<std::string>{"Bus"}));
        QCOMPARE(score.notes.size(), std::size_t{1});
    }

    void organisersCountAClipThatIsListedWithoutTags() {
        const ListScore score = scoreAsDcase2017(kTruth, {untagged("b_0.000_10.000.wav")});
        QCOMPARE(score.clips, std::size_t{1});
        QCOMPARE(score.micro, (Counts{0, 0, 2}));
    }

    void organisersIgnoreClipsThatTheTruthLacks() {
        const ListScore score = scoreAsDcase2017(kTruth, {tag("d.wav", "Bus"), tag("a_0.000_10.000.wav", "Bus")});
        QCOMPARE(score.micro, (Counts{1, 0, 0}));
        QCOMPARE(score.notes.size(), std::size_t{2});
    }

    void organisersCountARepeatedLabelAsFalse() {
        const ListScore score = scoreAsDcase2017({tag("a.wav", "Bus")}, {tag("a.wav", "Bus"), tag("a.wav", "Bus")});
        QCOMPARE(score.micro, (Counts{1, 1, 0}));
        QCOMPARE(score.perEvent.front(), (Counts{1, 0, 0})); // their class-wise figures look at presence only
    }

    void organisersSkipRowsThatEndAtZero() {
        const ListScore score = scoreAsDcase2017({tag("a.wav", "Bus", 0), tag("b.wav", "Bus")},
                                                 {tag("a.wav", "Bus"), tag("b.wav", "Bus"), tag("b.wav", "Car", 0)});
        QCOMPARE(score.clips, std::size_t{1}); // without its row, clip a is unknown
        QCOMPARE(score.micro, (Counts{1, 0, 0}));
    }

    void organisersTakeNamesLiterally() {
        const Rows truth = {tag("a.wav", "Bus")};
        QCOMPARE(scoreAsDcase2017(truth, {tag("a.flac", "Bus")}).micro, (Counts{1, 0, 0}));
        QCOMPARE(scoreAsDcase2017(truth, {tag("a.wav.bak", "Bus")}).micro, (Counts{1, 0, 0}));
        QCOMPARE(scoreAsDcase2017(truth, {tag("Ya.wav", "Bus")}).micro, Counts());
        QCOMPARE(scoreAsDcase2017(truth, {tag("a.mp4", "Bus")}).micro, Counts());
        QCOMPARE(scoreAsDcase2017(truth, {tag("a", "Bus")}).micro, (Counts{1, 0, 0}));
    }

    void organisersMacroIsTheHarmonicMeanOfMeans() {
        const ListScore score = scoreAsDcase2017({tag("a.wav", "Bus"), tag("b.wav", "Bus")},
                                                 {tag("a.wav", "Bus"), tag("a.wav", "Car"), untagged("b.wav")});
        // Bus: P 1, R 1/2; Car, predicted only: P 0, R 0.
        QVERIFY(isClose(score.macroPrecision, 0.5));
        QVERIFY(isClose(score.macroRecall, 0.25));
        QVERIFY(isClose(score.organisersMacroF1, 1.0 / 3));
        QVERIFY(isClose(score.macroF1, (2.0 / 3 + 0.0) / 2)); // the one that evaluate has too
        QVERIFY(isClose(score.micro.f1(), 0.5));
    }

    void organisersFiguresOfNothingAreZero() {
        const ListScore score = scoreAsDcase2017({}, {});
        QCOMPARE(score.macroF1, 0.0);
        QCOMPARE(score.clips, std::size_t{0});
    }
};

TAGSCOPE_PLAIN_TEST(TestDcaseScores)
#include "tst_dcase_scores.moc"
