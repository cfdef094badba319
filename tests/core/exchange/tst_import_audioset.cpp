// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_audioset.h"

#include "core/base/paths.h"
#include "core/exchange/export.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

using namespace tagscope;
using test::Folder;

class TestImportAudioSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void audioSetsSegmentsBecomeClips() {
        const test::Folder folder;
        Project project = std::move(*Project::create(
            folder.path("p.tagscope"), {{"Car", "/m/0k4j", {}, 0.5, 0.5}, {"Siren", "/m/03v3yw", {}, 0.5, 0.5}}));
        const AudioSetImport import{
            {folder.write("balanced.csv", "# Segments csv\n-0RWZT-miFs, 420.000, 430.000, \"/m/03v3yw,/m/0k4j,/m/1\"\n"
                                          "abc, 0.000, 10.000, \"/m/1\"\nabd, 30.000, 40.000, \"/m/0k4j\"\n")},
            folder.write("media/-0RWZT-miFs.wav", "x").parent_path(),
            "training"};
        const ImportReport report = importAudioSet(project, import).value();
        QCOMPARE(report.added, std::size_t{2});
        QCOMPARE(report.missing, std::size_t{1});
        QCOMPARE(report.notes.size(), std::size_t{2});
        const std::vector<Clip> clips = project.clips().value();
        QCOMPARE(clips[0].name, std::string("-0RWZT-miFs_420.000_430.000"));
        QVERIFY(clips[0].start == Seconds(420) && clips[0].media.filename() == "-0RWZT-miFs.wav");
        QCOMPARE(clips[1].split, std::string("training"));
        const std::vector<ClipId> ids{clips[0].id, clips[1].id};
        const BinaryTable labels = project.labels(ids, Truth::Weak).value();
        QVERIFY(labels(0, 0) == 1 && labels(0, 1) == 1 && labels(1, 0) == 1 && labels(1, 1) == 0);
        QCOMPARE(importAudioSet(project, import)->known, std::size_t{2});
        Project other = std::move(*Project::create(folder.path("q.tagscope"), {{"Dog", {}, {}, 0.5, 0.5}}));
        QVERIFY(!importAudioSet(other, import)); // its event has no id
    }

    void aWeakListIsReadBack() {
        const test::Folder folder;
        const std::vector<EventClass> classes{{"Car", "/m/0k4j", {}, 0.5, 0.5}, {"Siren", "/m/03v3yw", {}, 0.5, 0.5}};
        Project project = std::move(*Project::create(folder.path("p.tagscope"), classes));
        AudioSetImport import{{folder.write("a.csv", "# a\n-0RW, 420.000, 430.000, \"/m/03v3yw,/m/0k4j\"\n"
                                                     "abd, 30.000, 40.000, \"/m/0k4j\"\n")},
                              {},
                              "test"};
        QVERIFY_OK(importAudioSet(project, import));
        ExportRequest request;
        request.content = ExportContent::Labels;
        request.format = "audioset";
        QVERIFY(exportFrom(project, request, folder.path("b.csv")));
        Project other = std::move(*Project::create(folder.path("q.tagscope"), classes));
        import.lists = {folder.path("b.csv")};
        QVERIFY_OK(importAudioSet(other, import));
        const std::vector<ClipId> ids{1, 2};
        QVERIFY(other.labels(ids, Truth::Weak)->values == project.labels(ids, Truth::Weak)->values);
        QCOMPARE(other.clips()->at(1).name, project.clips()->at(1).name);
    }
};

TAGSCOPE_PLAIN_TEST(TestImportAudioSet)
#include "tst_import_audioset.moc"
