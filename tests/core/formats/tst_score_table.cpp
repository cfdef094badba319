// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/score_table.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <fstream>
#include <string>

using namespace tagscope;
namespace fs = std::filesystem;

class TestScoreTable : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    fs::path fileWith(const std::string &content) const {
        const fs::path file = fs::path(directory_.path().toStdString()) / "t.csv";
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

private Q_SLOTS:
    void readsWhatSpreadsheetsWrite() {
        const auto table = readScoreTable(fileWith(
            "\xEF\xBB\xBF"
            "clip,\"Fire engine, fire truck (siren)\", Car ,\"a \"\"b\"\"\"\r\n\r\n\"x,1\",0.25,1,1e-3\r\ny,0,0.5,0"));
        QVERIFY_OK(table);
        QVERIFY((table->events == std::vector<std::string>{"Fire engine, fire truck (siren)", "Car", "a \"b\""}));
        QVERIFY((table->clips == std::vector<std::string>{"x,1", "y"}));
        QVERIFY((table->scores.values == std::vector<float>{0.25F, 1.0F, 0.001F, 0.0F, 0.5F, 0.0F}));
    }

    void refusesBadScores_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        const int malformed = static_cast<int>(Error::Kind::Malformed);
        const int inconsistent = static_cast<int>(Error::Kind::Inconsistent);
        QTest::newRow("empty") << QByteArray("") << malformed << "no clips";
        QTest::newRow("header alone") << QByteArray("clip,A\n") << malformed << "no clips";
        QTest::newRow("no header") << QByteArray("x,0.5\n") << malformed << "header";
        QTest::newRow("no event") << QByteArray("clip\nx\n") << malformed << "header";
        QTest::newRow("unnamed event") << QByteArray("clip,A,\nx,0,0\n") << malformed << "column 3";
        QTest::newRow("NaN") << QByteArray("clip,A,B\nx,0,0\ny,0,nan\n") << malformed
                             << "line 3: column \"B\": \"nan\"";
        QTest::newRow("infinity") << QByteArray("clip,A\nx,inf\n") << malformed << "line 2: column \"A\"";
        QTest::newRow("above 1") << QByteArray("clip,A\nx,1.5\n") << malformed << "\"1.5\"";
        QTest::newRow("below 0") << QByteArray("clip,A\nx,-0.1\n") << malformed << "\"-0.1\"";
        QTest::newRow("word") << QByteArray("clip,A\nx,high\n") << malformed << "\"high\"";
        QTest::newRow("decimal comma") << QByteArray("clip,A\nx,\"0,5\"\n") << malformed << "\"0,5\"";
        QTest::newRow("blank") << QByteArray("clip,A\nx,\n") << malformed << "\"\" is not";
        QTest::newRow("short row") << QByteArray("clip,A,B\nx,1\n") << malformed << "2 cells where the header has 3";
        QTest::newRow("long row") << QByteArray("clip,A\n\nx,1,1\n") << malformed << "line 3: there are 3 cells";
        QTest::newRow("unnamed clip") << QByteArray("clip,A\n,1\n") << malformed << "no name";
        QTest::newRow("clip twice") << QByteArray("clip,A\nx,1\ny,0\nx,1\n") << inconsistent << "first on line 2";
        QTest::newRow("event twice") << QByteArray("clip,A,A\nx,1,1\n") << inconsistent << "\"A\" appears twice";
        QTest::newRow("stray quote") << QByteArray("clip,A\nx\"y,1\n") << malformed
                                     << "line 2: there is a quotation mark";
        QTest::newRow("open quote") << QByteArray("clip,A\n\"x,1\n") << malformed << "closing quotation mark";
        QTest::newRow("zero bytes") << QByteArray("clip,A\nx\0,1\n", 11) << malformed << "UTF-8";
        QTest::newRow("Latin-1") << QByteArray("clip,A\nstra\xDF"
                                               "e,1\n")
                                 << malformed << "UTF-8";
        QTest::newRow("overlong UTF-8") << QByteArray("clip,\xC0\x80\nx,1\n") << malformed << "UTF-8";
        QTest::newRow("cut UTF-8") << QByteArray("clip,A\nx,\xE2\x82") << malformed << "UTF-8";
    }
    void refusesBadScores() {
        QFETCH(QByteArray, content);
        QFETCH(int, kind);
        QFETCH(QString, says);
        const auto table = readScoreTable(fileWith(content.toStdString()));
        QVERIFY(!table);
        QVERIFY2(QString::fromStdString(table.error().what()).contains(says), table.error().what().c_str());
        QCOMPARE(static_cast<int>(table.error().kind), kind);
    }

    void refusesWhatIsNoFile() {
        QVERIFY_FAILS(readScoreTable("/no/such/file"), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(readScoreTable(directory_.path().toStdString()), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(readScoreTable("/dev/zero"), Error::Kind::Malformed, "");
    }

    void readsTruth() {
        const auto table = readTruthTable(fileWith("clip,A,B\nx,0,1\ny,1.0,0.0\n"));
        QVERIFY_OK(table);
        QVERIFY((table->truth.values == std::vector<std::uint8_t>{0, 1, 1, 0}));
        QVERIFY_FAILS(readTruthTable(fileWith("clip,A\nx,0.5\n")), Error::Kind::Malformed, "");
        QVERIFY(readTruthTable(fileWith("clip,A\nx,yes\n")).error().what().find("0 or 1") != std::string::npos);
    }

    void alignsByName() {
        const TruthTable like = readTruthTable(fileWith("clip,A,B\nx,0,1\ny,1,0\n")).value();
        const ScoreTable mixed = readScoreTable(fileWith("clip,B,A\ny,0.1,0.2\nx,0.3,0.4\n")).value();
        const auto aligned = alignedTo(like, mixed, "s.csv");
        QVERIFY_OK(aligned);
        QVERIFY(aligned->clips == like.clips && aligned->events == like.events);
        QVERIFY((aligned->scores.values == std::vector<float>{0.4F, 0.3F, 0.2F, 0.1F}));
    }

    void saysWhatDoesNotAlign_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing clip") << QByteArray("clip,A\nx,0\n") << "lacks the clip \"y\"";
        QTest::newRow("extra clips") << QByteArray("clip,A\nx,0\ny,0\n1,0\n2,0\n3,0\n4,0\n5,0\n")
                                     << "has the clip \"1\", \"2\", \"3\" and 2 more";
        QTest::newRow("missing event") << QByteArray("clip,B\nx,0\ny,0\n") << "lacks the event \"A\"";
        QTest::newRow("extra event") << QByteArray("clip,A,B\nx,0,0\ny,0,0\n") << "has the event \"B\"";
    }
    void saysWhatDoesNotAlign() {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const TruthTable like = readTruthTable(fileWith("clip,A\nx,0\ny,1\n")).value();
        const auto aligned = alignedTo(like, readScoreTable(fileWith(content.toStdString())).value(), "s.csv");
        QVERIFY_FAILS(aligned, Error::Kind::Inconsistent, says.toStdString());
    }
};

TAGSCOPE_PLAIN_TEST(TestScoreTable)
#include "tst_score_table.moc"
