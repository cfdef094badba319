// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csv_cells.h"
#include "core/formats/dcase_lists.h"
#include "core/formats/jams.h"
#include "core/formats/score_series.h"
#include "core/formats/score_table.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <algorithm>
#include <bit>
#include <fstream>
#include <random>
#include <string>

using namespace tagscope;
namespace fs = std::filesystem;

// What the writers write, the readers read.
class TestWrittenPredictions : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    fs::path fileWith(const std::string &content) const {
        const fs::path file = fs::path(directory_.path().toStdString()) / "written";
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

private Q_SLOTS:
    void numbersComeBackExactly() {
        std::mt19937 random(5);
        for (int i = 0; i < 20000; ++i) {
            const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(random() & 0x3FFFFFFFU));
            const double read = std::stod(shortestNumber(value));
            QCOMPARE(static_cast<float>(read), value);
        }
        QCOMPARE(shortestNumber(0.1F), std::string("0.1"));
        QCOMPARE(shortestNumber(1.0F), std::string("1"));
    }

    void scoreTables() {
        std::mt19937 random(7);
        ScoreTable table{{"Fire engine, fire truck (siren)", "the \"A\"", " blanks "}, {"-a_0.000", "b,1", "c"}, {}};
        table.scores = Matrix(3, 3);
        for (float &score : table.scores.values)
            score = static_cast<float>(random()) / 4294967296.0F;
        table.scores.values[0] = 0.0F;
        table.scores.values[1] = 1e-30F;
        const auto read = readScoreTable(fileWith(scoreTableText(table)));
        QVERIFY_OK(read);
        QVERIFY(read->events == table.events && read->clips == table.clips && read->scores == table.scores);
    }

    void truthTables() {
        TruthTable table{{"A", "B"}, {"x", "y"}, BinaryTable(2, 2)};
        table.truth.values = {1, 0, 0, 1};
        const std::string text = truthTableText(table);
        QCOMPARE(text, std::string("clip,A,B\r\nx,1,0\r\ny,0,1\r\n"));
        QVERIFY(readTruthTable(fileWith(text))->truth.values == table.truth.values);
    }

    void dcaseLists() {
        const std::vector<DcaseRow> rows{
            {"-5Qr_60.000_70.000.wav", Seconds(60), Seconds(70), "Train horn"},
            {"b_0.000_10.000.wav", Seconds(0), Seconds(0), std::nullopt},
            {"-5Qr_60.000_70.000.wav", Seconds(0.9175), Seconds(2.029), "Air horn, truck horn"}};
        const std::string text = dcaseListText(rows).value();
        QVERIFY(text.starts_with("-5Qr_60.000_70.000.wav\t60.000\t70.000\tTrain horn\nb_0.000_10.000.wav\n"));
        const auto read = readDcaseList(fileWith(text)).value();
        QCOMPARE(read.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(read[i].file, rows[i].file);
            QVERIFY(read[i].label == rows[i].label);
            QVERIFY(std::abs((read[i].offset - rows[i].offset).count()) < 0.0006);
        }
        for (const char *bad : {"", "a\tb", "a\nb", " a"})
            QVERIFY(!dcaseListText({{bad, Seconds(0), Seconds(1), "Bus"}}));
    }

    void scoreSeries() {
        std::mt19937 random(9);
        ScoreSeries series{{"Air horn, truck horn", "Bus"}, windowBounds(100, Seconds(0.1)), Matrix(100, 2)};
        for (float &score : series.scores.values)
            score = static_cast<float>(random()) / 4294967296.0F;
        const std::string text = scoreSeriesText(series).value();
        QVERIFY(text.starts_with("onset\toffset\tAir horn, truck horn\tBus\n0\t0.1\t"));
        const auto read = readScoreSeries(fileWith(text));
        QVERIFY_OK(read);
        QVERIFY(read->events == series.events && read->bounds == series.bounds && read->scores == series.scores);
        series.events[0] = "a\tb";
        QVERIFY(!scoreSeriesText(series));
    }

    void refusesOtherSeries_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << "no windows";
        QTest::newRow("header") << QByteArray("onset\toffset\n") << "header";
        QTest::newRow("gap") << QByteArray("onset\toffset\tA\n0\t1\t0\n2\t3\t0\n") << "line 3";
        QTest::newRow("NaN") << QByteArray("onset\toffset\tA\n0\t1\tnan\n") << "column \"A\"";
        QTest::newRow("above 1") << QByteArray("onset\toffset\tA\n0\t1\t1.01\n") << "\"1.01\"";
        QTest::newRow("backwards") << QByteArray("onset\toffset\tA\n1\t0\t1\n") << "times";
        QTest::newRow("short") << QByteArray("onset\toffset\tA\n1\t2\n") << "2 cells";
    }
    void refusesOtherSeries() {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const auto read = readScoreSeries(fileWith(content.toStdString()));
        QVERIFY_FAILS(read, Error::Kind::Malformed, says.toStdString());
    }

    void jams() {
        const JamsTags tags{"-5Qr_60.000_70.000",
                            Seconds(10),
                            "Tagscope 0.1",
                            "program",
                            {{"Train horn", 0.81, 0.86, 0.6}, {"Bus", std::nullopt, std::nullopt, 0.25}},
                            {{Seconds(0.5), Seconds(2.25), "Bus", {}, {}}}};
        const auto read = readJams(fileWith(jamsText(tags)));
        QVERIFY_OK(read);
        QVERIFY(read->tags == tags);
        const auto none = readJams(fileWith(jamsText({"x", Seconds(2), {}, {}, {}, {}})));
        QVERIFY(none && none->tags.tags.empty() && none->tags.duration == Seconds(2));
        for (const std::string &bad : {std::string(), std::string("[]"), std::string("{}"),
                                       std::string(R"({"annotations": 1})"), std::string(100000, '[')})
            QVERIFY_FAILS(readJams(fileWith(bad)), Error::Kind::Malformed, "");
    }

    // NaN is no JSON, parts lack, values are none.
    void jamsAsItsLibraryWritesIt() {
        std::string json =
            "{'annotations': [{'namespace': 'segment_open', 'annotation_metadata': {'annotation_tools': null}, 'data': "
            "[{'time': 1.5, 'duration': 2.5, 'value': 'NaN \\'x\\'', 'confidence': NaN}, {'time': 5, 'duration': 1, "
            "'value': null}, {'time': 6, 'duration': null, 'value': 'y'}]}, {'namespace': 'beat', 'data': [{'time': "
            "0}]}, "
            "{'namespace': 'scaper', 'data': [{'time': 0, 'duration': 1, 'value': {'label': 'z', 'role': "
            "'foreground'}}, "
            "{'time': 0, 'duration': 9, 'value': {'label': 'z', 'role': 'background'}}]}], 'file_metadata': "
            "{'duration': "
            "null}}";
        std::ranges::replace(json, '\'', '"');
        const auto read = readJams(fileWith(json));
        QVERIFY_OK(read);
        QVERIFY(read->tags.segments == (std::vector<TimedLabel>{{Seconds(1.5), Seconds(4), "NaN \"x\"", {}, {}},
                                                                {Seconds(6), Seconds(6), "y", {}, {}},
                                                                {Seconds(0), Seconds(1), "z", {}, {}}}));
        QVERIFY(read->leftOut.size() == 2 && read->leftOut[0].isFault && !read->leftOut[1].isFault);
        QVERIFY(englishText(read->notes.at(0)).find("beat") != std::string::npos);
    }
};

TAGSCOPE_PLAIN_TEST(TestWrittenPredictions)
#include "tst_written_predictions.moc"
