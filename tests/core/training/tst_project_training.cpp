// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn.h"
#include "core/training/feature_store.h"
#include "core/training/prediction.h"
#include "core/training/project_training.h"
#include "core/training/recipes.h"
#include "tests/core/training/stored_features.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace tagscope;
using test::whatOf;

namespace {

namespace fs = std::filesystem;

TrainingSettings tinySettings() {
    TrainingSettings settings;
    settings.batchSize = 8;
    settings.epochs = 6;
    settings.clipping = GradientClipping::None;
    settings.channels = {4, 4, 6};
    settings.gruUnits = 6;
    settings.dropout = 0.0;
    settings.device = "cpu";
    return settings;
}

TrainingRun rowOf(const Project &project, const std::string &run) {
    return runNamed(project, run).value().value_or(TrainingRun());
}

// Says of all clips for training that hear a dog or rain that it is the other.
Result<void> judgeTheOtherWay(Project &project) {
    const Result<std::vector<Clip>> clips = project.clips("training");
    if (!clips)
        return tl::unexpected(clips.error());
    std::vector<Verdict> verdicts;
    for (const Clip &clip : *clips) {
        const bool isDog = clip.name.starts_with("dog ");
        if (!isDog && !clip.name.starts_with("rain "))
            continue;
        for (const int event : {0, 1})
            verdicts.push_back({clip.id, event, AuditStage::Sound, "Ada",
                                isDog == (event == 0) ? VerdictValue::Visible : VerdictValue::Audible, "", 0});
    }
    return project.addVerdicts(verdicts).map([](const std::vector<Verdict> &) {});
}

} // namespace

class TestProjectTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnsWhatTheLabelsSay() {
        const test::Folder folder;
        Project project = test::projectWithFeatures(folder, 40);
        QVERIFY(test::storeMadeFeatures(project));
        const Result<TrainingClips> clips = trainingClips(project);
        QCOMPARE(clips->training, std::size_t{40});
        QCOMPARE(clips->validation, std::size_t{40});
        QCOMPARE(clips->trainingWithoutFeatures, std::size_t{2});
        QCOMPARE(clips->validationWithoutFeatures, std::size_t{0});

        std::vector<int> epochsInProject;
        TrainingObserver observer;
        observer.epoch = [&](const EpochReport &) { epochsInProject.push_back(rowOf(project, "first").epochs); };
        const Result<TrainingOutcome> outcome = trainRun(project, "first", tinySettings(), observer);
        QCOMPARE(whatOf(outcome), std::string());
        QCOMPARE(epochsInProject, (std::vector<int>{1, 2, 3, 4, 5, 6}));
        // Only if features and labels of the same clips come together can this be learnt: always saying both events
        // gives 2/3.
        QVERIFY2(outcome->bestMicroF1 > 0.8, std::to_string(outcome->bestMicroF1).c_str());
        const TrainingRun row = rowOf(project, "first");
        QVERIFY(row.state == TrainingRun::State::Finished);
        QCOMPARE(row.epochs, 6);
        QCOMPARE(row.bestEpoch, outcome->bestEpoch);
        QCOMPARE(row.bestMicroF1, outcome->bestMicroF1);
        QVERIFY(row.started.ends_with("Z") && row.ended >= row.started);
        QVERIFY(trainingSettingsFromJson(row.settings).value() == tinySettings());

        const Result<Crnn> best = Crnn::load(project.runDirectory("first").value() / "best.safetensors");
        QCOMPARE(whatOf(best), std::string());
        const Result<FeatureStore> store = FeatureStore::open(project.featureDirectory());
        QCOMPARE(best->description().bandMean, store->statistics().mean);
        QCOMPARE(best->description().layout.events, (std::vector<std::string>{"dog", "rain", "a, b"}));
        QCOMPARE(best->description().layout.poolTime(), 20);
    }

    void goesOnAfterAStop() {
        const test::Folder folder;
        Project project = test::projectWithFeatures(folder, 16);
        QVERIFY(test::storeMadeFeatures(project));
        TrainingSettings settings = tinySettings();
        settings.epochs = 3;
        const Result<TrainingOutcome> whole = trainRun(project, "whole", settings);
        QCOMPARE(whatOf(whole), std::string());

        std::stop_source stop;
        TrainingObserver observer;
        observer.batch = [&](const BatchReport &batch) {
            if (batch.epoch == 1)
                stop.request_stop();
        };
        const Result<TrainingOutcome> stopped =
            trainRun(project, "parts", settings, observer, nullptr, stop.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QVERIFY(rowOf(project, "parts").state == TrainingRun::State::Stopped);
        QCOMPARE(rowOf(project, "parts").epochs, 1);

        TrainingSettings others = settings;
        others.momentum = 0.1;
        QVERIFY(!trainRun(project, "parts", others)); // and the run stays what it was
        QVERIFY(rowOf(project, "parts").state == TrainingRun::State::Stopped);

        const Result<TrainingOutcome> rest = trainRun(project, "parts", settings);
        QCOMPARE(whatOf(rest), std::string());
        QVERIFY(rowOf(project, "parts").state == TrainingRun::State::Finished);
        QCOMPARE(rest->epochs.back().validationLoss, whole->epochs.back().validationLoss);
    }

    // Which labels are learnt shows in the weak ones of the validation: who learnt that dogs are rain fails there.
    void learnsWhatAnnotatorsHeardWhereAsked() {
        const test::Folder folder;
        Project project = test::projectWithFeatures(folder, 40);
        QVERIFY(test::storeMadeFeatures(project));
        std::vector<ClipId> ids;
        const std::vector<Clip> clips = project.clips().value();
        for (const Clip &clip : clips)
            ids.push_back(clip.id);
        const BinaryTable before = project.labels(ids, Truth::Weak).value();
        QCOMPARE(whatOf(judgeTheOtherWay(project)), std::string());
        TrainingSettings audited = tinySettings();
        audited.truth = Truth::Audited;
        const Result<TrainingOutcome> misled = trainRun(project, "audited", audited);
        QCOMPARE(whatOf(misled), std::string());
        const Result<TrainingOutcome> weak = trainRun(project, "weak", tinySettings());
        QCOMPARE(whatOf(weak), std::string());
        QVERIFY2(weak->bestMicroF1 > 0.8, std::to_string(weak->bestMicroF1).c_str());
        QVERIFY2(misled->bestMicroF1 < 0.75, std::to_string(misled->bestMicroF1).c_str());
        QVERIFY(misled->epochs.back().trainingLoss < misled->epochs.front().trainingLoss);
        QVERIFY(trainingSettingsFromJson(rowOf(project, "audited").settings)->truth == Truth::Audited);
        QVERIFY(project.labels(ids, Truth::Weak)->values == before.values);
        QVERIFY(project.labels(ids, Truth::Audited)->values != before.values);
    }

    void goesOnWithTheLabelsItBeganWith() {
        const test::Folder folder;
        Project project = test::projectWithFeatures(folder, 16);
        QVERIFY(test::storeMadeFeatures(project));
        QCOMPARE(whatOf(judgeTheOtherWay(project)), std::string());
        TrainingSettings settings = tinySettings();
        settings.epochs = 2;
        settings.truth = Truth::Audited;
        const Result<TrainingOutcome> whole = trainRun(project, "whole", settings);
        QCOMPARE(whatOf(whole), std::string());
        std::stop_source stop;
        TrainingObserver observer;
        observer.epoch = [&](const EpochReport &) { stop.request_stop(); };
        QVERIFY(!trainRun(project, "parts", settings, observer, nullptr, stop.get_token()));

        TrainingSettings weak = settings;
        weak.truth = Truth::Weak;
        const Result<TrainingOutcome> others = trainRun(project, "parts", weak);
        QVERIFY(!others && others.error().what().find("labels") != std::string::npos);
        const TrainingSettings stored = trainingSettingsFromJson(rowOf(project, "parts").settings).value();
        QVERIFY(stored.truth == Truth::Audited);
        const Result<TrainingOutcome> rest = trainRun(project, "parts", stored);
        QCOMPARE(whatOf(rest), std::string());
        QCOMPARE(rest->epochs.back().validationLoss, whole->epochs.back().validationLoss);
    }

    void otherNumbersOfBlocksCanBeTrained_data() {
        QTest::addColumn<int>("blocks");
        for (const int blocks : {1, 2, 4})
            QTest::addRow("%d", blocks) << blocks;
    }

    void otherNumbersOfBlocksCanBeTrained() {
        QFETCH(int, blocks);
        const test::Folder folder;
        Project project = test::projectWithFeatures(folder, 4);
        QVERIFY(test::storeMadeFeatures(project));
        TrainingSettings settings = tinySettings();
        settings.epochs = 1;
        settings.channels.assign(static_cast<std::size_t>(blocks), 4);
        QCOMPARE(whatOf(trainRun(project, "run", settings)), std::string());
        const Result<Crnn> best = Crnn::load(project.runDirectory("run").value() / "best.safetensors");
        QCOMPARE(best->description().layout.poolTime(), 20);
        QCOMPARE(best->description().layout.blocks.size(), static_cast<std::size_t>(blocks));
    }

    void saysWhatIsMissing() {
        const test::Folder folder;
        Project project = Project::create(folder.path("p.tagscope"), test::threeClasses(), Seconds(0.2)).value();
        QVERIFY_OK(project.addClips(test::clipsNamed(4)));
        const Result<TrainingOutcome> none = trainRun(project, "run", tinySettings());
        QVERIFY(!none && none.error().what().find("has no features yet") != std::string::npos);
        QVERIFY(test::storeMadeFeatures(project));
        const Result<TrainingOutcome> unvalidated = trainRun(project, "run", tinySettings());
        QVERIFY(!unvalidated && unvalidated.error().what().find("\"validation\"") != std::string::npos);
        QVERIFY(!runNamed(project, "run").value());
    }

    void settingsOfTheProject() {
        const test::Folder folder;
        Project project = test::projectWithFeatures(folder, 4);
        QVERIFY(projectTrainingSettings(project).value() == settingsOf(Recipe::SmallData));
        QVERIFY(project.setSetting("training", trainingSettingsToJson(tinySettings())));
        QVERIFY(projectTrainingSettings(project).value() == tinySettings());
    }

    void predictsEachClipFromItsOwnFeatures() {
        const test::Folder folder;
        Project project = test::projectWithFeatures(folder, 100); // more than are done between two keeps
        QVERIFY(test::storeMadeFeatures(project));
        TrainingSettings settings = tinySettings();
        settings.epochs = 1;
        QVERIFY_OK(trainRun(project, "run", settings));

        // Stopped in between, gone on with on other threads.
        std::stop_source stop;
        const Progress stopNearTheEnd = [&](double fraction, std::string_view) {
            if (fraction > 0.9)
                stop.request_stop();
        };
        const Result<PredictionOutcome> stopped = predictRun(project, "run", {}, stopNearTheEnd, stop.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QVERIFY(project.scoreSources()->empty());
        PredictionOptions options;
        options.threads = 2;
        double first = 0.0;
        const Progress notesTheFirst = [&](double fraction, std::string_view) {
            if (first == 0.0)
                first = fraction;
        };
        const Result<PredictionOutcome> outcome = predictRun(project, "run", options, notesTheFirst);
        QCOMPARE(whatOf(outcome), std::string());
        QVERIFY(first > 0.8); // 256 of 300 were kept
        QCOMPARE(outcome->clips, std::size_t{300});
        QCOMPARE(outcome->withoutFeatures, std::size_t{2});

        const Result<Crnn> best = Crnn::load(project.runDirectory("run").value() / "best.safetensors");
        const Result<FeatureStore> store = FeatureStore::open(project.featureDirectory());
        const std::vector<Clip> clips = project.clips().value();
        std::vector<ClipId> ids;
        for (const Clip &clip : clips)
            ids.push_back(clip.id);
        const ScoresOfClips scores = project.scores({Branch::Audio, "run"}, ids).value();
        const std::string array = test::contentOf(outcome->activations);
        QVERIFY(parseNpyHeader(array, "activations")->shape == (std::vector<std::size_t>{300, 2, 3}));
        std::vector<float> halves(300 * 2 * 3);
        npyToFloats(NpyType::Float16, std::as_bytes(std::span(array)).last(2 * halves.size()), halves);
        std::size_t row = 0;
        for (std::size_t i = 0; i < clips.size(); ++i) {
            const bool hasFeatures = !clips[i].name.starts_with("silent");
            QCOMPARE(bool(scores.hasScore[i]), hasFeatures);
            if (!hasFeatures)
                continue;
            const Matrix expected =
                best->activations(store->readDecibels(store->find(clips[i].name).value()).value()).value();
            for (std::size_t k = 0; k < 3; ++k) {
                QVERIFY(std::abs(scores.scores(i, k) - std::max(expected(0, k), expected(1, k))) < 1e-6F);
                QVERIFY(std::abs(halves[(row * 2 + 1) * 3 + k] - expected(1, k)) < 1e-3F);
            }
            ++row;
        }
        QVERIFY(!fs::exists(project.runDirectory("run").value() / "activations.predicting"));
    }

    void predictsASplitWithAnyNetwork() {
        const test::Folder folder;
        Project project = test::projectWithFeatures(folder, 8);
        QVERIFY(test::storeMadeFeatures(project));
        TrainingSettings settings = tinySettings();
        settings.epochs = 2;
        QVERIFY_OK(trainRun(project, "run", settings));
        PredictionOptions options;
        options.split = "test";
        options.checkpoint = RunCheckpoint::Last;
        const Result<PredictionOutcome> last = predictRun(project, "run", options);
        QCOMPARE(whatOf(last), std::string());
        QCOMPARE(last->clips, std::size_t{8});
        QCOMPARE(last->activations.filename().string(), std::string("activations-test.npy"));

        const fs::path model = folder.path("other.safetensors");
        fs::copy_file(project.runDirectory("run").value() / "best.safetensors", model);
        QCOMPARE(predictModel(project, model)->source, std::string("other"));
        QCOMPARE(project.scoreSources()->size(), std::size_t{2});
        fs::rename(model, folder.path("run.safetensors"));
        QVERIFY(!predictModel(project, folder.path("run.safetensors"))); // would hide the run's own scores

        CrnnDescription description;
        description.layout.events = {"dog", "rain"};
        description.bandMean.assign(60, 0.0F);
        description.bandDeviation.assign(60, 1.0F);
        QVERIFY(Crnn::makeSeeded(description, 1)->save(model));
        const Result<PredictionOutcome> unfit = predictModel(project, model);
        QVERIFY(!unfit && unfit.error().what().find("\"a, b\"") != std::string::npos);
        QVERIFY(!predictRun(project, "no such run"));
    }
};

TAGSCOPE_CORE_TEST(TestProjectTraining)
#include "tst_project_training.moc"
