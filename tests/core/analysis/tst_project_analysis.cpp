// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/model_registry.h"
#include "core/analysis/model_registry_file.h"
#include "core/analysis/project_analysis.h"
#include "core/analysis/project_models.h"
#include "core/analysis/settings_json.h"
#include "core/analysis/video_shards.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace tagscope;
using test::MadeMedia;
namespace fs = std::filesystem;

namespace {

const std::vector<EventClass> kProjectEvents{{"Train", "", {"train"}, 0.5, 0.5}, {"Bus", "", {"bus"}, 0.5, 0.5}};

Project makeProject(const fs::path &file) {
    return Project::create(file, kProjectEvents, Seconds(2)).value();
}

// Registers a network with random weights, as a demo model where asked.
void registerSeeded(ModelKind kind, const fs::path &directory, std::uint64_t seed, bool isDemo) {
    const fs::path file = directory.parent_path() / "made.safetensors";
    QVERIFY(createSeeded(kind, file, seed, {"Train", "Bus"}));
    QVERIFY_OK(importModel(kind, file, directory));
    if (!isDemo)
        return;
    std::vector<RegisteredModel> models = readModelRegistry(directory).value();
    const auto model = std::ranges::find(models, kind, &RegisteredModel::kind);
    model->metadata = {{std::string(kDemoKey), "made by Tagscope for its demo project, of drawn pictures"}};
    QVERIFY_OK(writeModelRegistry(directory, models));
}

bool isMentioned(const std::vector<Message> &notes, std::string_view part) {
    return std::ranges::any_of(notes,
                               [&](const Message &note) { return englishText(note).find(part) != std::string::npos; });
}

std::vector<ClipId> idsOf(const std::vector<Clip> &clips) {
    std::vector<ClipId> ids;
    for (const Clip &clip : clips)
        ids.push_back(clip.id);
    return ids;
}

} // namespace

class TestProjectAnalysis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void demoModelsStandInKindByKind() {
        const QTemporaryDir root;
        const fs::path own = fs::path(root.path().toStdString()) / "own";
        const fs::path shipped = fs::path(root.path().toStdString()) / "shipped";
        registerSeeded(ModelKind::AlexNet, shipped, 1, true);
        registerSeeded(ModelKind::Crnn, shipped, 1, true);
        registerSeeded(ModelKind::AlexNet, own, 2, false);
        const Models models = loadModels(own, shipped).value();
        QVERIFY(models.tagger.value && models.tagger.label.ends_with(", demo"));
        QVERIFY(models.alexNet.value && models.alexNet.label.ends_with(", untrained"));
        QVERIFY(isMentioned(models.notes, "Demo models in use: CRNN,"));
        QVERIFY(!models.inceptionV4.value && !models.inceptionV4.whyAbsent.empty());
        const Models ownAlone = loadModels(own).value();
        QVERIFY(!ownAlone.tagger.value && !isMentioned(ownAlone.notes, "emo model"));
        const Models demoAlone = loadModels(own / "none", shipped).value();
        QVERIFY(isMentioned(demoAlone.notes, "CRNN and AlexNet"));

        const Result<Models> missing = loadModels(own, shipped / "gone");
        QVERIFY(!missing && missing.error().what().find("gone") != std::string::npos);
    }

    void aProjectMayUseItsRun() {
        const QTemporaryDir root;
        const fs::path directory = root.path().toStdString();
        Project project = makeProject(directory / "p.tagscope");
        const fs::path models = directory / "models";
        registerSeeded(ModelKind::Crnn, models, 1, false);
        QVERIFY(loadModelsFor(project, models).value().tagger.label.starts_with("made.safetensors"));
        QVERIFY(project.setSetting("models", "{\"run\": \"first\"}"));
        const Models without = loadModelsFor(project, models).value();
        QVERIFY(!without.tagger.value && englishText(without.tagger.whyAbsent).find("first") != std::string::npos);
        QVERIFY(without.notes.empty()); // nothing of the registered one, which is not used
        fs::create_directories(project.runDirectory("first").value());
        QVERIFY(createSeeded(ModelKind::Crnn, project.runDirectory("first").value() / "best.safetensors", 3,
                             {"Train", "Bus"}));
        const Models with = loadModelsFor(project, models).value();
        QVERIFY(with.tagger.value && with.tagger.label.starts_with("run first ("));
        for (const char *bad : {"[1]", "{\"run\": 5}", "{\"demo\": \"yes\"}"}) {
            QVERIFY(project.setSetting("models", bad));
            QVERIFY(!loadModelsFor(project, models));
        }
        QVERIFY(project.setSetting("models", "{\"run\": \"../first\"}"));
        QVERIFY(!loadModelsFor(project, models).value().tagger.value);
    }

    void settingsOfAProject() {
        const QTemporaryDir root;
        Project project = makeProject(fs::path(root.path().toStdString()) / "p.tagscope");
        AnalysisSettings settings = projectSettings(project).value();
        QCOMPARE(settings.clipDuration.count(), 2.0);
        QVERIFY(settings.events == kProjectEvents);
        settings.picturesPerSecond = 3.0;
        QVERIFY(project.setSetting("analysis", settingsToJson(settings)));
        QVERIFY(projectSettings(project).value() == settings);
        settings.events[0].name = "Tram";
        QVERIFY(project.setSetting("analysis", settingsToJson(settings)));
        QVERIFY(!projectSettings(project));
        settings.events[0].name = "Train";
        settings.clipDuration = Seconds(10);
        QVERIFY(project.setSetting("analysis", settingsToJson(settings)));
        QVERIFY(!projectSettings(project));
    }

    void withoutModelsThereIsNothingToDo() {
        const QTemporaryDir root;
        Project project = makeProject(fs::path(root.path().toStdString()) / "p.tagscope");
        auto models = std::make_shared<Models>();
        models->inceptionV4.whyAbsent = "No Inception-v4 here.";
        const Analyzer analyzer(models, projectSettings(project).value(), {}, Branches::Video);
        const Result<ProjectAnalysis> done = analyseProject(project, analyzer, {}, 1);
        QVERIFY(!done && done.error().what().find("No Inception-v4 here.") != std::string::npos);
    }

    void clipsAreScoredOnce() {
        TAGSCOPE_REQUIRE_FFMPEG();
        TAGSCOPE_REQUIRE_SHARED(inception, "inception_v4/inception_v4_timm_fp16.safetensors");
        TAGSCOPE_REQUIRE_SHARED(glove, "glove/glove.6B.300d.subset.txt");
        const QTemporaryDir root;
        const fs::path directory = root.path().toStdString();
        const fs::path models = directory / "models";
        registerSeeded(ModelKind::AlexNet, models, 1, false);
        QVERIFY_OK(importModel(ModelKind::InceptionV4, inception, models));
        QVERIFY_OK(importModel(ModelKind::WordVectors, glove, models));
        const auto loaded = std::make_shared<const Models>(loadModels(models).value());

        Project project = makeProject(directory / "p.tagscope");
        const fs::path film = made_.make("film.mp4", "-f lavfi -i testsrc2=s=96x64:r=25:d=5");
        const std::vector<NewClip> named{
            {"a", film, Seconds(0), Seconds(2), "test"},
            {"gone", directory / "gone.mp4", Seconds(0), Seconds(2), "test"},
            {"b", film, Seconds(2.5), Seconds(2), "test"},
            {"sound", made_.make("sound.wav", "-f lavfi -i sine=d=2"), Seconds(0), Seconds(2), "test"},
            {"text", made_.write("text.mp4", "not a film\n"), Seconds(0), Seconds(2), "test"}};
        QVERIFY_OK(project.addClips(named));
        const std::vector<Clip> clips = project.clips().value();
        AnalysisSettings settings = projectSettings(project).value();
        settings.picturesPerSecond = 1.0;
        const Analyzer analyzer(loaded, settings, project.cacheDirectory(), Branches::Video);

        int received = 0;
        double last = 0.0;
        const ProjectAnalysis first =
            analyseProject(
                project, analyzer, clips, 2, [&](const Clip &, const ClipAnalysis &) { ++received; },
                [&](double fraction, std::string_view) {
                    QVERIFY(fraction >= last);
                    last = fraction;
                })
                .value();
        QCOMPARE(first.clips, 5U);
        QCOMPARE(first.analysed, 2U);
        QCOMPARE(first.missing, 1U);
        QCOMPARE(first.withoutPictures, 1U);
        QCOMPARE(first.failures.size(), 1U);
        QCOMPARE(first.failures[0].clip, std::string("text"));
        QCOMPARE(received, 3);
        QVERIFY(last > 0.7);
        const ScoresOfClips scores = project.scores(videoScores(), idsOf(clips)).value();
        QVERIFY((scores.hasScore == std::vector<std::uint8_t>{1, 0, 1, 0, 0}));
        const ClipAnalysis direct = analyzer.analyseClip(film, Seconds(2.5), Seconds(2)).value();
        QVERIFY(std::ranges::equal(scores.scores.row(2), direct.video->probabilities));

        const ProjectAnalysis again = analyseProject(project, analyzer, clips, 1).value();
        QCOMPARE(again.skipped, 2U);
        QCOMPARE(again.analysed, 0U);

        // Shards leave the same scores in files beside a project that they only read.
        QVERIFY_OK(project.removeScores(videoScores()));
        {
            const Project readOnly = Project::open(project.file(), Project::Access::ReadOnly).value();
            for (const int index : {1, 2})
                QVERIFY(analyseShard(readOnly, analyzer, clips, {index, 2}, 1));
            QCOMPARE(analyseShard(readOnly, analyzer, clips, {1, 2}, 1).value().skipped, 2U);
            QVERIFY(!analyseShard(readOnly, analyzer, clips, {3, 2}, 1));
        }
        QVERIFY(std::ranges::count(project.scores(videoScores(), idsOf(clips)).value().hasScore, 1) == 0);
        const fs::path shard = videoShardDirectory(project) / packName({1, 2});
        const MergedScores merged = mergeVideoScores(project).value();
        QCOMPARE(merged.files, 2U);
        QCOMPARE(merged.clips, 2U);
        QCOMPARE(merged.missing, 1U);
        QCOMPARE(merged.withoutPictures, 1U);
        QCOMPARE(merged.failures.size(), 1U);
        QVERIFY(project.scores(videoScores(), idsOf(clips)).value().scores == scores.scores);
        QCOMPARE(collectVideoScores(project, "another recipe").value().others.size(), 2U);

        // Other settings: the scores are made anew.
        settings.mapping.cutOff = 0.1;
        const Analyzer other(loaded, settings, project.cacheDirectory(), Branches::Video);
        QVERIFY(videoRecipe(other) != videoRecipe(analyzer));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(analyseProject(project, other, clips, 1, {}, {}, stop.get_token()).error().isCancelled());
        QVERIFY(std::ranges::count(project.scores(videoScores(), idsOf(clips)).value().hasScore, 1) == 0);
        QCOMPARE(analyseProject(project, other, clips, 1).value().analysed, 2U);

        fs::resize_file(shard, fs::file_size(shard) - 1);
        QVERIFY_FAILS(mergeVideoScores(project), Error::Kind::Malformed, "cut off");
        fs::remove(shard);
        QVERIFY_FAILS(mergeVideoScores(project), Error::Kind::Inconsistent, "1 of 2 parts are missing");
    }

private:
    MadeMedia made_;
};

TAGSCOPE_CORE_TEST(TestProjectAnalysis)
#include "tst_project_analysis.moc"
