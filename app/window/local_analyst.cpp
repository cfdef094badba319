// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_analyst.h"

#include "core/analysis/explain.h"
#include "core/analysis/given_scores.h"
#include "core/base/try.h"
#include "core/demo/demo_project.h"
#include "core/jobs/worker_pool.h"
#include "core/project/clip_ids.h"
#include "core/training/activation_export.h"
#include "core/training/feature_maker.h"
#include "core/training/feature_store.h"
#include "core/training/project_training.h"

#include <algorithm>
#include <atomic>
#include <malloc.h>
#include <system_error>
#include <thread>
#include <utility>

namespace tagscope {

namespace {

constexpr std::uint64_t kDemoSeed = 1;
constexpr double kMediaShare = 0.7; // of the preparation's time; features are quicker than pictures are drawn

unsigned cores() {
    return std::max(std::thread::hardware_concurrency(), 1U);
}

bool isThere(const std::filesystem::path &file) {
    std::error_code error;
    return !file.empty() && std::filesystem::exists(file, error);
}

} // namespace

Result<std::shared_ptr<ui::ClipAnalyst>> LocalAnalyst::open(const std::filesystem::path &file,
                                                            const std::stop_token &) {
    Result<Project> project = Project::open(file);
    if (!project) {
        // It may be open for writing elsewhere, such as in a training that the command line runs.
        Result<Project> readOnly = Project::open(file, Project::Access::ReadOnly);
        if (!readOnly)
            return tl::unexpected(project.error());
        project = std::move(readOnly);
    }
    std::unique_ptr<DemoMedia> demo = demoMediaOf(*project);
    return std::shared_ptr<ui::ClipAnalyst>(std::make_shared<LocalAnalyst>(*std::move(project), std::move(demo)));
}

Result<std::filesystem::path> LocalAnalyst::makeDemo(const std::filesystem::path &directory, const std::stop_token &) {
    const std::filesystem::path file = demo::demoProjectFile(directory);
    if (isThere(file))
        return file; // of whatever size; what it is, opening it tells
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error)
        return fail(Error::Kind::Unreadable, {"demo.directory_not_made", directory}, error.message());
    const Result<Project> made = demo::makeDemoProject(directory, {}, kDemoSeed);
    if (!made)
        return tl::unexpected(made.error());
    return file;
}

LocalAnalyst::LocalAnalyst(Project project, std::unique_ptr<DemoMedia> demo)
    : ClipAnalyst(std::move(project), demo != nullptr), analyzers_(this->project()), demo_(std::move(demo)) {}

Result<std::vector<ui::SplitReadiness>> LocalAnalyst::readiness(const std::stop_token &) {
    const Result<std::vector<SplitCount>> counts = project().splitCounts();
    if (!counts)
        return tl::unexpected(counts.error());
    TrainingClips ready;
    if (const Result<TrainingClips> found = trainingClips(project()))
        ready = *found; // else there are no features yet
    std::vector<ui::SplitReadiness> splits{{std::string(kTrainingSplit), 0, ready.training, 0},
                                           {std::string(kValidationSplit), 0, ready.validation, 0}};
    for (const SplitCount &count : *counts)
        for (ui::SplitReadiness &split : splits)
            if (split.split == count.split) {
                split.clips = count.clips;
                split.missing = demo_ ? 0 : count.missing; // a demo's are made when they are needed
            }
    return splits;
}

Result<Clip> LocalAnalyst::clipOf(ClipId id) {
    std::optional<Clip> clip = TAGSCOPE_TRY(project().clip(id));
    if (!clip)
        return fail(Error::Kind::Inconsistent, "project.clip_gone");
    const std::lock_guard lock(mutex_);
    if (const auto made = made_.find(id); made != made_.end()) {
        clip->media = made->second;
        clip->isMissing = false;
    }
    return *std::move(clip);
}

Result<std::filesystem::path> LocalAnalyst::provideMedia(ClipId id, const std::stop_token &stop) {
    const Clip clip = TAGSCOPE_TRY(clipOf(id));
    if (!clip.isMissing && isThere(clip.media))
        return clip.media;
    if (!demo_)
        return fail(Error::Kind::Unreadable, clip.media.empty()
                                                 ? Message("project.recording_never_found", clip.name)
                                                 : Message("project.recording_missing", clip.name, clip.media));
    Result<std::filesystem::path> made = demo_->provide(clip.name, stop);
    if (!made)
        return made;
    // Where the project cannot be written the file is found again all the same: its name is the clip's.
    const std::pair<ClipId, std::filesystem::path> media{id, *made};
    if (const Result<void> stored = project().setMedia(std::span(&media, 1)); !stored) {
        const std::lock_guard lock(mutex_);
        made_[id] = *made;
    }
    return made;
}

// Each thread's part of the heap keeps what pictures and spectra needed once: clip after clip that adds up to hundreds
// of MiB.
static void giveMemoryBack() {
    ::malloc_trim(0);
}

Result<ClipAnalysis> LocalAnalyst::analyse(ClipId id, const std::string &run, const Progress &progress,
                                           const std::stop_token &stop) {
    const Clip clip = TAGSCOPE_TRY(clipOf(id));
    progress(0.0, "loading models");
    const Result<std::shared_ptr<const Analyzer>> video = analyzers_.video();
    const Result<std::shared_ptr<const Analyzer>> whole = run.empty() ? analyzers_.own() : analyzers_.ofRun(run);
    if (!video || !whole)
        return tl::unexpected((video ? whole : video).error());
    // The pictures first and by themselves: whatever listens to the sound finds them in the cache.
    Result<ClipAnalysis> pictures = (*video)->analyseClip(clip.media, clip.start, clip.duration, progress, stop);
    if (!pictures && pictures.error().isCancelled())
        return pictures;
    Result<ClipAnalysis> analysis = (*whole)->analyseClip(clip.media, clip.start, clip.duration, {}, stop);
    if (analysis)
        keepHash(clip, analysis->mediaHash);
    giveMemoryBack();
    if (!analysis || !run.empty())
        return analysis;
    const std::optional<std::string> given = TAGSCOPE_TRY(givenAudioSource(project(), (*whole)->models().tagger.label));
    return given ? withGivenScores(project(), clip, *given, *std::move(analysis)) : std::move(analysis);
}

// By its content a recording is known again that was renamed and moved.
void LocalAnalyst::keepHash(const Clip &clip, const std::string &sha256) {
    {
        const std::lock_guard lock(mutex_);
        if (std::exchange(hashes_[clip.media.string()], sha256) == sha256)
            return;
    }
    if (project().access() == Project::Access::ReadWrite)
        static_cast<void>(project().setMediaHash(clip.media, sha256)); // derived; the next analysis tries again
}

Result<Answer> LocalAnalyst::explain(const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                     const std::stop_token &stop) {
    // Of given scores no network made the activations; pictures are asked about all the same.
    return (hasGivenScores(clip) ? analyzers_.own() : analyzers_.maker(clip.models))
        .and_then([&](const std::shared_ptr<const Analyzer> &analyzer) {
            return tagscope::explain(*analyzer, clip, question, progress, stop);
        });
}

Result<ActivationSource> LocalAnalyst::activations(const ExportRequest &request) {
    return activationsFor(project(), request);
}

Result<void> LocalAnalyst::makeAllMedia(const Progress &progress, const std::stop_token &stop) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(project().clips());
    const std::vector<ClipId> ids = idsOf(clips);
    std::mutex reporting;
    std::optional<Error> failure;
    std::size_t done = 0;
    WorkerPool pool(cores());
    for (const ClipId id : ids)
        pool.run([&, id](const std::stop_token &) {
            if (stop.stop_requested())
                return;
            const Result<std::filesystem::path> made = provideMedia(id, stop);
            const std::lock_guard lock(reporting);
            if (!made)
                failure = failure.value_or(made.error());
            progress(static_cast<double>(++done) / static_cast<double>(ids.size()), "making media");
        });
    pool.waitUntilIdle();
    if (stop.stop_requested())
        return cancelled();
    if (failure)
        return tl::unexpected(*failure);
    return {};
}

Result<void> LocalAnalyst::prepareTraining(const Progress &progress, const std::stop_token &stop) {
    double before = 0.0;
    if (demo_) {
        Result<void> made = makeAllMedia(
            [&](double fraction, std::string_view stage) { progress(kMediaShare * fraction, stage); }, stop);
        if (!made)
            return made;
        before = kMediaShare;
    }
    const ClipProgress ofFeatures = [&](std::size_t done, std::size_t clips, std::string_view stage) {
        const double fraction = clips > 0 ? static_cast<double>(done) / static_cast<double>(clips) : 1.0;
        progress(before + (1 - before) * fraction, stage);
    };
    FeatureOptions options;
    options.threads = static_cast<int>(cores());
    const Result<FeatureReport> features = makeFeatures(project(), options, ofFeatures, stop);
    if (!features)
        return tl::unexpected(features.error());
    const Result<FeatureSummary> merged = mergeFeatures(project(), false, options.threads, {}, stop);
    if (!merged)
        return tl::unexpected(merged.error());
    return {};
}

Result<TrainingOutcome> LocalAnalyst::train(const ui::TrainingRequest &request, const TrainingObserver &observer,
                                            const std::stop_token &stop) {
    return trainRun(project(), request.run, request.settings, observer, &control_, stop);
}

void LocalAnalyst::setTrainingPaused(bool isPaused) {
    if (isPaused)
        control_.pause();
    else
        control_.resume();
}

} // namespace tagscope
