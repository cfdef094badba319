// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/clip_list_csv.h"
#include "core/formats/dcase_clip_lists.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <fstream>
#include <set>
#include <string>

using namespace tagscope;
namespace fs = std::filesystem;

namespace {

std::string join(const std::vector<std::string> &parts) {
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : "|") + part;
    return text;
}

} // namespace

class TestClipLists : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    fs::path fileWith(const std::string &content, const std::string &name = "list.csv") const {
        const fs::path file = fs::path(directory_.path().toStdString()) / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

    template <class T>
    static void compareRefusal(const Result<T> &result, const QString &says) {
        QVERIFY(!result);
        QVERIFY2(result.error().what().find(says.toStdString()) != std::string::npos, result.error().what().c_str());
    }

private Q_SLOTS:
    void namesOfParts() {
        QCOMPARE((RecordingPart{"-5QrBL6MzLg", Seconds(60), Seconds(70)}.name()),
                 std::string("-5QrBL6MzLg_60.000_70.000"));
        const std::optional<RecordingPart> part = partNamed("_a_b_-cdefg_0.000_9.346");
        QVERIFY(part);
        QCOMPARE(part->recording, std::string("_a_b_-cdefg"));
        QCOMPARE(part->end.count(), 9.346);
        QCOMPARE(partNamed("id_30_40")->name(), std::string("id_30.000_40.000"));
        for (const char *wrong : {"", "_", "id", "id_30", "id_30_", "_30_40", "id_40_30", "id_30_30", "id_-1_3",
                                  "id_a_b", "id_nan_inf", "../x_30_40", "id_30_1e999"})
            QVERIFY2(!partNamed(wrong), wrong);
    }

    void readsDcaseClips() {
        const auto clips = readDcaseClipList(fileWith("-5QrBL6MzLg,60.000,70.000,\"Train horn,Train\",\"/m/1,/m/2\"\r\n"
                                                      "_x,0,5.5,\"Fire engine, fire truck (siren)\",/m/3\r\n"));
        QVERIFY_OK(clips);
        QCOMPARE(clips->size(), std::size_t{2});
        QCOMPARE(join(clips->at(0).mids), std::string("/m/1|/m/2"));
        QCOMPARE(clips->at(1).part.name(), std::string("_x_0.000_5.500"));
        QCOMPARE(join(clips->at(1).mids), std::string("/m/3"));
    }

    void refusesBadDcaseClips_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << "no clips";
        QTest::newRow("columns") << QByteArray("a,0,1,n,/m/1\na,0,1,n\n") << "line 2, column 5";
        QTest::newRow("tabs") << QByteArray("a\t0\t1\tn\t/m/1\n") << "five";
        QTest::newRow("id") << QByteArray("../a,0,1,n,/m/1\n") << "line 1, column 1";
        QTest::newRow("start") << QByteArray("a,-1,1,n,/m/1\n") << "line 1, column 2: \"-1\"";
        QTest::newRow("end") << QByteArray("a,0,x,n,/m/1\n") << "line 1, column 3: \"x\"";
        QTest::newRow("order") << QByteArray("a,10,0,n,/m/1\n") << "ends before it starts";
        QTest::newRow("no ids") << QByteArray("a,0,1,n,\" , \"\n") << "line 1, column 5";
        QTest::newRow("twice") << QByteArray("a,0,1,n,/m/1\na,0.000,1.000,n,/m/1\n")
                               << "line 2: the clip a_0.000_1.000";
    }
    void refusesBadDcaseClips() {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        compareRefusal(readDcaseClipList(fileWith(content.toStdString())), says);
    }

    void readsClassCounts() {
        const auto counts = readClassCounts(fileWith("Bicycle,30\r\n\"Air horn, truck horn\",313\r\n"));
        QVERIFY_OK(counts);
        QCOMPARE(counts->at(1).first, std::string("Air horn, truck horn"));
        QCOMPARE(counts->at(1).second, std::size_t{313});
        compareRefusal(readClassCounts(fileWith("Bicycle,-1\n")), QStringLiteral("line 1, column 2"));
        compareRefusal(readClassCounts(fileWith("Bicycle\n")), QStringLiteral("two columns"));
    }

    void knowsTheOrganisersListsByName() {
        const fs::path weak = fileWith("", "a/groundtruth_weak_label_evaluation_set.csv");
        fileWith("", "a/testing_set.csv");
        fileWith("", "a/notes.csv");
        fileWith("", "a/training_set_num_files_per_class.csv");
        const fs::path copy = fileWith("", "b/testing_set.csv");
        const fs::path durations = fileWith("", "b/duration_of_files_in_testing_set.csv");
        const auto lists = findDcaseLists({weak.parent_path(), weak, durations});
        QVERIFY_OK(lists);
        QCOMPARE(lists->size(), std::size_t{3});
        QVERIFY(lists->at(0).kind == DcaseListFile::Kind::Clips && lists->at(0).set == DcaseListFile::Set::Testing);
        QVERIFY(lists->at(1).kind == DcaseListFile::Kind::WeakTruth);
        QVERIFY(lists->at(2).kind == DcaseListFile::Kind::ClassCounts);
        compareRefusal(findDcaseLists({weak.parent_path(), copy}), QStringLiteral("same list"));
        compareRefusal(findDcaseLists({fileWith("", "a/notes.csv")}), QStringLiteral("notes.csv"));
        compareRefusal(findDcaseLists({durations}), QStringLiteral("None of the files given"));
        compareRefusal(findDcaseLists({"/nowhere/testing_set.csv"}), QStringLiteral("does not exist"));
    }

    void readsTheRealLists() {
        TAGSCOPE_REQUIRE_SHARED(lists, "dcase2017");
        const auto training = readDcaseClipList(lists / "training_set.csv");
        QVERIFY_OK(training);
        QCOMPARE(training->size(), std::size_t{51172});
        QCOMPARE(findDcaseLists({lists})->size(), std::size_t{9});
        QCOMPARE(readClassCounts(lists / "testing_set_num_files_per_class.csv")->size(), std::size_t{17});
    }

    void readsPlainListsOfOthers() {
        for (const char *content : {"Path;Labels;Split\nx.wav;dog|rain;\n", "file_name\tlabel\nx.wav\tdog;rain\n",
                                    "fname,labels,mids,split\nx.wav,dog;nan;rain,/m/1,\n,,,\n"}) {
            const auto list = readClipListCsv(fileWith(content));
            QVERIFY_OK(list);
            QVERIFY(list->clips.size() == 1 && join(list->clips[0].labels) == "dog|rain" && list->clips[0].name == "x");
            QCOMPARE(list->notes.size(), std::size_t{std::string_view(content).starts_with("fname") ? 1U : 0U});
        }
        const auto none = readClipListCsv(fileWith("path,labels\nx.wav,nan\ny.wav,\xFC"
                                                   "bel\n"));
        QVERIFY(none && none->clips[0].labels.empty() &&
                none->clips[1].labels[0] == "\xC3\xBC"
                                            "bel" &&
                none->notes.size() == 1);
    }

    void readsPlainLists() {
        const auto list = readClipListCsv(fileWith("\xEF\xBB\xBFsplit,path,labels,duration,start\r\n"
                                                   "train,a/x.wav, dog ; rain;dog ;,,\r\n"
                                                   "\r\n"
                                                   "train,\"b, c.mp4\",,2.5,1\r\n"
                                                   ",\"b, c.mp4\",\"a, b\",,4\r\n"));
        QVERIFY_OK(list);
        const std::vector<CsvClip> &clips = list->clips;
        QCOMPARE(clips.size(), std::size_t{3});
        QCOMPARE(clips[0].name, std::string("a/x"));
        QCOMPARE(clips[0].path, fs::path("a/x.wav"));
        QCOMPARE(join(clips[0].labels), std::string("dog|rain"));
        QVERIFY(!clips[0].start && !clips[0].duration);
        QCOMPARE(clips[1].name, std::string("b, c_1.000_3.500"));
        QVERIFY(clips[1].labels.empty());
        QCOMPARE(clips[2].name, std::string("b, c_4.000"));
        QCOMPARE(clips[2].split, std::string());
        QCOMPARE(clips[2].line, std::size_t{5});
        QVERIFY(list->failAtLabel(clips[2], plainText("why")).value().what().find("line 5, column 3: why") !=
                std::string::npos);
    }

    void keepsTheExtensionWhereItTellsPathsApart() {
        const auto list = readClipListCsv(fileWith("path,labels,split\na.wav,x,\na.mp4,x,\nb.wav,x,\n"));
        QVERIFY_OK(list);
        QCOMPARE(list->clips[0].name + " " + list->clips[1].name + " " + list->clips[2].name,
                 std::string("a.wav a.mp4 b"));
    }

    void leavesOutWhatItCannotUnderstand() {
        const auto list = readClipListCsv(fileWith("path,labels,split,modality\na.wav,x,train,A\nb,y\n,x,train,A\n"
                                                   "a.wav,y,train,V\na.wav,z,test,AV\nc,x,,B\n"));
        QVERIFY_OK(list);
        QCOMPARE(list->clips.size(), std::size_t{1});
        QCOMPARE(join(list->clips[0].labels), std::string("x|y"));
        QVERIFY(list->clips[0].modalities.size() == 2 && list->clips[0].modalities[1].isVisible);
        std::string lines;
        for (const LeftOutRow &row : list->leftOut)
            lines += std::to_string(row.line) + " ";
        QCOMPARE(lines, std::string("3 4 7 6 "));
    }

    void readsObjectsALine() {
        const fs::path file =
            fileWith("{\"file_name\": \"a/x.wav\", \"labels\": [\"dog\", \"rain\"], \"split\": \"train\"}\n\n"
                     "{\"file_name\": \"y.wav\", \"label\": 3, \"start\": 1.5}\n",
                     "metadata.jsonl");
        const auto two = readClipListCsv(file);
        QVERIFY(!two); // labels and label
        const auto list = readClipListCsv(fileWith("{\"file_name\": \"a/x.wav\", \"labels\": [\"dog\", "
                                                   "\"rain\"]}\n{\"file_name\": \"y.wav\", \"start\": 1.5}\n",
                                                   "metadata.jsonl"));
        QVERIFY_OK(list);
        QCOMPARE(join(list->clips.at(0).labels), std::string("dog|rain"));
        QCOMPARE(list->clips.at(1).name, std::string("y_1.500"));
        QVERIFY(!readClipListCsv(fileWith("[1]\n", "metadata.jsonl")));
    }

    void refusesBadPlainLists_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << "no clips";
        QTest::newRow("header alone") << QByteArray("path,labels,split\n") << "no clips";
        QTest::newRow("no header") << QByteArray("a.wav,dog,train\n") << "line 1, column 1: \"a.wav\"";
        QTest::newRow("missing column") << QByteArray("path,split\na,b\n") << "the column labels is missing";
        QTest::newRow("column twice") << QByteArray("path,labels,path,split\n") << "column 3: the column path";
        QTest::newRow("cells") << QByteArray("path,labels,split\na,b\n") << "line 2, column 3: there are 2";
        QTest::newRow("no path") << QByteArray("labels,path,split\nx,,train\n") << "line 2, column 2";
        QTest::newRow("start") << QByteArray("path,start,duration,labels,split\na,-1,1,,\n")
                               << "line 2, column 2: \"-1\"";
        QTest::newRow("duration") << QByteArray("path,start,duration,labels,split\na,1,0,,\n") << "line 2, column 3";
        QTest::newRow("quotes") << QByteArray("path,labels,split\n\"a,x,\n") << "quot";
        QTest::newRow("binary") << QByteArray("path,labels,split\n\xFF\x01,x,\n") << "text";
    }
    void refusesBadPlainLists() {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        compareRefusal(readClipListCsv(fileWith(content.toStdString())), says);
    }
};

TAGSCOPE_PLAIN_TEST(TestClipLists)
#include "tst_clip_lists.moc"
