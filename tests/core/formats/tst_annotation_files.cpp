// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/audacity_labels.h"
#include "core/formats/elan_document.h"
#include "core/formats/label_cells.h"
#include "core/formats/raven_table.h"
#include "core/formats/text_content.h"
#include "core/formats/text_grid.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <fstream>
#include <iterator>

using namespace tagscope;

namespace fs = std::filesystem;

namespace {

std::vector<TimedLabel> someLabels() {
    return {{Seconds(0), Seconds(0.917), "Train horn", {}, {}},
            {Seconds(2.3), Seconds(4.1), "Bicycle", FrequencyRange{500.0, 4000.25}, {}},
            {Seconds(4.1), Seconds(10), "Train horn", {}, {}}};
}

std::vector<TimedLabel> withoutFrequencies(std::vector<TimedLabel> labels) {
    for (TimedLabel &label : labels)
        label.frequencies.reset();
    return labels;
}

// The text as UTF-16 with a mark.
std::string utf16(const std::string &text, bool isBigEndian) {
    std::string bytes = isBigEndian ? "\xFE\xFF" : "\xFF\xFE";
    const QString wide = QString::fromStdString(text);
    for (const QChar unit : wide) {
        const auto high = static_cast<char>(unit.unicode() >> 8U);
        const auto low = static_cast<char>(unit.unicode() & 0xFFU);
        bytes += isBigEndian ? std::string{high, low} : std::string{low, high};
    }
    return bytes;
}

template <class T>
std::string whatOf(const Result<T> &result) {
    return result ? std::string("no error") : result.error().what();
}

} // namespace

// The files of other annotation programs.
class TestAnnotationFiles : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    [[nodiscard]] fs::path write(std::string_view content) const {
        const fs::path file = fs::path(directory_.path().toStdString()) / "labels.txt";
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

private Q_SLOTS:
    void numbersOfOtherCountries() {
        QVERIFY(numberOf(" 2,5 ") == 2.5 && numberOf("+3") == 3.0 && numberOf("-1") == -1.0);
        for (const char *bad : {"", " ", "2.5 s", "nan", "inf", "1e999", "0x10", "1.2.3"})
            QVERIFY2(!numberOf(bad), bad);
        QCOMPARE(shortestText(0.917), std::string("0.917"));
        QCOMPARE(shortestText(10), std::string("10"));
    }

    void textsOfOtherEncodings() {
        const std::string text = "Zug – \xF0\x9F\x9A\x82\r\nzwei\rdrei\n";
        for (const std::string &bytes : {text, "\xEF\xBB\xBF" + text, utf16(text, true), utf16(text, false)}) {
            const Result<std::string> read = readText(write(bytes));
            QVERIFY2(read, whatOf(read).c_str());
            QCOMPARE(*read, text);
        }
        QVERIFY(linesOf(text) == (std::vector<std::string>{"Zug – \xF0\x9F\x9A\x82", "zwei", "drei"}));
        for (const std::string &bytes :
             {std::string("\xFF\xFE\x00\xD8", 4), std::string("\xFF\xFE\x41", 3), std::string("a\0b", 3),
              std::string("\xC3\x28"), std::string("\xED\xA0\x80"), std::string("\xC0\x80")})
            QVERIFY(!readText(write(bytes)));
        QVERIFY(!readText(directory_.path().toStdString()));
        QVERIFY(!readText(write("") / "gone"));
    }

    void audacityRoundTrip() {
        const std::string text = audacityText(someLabels());
        QVERIFY(text.find("2.300000\t4.100000\tBicycle\n\\\t500.000000\t4000.250000\n") != std::string::npos);
        const Result<ReadRegions> read = readAudacityLabels(write(text));
        QVERIFY2(read, whatOf(read).c_str());
        QVERIFY(read->labels == someLabels() && read->leftOut.empty());
    }

    // Labels of ours that Audacity 3.2.4 read and exported again, in its extended style (its standard one writes no
    // frequencies): what it writes is what we write.
    void audacityAsItsProgramWritesIt() {
        const fs::path golden = test::goldenFile("programs/audacity.txt");
        const auto read = readAudacityLabels(golden);
        QVERIFY2(read, whatOf(read).c_str());
        QCOMPARE(read->labels.size(), std::size_t{3});
        QVERIFY(read->labels[2].onset == Seconds(3.123456) && !read->labels[1].frequencies);
        QVERIFY(read->labels[2].frequencies && read->labels[2].frequencies->low == 1000.5);
        std::ifstream stream(golden, std::ios::binary);
        QCOMPARE(audacityText(read->labels), std::string(std::istreambuf_iterator<char>(stream), {}));
    }

    void audacityQuirks() {
        const auto read = readAudacityLabels(write("\xEF\xBB\xBF"
                                                   "1,5\t1,5\tpoint\r\n  \r\n2\t3\r\n\\\t-1\t-1\r\n4\t5\ta\tb\r\n"
                                                   "x\ty\n\\\t1\t2\n-0.02\t1\tmoved\n-2\t1\tlost\n"));
        QVERIFY2(read, whatOf(read).c_str());
        QCOMPARE(read->labels.size(), std::size_t{4});
        QVERIFY(read->labels[0].onset == read->labels[0].offset && read->labels[0].label == "point");
        QVERIFY(read->labels[1].label.empty() && !read->labels[1].frequencies);
        // Two rows are left out, one's frequencies with it; what begins barely before 0 begins there.
        QVERIFY(read->leftOut.size() == 2 && read->leftOut[0].line == 6 && read->leftOut[1].line == 9);
        QVERIFY(read->labels[3].onset == Seconds(0) && read->clamped == 1);
    }

    void audacityErrors_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("no numbers") << QByteArray("a\tb\tc\n") << QByteArray("line 1: column 1");
        QTest::newRow("one number") << QByteArray("3\n") << QByteArray("line 1: column 2");
        QTest::newRow("backwards") << QByteArray("2\t1\tx\n") << QByteArray("line 1");
        QTest::newRow("before 0") << QByteArray("-2\t1\tx\n") << QByteArray("line 1");
        QTest::newRow("loose range") << QByteArray("\\\t1\t2\n") << QByteArray("line 1");
    }

    void audacityErrors() {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, where);
        const auto read = readAudacityLabels(write(content.toStdString()));
        QVERIFY_FAILS(read, Error::Kind::Malformed, "");
        QVERIFY2(read.error().what().find(where.toStdString()) != std::string::npos, whatOf(read).c_str());
    }

    void ravenRoundTrip() {
        const std::string text = ravenText(someLabels());
        QVERIFY(text.starts_with("Selection\tView\tChannel\tBegin Time (s)\t"));
        const auto read = readRavenTable(write(text));
        QVERIFY2(read, whatOf(read).c_str());
        QVERIFY(read->labels == someLabels()); // a box of full height is none
    }

    void ravenQuirks() {
        // Of each selection two views; a free name for the labels; times over several files; no frequency.
        const auto read =
            readRavenTable(write("Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq "
                                 "(Hz)\tBegin Path\tFile Offset (s)\tSpecies\r\n"
                                 "1\tWaveform 1\t1\t154.5\t155.25\t-1\t-1\tC:\\rec\\b.wav\t4.5\tEATO\r\n"
                                 "1\tSpectrogram 1\t1\t154.5\t155.25\t2878.2\t4049.0\tC:\\rec\\b.wav\t4.5\tEATO\r\n"
                                 "2\tSpectrogram 1\t1\t160\t161\t-1\t-1\t/rec/c.wav\t0\tCARW\r\n"));
        QVERIFY2(read, whatOf(read).c_str());
        QCOMPARE(read->labels.size(), std::size_t{2});
        QVERIFY(read->labels[0] ==
                (TimedLabel{Seconds(4.5), Seconds(5.25), "EATO", FrequencyRange{2878.2, 4049.0}, "C:\\rec\\b.wav"}));
        QVERIFY(read->labels[1] == (TimedLabel{Seconds(0), Seconds(1), "CARW", {}, "/rec/c.wav"}));

        const auto bare = readRavenTable(write("Begin Time (s)\tEnd Time (s)\n1\t2\n"));
        QVERIFY(bare && bare->labels.front() == (TimedLabel{Seconds(1), Seconds(2), "", {}, ""}));
    }

    // Numbers may begin anew with each recording, and within one.
    void ravenNumbersTwice() {
        const auto read = readRavenTable(write("Selection\tView\tBegin Time (s)\tEnd Time (s)\tAnnotation\tBegin File\n"
                                               "1\tSpectrogram 1\t1\t2\ta\tb.wav\n1\tSpectrogram 1\t1\t2\ta\tc.wav\n"
                                               "1\tSpectrogram 1\t6\t7\ta\tb.wav\n"));
        QVERIFY2(read, whatOf(read).c_str());
        QCOMPARE(read->labels.size(), std::size_t{3});
    }

    void ravenColumnOfLabels() {
        RegionReading reading;
        reading.events = {"Siren", "Bicycle"};
        const std::string birdNet = "Begin Time (s)\tEnd Time (s)\tCommon Name\tSpecies Code\tConfidence\n"
                                    "1\t2\tsiren \tsiren1\t0.84\n";
        const auto detections = readRavenTable(write(birdNet), reading);
        QVERIFY2(detections, whatOf(detections).c_str());
        QVERIFY(detections->labels[0].label == "siren " && detections->labels[0].confidence == 0.84);
        QVERIFY(englishText(detections->notes.at(0)).find("Species Code") != std::string::npos); // is not kept
        const auto byEvents =
            readRavenTable(write("Begin Time (s)\tEnd Time (s)\tWeather\tKind\n1\t2\train\tBicycle\n"), reading);
        QVERIFY(byEvents && byEvents->labels[0].label == "Bicycle");
        const std::string two = "Begin Time (s)\tEnd Time (s)\tAnnotation\tSpecies\n1\t2\tSiren\tBicycle\n";
        QVERIFY_FAILS(readRavenTable(write(two), reading), Error::Kind::Inconsistent, "\"Annotation\", \"Species\"");
        reading.labelColumn = "species";
        QVERIFY(readRavenTable(write(two), reading)->labels[0].label == "Bicycle");
    }

    void ravenErrors() {
        for (const char *bad : {"", "Selection\tBegin Time (s)\n", "Begin Time (s)\tEnd Time (s)\n2\t1\n",
                                "Begin Time (s)\tEnd Time (s)\nx\t1\n", "Begin Time (s)\tEnd Time (s)\n1\n"}) {
            const auto read = readRavenTable(write(bad));
            QVERIFY2(!read && read.error().kind == Error::Kind::Malformed, bad);
        }
        RegionReading reading;
        reading.labelColumn = "Kind";
        QVERIFY(!readRavenTable(write("Begin Time (s)\tEnd Time (s)\n1\t2\n"), reading));
    }

    void textGridAsInTheFormatsDescription() {
        const std::vector<TimedLabel> horn{{Seconds(0.917), Seconds(2.029), "Train horn", {}, {}}};
        const Result<std::string> text = textGridText(textGridOf(horn, Seconds(10)));
        QVERIFY2(text, whatOf(text).c_str());
        QCOMPARE(*text, std::string("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n10\n<exists>\n1\n"
                                    "\"IntervalTier\"\n\"Train horn\"\n0\n10\n3\n0\n0.917\n\"\"\n0.917\n2.029\n\"Train "
                                    "horn\"\n2.029\n10\n\"\"\n"));
    }

    void textGridRoundTrip() {
        std::vector<TimedLabel> labels = withoutFrequencies(someLabels());
        labels[1].label = "a \"quoted\" one";
        const TextGrid grid = textGridOf(labels, Seconds(10), {"a \"quoted\" one", "never"});
        QCOMPARE(grid.tiers.size(), std::size_t{2});
        QCOMPARE(grid.tiers[0].name, labels[1].label);
        const Result<std::string> text = textGridText(grid);
        QVERIFY2(text, whatOf(text).c_str());
        for (const std::string &bytes : {*text, utf16(*text, true), utf16(*text, false)}) {
            const Result<TextGrid> read = readTextGrid(write(bytes));
            QVERIFY2(read, whatOf(read).c_str());
            QVERIFY(*read == grid);
        }
        const TextGrid empty{Seconds(0), Seconds(3), {}};
        QVERIFY(*readTextGrid(write(*textGridText(empty))) == empty);
    }

    void textGridLongForm() {
        const auto read =
            readTextGrid(write("File type = \"ooTextFile\"\r\nObject class = \"TextGrid\"\r\n\r\n"
                               "xmin = 0 \r\nxmax = 2.5 \r\ntiers? <exists> \r\nsize = 2 \r\nitem []: \r\n"
                               "    item [1]:\r\n        class = \"IntervalTier\" \r\n"
                               "        name = \"horn\" \r\n        xmin = 0 \r\n        xmax = 2.5 \r\n"
                               "        intervals: size = 2 \r\n        intervals [1]:\r\n"
                               "            xmin = 0 \r\n            xmax = 1 \r\n            text = \"\" \r\n"
                               "        intervals [2]:\r\n            xmin = 1 \r\n"
                               "            xmax = 2.5 \r\n            text = \"on\" ! a remark 7 \r\n"
                               "    item [2]:\r\n        class = \"TextTier\" \r\n        name = \"clicks\" \r\n"
                               "        xmin = 0 \r\n        xmax = 2.5 \r\n        points: size = 1 \r\n"
                               "        points [1]:\r\n            number = 0.5 \r\n            mark = \"c\" \r\n"));
        QVERIFY2(read, whatOf(read).c_str());
        QCOMPARE(read->tiers.size(), std::size_t{2});
        QVERIFY(read->tiers[0].labels == (std::vector<TimedLabel>{{Seconds(1), Seconds(2.5), "on", {}, {}}}));
        QVERIFY(read->tiers[1].labels == (std::vector<TimedLabel>{{Seconds(0.5), Seconds(0.5), "c", {}, {}}}));
    }

    // Written by Praat: texts of one byte a character, and of two.
    void textGridInBinary() {
        const auto read = readTextGrid(test::goldenFile("programs/praat.TextGrid"));
        QVERIFY_OK(read);
        QVERIFY(read->start == Seconds(0) && read->end == Seconds(10) && read->tiers.size() == 2);
        QVERIFY(read->tiers[0] == (TextGridTier{"Siren", {{Seconds(1.5), Seconds(4), "Siren", {}, {}}}}));
        QVERIFY(read->tiers[1] == (TextGridTier{"Notes",
                                                {{Seconds(2.25), Seconds(2.25), "générateur", {}, {}},
                                                 {Seconds(5), Seconds(5), "plain", {}, {}}}}));
        const auto wide = readTextGrid(test::goldenFile("programs/praat_wide.TextGrid"));
        QVERIFY_OK(wide);
        QCOMPARE(wide->tiers[0].labels.front().label, std::string("Siren → \xF0\x9F\x9A\x92"));

        std::ifstream stream(test::goldenFile("programs/praat_wide.TextGrid"), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        for (std::size_t length = 0; length < bytes.size(); ++length)
            QVERIFY2(!readTextGrid(write(bytes.substr(0, length))), std::to_string(length).c_str());
        std::string other = bytes;
        other.replace(bytes.find("TextGrid"), 8, "PitchObj");
        QVERIFY_FAILS(readTextGrid(write(other)), Error::Kind::Malformed, "TextGrid");
    }

    void textGridErrors() {
        const std::string good = *textGridText(textGridOf(withoutFrequencies(someLabels()), Seconds(10)));
        for (std::size_t length = 0; length + 2 < good.size(); ++length) // the last text may lose its line end
            QVERIFY2(!readTextGrid(write(good.substr(0, length))), std::to_string(length).c_str());
        QVERIFY(!readTextGrid(write("File type = \"ooTextFile\"\nObject class = \"Pitch 1\"\n")));
        QVERIFY(!readTextGrid(write("\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1e9 \"IntervalTier\"")));
        const TextGrid overlapping{
            Seconds(0),
            Seconds(10),
            {{"t", {{Seconds(0), Seconds(2), "a", {}, {}}, {Seconds(1), Seconds(3), "a", {}, {}}}}}};
        QVERIFY(!textGridText(overlapping));
        QVERIFY(!textGridText(textGridOf({{Seconds(1), Seconds(1), "a", {}, {}}}, Seconds(10))));
    }

    // What overlaps is in a tier of its own, and a grid is as long as its labels.
    void textGridOfOverlapping() {
        const TextGrid grid =
            textGridOf({{Seconds(0), Seconds(2), "a", {}, {}}, {Seconds(1), Seconds(11), "a", {}, {}}}, Seconds(10));
        QVERIFY(grid.tiers.size() == 2 && grid.tiers[1].name == "a 2" && grid.end == Seconds(11));
        QVERIFY(*readTextGrid(write(*textGridText(grid))) == grid);
    }

    void textGridsOfOtherPrograms() {
        const std::string rest = "\"TextGrid\"\n0\n10\n<exists>\n1\n\"IntervalTier\"\n\"t\"\n0\n10\n3\n0\n1.5\n\"\"\n"
                                 "1.499999\n4\n\"Siren\"\n4\n10\n\"g\xE9n\xE9rateur\"\n";
        std::optional<Message> note;
        const auto old = readTextGrid(write("File type = \"ooTextFile short\"\n" + rest), {}, &note);
        QVERIFY2(old, whatOf(old).c_str());
        QVERIFY(note && old->tiers[0].labels[1].label == "g\xC3\xA9n\xC3\xA9rateur");
        const auto chronological =
            readTextGrid(write("\"Praat chronological TextGrid text file\"\n0 10 ! Time domain.\n"
                               "2 ! Number of tiers.\n\"IntervalTier\" \"t\" 0 10\n\"TextTier\" \"p\" 0 10\n"
                               "1 0 1.5\n\"\"\n2 1\n\"click\"\n1 1.5 4\n\"Siren\"\n"));
        QVERIFY2(chronological, whatOf(chronological).c_str());
        QVERIFY(chronological->tiers[0].labels ==
                (std::vector<TimedLabel>{{Seconds(1.5), Seconds(4), "Siren", {}, {}}}));
        QCOMPARE(chronological->tiers[1].labels.size(), std::size_t{1});
    }

    void elanRoundTrip() {
        ElanDocument document{
            "tagscope",
            "2026-01-15T10:00:00+00:00",
            "file:///data/a%20b.mp4",
            "./a b.mp4",
            "video/mp4",
            {{"Train horn", {{Seconds(0.917), Seconds(2.029), "Train horn", {}, {}}}},
             {"<&\"", {{Seconds(0), Seconds(1), "x < y & z", {}, {}}, {Seconds(1), Seconds(10), "\xC3\xBC", {}, {}}}}}};
        const Result<std::string> text = elanText(document);
        QVERIFY2(text, whatOf(text).c_str());
        QVERIFY(text->find("<TIME_SLOT TIME_SLOT_ID=\"ts2\" TIME_VALUE=\"917\"") != std::string::npos);
        QVERIFY(text->find("VERSION=\"3.0\"") != std::string::npos);
        const Result<ElanReading> read = readElan(write(*text));
        QVERIFY2(read, whatOf(read).c_str());
        QVERIFY(read->document == document && read->leftOut.empty());
        document.mediaUrl.clear();
        document.mediaPath.clear();
        document.mimeType.clear();
        document.tiers.clear();
        QVERIFY(readElan(write(*elanText(document)))->document == document);
    }

    // Slots without a time, annotations that refer to others, vocabularies, origins and units.
    void elanAsTheStandardSays() {
        const auto one = [](const std::string &id, const std::string &slots, const std::string &value) {
            return "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"" + id + "\" " + slots + "><ANNOTATION_VALUE>" +
                   value + "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
        };
        const auto read = readElan(write(
            "<ANNOTATION_DOCUMENT><HEADER TIME_UNITS=\"PAL-frames\"><MEDIA_DESCRIPTOR MEDIA_URL=\"file:///a.wav\" "
            "TIME_ORIGIN=\"60000\"/></HEADER><TIME_ORDER><TIME_SLOT TIME_SLOT_ID=\"1\" TIME_VALUE=\"25\"/><TIME_SLOT "
            "TIME_SLOT_ID=\"2\"/><TIME_SLOT TIME_SLOT_ID=\"3\" TIME_VALUE=\"75\"/><TIME_SLOT "
            "TIME_SLOT_ID=\"4\"/></TIME_ORDER>"
            "<TIER TIER_ID=\"t\">" +
            one("a1", R"(TIME_SLOT_REF1="1" TIME_SLOT_REF2="2")", "x") +
            one("a2", R"(TIME_SLOT_REF1="2" TIME_SLOT_REF2="3" CVE_REF="c")", "") +
            one("a3", R"(TIME_SLOT_REF1="3" TIME_SLOT_REF2="4")", "y") +
            "</TIER><TIER TIER_ID=\"r\"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"r1\" ANNOTATION_REF=\"a1\">"
            "<ANNOTATION_VALUE>z</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER><CONTROLLED_VOCABULARY "
            "CV_ID=\"v\">"
            "<CV_ENTRY_ML "
            "CVE_ID=\"c\"><CVE_VALUE>Siren</CVE_VALUE></CV_ENTRY_ML></CONTROLLED_VOCABULARY></ANNOTATION_DOCUMENT>"));
        QVERIFY2(read, whatOf(read).c_str());
        const auto &tiers = read->document.tiers;
        QVERIFY(tiers[0].labels == (std::vector<TimedLabel>{{Seconds(61), Seconds(62), "x", {}, {}},
                                                            {Seconds(62), Seconds(63), "Siren", {}, {}}}));
        QVERIFY(tiers[1].labels == (std::vector<TimedLabel>{{Seconds(61), Seconds(62), "z", {}, {}}}));
        QVERIFY(read->spread == 2 && read->leftOut.size() == 1); // a3 has no end
    }

    void elanErrors() {
        const auto document = [](const std::string &slots, const std::string &references) {
            return "<ANNOTATION_DOCUMENT><TIME_ORDER>" + slots +
                   "</TIME_ORDER><TIER TIER_ID=\"t\"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a7\" " +
                   references + "/></ANNOTATION></TIER></ANNOTATION_DOCUMENT>";
        };
        const std::string slots = "<TIME_SLOT TIME_SLOT_ID=\"1\" TIME_VALUE=\"5\"/><TIME_SLOT TIME_SLOT_ID=\"2\"/>"
                                  "<TIME_SLOT TIME_SLOT_ID=\"3\" TIME_VALUE=\"2\"/>";
        for (const char *references :
             {R"(TIME_SLOT_REF1="1" TIME_SLOT_REF2="2")", R"(TIME_SLOT_REF1="1" TIME_SLOT_REF2="3")",
              R"(TIME_SLOT_REF1="1" TIME_SLOT_REF2="9")", ""}) {
            const auto read = readElan(write(document(slots, references)));
            QVERIFY2(!read && read.error().what().find("a7") != std::string::npos, whatOf(read).c_str());
        }
        QVERIFY(!readElan(write("<html/>")));
        QVERIFY(!readElan(write("<ANNOTATION_DOCUMENT><TIER>")));
        // Entities that a stranger defines are not expanded.
        const auto read = readElan(write("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                         "<ANNOTATION_DOCUMENT AUTHOR=\"&e;\"/>"));
        QVERIFY(!read || read->document.author == "&e;");
        const std::vector<TimedLabel> overlapping{{Seconds(0), Seconds(2), "a", {}, {}},
                                                  {Seconds(1), Seconds(3), "a", {}, {}}};
        QVERIFY(!elanText({"", "", "", "", "", {{"t", overlapping}}}));
    }
};

TAGSCOPE_PLAIN_TEST(TestAnnotationFiles)
#include "tst_annotation_files.moc"
