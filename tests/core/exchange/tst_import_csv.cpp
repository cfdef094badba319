// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "core/exchange/import_csv.h"
#include "core/exchange/spreadsheet_cells.h"
#include "core/project/project_summary.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

// "test 2/1/2": clips, missing, labels of each split.
std::string splitsIn(const Project &project) {
    std::string text;
    const Result<ProjectSummary> summary = summaryOf(project);
    if (summary)
        for (const SplitSummary &split : summary->splits)
            text += split.split + " " + std::to_string(split.clips) + "/" + std::to_string(split.missing) + "/" +
                    std::to_string(split.labelCount()) + " ";
    return text;
}

} // namespace

// Plain lists of clips, as people and data sets write them.
class TestImportCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void importsPlainLists() {
        const Folder folder;
        folder.write("lists/m/a.wav", "");
        folder.write("other/m/b.mp4", "");
        const fs::path list = folder.write("lists/list.csv", "path,start,duration,labels,split\n"
                                                             "m/a.wav,,,dog;\"\"a, b\"\",train\n");
        const fs::path right = folder.write("lists/right.csv", "path,start,duration,labels,split\n"
                                                               "m/a.wav,,,\"dog;a, b\",train\n"
                                                               "m/a.wav,1,2,rain,test\n"
                                                               "m/b.mp4,,,,test\n");
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses(), Seconds(5));
        QVERIFY_OK(project);
        QVERIFY(!importCsv(*project, {list, {}}));
        const Result<ImportReport> report = importCsv(*project, {right, {}});
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE(splitsIn(*project), std::string("train 1/0/2 test 2/1/1 "));
        QCOMPARE((*project->clipNamed("m/a"))->media, folder.path("lists/m/a.wav"));
        QCOMPARE((*project->clipNamed("m/a"))->duration.count(), 5.0);
        QCOMPARE((*project->clipNamed("m/a_1.000_3.000"))->start.count(), 1.0);
        QVERIFY((*project->clipNamed("m/b"))->isMissing);

        const Result<ImportReport> again = importCsv(*project, {right, folder.path("other")});
        QVERIFY2(again, test::whatOf(again).c_str());
        QCOMPARE(again->known, std::size_t{3});
        QCOMPARE(splitsIn(*project), std::string("train 1/0/2 test 2/0/1 "));
        QCOMPARE((*project->clipNamed("m/a"))->media, folder.path("lists/m/a.wav"));
        QCOMPARE((*project->clipNamed("m/b"))->media, folder.path("other/m/b.mp4"));
    }

    // A row that cannot be understood is left out with its reason; where none is left, the list is refused.
    void leavesOutRowsWithUnknownLabels() {
        const Folder folder;
        const fs::path list =
            folder.write("l.csv", "path,labels,split\na.wav,dog,t\nb.wav,\"Dog,rain;cat\",t\nc,dog\n");
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        const Result<ImportReport> report = importCsv(*project, {list, {}});
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE(report->added, std::size_t{1});
        QVERIFY(report->hasFailed());
        const FileReport &file = report->files.at(0);
        QCOMPARE(file.rows, file.added + file.known + file.leftOut.size());
        QCOMPARE(file.leftOut.size(), std::size_t{2});
        for (const std::size_t line : {3U, 4U})
            QVERIFY(std::ranges::count(file.leftOut, line, &LeftOutRow::line) == 1);
        QCOMPARE(project->clips()->size(), std::size_t{1});

        const Result<ImportReport> none =
            importCsv(*project, {folder.write("n.csv", "path,labels\nz.wav,\"Dog,rain;cat\"\n"), {}});
        QVERIFY(!none);
        QVERIFY2(none.error().what().find("n.csv, line 2, column 2: \"cat\"") != std::string::npos,
                 none.error().what().c_str());
    }

    void addsTheEventsThatLack() {
        const Folder folder;
        const fs::path list = folder.write("l.csv", "path,labels\na.wav,dog;cat\nb.wav,\"dog,rain\"\nc.wav,CAT;bird\n");
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(importCsv(*project, {list, {}, true}));
        const std::vector<EventClass> &classes = project->classes();
        QCOMPARE(classes.size(), std::size_t{5});
        QCOMPARE(classes[3].name + classes[4].name, std::string("catbird"));
        QCOMPARE(splitsIn(*project), std::string(" 3/3/6 "));
    }

    // As VGGSounder has it: a row a label, and whether it is heard and seen.
    void takesModalities() {
        const Folder folder;
        const fs::path list =
            folder.write("l.csv", "video_id,label,modality\n-23CeprtibU_000030,dog,A\n-23CeprtibU_000030,rain,AV\n"
                                  "-3RH8_aeZkk_000105,rain,V\n");
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        const Result<ImportReport> report = importCsv(*project, {list, {}});
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE(report->added, std::size_t{2});
        const std::vector<ClipId> ids{(*project->clipNamed("-23CeprtibU_000030"))->id,
                                      (*project->clipNamed("-3RH8_aeZkk_000105"))->id};
        const auto known = project->presence(ids);
        QVERIFY(known && known->size() == 3);
        for (const KnownPresence &pair : *known)
            QVERIFY(pair.isAudible == (pair.clip == ids[0]) && pair.isVisible == (pair.event == 1));
    }

    // As FSD50K has it: names without a suffix, labels joined by commas as their ids are.
    void findsFilesNamedWithoutSuffix() {
        const Folder folder;
        folder.write("64760.wav", "RIFF");
        const fs::path list =
            folder.write("dev.csv", "fname,labels,mids,split\n64760,\"dog,rain\",\"/m/1,/m/2\",train\n");
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        const Result<ImportReport> report = importCsv(*project, {list, {}});
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE((*project->clipNamed("64760"))->media, folder.path("64760.wav"));
        QCOMPARE(splitsIn(*project), std::string("train 1/0/2 "));
    }

    // What leaves as a Hugging Face folder comes back, and media that lack have addresses.
    void huggingFaceAndBack() {
        const Folder folder;
        folder.write("a.wav", "RIFF");
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY_OK(
            importCsv(*project, {folder.write("l.csv", "path,start,duration,labels,split\na.wav,,,\"dog;a, b\",train\n"
                                                       "x/-5QrBL6MzLg_60.000_70.000.mp4,,,rain,test\n"
                                                       "-5QrBL6MzLg_30000.mp4,,,,test\nb.wav,,,,test\n"),
                                 {}}));
        ExportRequest request;
        request.content = ExportContent::Labels;
        request.format = "huggingface";
        QVERIFY_OK(exportFrom(*project, request, folder.path("metadata.jsonl")));
        Result<Project> copy = Project::create(folder.path("copy.tagscope"), test::threeClasses());
        const Result<ImportReport> report = importCsv(*copy, {folder.path("metadata.jsonl").parent_path(), {}});
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE(report->added, std::size_t{4});
        QCOMPARE(splitsIn(*copy), splitsIn(*project));

        request.content = ExportContent::Missing;
        request.format = "yt-dlp";
        const Result<ExportOutcome> missing = exportFrom(*project, request, folder.path("list.txt"));
        QVERIFY_OK(missing);
        QCOMPARE(missing->clips, std::size_t{2});
        QCOMPARE(missing->without, (std::vector<std::string>{"b"}));
        std::ifstream text(folder.path("list.txt"));
        std::string all((std::istreambuf_iterator<char>(text)), {});
        QCOMPARE(all.find("https://www.youtube.com/watch?v=-5QrBL6MzLg\n"),
                 all.rfind("https://www.youtube.com/watch?v=")); // once
        QVERIFY(all.find(": 60 s to 70 s") != std::string::npos);
    }

    // Names from strangers are no formulas in a spreadsheet; numbers stay numbers.
    void spreadsheetsRunNothing() {
        QCOMPARE(forSpreadsheets("clip,=1+1,x\r\n\"=cmd|'/C calc'!A0\",-0.5,\"@a, b\"\r\n+3,-inf,\r\n").value(),
                 std::string("clip,'=1+1,x\r\n'=cmd|'/C calc'!A0,-0.5,\"'@a, b\"\r\n+3,'-inf,\r\n"));
    }

    void takesClassesInTheirFirstOrder() {
        const Folder folder;
        const auto classes = classesOfCsv(folder.write("l.csv", "path,labels,split\na,z;b,t\nb,,t\nc,a;z,t\n"));
        QVERIFY2(classes, test::whatOf(classes).c_str());
        QCOMPARE(classes->size(), std::size_t{3});
        QCOMPARE(classes->at(0).name + classes->at(1).name + classes->at(2).name, std::string("zba"));
        QVERIFY(!classesOfCsv(folder.write("l.csv", "path,labels,split\na,,t\n")));
    }
};

TAGSCOPE_PLAIN_TEST(TestImportCsv)
#include "tst_import_csv.moc"
