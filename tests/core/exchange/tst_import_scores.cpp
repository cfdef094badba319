// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exact_scores.h"
#include "core/exchange/export.h"
#include "core/exchange/export_scores.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/stored_activations.h"
#include "core/formats/csv_cells.h"
#include "core/project/branch_choice.h"
#include "core/project/clip_ids.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <cmath>
#include <fstream>
#include <limits>
#include <random>

using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

// Names that files cannot hold as they are, twins in folders, and the parts of a recording.
std::vector<NewClip> awkwardClips() {
    std::vector<NewClip> clips;
    for (const char *name : {"-5QrBL6MzLg_60.000_70.000", "north/c01", "south/c01", "a b",
                             "\xc3\xbc"
                             "ber.v2",
                             "Yx_0.000_10.000"})
        clips.push_back({name, {}, Seconds(0), Seconds(10), "test"});
    return clips;
}

double uniform(std::mt19937 &random) {
    return static_cast<double>(random()) / 4294967296.0;
}

// Also the smallest, those next to 1, and those that single precision cannot tell apart.
double awkwardProbability(std::mt19937 &random) {
    switch (random() % 6) {
    case 0:
        return std::pow(uniform(random), 200.0);
    case 1:
        return std::nextafter(1.0, 0.0);
    case 2:
        return 0.5 + 1e-12 * uniform(random);
    case 3:
        return static_cast<double>(random() % 2);
    case 4:
        return std::numeric_limits<double>::denorm_min();
    default:
        return uniform(random) / 3.0;
    }
}

Project projectAt(const Folder &folder, std::string_view name) {
    Project project = std::move(
        *Project::create(folder.path(name), {{"Car", "/m/0k4j", {}}, {"Bus", "/m/01bjv", {}}, {"Train", "", {}}}));
    const std::vector<NewClip> clips = awkwardClips();
    [[maybe_unused]] const auto added = project.addClips(clips);
    return project;
}

fs::path written(const Folder &folder, std::string_view name, const std::string &content) {
    const fs::path file = folder.path(name);
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

ScoreImport importOf(std::vector<fs::path> files, std::string name = "theirs") {
    ScoreImport request;
    request.files = std::move(files);
    request.name = std::move(name);
    return request;
}

ScoresOfClips scoresIn(const Project &project, const std::string &name, Branch branch = Branch::Audio) {
    const std::vector<Clip> clips = project.clips().value();
    return project.scores({branch, name}, idsOf(clips)).value();
}

std::vector<fs::path> filesIn(const fs::path &directory, std::string_view suffix) {
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(directory))
        if (entry.path().extension() == suffix)
            files.push_back(entry.path());
    return files;
}

} // namespace

class TestImportScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTableOfIdsAndASubsetIsASource() {
        const Folder folder;
        Project project = projectAt(folder, "p.tagscope");
        const fs::path table =
            written(folder, "t.csv", "clip,/m/01bjv,car,Horse\nsouth/c01.wav,1e-300,0.5,0.9\na b,0.25,0.75,0.1\n");
        const ScoreImportReport report = importScores(project, importOf({table})).value();
        QCOMPARE(report.clips, std::size_t{2});
        QCOMPARE(report.missing.size(), std::size_t{4});
        QCOMPARE(report.absentEvents, std::vector<std::string>{"Train"});
        QCOMPARE(report.otherClasses, std::vector<std::string>{"Horse"});
        QVERIFY(!report.hasFailed());
        const ScoresOfClips scores = scoresIn(project, "theirs");
        QCOMPARE(scores.hasScore, (std::vector<std::uint8_t>{0, 0, 1, 1, 0, 0}));
        QVERIFY(scores.scores(2, 0) == 0.5F && scores.scores(2, 1) > 0.0F && scores.scores(2, 1) < 1e-40F);
        QVERIFY(scores.scores(3, 0) == 0.75F && scores.scores(3, 1) == 0.25F && scores.scores(3, 2) == 0.0F);
        QVERIFY(project.setting(originSetting({Branch::Audio, "theirs"})).value()->find("t.csv") != std::string::npos);
    }

    // A clip twice, one that is unknown, a name that fits two: each is left out with its reason, the rest is there.
    void aSourceIsChosenWithItsScores() {
        const Folder folder;
        Project project = projectAt(folder, "p.tagscope");
        ScoreImport import = importOf({written(folder, "t.csv", "clip,car\na b,0.25\n")});
        import.isUsed = true;
        QVERIFY_OK(importScores(project, import));
        const std::optional<std::string> chosen = project.setting(kBranchSetting).value();
        QVERIFY(chosen && branchChoiceIn(*chosen).audio == import.name);
    }

    void rowsThatCannotBeAreLeftOut() {
        const Folder folder;
        Project project = projectAt(folder, "p.tagscope");
        const fs::path table = written(folder, "t.csv", "clip,Car\na b,0.5\na b,0.6\nc01,0.5\nnone,0.5\n");
        const ScoreImportReport report = importScores(project, importOf({table})).value();
        QVERIFY(report.clips == 1 && report.hasFailed());
        const std::vector<LeftOutRow> &out = report.files.front().leftOut;
        QCOMPARE(out.size(), std::size_t{3});
        QVERIFY(englishText(out[0].reason).find("before") != std::string::npos && out[0].line == 3);
        QVERIFY(englishText(out[1].reason).find("north/c01") != std::string::npos);
        QVERIFY(englishText(out[2].reason).find("none") != std::string::npos);
    }

    void namesAndClassesAreChecked() {
        const Folder folder;
        Project project = projectAt(folder, "p.tagscope");
        const std::vector<Clip> clips = project.clips().value();
        QVERIFY(project.storeScores({Branch::Audio, "analysis"}, std::vector<ClipScore>{{clips[0].id, {0, 0, 0}}}));
        const fs::path table = written(folder, "t.csv", "clip,Car\na b,0.5\n");
        QVERIFY_FAILS(importScores(project, importOf({table}, "")), Error::Kind::Inconsistent, "name");
        QVERIFY_FAILS(importScores(project, importOf({table}, "analysis")), Error::Kind::Inconsistent, "another name");
        QVERIFY_FAILS(importScores(project, importOf({table}, "a/b")), Error::Kind::Inconsistent, "");
        const fs::path other = written(folder, "o.csv", "clip,Horse\na b,0.5\n");
        QVERIFY_FAILS(importScores(project, importOf({other})), Error::Kind::Inconsistent, "Horse");
        const fs::path both = written(folder, "b.csv", "clip,Car,/m/0k4j\na b,0.5,0.75\n");
        QVERIFY_FAILS(importScores(project, importOf({both})), Error::Kind::Inconsistent, "/m/0k4j");
        // By hand an event may have the largest of several classes.
        ScoreImport mapped = importOf({both});
        mapped.classes = {{"car", "Car"}};
        QVERIFY_OK(importScores(project, mapped));
        QCOMPARE(scoresIn(project, "theirs").scores(3, 0), 0.75F);
        QCOMPARE(project.scoreSources()->size(), std::size_t{2});
        QVERIFY_FAILS(chooseBranches(project, "nobody", {}), Error::Kind::Inconsistent, "nobody");
        QVERIFY(chooseBranches(project, "theirs", {}));
        QCOMPARE(branchChoiceIn(project.setting(kBranchSetting)->value()).audio, std::string("theirs"));
    }

    // What is exported comes back as it was: random scores, names with folders, twins, blanks and umlauts.
    void exportedScoresComeBack_data() {
        QTest::addColumn<QString>("format");
        for (const char *format : {"csv", "npy", "jams"})
            QTest::newRow(format) << format;
    }
    void exportedScoresComeBack() {
        QFETCH(QString, format);
        const Folder folder;
        Project project = projectAt(folder, "p.tagscope");
        std::mt19937 random(7);
        std::vector<ClipScore> scores;
        const std::vector<Clip> clips = project.clips().value();
        for (const Clip &clip : clips)
            if (clip.name != "a b")
                scores.push_back(
                    {clip.id, {static_cast<float>(uniform(random)), 1e-42F, uniform(random) < 0.5 ? 0.0F : 1.0F}});
        QVERIFY_OK(project.storeScores({Branch::Video, "seen"}, scores));
        ExportRequest request;
        request.content = ExportContent::Scores;
        request.format = format.toStdString();
        request.scores = ScoreKind::Video;
        request.source = "seen";
        const fs::path target = folder.path("out" + request.format);
        const ExportOutcome outcome = exportFrom(project, request, target).value();
        QCOMPARE(outcome.clips, std::size_t{5});
        QCOMPARE(outcome.without, std::vector<std::string>{"a b"});
        Project again = projectAt(folder, "q.tagscope");
        ScoreImport import = importOf(format == QLatin1String("csv")   ? std::vector{target}
                                      : format == QLatin1String("npy") ? std::vector{target / "scores.npy"}
                                                                       : filesIn(target, ".jams"));
        import.branch = Branch::Video;
        const ScoreImportReport report = importScores(again, import).value();
        QVERIFY(report.clips == 5 && !report.hasFailed() && report.notes.empty());
        const ScoresOfClips before = scoresIn(project, "seen", Branch::Video);
        const ScoresOfClips after = scoresIn(again, "theirs", Branch::Video);
        QCOMPARE(after.hasScore, before.hasScore);
        QVERIFY(after.scores == before.scores);
    }

    // Doubles too, to the last bit, though everything reckons with single precision.
    void exportedDoublesComeBack_data() { exportedScoresComeBack_data(); }
    void exportedDoublesComeBack() {
        QFETCH(QString, format);
        const Folder folder;
        std::mt19937 random(13);
        for (int round = 0; round < 15; ++round) {
            Project project = projectAt(folder, "p" + std::to_string(round) + ".tagscope");
            ExactScores given{namesOf(project.classes()), {}, {}};
            std::string table = "clip,Car,Bus,Train\n";
            const std::vector<Clip> clips = project.clips().value();
            for (const Clip &clip : clips) {
                given.clips.push_back(clip.id);
                table += "\"" + clip.name + "\"";
                for (int k = 0; k < 3; ++k) {
                    given.values.push_back(awkwardProbability(random));
                    table += "," + shortestNumber(given.values.back());
                }
                table += "\n";
            }
            QVERIFY_OK(importScores(project, importOf({written(folder, "t.csv", table)})));
            ExportRequest request;
            request.content = ExportContent::Scores;
            request.format = format.toStdString();
            request.source = "theirs";
            const fs::path target = folder.path("out" + std::to_string(round) + request.format);
            QVERIFY_OK(exportFrom(project, request, target));
            Project again = projectAt(folder, "q" + std::to_string(round) + ".tagscope");
            QVERIFY_OK(
                importScores(again, importOf(format == QLatin1String("csv")   ? std::vector{target}
                                             : format == QLatin1String("npy") ? std::vector{target / "scores.npy"}
                                                                              : filesIn(target, ".jams"))));
            const ExactScores back = exactScores(again, {Branch::Audio, "theirs"}).value();
            QCOMPARE(back.clips, given.clips);
            QVERIFY(back.values == given.values);
        }
    }

    // What is scored anew is not answered with what was kept; what single precision holds is kept once.
    void exactScoresDoNotOutliveTheirSource() {
        const Folder folder;
        Project project = projectAt(folder, "p.tagscope");
        const ScoreSource source{Branch::Audio, "theirs"};
        QVERIFY_OK(importScores(project, importOf({written(folder, "t.csv",
                                                           "clip,Car\na b,1e-300\n\xc3\xbc"
                                                           "ber.v2,0.1\n")})));
        const std::vector<Clip> clips = project.clips().value();
        const std::vector<double> before = scoresOfSource(project, source, clips).value().exact;
        QCOMPARE(before, (std::vector<double>{1e-300, 0, 0, 0.1, 0, 0}));
        QVERIFY_OK(project.storeScores(source, std::vector<ClipScore>{{clips[3].id, {0.5F, 0, 0}}}));
        QCOMPARE(scoresOfSource(project, source, clips).value().exact, (std::vector<double>{0.5, 0, 0, 0.1, 0, 0}));
        QVERIFY_OK(importScores(project, importOf({written(folder, "u.csv", "clip,Car\na b,0.5\n")})));
        QVERIFY(scoresOfSource(project, source, clips).value().exact.empty());
        QVERIFY_OK(project.setSetting("exact.audio.theirs", R"({"events":["Car"],"clips":[1],"float64":"AAAA"})"));
        QVERIFY_FAILS(scoresOfSource(project, source, clips), Error::Kind::Malformed, "theirs");
    }

    // A table of which every name fits two clips says which, and stores nothing.
    void namesThatFitTwoClipsStoreNothing() {
        const Folder folder;
        Project project = projectAt(folder, "p.tagscope");
        const fs::path table = written(folder, "t.csv", "clip,Car\nc01.wav,0.5\n");
        const ScoreImportReport report = importScores(project, importOf({table})).value();
        QVERIFY(report.clips == 0 && report.hasFailed());
        const std::string why = englishText(report.files.front().leftOut.front().reason);
        QVERIFY2(why.find("north/c01") != std::string::npos && why.find("south/c01") != std::string::npos, why.c_str());
        QVERIFY(project.scoreSources().value().empty());
        const fs::path array = written(folder, "one.jams", "");
        QVERIFY(!importScores(project, importOf({array})).has_value());
        QVERIFY(project.scoreSources().value().empty());
    }

    void exportedActivationsComeBack_data() {
        QTest::addColumn<QString>("format");
        for (const char *format : {"sed_scores_eval", "npy", "jams"})
            QTest::newRow(format) << format;
    }
    void exportedActivationsComeBack() {
        QFETCH(QString, format);
        const Folder folder;
        Project project = projectAt(folder, "p.tagscope");
        // Steps of 0.48 s from 0.1 s on, of another number in each clip.
        std::mt19937 random(11);
        std::vector<fs::path> files;
        const std::vector<std::string> names{"-5QrBL6MzLg_60.000_70.000", "a b", "Yx_0.000_10.000"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            std::string text = "onset\toffset\t/m/0k4j\tBus\tTrain\n";
            for (std::size_t step = 0; step < 20 - i; ++step) {
                const auto bound = [](std::size_t at) { return std::to_string(0.1 + 0.48 * static_cast<double>(at)); };
                text += bound(step) + "\t" + bound(step + 1);
                for (int k = 0; k < 3; ++k)
                    text += "\t" + std::to_string(uniform(random));
                text += "\n";
            }
            files.push_back(written(folder, "in/" + names[i] + ".tsv", text));
        }
        const ScoreImportReport first = importActivations(project, importOf({folder.path("in")})).value();
        QVERIFY(first.clips == 3 && first.missing.size() == 3 && !first.hasFailed());
        const auto stored = StoredActivations::open(project.runDirectory("theirs").value());
        QVERIFY_OK(stored);
        ExportRequest request;
        request.content = ExportContent::Activations;
        request.format = format.toStdString();
        request.activations = ActivationSource{[&stored](const std::string &clip) { return stored->of(clip); }};
        QVERIFY_OK(exportFrom(project, request, folder.path("out")));
        Project again = projectAt(folder, "q.tagscope");
        const ScoreImportReport report = importActivations(again, importOf({folder.path("out")})).value();
        QVERIFY(report.clips == 3 && !report.hasFailed());
        const auto back = StoredActivations::open(again.runDirectory("theirs").value());
        QVERIFY_OK(back);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const ClipActivations before = stored->of(names[i])->value();
            const ClipActivations after = back->of(names[i])->value();
            QCOMPARE(before.values.rows, 20 - i);
            QVERIFY(before.values == after.values);
            QVERIFY(std::abs(before.hop.count() - 0.48) < 1e-6 && std::abs(before.first.count() - 0.1) < 1e-6);
            QVERIFY(std::abs(after.hop.count() - 0.48) < 1e-6 && std::abs(after.first.count() - 0.1) < 1e-6);
        }
        QVERIFY(!back->of("north/c01")->has_value());
        QVERIFY(scoresIn(again, "theirs").scores == scoresIn(project, "theirs").scores);
    }

    void activationsArePooledAsAsked() {
        const Folder folder;
        Project project = projectAt(folder, "p.tagscope");
        const fs::path file = written(folder, "a b.tsv", "onset\toffset\tCar\n0\t0.5\t0.2\n0.5\t1\t0.6\n");
        ScoreImport request = importOf({file});
        QVERIFY_OK(importActivations(project, request));
        QCOMPARE(scoresIn(project, "theirs").scores(3, 0), 0.6F);
        request.pooling = ScorePooling::Mean;
        QVERIFY_OK(importActivations(project, request));
        QCOMPARE(scoresIn(project, "theirs").scores(3, 0), 0.4F);
        const fs::path uneven =
            written(folder, "u/a b.tsv", "onset\toffset\tCar\n0\t0.5\t0.2\n0.5\t1.5\t0.6\n1.5\t2\t0\n");
        QVERIFY_FAILS(importActivations(project, importOf({uneven})), Error::Kind::Unsupported, "equally long");
        QCOMPARE(scoresIn(project, "theirs").scores(3, 0), 0.4F); // nothing was stored by half
    }

    // A table beside a recording is about all of its clips: the surest of what overlaps each, and 0 for the rest.
    void detectionsBecomeTheScoresOfClips() {
        const Folder folder;
        Project project = std::move(*Project::create(folder.path("p.tagscope"), {{"Robin", "", {}}, {"Wren", "", {}}}));
        const fs::path media = folder.path("night.wav");
        QVERIFY_OK(
            project.addClips(std::vector<NewClip>{{"night_0.000_10.000", media, Seconds(0), Seconds(10), "test"},
                                                  {"night_10.000_20.000", media, Seconds(10), Seconds(10), "test"},
                                                  {"night_20.000_30.000", media, Seconds(20), Seconds(10), "test"},
                                                  {"other", {}, Seconds(0), Seconds(10), "test"}}));
        const std::string head = "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tCommon Name\tConfidence\n";
        const fs::path raven = written(folder, "night.BirdNET.selection.table.txt",
                                       head + "1\tSpectrogram 1\t1\t0\t3\tRobin\t0.25\n"
                                              "2\tSpectrogram 1\t1\t3\t6\tRobin\t0.75\n"
                                              "3\tSpectrogram 1\t1\t9\t12\tWren\t0.5\n"
                                              "4\tSpectrogram 1\t1\t12\t15\tBlackbird\t0.9\n"
                                              "5\tSpectrogram 1\t1\t15\t18\tRobin\t\n");
        const ScoreImportReport report = importDetections(project, importOf({raven})).value();
        QCOMPARE(report.clips, std::size_t{3});
        QCOMPARE(report.missing, std::vector<std::string>{"other"});
        QCOMPARE(report.otherClasses, std::vector<std::string>{"Blackbird"});
        QVERIFY(report.hasFailed()); // a row without a confidence
        QVERIFY(englishText(report.files.front().leftOut.back().reason).find("confidence") != std::string::npos);
        const ScoresOfClips scores = scoresIn(project, "theirs");
        QCOMPARE(scores.hasScore, (std::vector<std::uint8_t>{1, 1, 1, 0}));
        const auto row = [&scores](std::size_t clip) {
            return std::pair(scores.scores(clip, 0), scores.scores(clip, 1));
        };
        QVERIFY(row(0) == std::pair(0.75F, 0.5F) && row(1) == std::pair(0.0F, 0.5F) && row(2) == std::pair(0.0F, 0.0F));
        QVERIFY(project.markedRegions().value().empty());

        // One CSV about several recordings; two labels of one stretch that mean one event: the surer counts.
        const fs::path csv = written(folder, "results.csv",
                                     "Start (s),End (s),Scientific name,Common name,Confidence,File\n"
                                     "0.0,3.0,Erithacus rubecula,Robin,0.25,other.wav\n"
                                     "0.0,3.0,Turdus merula,Blackbird,0.5,other.wav\n");
        ScoreImport mapped = importOf({csv});
        mapped.classes = {{"blackbird", "Robin"}};
        const ScoreImportReport second = importDetections(project, mapped).value();
        QVERIFY(second.clips == 1 && !second.hasFailed());
        QCOMPARE(second.absentEvents, std::vector<std::string>{"Wren"});
        QCOMPARE(scoresIn(project, "theirs").scores(3, 0), 0.5F);

        const fs::path foreign = written(folder, "other.csv", "start,end,label,confidence\n0,1,Owl,0.5\n");
        QVERIFY_FAILS(importDetections(project, importOf({foreign})), Error::Kind::Inconsistent, "Owl");
        QCOMPARE(scoresIn(project, "theirs").scores(3, 0), 0.5F);
        // Nothing at all was heard in a clip, which is a score.
        const fs::path quiet = written(folder, "other.selections.txt", head);
        QVERIFY_OK(importDetections(project, importOf({quiet})));
        QCOMPARE(scoresIn(project, "theirs").hasScore, (std::vector<std::uint8_t>{0, 0, 0, 1}));
    }
};

TAGSCOPE_CORE_TEST(TestImportScores)
#include "tst_import_scores.moc"
