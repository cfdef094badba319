// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_dcase.h"
#include "core/exchange/media_search.h"
#include "core/exchange/validation_draw.h"
#include "core/project/project_summary.h"

#include "core/base/paths.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

// Lists of three classes in the organisers' forms: 12 training clips, two of the test set, two of the evaluation set.
// The strong lists hold a pair that was not heard ("0 0"), one with both such a row and a segment, and a heard one.
fs::path smallDcaseLists(const Folder &folder) {
    std::string training;
    for (int i = 0; i < 12; ++i) {
        const char *names[] = {"dog", "rain", "\"dog,rain\""};
        const char *mids[] = {"/m/0", "/m/1", "\"/m/0,/m/1\""};
        training += "tr" + std::to_string(i) + ",30.000,40.000," + names[i % 3] + "," + mids[i % 3] + "\r\n";
    }
    folder.write("lists/training_set.csv", training);
    folder.write("lists/training_set_num_files_per_class.csv", "dog,8\r\nrain,8\r\n");
    folder.write("lists/testing_set.csv", "Yte-1,0.000,4.000,\"a, b\",/m/2\r\n_te2,10.000,20.000,dog,/m/0\r\n");
    folder.write("lists/groundtruth_weak_label_testing_set.csv",
                 "Yte-1_0.000_4.000.wav\t0.000\t4.000\ta, b\n_te2_10.000_20.000.wav\t10.000\t20.000\tdog\n");
    folder.write("lists/groundtruth_strong_label_testing_set.csv",
                 "Yte-1_0.000_4.000.wav\t0\t0\ta, b\n_te2_10.000_20.000.wav\t0\t0\tdog\n"
                 "_te2_10.000_20.000.wav\t1.5\t2.5\tdog\n");
    folder.write("lists/groundtruth_weak_label_evaluation_set.csv",
                 "ev1_0.000_10.000.wav\t0.000\t10.000\tdog\r\nev1_0.000_10.000.wav\t0.000\t10.000\train\r\n"
                 "ev2_5.000_15.000.wav\t5.000\t15.000\train\r\n");
    folder.write("lists/groundtruth_strong_label_evaluation_set.csv",
                 "ev1_0.000_10.000.wav\t0\t0\tdog\r\nev1_0.000_10.000.wav\t0.25\t9\train\r\n"
                 "ev1_0.000_10.000.wav\t0.25\t9\train\r\nev2_5.000_15.000.wav\t0\t10\train\r\n");
    return folder.path("lists");
}

std::vector<EventClass> classesWithMids() {
    std::vector<EventClass> classes = test::threeClasses();
    for (std::size_t k = 0; k < classes.size(); ++k)
        classes[k].mid = "/m/" + std::to_string(k);
    return classes;
}

// "test 2/1/2": clips, missing, labels of each split.
std::string splitsOf(const Project &project) {
    std::string text;
    const Result<ProjectSummary> summary = summaryOf(project);
    if (summary)
        for (const SplitSummary &split : summary->splits)
            text += split.split + " " + std::to_string(split.clips) + "/" + std::to_string(split.missing) + "/" +
                    std::to_string(split.labelCount()) + " ";
    return text;
}

std::vector<std::string> namesIn(const Project &project, std::string_view split) {
    std::vector<std::string> names;
    const Result<std::vector<Clip>> clips = project.clips(split);
    if (clips)
        for (const Clip &clip : *clips)
            names.push_back(clip.name);
    return names;
}

} // namespace

class TestImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void importsTheOrganisersLists() {
        const Folder folder;
        const DcaseImport import{{smallDcaseLists(folder)}, {}, 4, 1};
        Result<Project> project = Project::create(folder.path("p.tagscope"), classesWithMids());
        QVERIFY_OK(project);
        const Result<ImportReport> report = importDcase2017(*project, import);
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE(report->added, std::size_t{16});
        QCOMPARE(report->missing, std::size_t{16});
        QCOMPARE(report->drawn, std::size_t{4});
        QVERIFY(report->notes.empty());
        const Result<ProjectSummary> summary = summaryOf(*project);
        QVERIFY_OK(summary);
        for (const SplitSummary &split : summary->splits) {
            const bool isHeldOut = split.split == "test" || split.split == "evaluation";
            QCOMPARE(split.inaudiblePairs, std::size_t{isHeldOut ? 1U : 0U});
        }
        const Clip silent = **project->clipNamed("Yte-1_0.000_4.000");
        QCOMPARE(silent.split, std::string("test"));
        QCOMPARE(silent.duration.count(), 4.0);
        QVERIFY(project->labels(std::vector<ClipId>{silent.id}, Truth::Weak)->values ==
                (std::vector<std::uint8_t>{0, 0, 1}));
        QVERIFY(project->labels(std::vector<ClipId>{silent.id}, Truth::Audible)->values ==
                (std::vector<std::uint8_t>{0, 0, 0}));
        const Clip heard = **project->clipNamed("_te2_10.000_20.000");
        QCOMPARE(project->regions(heard.id)->size(), std::size_t{1});
        QCOMPARE(project->regions(heard.id)->front().onset.count(), 1.5);
        QVERIFY(project->presence(std::vector<ClipId>{heard.id})->front().isAudible == std::optional(true));
        const Clip evaluation = **project->clipNamed("ev1_0.000_10.000");
        QCOMPARE(evaluation.split, std::string("evaluation"));
        QCOMPARE(project->regions(evaluation.id)->size(), std::size_t{1});

        const auto setting = nlohmann::json::parse(*project->setting("import.dcase2017").value());
        QCOMPARE(setting["validation"]["clips"].get<int>(), 4);
        QCOMPARE(setting["validation"]["seed"].get<int>(), 1);
        QCOMPARE(setting["lists"].size(), std::size_t{7});
    }

    void repeatingAnImportAddsNothing() {
        const Folder folder;
        DcaseImport import{{smallDcaseLists(folder)}, {}, 4, 1};
        Result<Project> project = Project::create(folder.path("p.tagscope"), classesWithMids());
        QVERIFY(project && importDcase2017(*project, import));
        const std::string before = splitsOf(*project);
        const std::vector<std::string> drawn = namesIn(*project, "validation");
        const ClipId clip = (*project->clipNamed("Yte-1_0.000_4.000"))->id;
        QVERIFY(project->setPresence(std::vector<KnownPresence>{{clip, 2, true, false}}));

        const Result<ImportReport> again = importDcase2017(*project, import);
        QVERIFY2(again, test::whatOf(again).c_str());
        QCOMPARE(again->added, std::size_t{0});
        QCOMPARE(again->known, std::size_t{16});
        QCOMPARE(again->drawn, std::size_t{0});
        QVERIFY2(again->notes.empty(), again->notes.empty() ? "" : englishText(again->notes.front()).c_str());
        QCOMPARE(splitsOf(*project), before);
        QVERIFY(namesIn(*project, "validation") == drawn);
        const std::vector<KnownPresence> known = *project->presence(std::vector<ClipId>{clip});
        QVERIFY(known.front().isAudible == std::optional(true) && known.front().isVisible == std::optional(false));

        import.seed = 2;
        const Result<ImportReport> other = importDcase2017(*project, import);
        QVERIFY_FAILS(other, Error::Kind::Inconsistent, "already been drawn");
    }

    void findsMediaWhenTheyCome() {
        const Folder folder;
        DcaseImport import{{smallDcaseLists(folder)}, folder.path("media"), 0, 1};
        folder.write("media/deep/er/Ytr0_30.000_40.000.wav", "");
        folder.write("media/_te2.mp4", "");
        Result<Project> project = Project::create(folder.path("p.tagscope"), classesWithMids());
        QVERIFY_OK(project);
        Result<ImportReport> report = importDcase2017(*project, import);
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE(report->missing, std::size_t{14});
        QCOMPARE((*project->clipNamed("tr0_30.000_40.000"))->media,
                 folder.path("media/deep/er/Ytr0_30.000_40.000.wav"));
        QCOMPARE((*project->clipNamed("tr0_30.000_40.000"))->start.count(), 0.0);
        QCOMPARE((*project->clipNamed("_te2_10.000_20.000"))->start.count(), 10.0);

        folder.write("media/Y_te2_10.000_20.000.mp4", "");
        folder.write("media/Yte-1_0.000_4.000.flac", "");
        fs::remove_all(folder.path("media/deep"));
        report = importDcase2017(*project, import);
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE(report->missing, std::size_t{14});
        QVERIFY((*project->clipNamed("tr0_30.000_40.000"))->isMissing);
        QCOMPARE((*project->clipNamed("_te2_10.000_20.000"))->start.count(), 0.0);
        QVERIFY(!(*project->clipNamed("Yte-1_0.000_4.000"))->isMissing);
    }

    void choosesAmongFilesOfAClip() {
        const Folder folder;
        const std::vector<RecordingPart> parts{{"aaaaaaaaaaa", Seconds(30), Seconds(40)},
                                               {"Ybbbbbbbbbb", Seconds(0), Seconds(10)},
                                               {"ccccccccccc", Seconds(118), Seconds(128)},
                                               {"ddddddddddd", Seconds(1), Seconds(2)}};
        for (const char *name : {"m/Yaaaaaaaaaaa_30.000_40.000.wav", "m/x/aaaaaaaaaaa_30_40.MP4", "m/aaaaaaaaaaa.mp4",
                                 "m/Ybbbbbbbbbb_0.000_10.000.wav", "m/ccccccccccc_118000_128000.webm",
                                 "m/ddddddddddd_1.000_3.000.wav", "m/ddddddddddd_1.000_2.000.txt"})
            folder.write(name, "");
        fs::create_directory_symlink(folder.path("m"), folder.path("m/circle"));
        const auto files = findClipFiles(folder.path("m"), parts);
        QVERIFY2(files, test::whatOf(files).c_str());
        QCOMPARE(files->at(0)->file, folder.path("m/x/aaaaaaaaaaa_30_40.MP4"));
        QCOMPARE(files->at(1)->file, folder.path("m/Ybbbbbbbbbb_0.000_10.000.wav"));
        QCOMPARE(files->at(2)->file, folder.path("m/ccccccccccc_118000_128000.webm"));
        QVERIFY(!files->at(3));
        QVERIFY(!findClipFiles(folder.path("none"), parts));
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = findClipFiles(folder.path("m"), parts, {}, stop.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
    }

    void aFailedImportChangesNothing_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("says");
        const auto add = [](const char *what, const char *name, const char *content, const char *says) {
            QTest::newRow(what) << QByteArray(name) << QByteArray(content) << QByteArray(says);
        };
        add("unknown id", "testing_set.csv", "x,0,1,n,/m/9\n", "testing_set.csv, line 1: the label /m/9");
        add("unknown label", "groundtruth_weak_label_testing_set.csv", "x_0_1.wav\t0\t1\tcat\n", "\"cat\"");
        add("no clip name", "groundtruth_weak_label_testing_set.csv", "x.wav\t0\t1\tdog\n", "ID_START_END");
        add("two sets", "testing_set.csv", "tr0,30.000,40.000,dog,/m/0\n", "training set as well");
        add("strong alone", "groundtruth_strong_label_testing_set.csv", "x_0_1.wav\t0\t1\tdog\n", "x_0.000_1.000");
        add("too long", "testing_set.csv", "x,0,100,dog,/m/0\n", "lasts 100 s");
    }
    void aFailedImportChangesNothing() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, says);
        const Folder folder;
        const fs::path lists = smallDcaseLists(folder);
        folder.write("lists/" + name.toStdString(), content.toStdString());
        Result<Project> project = Project::create(folder.path("p.tagscope"), classesWithMids());
        QVERIFY_OK(project);
        const Result<ImportReport> report = importDcase2017(*project, {{lists}, {}, 4, 1});
        QVERIFY(!report);
        QVERIFY2(report.error().what().find(says.toStdString()) != std::string::npos, report.error().what().c_str());
        QVERIFY(project->clips()->empty());
        QVERIFY(!project->setting("import.dcase2017").value());
    }

    void aCancelledImportChangesNothing() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), classesWithMids());
        QVERIFY_OK(project);
        std::stop_source stop;
        double last = 0.0;
        const Progress stopAtTheEnd = [&](double fraction, std::string_view) {
            QVERIFY(fraction >= last);
            last = fraction;
            if (fraction > 0.6)
                stop.request_stop();
        };
        const Result<ImportReport> report =
            importDcase2017(*project, {{smallDcaseLists(folder)}, {}, 4, 1}, stopAtTheEnd, stop.get_token());
        QVERIFY(!report && report.error().isCancelled());
        QVERIFY(last > 0.6);
        QVERIFY(project->clips()->empty());
    }

    void saysWhereClassCountsDiffer() {
        const Folder folder;
        const fs::path lists = smallDcaseLists(folder);
        folder.write("lists/training_set_num_files_per_class.csv", "dog,8\r\nrain,9\r\n");
        Result<Project> project = Project::create(folder.path("p.tagscope"), classesWithMids());
        const Result<ImportReport> report = importDcase2017(*project, {{lists}, {}, 0, 1});
        QVERIFY2(report, test::whatOf(report).c_str());
        QCOMPARE(report->notes.size(), std::size_t{1});
        QVERIFY(englishText(report->notes.front()).find("9 clips of rain") != std::string::npos);
    }

    void drawsInBalance() {
        // Event 0 on 500 clips, 1 on 40, 2 on 5 alone; some carry two.
        BinaryTable labels(540, 3);
        for (std::size_t clip = 0; clip < 540; ++clip) {
            labels(clip, 0) = clip < 500 ? 1 : 0;
            labels(clip, 1) = clip >= 490 && clip < 530 ? 1 : 0;
            labels(clip, 2) = clip >= 530 && clip < 535 ? 1 : 0;
        }
        const auto drawn = drawBalanced(labels, 40, 1);
        QVERIFY_OK(drawn);
        QCOMPARE(drawn->size(), std::size_t{40});
        QVERIFY(std::ranges::is_sorted(*drawn));
        QVERIFY(std::ranges::adjacent_find(*drawn) == drawn->end());
        std::size_t counts[3] = {};
        for (const std::size_t clip : *drawn)
            for (std::size_t k = 0; k < 3; ++k)
                counts[k] += labels(clip, k);
        QCOMPARE(counts[2], std::size_t{5}); // all there are
        QVERIFY(counts[0] + 5 >= counts[1] && counts[1] + 5 >= counts[0]);
        QVERIFY(*drawBalanced(labels, 40, 1) == *drawn);
        QVERIFY(*drawBalanced(labels, 40, 2) != *drawn);
        QCOMPARE(drawBalanced(labels, 539, 1)->size(), std::size_t{539});
        QVERIFY(drawBalanced(labels, 0, 1)->empty());
        QVERIFY(!drawBalanced(labels, 540, 1));
        QVERIFY(drawBalanced(BinaryTable(0, 3), 0, 1)->empty());
    }

    void theDrawIsTheSameEverywhere() {
        BinaryTable labels(20, 2);
        for (std::size_t clip = 0; clip < 20; ++clip)
            labels(clip, clip % 2) = 1;
        const auto drawn = drawBalanced(labels, 6, 42);
        QVERIFY_OK(drawn);
        std::string text;
        for (const std::size_t clip : *drawn)
            text += std::to_string(clip) + " ";
        // Worked out apart, by the description in the header.
        QCOMPARE(text, std::string("1 2 7 11 14 16 "));
    }

    void importsTheRealLists() {
        TAGSCOPE_REQUIRE_SHARED(lists, "dcase2017");
        const Folder folder;
        const auto classes = readEventClasses(*resourceFile("classes/dcase2017-task4.tsv"));
        QVERIFY_OK(classes);
        Result<Project> project = Project::create(folder.path("p.tagscope"), *classes);
        QVERIFY_OK(project);
        const Result<ImportReport> report = importDcase2017(*project, {{lists}, {}, kPaperValidationClips, 1});
        QVERIFY2(report, test::whatOf(report).c_str());
        QVERIFY2(report->notes.empty(), "counts of *_num_files_per_class.csv");
        const Result<ProjectSummary> summary = summaryOf(*project);
        QVERIFY_OK(summary);
        std::map<std::string, SplitSummary> splits;
        for (const SplitSummary &split : summary->splits)
            splits[split.split] = split;
        QCOMPARE(splits["training"].clips, std::size_t{51172 - 1142});
        QCOMPARE(splits["validation"].clips, std::size_t{1142});
        QCOMPARE(splits["training"].labelCount() + splits["validation"].labelCount(), std::size_t{56131});
        QCOMPARE(splits["test"].clips, std::size_t{488});
        QCOMPARE(splits["test"].labelCount(), std::size_t{606});
        QCOMPARE(splits["test"].inaudiblePairs, std::size_t{35});
        QCOMPARE(splits["test"].inaudibleClips, std::size_t{34});
        QCOMPARE(splits["evaluation"].clips, std::size_t{1103});
        QCOMPARE(splits["evaluation"].labelCount(), std::size_t{1350});
        QCOMPARE(splits["evaluation"].inaudiblePairs, std::size_t{150});
        QCOMPARE(splits["evaluation"].inaudibleClips, std::size_t{147});
        const auto bicycle = *eventNamed(project->classes(), "Bicycle");
        QCOMPARE(splits["evaluation"].inaudible[bicycle], std::size_t{21});
        QCOMPARE(splits["evaluation"].labels[bicycle], std::size_t{59});
        const auto [least, most] = std::ranges::minmax(splits["validation"].labels);
        QVERIFY2(least >= 80 && most <= 95, "validation is balanced over the events");
    }
};

TAGSCOPE_PLAIN_TEST(TestImport)
#include "tst_import.moc"
