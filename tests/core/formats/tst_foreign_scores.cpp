// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/foreign_scores.h"
#include "core/formats/npy_file.h"
#include "core/formats/score_values.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>

using namespace tagscope;

class TestForeignScores : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    std::filesystem::path written(const char *name, const std::string &content) {
        const std::filesystem::path file = folder_.filePath(QString::fromLatin1(name)).toStdString();
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

    // As NumPy writes it: version, descr, order, shape.
    static std::string array(char version, const std::string &type, bool isFortran, const std::string &shape,
                             const std::string &data) {
        std::string dictionary = "{'descr': '" + type + "', 'fortran_order': " + (isFortran ? "True" : "False") +
                                 ", 'shape': " + shape + ", }";
        const std::size_t before = version == 1 ? 10 : 12;
        while ((before + dictionary.size() + 1) % 64 != 0)
            dictionary += ' ';
        dictionary += '\n';
        std::string bytes("\x93NUMPY", 6);
        bytes += version;
        bytes += '\0';
        bytes += static_cast<char>(dictionary.size() & 0xffU);
        bytes += static_cast<char>(dictionary.size() >> 8U);
        if (version > 1)
            bytes += std::string(2, '\0');
        return bytes + dictionary + data;
    }

    static std::string doubles(std::initializer_list<double> values) {
        std::string bytes;
        for (const double value : values) {
            std::array<char, sizeof value> raw{};
            std::memcpy(raw.data(), &value, sizeof value);
            bytes.append(raw.data(), raw.size());
        }
        return bytes;
    }

private Q_SLOTS:
    // 0 and 1 are themselves alone; all else is the nearest single number.
    void kindsOfNumbersAreKept() {
        QVERIFY(keptProbability(1e-300) > 0.0F && keptProbability(0.0) == 0.0F);
        QVERIFY(keptProbability(1.0 - 1e-12) < 1.0F && keptProbability(1.0) == 1.0F);
        QCOMPARE(keptProbability(0.1), 0.1F);
        QCOMPARE(probabilityOfLogit(0.0), 0.5);
        QVERIFY(std::abs(probabilityOfLogit(-690.0) / std::exp(-690.0) - 1.0) < 1e-12);
        QVERIFY(probabilityOfLogit(800.0) == 1.0 && probabilityOfLogit(-800.0) == 0.0);
    }

    void tablesOfAnyKindAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("commas") << "clip,Car,Bus\na,0.25,1e-300\nb,1,0\n";
        QTest::newRow("tabs") << "filename\tCar\tBus\r\na\t0.25\t1e-300\r\nb\t1\t0\r\n";
        QTest::newRow("semicolons and decimal commas") << "Path;Car;Bus\na;0,25;1e-300\nb;1;0\n";
        QTest::newRow("clips last, blank lines") << "\nCar,Bus,file\n\n0.25,1e-300,a\n1,0,b\n\n";
        QTest::newRow("pandas' index") << ",Car,Bus\na,.25,1e-300\nb,1.0,0.0\n";
    }
    void tablesOfAnyKindAreRead() {
        QFETCH(QString, text);
        const ForeignScores read =
            readForeignTable(written("t.csv", text.toStdString()), ScoreScale::Probability).value();
        QCOMPARE(read.columns, (std::vector<std::string>{"Car", "Bus"}));
        QCOMPARE(read.clips, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(read.values, (std::vector<double>{0.25, 1e-300, 1.0, 0.0}));
        QVERIFY(read.leftOut.empty());
    }

    void whatIsWrongIsSaid_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << ""
                               << "empty";
        QTest::newRow("no header") << "a,0.5,0.25\nb,0.5,0.25\n"
                                   << "header is missing";
        QTest::newRow("twice") << "clip,Car,CAR\na,0,1\n"
                               << "twice";
        QTest::newRow("too large") << "clip,Car\na,1.5\n"
                                   << "outside 0 to 1";
        QTest::newRow("not a number") << "clip,Car\na,often\n"
                                      << "\"often\" is not a number";
        QTest::newRow("NaN") << "clip,Car\na,nan\n"
                             << "not a finite number";
        QTest::newRow("infinite") << "clip,Car\na,1e999\n"
                                  << "not a finite number";
        QTest::newRow("ragged") << "clip,Car,Bus\na,0.5\n"
                                << "2 cells";
        QTest::newRow("header alone") << "clip,Car\n"
                                      << "clips";
    }
    void whatIsWrongIsSaid() {
        QFETCH(QString, text);
        QFETCH(QString, words);
        const auto read = readForeignTable(written("w.csv", text.toStdString()), ScoreScale::Probability);
        QVERIFY(!read);
        QVERIFY2(read.error().what().find(words.toStdString()) != std::string::npos, read.error().what().c_str());
    }

    // One row that is wrong is left out with its line; the others stay.
    void aWrongRowLeavesTheOthers() {
        const ForeignScores read = readForeignTable(written("r.csv", "clip,Car,Bus\na,0.5,2\nb,0.5,0.25\n,0.5,0.25\n"),
                                                    ScoreScale::Probability)
                                       .value();
        QCOMPARE(read.clips, std::vector<std::string>{"b"});
        QCOMPARE(read.values, (std::vector<double>{0.5, 0.25}));
        QVERIFY(read.leftOut.size() == 2 && read.leftOut[0].line == 2 && read.leftOut[1].line == 4);
        QVERIFY(englishText(read.leftOut[0].reason).find("Bus") != std::string::npos);
    }

    void logitsBecomeProbabilities() {
        const ForeignScores read =
            readForeignTable(written("l.csv", "clip,Car\na,-2\nb,3.5\n"), ScoreScale::Logit).value();
        QCOMPARE(read.values, (std::vector<double>{probabilityOfLogit(-2.0), probabilityOfLogit(3.5)}));
    }

    // Either order and any version of the format; the lists of names beside the file.
    void arraysAreRead() {
        written("s.clips.txt", "a\nb\n\nc\n");
        written("s.classes.txt", "Car\nBus\n");
        const std::string rows = doubles({0.0, 0.1, 0.2, 0.3, 0.4, 1e-300});
        const std::string columns = doubles({0.0, 0.2, 0.4, 0.1, 0.3, 1e-300});
        for (const auto &[version, isFortran] : {std::pair(1, false), std::pair(2, true), std::pair(3, false)}) {
            const auto file = written(
                "s.npy", array(static_cast<char>(version), "<f8", isFortran, "(3, 2)", isFortran ? columns : rows));
            const ForeignScores read = readForeignArray(file, ScoreScale::Probability, {}, {}).value();
            QCOMPARE(read.clips, (std::vector<std::string>{"a", "b", "c"}));
            QCOMPARE(read.columns, (std::vector<std::string>{"Car", "Bus"}));
            QCOMPARE(read.values, (std::vector<double>{0.0, 0.1, 0.2, 0.3, 0.4, 1e-300}));
        }
    }

    void arraysThatAreNoneAreRefused() {
        const auto read = [this](const std::string &bytes) {
            return readForeignArray(written("x.npy", bytes), ScoreScale::Probability, {}, {});
        };
        const std::string data = doubles({0.0, 0.5});
        QVERIFY_FAILS(read("PK"), Error::Kind::Malformed, "not a NumPy array");
        QVERIFY_FAILS(read(array(9, "<f8", false, "(1, 2)", data)), Error::Kind::Unsupported, "");
        QVERIFY_FAILS(read(array(1, "<i8", false, "(1, 2)", data)), Error::Kind::Unsupported, "type");
        QVERIFY_FAILS(read(array(1, "<f8", false, "(1000000000, 2)", data)), Error::Kind::Malformed, "length");
        QVERIFY_FAILS(read(array(1, "<f8", false, "(2,)", data)), Error::Kind::Malformed, "two dimensions");
        QVERIFY_FAILS(read(array(1, "<f8", false, "(1, 2)", data)), Error::Kind::Inconsistent, "x.clips.txt");
        const std::string whole = array(1, "<f8", false, "(1, 2)", data);
        for (std::size_t length = 0; length < whole.size(); length += 3)
            QVERIFY(!read(whole.substr(0, length)));
    }
};

TAGSCOPE_CORE_TEST(TestForeignScores)
#include "tst_foreign_scores.moc"
