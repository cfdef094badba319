// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/region_format.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <fstream>

using namespace tagscope;

namespace fs = std::filesystem;

namespace {

const RegionReading kReading{{"Bicycle", "Train horn"}, {}, {}};

std::string said(const TimedLabel &label) {
    std::string text = label.file + " " + label.label + " " + std::to_string(label.onset.count()).substr(0, 4) + "-" +
                       std::to_string(label.offset.count()).substr(0, 4) + " by " + label.annotator;
    if (label.frequencies)
        text += " " + std::to_string(std::lround(label.frequencies->low)) + "-" +
                std::to_string(std::lround(label.frequencies->high)) + " Hz";
    if (label.channel)
        text += " channel " + std::to_string(*label.channel);
    return label.note.empty() ? text : text + " (" + label.note + ")";
}

} // namespace

// What other programs export: where nothing else is said, made by hand after their published formats.
class TestAnnotationExports : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    [[nodiscard]] Result<ReadRegions> read(const char *format, std::string_view content) const {
        const fs::path file = fs::path(directory_.path().toStdString()) / "export.txt";
        std::ofstream(file, std::ios::binary) << content;
        return regionFormatNamed(format)->read(file, kReading);
    }

private Q_SLOTS:
    void labelStudio() {
        const Result<ReadRegions> read = this->read(
            "label-studio",
            "[{\"id\": 1, \"data\": {\"audio\": \"/data/upload/3/0d93a737-my%20street.wav\"}, \"annotations\": ["
            "{\"completed_by\": {\"email\": \"ada@example.org\"}, \"was_cancelled\": false, \"result\": ["
            "{\"original_length\": 10, \"value\": {\"start\": 1.5, \"end\": 2.25, \"channel\": 1, \"labels\": "
            "[\"Bicycle\", \"Train horn\"]}, \"type\": \"labels\", \"meta\": {\"text\": \"far\"}},"
            "{\"value\": {\"choices\": [\"clean\"]}, \"type\": \"choices\"},"
            "{\"value\": {\"start\": 3, \"labels\": [\"Bicycle\"]}, \"type\": \"labels\"}]},"
            "{\"completed_by\": 2, \"was_cancelled\": true, \"result\": [{\"value\": {\"start\": 0, \"end\": 1, "
            "\"labels\": [\"Bicycle\"]}}]}]},"
            "{\"audio\": \"/data/local-files/?d=a/b.wav\", \"annotator\": 7, \"label\": [{\"start\": 0, \"end\": 4, "
            "\"labels\": [\"Bicycle\"]}]}]");
        QVERIFY_OK(read);
        QCOMPARE(read->labels.size(), std::size_t{3});
        QCOMPARE(said(read->labels[0]),
                 std::string("my street.wav Bicycle 1.50-2.25 by ada@example.org channel 2 (far)"));
        QCOMPARE(read->labels[1].label, std::string("Train horn"));
        QCOMPARE(said(read->labels[2]), std::string("a/b.wav Bicycle 0.00-4.00 by Label Studio 7"));
        QCOMPARE(read->leftOut.size(), std::size_t{1}); // the one that does not end
        QVERIFY(read->times == ReadRegions::Times::Recording);
        for (const char *bad : {"", "{}", "[]", "[1]", "[{}"})
            QVERIFY2(!this->read("label-studio", bad), bad);
    }

    void whombat() {
        const Result<ReadRegions> read = this->read(
            "whombat",
            "{\"version\": \"1.1.0\", \"data\": {\"collection_type\": \"annotation_project\","
            "\"users\": [{\"uuid\": \"u\", \"name\": \"Ada\"}],"
            "\"tags\": [{\"id\": 0, \"key\": \"quality\", \"value\": \"good\"}, {\"id\": 1, \"key\": \"event\", "
            "\"value\": \"Bicycle\"}],"
            "\"recordings\": [{\"uuid\": \"r\", \"path\": \"a/b.wav\", \"duration\": 60}, {\"uuid\": \"s\", "
            "\"path\": \"bat.wav\", \"time_expansion\": 10}],"
            "\"sound_events\": [{\"uuid\": \"1\", \"recording\": \"r\", \"geometry\": {\"type\": \"BoundingBox\", "
            "\"coordinates\": [1, 200, 2.5, 4000]}},"
            "{\"uuid\": \"2\", \"recording\": \"r\", \"geometry\": {\"type\": \"TimeInterval\", \"coordinates\": [3, "
            "4]}},"
            "{\"uuid\": \"3\", \"recording\": \"s\", \"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
            "[[[0.1, 30000], [0.2, 50000], [0.15, 20000]]]}}, {\"uuid\": \"4\", \"recording\": \"gone\"}],"
            "\"sound_event_annotations\": [{\"sound_event\": \"1\", \"tags\": [0, 1], \"created_by\": \"u\", "
            "\"notes\": [{\"message\": \"far\"}]}, {\"sound_event\": \"2\", \"tags\": []},"
            "{\"sound_event\": \"3\", \"tags\": [1]}, {\"sound_event\": \"4\", \"tags\": [1]}]}}");
        QVERIFY_OK(read);
        QCOMPARE(read->labels.size(), std::size_t{2});
        QCOMPARE(said(read->labels[0]), std::string("a/b.wav Bicycle 1.00-2.50 by Ada 200-4000 Hz (far)"));
        QCOMPARE(said(read->labels[1]),
                 std::string("bat.wav Bicycle 1.00-2.00 by  2000-5000 Hz")); // as the file has it
        QCOMPARE(read->leftOut.size(), std::size_t{2});
        for (const char *bad : {"", "[]", "{\"data\": {}}", "{\"data\": {\"sound_event_annotations\": 1}}"})
            QVERIFY2(!this->read("whombat", bad), bad);
    }

    // The first two are what Sonic Visualiser 4.5.1 wrote.
    void sonicVisualiser() {
        const std::string rows = "1.500000000,440,2.250000000,Siren\n"
                                 "3.250000000,1200,1.000000000,Train horn\n"
                                 "6.000000000,800,0.500000000,\"Bicycle, near\"";
        for (const std::string &text : {rows, "TIME,VALUE,DURATION,LABEL\n" + rows}) {
            const Result<ReadRegions> read = this->read("sonic-visualiser", text);
            QVERIFY_OK(read);
            QCOMPARE(read->labels.size(), std::size_t{3});
            QCOMPARE(said(read->labels[0]), std::string(" Siren 1.50-3.75 by "));
            QCOMPARE(said(read->labels[1]), std::string(" Train horn 3.25-4.25 by "));
            QCOMPARE(said(read->labels[2]), std::string(" Bicycle, near 6.00-6.50 by "));
            QVERIFY(read->leftOut.empty());
            QCOMPARE(read->notes.size(), std::size_t{1}); // the values
        }
        // Of a layer of notes; with tabs; what is no region stays out with its line.
        const Result<ReadRegions> notes = this->read("sonic-visualiser", "1.0,60,0.5,0.8,Siren\n2.0,60,x,0.8,Siren\n"
                                                                         "3.0,60,1.0,0.8,\n4.0,New Point\n");
        QVERIFY_OK(notes);
        QCOMPARE(notes->labels.size(), std::size_t{1});
        QCOMPARE(said(notes->labels[0]), std::string(" Siren 1.00-1.50 by "));
        QCOMPARE(notes->leftOut.size(), std::size_t{3});
        const Result<ReadRegions> tabs = this->read("sonic-visualiser", "1.0\t0\t0.5\tSiren\n");
        QVERIFY(tabs && tabs->labels.size() == 1 && tabs->notes.empty());
        for (const char *bad : {"1.0,New Point\n2.0,New Point\n", "TIME,LABEL\n1.0,a\n", "text"})
            QVERIFY2(!this->read("sonic-visualiser", bad), bad);
    }
};

TAGSCOPE_PLAIN_TEST(TestAnnotationExports)
#include "tst_annotation_exports.moc"
