// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/dcase_lists.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <cmath>
#include <fstream>
#include <map>
#include <string>

using namespace tagscope;
namespace fs = std::filesystem;

class TestDcaseLists : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    Result<std::vector<DcaseRow>> read(const std::string &content) const {
        const fs::path file = fs::path(directory_.path().toStdString()) / "list.csv";
        std::ofstream(file, std::ios::binary) << content;
        return readDcaseList(file);
    }

private Q_SLOTS:
    void readsEachKindOfRow() {
        const auto rows = read("\xEF\xBB\xBF-5Q_60.000_70.000.wav\t60.000\t70.000\tFire engine, fire truck (siren)\r\n"
                               "P.wav\t0\t0\tTruck\n\n"
                               "some.wav\r\n"
                               "other.wav\t\t\t\n"
                               "last.wav\t0.5\t1 \t Bus ");
        QVERIFY_OK(rows);
        QCOMPARE(rows->size(), std::size_t{5});
        QCOMPARE((*rows)[0].file, std::string("-5Q_60.000_70.000.wav"));
        QCOMPARE((*rows)[0].onset.count(), 60.0);
        QCOMPARE((*rows)[0].offset.count(), 70.0);
        QCOMPARE((*rows)[0].label.value(), std::string("Fire engine, fire truck (siren)"));
        QCOMPARE((*rows)[1].offset.count(), 0.0);
        QVERIFY(!(*rows)[2].label && (*rows)[2].file == "some.wav");
        QVERIFY(!(*rows)[3].label && (*rows)[3].file == "other.wav");
        QCOMPARE((*rows)[4].label.value(), std::string("Bus"));
        QVERIFY(read("").value().empty());
    }

    void saysWhereAListIsWrong_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("three columns") << QByteArray("a.wav\n\na.wav\t0\t1\n") << "line 3: there are 3 columns";
        QTest::newRow("five columns") << QByteArray("a.wav\t0\t1\tX\tY\n") << "5 columns";
        QTest::newRow("no file") << QByteArray("\t0\t1\tX\n") << "file name";
        QTest::newRow("header") << QByteArray("file\tonset\toffset\tlabel\n")
                                << "line 1: column 2: \"onset\" is not a time";
        QTest::newRow("NaN") << QByteArray("a.wav\t0\tnan\tX\n") << "\"nan\" is not a time";
        QTest::newRow("negative") << QByteArray("a.wav\t-1\t1\tX\n") << "\"-1\"";
        QTest::newRow("backwards") << QByteArray("a.wav\t2\t1\tX\n") << "after the offset";
        QTest::newRow("commas") << QByteArray("2ce,20.000,30.000,Train\n") << "tabs, not commas";
        QTest::newRow("not text") << QByteArray("a\xFF.wav\n") << "UTF-8";
    }
    void saysWhereAListIsWrong() {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const auto rows = read(content.toStdString());
        QVERIFY_FAILS(rows, Error::Kind::Malformed, says.toStdString());
    }

    void refusesWhatIsNoFile() { QVERIFY_FAILS(readDcaseList("/no/such/list"), Error::Kind::Unreadable, ""); }

    void realLists_data() {
        QTest::addColumn<QString>("set");
        QTest::addColumn<int>("clips");
        QTest::addColumn<int>("pairs");
        QTest::addColumn<int>("inaudiblePairs");
        QTest::newRow("test") << "testing" << 488 << 606 << 35;
        QTest::newRow("evaluation") << "evaluation" << 1103 << 1350 << 150;
    }
    void realLists() {
        QFETCH(QString, set);
        QFETCH(int, clips);
        QFETCH(int, pairs);
        QFETCH(int, inaudiblePairs);
        TAGSCOPE_REQUIRE_SHARED(directory, "dcase2017");
        const std::string name = set.toStdString();
        const auto weak = readDcaseList(directory / ("groundtruth_weak_label_" + name + "_set.csv")).value();
        const auto strong = readDcaseList(directory / ("groundtruth_strong_label_" + name + "_set.csv")).value();
        QCOMPARE(weak.size(), static_cast<std::size_t>(pairs));
        std::map<std::pair<std::string, std::string>, bool> isAudible;
        for (const DcaseRow &row : strong) {
            bool &audible = isAudible[{row.file, row.label.value()}];
            audible = audible || row.offset > Seconds(0);
        }
        int silent = 0;
        for (const auto &[pair, audible] : isAudible)
            silent += audible ? 0 : 1;
        QCOMPARE(silent, inaudiblePairs);

        for (const bool strictly : {true, false}) {
            const ListScore own = strictly ? scoreStrictly(weak, weak).value() : scoreAsDcase2017(weak, weak);
            QCOMPARE(own.clips, static_cast<std::size_t>(clips));
            QCOMPARE(own.events.size(), std::size_t{17});
            QCOMPARE(own.micro.f1(), 1.0);
            QVERIFY(std::abs(own.macroF1 - 1.0) < 1e-12);
            QVERIFY(own.notes.empty());
        }
        // The audible truth is the weak one less the inaudible pairs, and both name the same clips.
        const ListScore audible = scoreStrictly(strong, weak).value();
        QCOMPARE(audible.clips, static_cast<std::size_t>(clips));
        QCOMPARE(audible.micro, (Counts{pairs - inaudiblePairs, inaudiblePairs, 0}));
    }

    void downloadedNamesMatchRealLists() {
        TAGSCOPE_REQUIRE_SHARED(file, "dcase2017/groundtruth_weak_label_evaluation_set.csv");
        const auto truth = readDcaseList(file).value();
        auto predicted = truth;
        for (DcaseRow &row : predicted)
            row.file = "Y" + row.file.substr(0, row.file.size() - 4) + ".mp4";
        QCOMPARE(scoreStrictly(truth, predicted).value().micro.f1(), 1.0);
    }
};

TAGSCOPE_PLAIN_TEST(TestDcaseLists)
#include "tst_dcase_lists.moc"
