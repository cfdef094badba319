// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic_project.h"

#include "core/analysis/clip_revision.h"
#include "core/base/try.h"
#include "core/evaluation/tuning.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_explanations.h"

#include <cmath>
#include <span>
#include <thread>

namespace tagscope::test {

namespace {

constexpr std::size_t kEvents = 17;

// False where it was asked to stop.
bool work(std::chrono::milliseconds time, const std::stop_token &stop) {
    for (auto slept = std::chrono::milliseconds(0); slept < time; ++slept) {
        if (stop.stop_requested())
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return !stop.stop_requested();
}

} // namespace

SyntheticProject::SyntheticProject(std::filesystem::path file, const ProjectMake &make)
    : ClipAnalyst(syntheticStore(file, make), make.makesMedia), file_(std::move(file)), make_(make) {}

Result<std::vector<ui::SplitReadiness>> SyntheticProject::readiness(const std::stop_token &) {
    std::vector<ui::SplitReadiness> splits{{"training", 0, 0, 0}, {"validation", 0, 0, 0}};
    const std::vector<SplitCount> counts = TAGSCOPE_TRY(project().splitCounts());
    for (ui::SplitReadiness &split : splits)
        for (const SplitCount &count : counts)
            if (count.split == split.split)
                split = {split.split, count.clips, hasFeatures_ ? count.clips : 0,
                         make_.makesMedia ? 0 : count.missing};
    return splits;
}

Result<std::filesystem::path> SyntheticProject::provideMedia(ClipId clip, const std::stop_token &) {
    return file_.parent_path() / ("clip-" + std::to_string(clip - 1) + ".mp4");
}

Result<ClipAnalysis> SyntheticProject::analyse(ClipId clip, const std::string &run, const Progress &progress,
                                               const std::stop_token &stop) {
    progress(0.5, "pictures");
    if (!work(make_.analysis, stop))
        return cancelled();
    if (run == "broken")
        return fail(Error::Kind::Unreadable, plainText("broken has no best model yet. Train it for an epoch."));
    ClipAnalysis analysis = syntheticClip(file_.parent_path() / ("clip-" + std::to_string(clip - 1) + ".mp4"));
    if (const MappingOptions mapping = currentMapping(); mapping != MappingOptions()) {
        ClipRevision mapped;
        mapped.mapping = mapping;
        RevisionInputs inputs;
        inputs.cosine = syntheticCosine();
        analysis = revise(analysis, mapped, inputs).value();
    }
    analysis.models.crnn = run.empty() ? "demo CRNN" : "run " + run + ", epoch 7";
    return analysis;
}

Result<std::vector<ClipId>> SyntheticProject::unscored(const std::vector<ClipId> &clips, const std::stop_token &) {
    return make_.makesMedia ? clips : std::vector<ClipId>();
}

Result<void> SyntheticProject::keepScores(ClipId, const ClipAnalysis &) {
    return {};
}

Result<std::vector<std::string>> SyntheticProject::makePoints(bool, const std::stop_token &) {
    return std::vector<std::string>();
}

Result<std::vector<ObjectProbability>> SyntheticProject::objectsOf(const ClipAnalysis &, int picture,
                                                                   const std::stop_token &) {
    return syntheticObjects(picture);
}

Result<Matrix> SyntheticProject::cosines(const std::stop_token &) {
    return syntheticCosine();
}

Result<ProjectMapping> SyntheticProject::applyMapping(const MappingOptions &mapping, const Progress &progress,
                                                      const std::stop_token &stop) {
    for (std::size_t i = 0; i < make_.clips; ++i) {
        progress(static_cast<double>(i) / static_cast<double>(make_.clips), "mapping");
        if (!work(make_.analysis, stop))
            return cancelled();
    }
    ProjectMapping outcome;
    outcome.before.events = outcome.after.events = project().classes();
    outcome.before.mapping = currentMapping();
    outcome.after.mapping = mapping;
    outcome.clips = make_.clips;
    outcome.changed = make_.clips / 2;
    outcome.changedTags = 1;
    outcome.tags.push_back({1, {0}, {1, 2}});
    static_cast<void>(restoreVideo(outcome.after));
    return outcome;
}

Result<ProjectMapping> SyntheticProject::mapAgain(const Progress &progress, const std::stop_token &stop) {
    return applyMapping(currentMapping(), progress, stop);
}

MappingOptions SyntheticProject::currentMapping() {
    const std::lock_guard lock(mutex_);
    return mapping_;
}

Result<void> SyntheticProject::restoreVideo(const VideoState &state) {
    const std::lock_guard lock(mutex_);
    mapping_ = state.mapping;
    return {};
}

Result<ClassFeeds> SyntheticProject::classFeeds(const ClipAnalysis *, const std::stop_token &) {
    return ClassFeeds();
}

Result<SettingTexts> SyntheticProject::feedChange(const std::string &,
                                                  const std::optional<std::vector<std::string>> &) {
    return fail(Error::Kind::Unsupported, plainText("This project has no tagger."));
}

Result<Answer> SyntheticProject::explain(const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                         const std::stop_token &stop) {
    return syntheticExplain(clip, question, progress, stop);
}

Result<ActivationSource> SyntheticProject::activations(const ExportRequest &) {
    return fail(Error::Kind::Unsupported, plainText("The clips of this project cannot be listened to."));
}

Result<void> SyntheticProject::prepareTraining(const Progress &progress, const std::stop_token &stop) {
    for (int i = 0; i < 10; ++i) {
        progress(i / 10.0, "features");
        if (!work(std::chrono::milliseconds(2), stop))
            return cancelled();
    }
    hasFeatures_ = true;
    return {};
}

Result<TrainingOutcome> SyntheticProject::train(const ui::TrainingRequest &request, const TrainingObserver &observer,
                                                const std::stop_token &stop) {
    TrainingOutcome outcome;
    for (int epoch = 0; epoch < request.settings.epochs; ++epoch) {
        const EpochReport report = syntheticEpoch(epoch, 0.2);
        for (int batch = 0; batch < make_.batches; ++batch) {
            while (isPaused_ && !stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (!work(make_.batch, stop))
                return cancelled();
            if (make_.doesTrainingFail && batch == 3)
                return fail(
                    Error::Kind::Internal,
                    plainText("The loss is no number any more in epoch 1, batch 4. Try a smaller learning rate."),
                    "tensor conv.0.weight");
            const double noise = 0.02 * std::sin(12.9898 * batch + 78.233 * epoch);
            observer.batch({epoch, batch, make_.batches, report.trainingLoss + noise, report.learningRate,
                            38.0 + 100 * noise, std::uint64_t{900} << 20U});
        }
        observer.epoch(report);
        outcome.epochs.push_back(report);
        if (report.isBest) {
            outcome.bestEpoch = epoch;
            outcome.bestMicroF1 = report.microF1;
        }
    }
    return outcome;
}

void SyntheticProject::setTrainingPaused(bool isPaused) {
    isPaused_ = isPaused;
}

// All clips sound the same to it.
Result<PredictionOutcome> SyntheticProject::scoreWith(const std::string &run, const Progress &progress,
                                                      const std::stop_token &stop) {
    progress(0.5, "predicting");
    if (!work(make_.analysis, stop))
        return cancelled();
    const std::vector<Clip> clips = TAGSCOPE_TRY(project().clips());
    std::vector<ClipScore> scores;
    for (const Clip &clip : clips)
        scores.push_back({clip.id, std::vector<float>(kEvents, 0.5F)});
    TAGSCOPE_TRY(keepSources(project(), "validation"));
    TAGSCOPE_TRY(project().storeScores({Branch::Audio, run}, scores));
    return PredictionOutcome{scores.size(), 0, run, {}};
}

EpochReport syntheticEpoch(int epoch, double speed) {
    EpochReport report;
    report.epoch = epoch;
    report.trainingLoss = 0.1 + 0.3 * std::exp(-speed * epoch);
    report.validationLoss = 0.14 + 0.26 * std::exp(-speed * epoch) + 0.002 * epoch;
    report.learningRate = 0.1 * std::pow(0.8, epoch / 5);
    report.microF1 = 0.6 * (1 - std::exp(-speed * (epoch + 1))) - 0.002 * epoch;
    for (std::size_t k = 0; k < kEvents; ++k)
        report.classF1.push_back(report.microF1 * (0.5 + 0.5 * std::abs(std::sin(static_cast<double>(k)))));
    report.thresholds.assign(kEvents, 0.4);
    report.seconds = 60;
    report.clipsPerSecond = 38 + std::sin(epoch);
    report.deviceBytes = std::uint64_t{900} << 20U;
    report.isBest = epoch < 14;
    return report;
}

Result<std::shared_ptr<ui::ClipAnalyst>> openSyntheticProject(const std::filesystem::path &file,
                                                              const std::stop_token &) {
    if (file.extension() == ".broken")
        return fail(Error::Kind::Malformed, plainText(file.filename().string() + " is not a project."),
                    "file is not a database");
    ProjectMake make;
    make.makesMedia = file.stem() == "demo" || file.extension() == ".demo";
    return std::shared_ptr<ui::ClipAnalyst>(std::make_shared<SyntheticProject>(file, make));
}

} // namespace tagscope::test
