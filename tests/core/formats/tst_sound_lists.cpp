// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/audioset_lists.h"
#include "core/formats/region_list.h"
#include "core/formats/sed_lists.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <fstream>

using namespace tagscope;

namespace fs = std::filesystem;

namespace {

template <class T>
std::string errorOf(const Result<T> &result) {
    return result ? std::string("no error") : result.error().what();
}

} // namespace

// AudioSet's lists and those of sed_scores_eval.
class TestSoundLists : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    [[nodiscard]] fs::path write(std::string_view content) const {
        const fs::path file = fs::path(directory_.path().toStdString()) / "list.txt";
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

private Q_SLOTS:
    void audioSetSegments() {
        const std::vector<AudioSetSegment> segments{
            {"-0RWZT-miFs", Seconds(420), Seconds(430), {"/m/03v3yw", "/m/0k4j"}},
            {"#x", Seconds(0), Seconds(10), {"/m/0k4j"}}};
        QVERIFY(!audioSetSegmentsText(segments)); // it would be a remark
        const std::vector<AudioSetSegment> some{segments.front()};
        const Result<std::string> text = audioSetSegmentsText(some);
        QVERIFY_OK(text);
        QVERIFY(text->find("-0RWZT-miFs, 420.000, 430.000, \"/m/03v3yw,/m/0k4j\"\n") != std::string::npos);
        QVERIFY(readAudioSetSegments(write(*text)).value() == some);
        // As the site has it, with CRLF and a byte-order mark, and without quotation marks.
        QVERIFY(readAudioSetSegments(write("\xef\xbb\xbf# Segments csv\r\n# num\r\n# YTID\r\n-0RWZT-miFs, 420.000, "
                                           "430.000, \"/m/03v3yw,/m/0k4j\"\r\n"))
                    .value() == some);
        QVERIFY(readAudioSetSegments(write("-0RWZT-miFs,420,430,/m/03v3yw,/m/0k4j\n")).value() == some);
        for (const char *bad : {"a, 1, 2\n", "a, x, 2, \"/m/1\"\n", "a, 2, 1, \"/m/1\"\n", ", 1, 2, \"/m/1\"\n", "a\n",
                                "a, 1, 2, \"\"\n", "a, 1, inf, \"/m/1\"\n"})
            QVERIFY2(errorOf(readAudioSetSegments(write(std::string("# head\n") + bad))).find("line 2") !=
                         std::string::npos,
                     bad);
    }

    void audioSetStrong() {
        const std::vector<TimedLabel> labels{{Seconds(2.627), Seconds(7.237), "/m/053hz1", {}, "s9d-2nhuJCQ_30000"},
                                             {Seconds(0), Seconds(10), "/m/0k4j", {}, "b_0"}};
        QVERIFY(readRegionList(write(audioSetStrongText(labels)))->labels == labels);
        QVERIFY(readRegionList(write("s9d-2nhuJCQ_30000\t2.627\t7.237\t/m/053hz1\r\n"))->labels ==
                std::vector<TimedLabel>{labels.front()});
        for (const char *bad :
             {"a\t1\t2\n", "a\tx\t2\t/m/1\n", "a\t2\t1\t/m/1\n", "\t1\t2\t/m/1\n", "a\t1\t2\t\n", "a\t-1\t2\t/m/1\n"})
            QVERIFY2(errorOf(readRegionList(write(bad))).find("line 1") != std::string::npos, bad);
    }

    void regionListsOfOthers() {
        // Any order, and AudioSet's frames.
        const auto framed = readRegionList(write("start_time_seconds\tend_time_seconds\tsegment_id\tlabel\tpresent\n"
                                                 "0\t0.96\tb_0\t/m/1\tPRESENT\n0.96\t1.92\tb_0\t/m/1\tNOT_PRESENT\n"));
        QVERIFY(framed->labels == (std::vector<TimedLabel>{{Seconds(0), Seconds(0.96), "/m/1", {}, "b_0"}}));
        QVERIFY(framed->leftOut.size() == 1 && !framed->leftOut[0].isFault && framed->leftOut[0].line == 3);
        // Without a header; a file without events, one that is labelled and not heard, and a row that is none.
        const auto plain = readRegionList(
            write("a.wav\t1\t2\tdog\nb.wav\nc.wav\tnan\tnan\tnan\nd.wav\t0\t0\tcat\ne.wav\tx\t1\tcat\n"));
        QVERIFY(plain->labels.size() == 1 && plain->leftOut.size() == 2 && plain->leftOut[1].line == 5);
        // BirdNET's results, which name no file; semicolons and decimal commas.
        const auto results = readRegionList(
            write("Start (s),End (s),Scientific name,Common name,Confidence\n0,3.0,Turdus,\"Robin, big\",0.5\n"));
        QVERIFY(results->labels.at(0).label == "Robin, big" && results->labels[0].confidence == 0.5 &&
                results->labels[0].file.empty());
        QVERIFY(englishText(results->notes.at(0)).find("Scientific name") != std::string::npos);
        const auto german =
            readRegionList(write("file;onset;offset;label;low;high;channel\na;0,5;1,5;dog;100;2000,5;2\n"));
        QVERIFY(german->labels.at(0).frequencies == (FrequencyRange{100, 2000.5}) && german->labels[0].channel == 2);
        RegionReading reading;
        reading.labelColumn = "kind";
        QVERIFY(readRegionList(write("file,onset,offset,label,kind\na,0,1,x,dog\n"), reading)->labels.at(0).label ==
                "dog");
    }

    void sedGroundTruth() {
        const SedGroundTruth truth{{{Seconds(0.5), Seconds(1.25), "Train horn", {}, "a.wav"}}, {"b.wav"}};
        QVERIFY(readSedGroundTruth(write(sedGroundTruthText(truth))).value() == truth);
        QVERIFY(readSedGroundTruth(write("filename\tonset\toffset\tevent_label\r\nb.wav\r\n")).value().filesWithout ==
                truth.filesWithout);
        for (const char *bad : {"", "file\tonset\n", "filename\tonset\toffset\tevent_label\na\t1\n",
                                "filename\tonset\toffset\tevent_label\na\t2\t1\tx\n",
                                "filename\tonset\toffset\tevent_label\n\t1\t2\tx\n"})
            QVERIFY2(!readSedGroundTruth(write(bad)), bad);
    }

    void sedDurations() {
        const std::map<std::string, Seconds> durations{{"a.wav", Seconds(10)}, {"b.wav", Seconds(9.75)}};
        QVERIFY(readSedDurations(write(sedDurationsText(durations))).value() == durations);
        for (const char *bad : {"", "a\t1\n", "filename\tduration\na\n", "filename\tduration\na\t0\n",
                                "filename\tduration\na\tnan\n", "filename\tduration\na\t1\na\t2\n"})
            QVERIFY2(!readSedDurations(write(bad)), bad);
    }
};

TAGSCOPE_CORE_TEST(TestSoundLists)
#include "tst_sound_lists.moc"
