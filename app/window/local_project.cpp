// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_project.h"

#include "core/analysis/explain.h"
#include "core/demo/demo_project.h"
#include "core/jobs/worker_pool.h"
#include "core/project/run_states.h"
#include "core/training/epoch_log.h"
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

std::vector<ClipId> idsOf(const std::vector<Clip> &clips) {
    std::vector<ClipId> ids;
    ids.reserve(clips.size());
    for (const Clip &clip : clips)
        ids.push_back(clip.id);
    return ids;
}

std::vector<int> eventsOf(const BinaryTable &labels, std::size_t row) {
    std::vector<int> events;
    for (std::size_t k = 0; k < labels.events; ++k)
        if (labels(row, k) != 0)
            events.push_back(static_cast<int>(k));
    return events;
}

bool isThere(const std::filesystem::path &file) {
    std::error_code error;
    return !file.empty() && std::filesystem::exists(file, error);
}

} // namespace

Result<std::shared_ptr<ui::ProjectSource>> LocalProject::open(const std::filesystem::path &file,
                                                              const std::stop_token &) {
    Result<Project> project = Project::open(file);
    if (!project) {
        // It may be open for writing elsewhere, such as in a training that the command line runs.
        Result<Project> readOnly = Project::open(file, Project::Access::ReadOnly);
        if (!readOnly)
            return tl::unexpected(project.error());
        project = std::move(readOnly);
    }
    return std::shared_ptr<ui::ProjectSource>(std::make_shared<LocalProject>(std::move(*project)));
}

Result<std::filesystem::path> LocalProject::makeDemo(const std::filesystem::path &directory, const std::stop_token &) {
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

LocalProject::LocalProject(Project project)
    : project_(std::move(project)), analyzers_(project_), demo_(demoMediaOf(project_)) {}

Result<ui::ProjectContents> LocalProject::read(const std::stop_token &) {
    const Result<std::vector<Clip>> clips = project_.clips();
    if (!clips)
        return tl::unexpected(clips.error());
    const Result<BinaryTable> labels = project_.labels(idsOf(*clips), Truth::Weak);
    if (!labels)
        return tl::unexpected(labels.error());
    ui::ProjectContents contents;
    contents.file = project_.file();
    contents.classes = project_.classes();
    contents.clips.reserve(clips->size());
    for (std::size_t i = 0; i < clips->size(); ++i)
        contents.clips.push_back({(*clips)[i], eventsOf(*labels, i)});
    contents.runs = readRuns();
    if (const Result<std::optional<std::string>> stored = project_.setting("training"); stored && *stored) {
        const Result<TrainingSettings> settings = projectTrainingSettings(project_);
        if (!settings)
            return tl::unexpected(settings.error());
        contents.trainingSettings = *settings;
    }
    contents.makesMedia = demo_ != nullptr;
    if (demo_)
        contents.notice = "demo.generated";
    if (project_.access() == Project::Access::ReadOnly)
        contents.notice = contents.notice.empty()
                              ? Message("project.opened_read_only")
                              : Message("base.followed_by", contents.notice, Message("project.opened_read_only"));
    const std::lock_guard lock(mutex_);
    for (const Clip &clip : *clips)
        clips_.insert_or_assign(clip.id, clip);
    return contents;
}

std::vector<ui::RunRecord> LocalProject::readRuns() const {
    std::vector<ui::RunRecord> records;
    const Result<std::vector<TrainingRun>> runs = runsWithState(project_);
    if (!runs)
        return records;
    for (const TrainingRun &run : *runs) {
        // A log that cannot be read leaves its run without curves, not the project unopened.
        Result<std::vector<EpochReport>> epochs = readEpochLog({project_.runDirectory(run.name)});
        const Result<TrainingSettings> settings = trainingSettingsFromJson(run.settings);
        records.push_back({run, epochs ? std::move(*epochs) : std::vector<EpochReport>(),
                           settings ? std::optional(*settings) : std::nullopt});
    }
    return records;
}

Result<std::vector<ui::SplitReadiness>> LocalProject::readiness(const std::stop_token &) {
    const Result<std::vector<SplitCount>> counts = project_.splitCounts();
    if (!counts)
        return tl::unexpected(counts.error());
    TrainingClips ready;
    if (const Result<TrainingClips> found = trainingClips(project_))
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

std::optional<Clip> LocalProject::find(ClipId clip) {
    const std::lock_guard lock(mutex_);
    const auto found = clips_.find(clip);
    return found == clips_.end() ? std::nullopt : std::optional(found->second);
}

Result<std::filesystem::path> LocalProject::provideMedia(ClipId id, const std::stop_token &stop) {
    const std::optional<Clip> clip = find(id);
    if (!clip)
        return fail(Error::Kind::Inconsistent, "project.clip_gone");
    if (!clip->isMissing && isThere(clip->media))
        return clip->media;
    if (!demo_)
        return fail(Error::Kind::Unreadable, clip->media.empty()
                                                 ? Message("project.recording_never_found", clip->name)
                                                 : Message("project.recording_missing", clip->name, clip->media));
    Result<std::filesystem::path> made = demo_->provide(clip->name, stop);
    if (!made)
        return made;
    {
        const std::lock_guard lock(mutex_);
        clips_[id].media = *made;
        clips_[id].isMissing = false;
    }
    // Where the project cannot be written the file is found again all the same: its name is the clip's.
    const std::pair<ClipId, std::filesystem::path> media{id, *made};
    static_cast<void>(project_.setMedia(std::span(&media, 1)));
    return made;
}

// Each thread's part of the heap keeps what pictures and spectra needed once: clip after clip that adds up to hundreds
// of MiB.
static void giveMemoryBack() {
    ::malloc_trim(0);
}

Result<ClipAnalysis> LocalProject::analyse(ClipId id, const std::string &run, const Progress &progress,
                                           const std::stop_token &stop) {
    const std::optional<Clip> clip = find(id);
    if (!clip)
        return fail(Error::Kind::Inconsistent, "project.clip_gone");
    progress(0.0, "loading models");
    const Result<std::shared_ptr<const Analyzer>> video = analyzers_.video();
    const Result<std::shared_ptr<const Analyzer>> whole = run.empty() ? analyzers_.own() : analyzers_.ofRun(run);
    if (!video || !whole)
        return tl::unexpected((video ? whole : video).error());
    // The pictures first and by themselves: whatever listens to the sound finds them in the cache.
    Result<ClipAnalysis> pictures = (*video)->analyseClip(clip->media, clip->start, clip->duration, progress, stop);
    if (!pictures && pictures.error().isCancelled())
        return pictures;
    Result<ClipAnalysis> analysis = (*whole)->analyseClip(clip->media, clip->start, clip->duration, {}, stop);
    if (analysis)
        keepHash(*clip, analysis->mediaHash);
    giveMemoryBack();
    return analysis;
}

// By its content a recording is known again that was renamed and moved.
void LocalProject::keepHash(const Clip &clip, const std::string &sha256) {
    {
        const std::lock_guard lock(mutex_);
        if (std::exchange(hashes_[clip.media.string()], sha256) == sha256)
            return;
    }
    if (project_.access() == Project::Access::ReadWrite)
        static_cast<void>(project_.setMediaHash(clip.media, sha256)); // derived; the next analysis tries again
}

Result<ui::ClipAnnotations> LocalProject::annotations(ClipId id, const std::stop_token &) {
    ui::ClipAnnotations annotations;
    Result<std::vector<StrongRegion>> regions = project_.regions(id);
    if (!regions)
        return tl::unexpected(regions.error());
    Result<std::vector<KnownPresence>> presence = project_.presence(std::span(&id, 1));
    if (!presence)
        return tl::unexpected(presence.error());
    Result<std::vector<Verdict>> verdicts = project_.verdictHistory(id);
    if (!verdicts)
        return tl::unexpected(verdicts.error());
    Result<std::vector<MarkedRegion>> marked = project_.markedRegions(id);
    if (!marked)
        return tl::unexpected(marked.error());
    return ui::ClipAnnotations{std::move(*regions), std::move(*presence), standingVerdicts(std::move(*verdicts)),
                               std::move(*marked)};
}

Result<Answer> LocalProject::explain(const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                     const std::stop_token &stop) {
    return analyzers_.maker(clip.models).and_then([&](const std::shared_ptr<const Analyzer> &analyzer) {
        return tagscope::explain(*analyzer, clip, question, progress, stop);
    });
}

Result<void> LocalProject::makeAllMedia(const Progress &progress, const std::stop_token &stop) {
    std::vector<ClipId> ids;
    {
        const std::lock_guard lock(mutex_);
        for (const auto &[id, clip] : clips_)
            ids.push_back(id);
    }
    std::ranges::sort(ids);
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

Result<void> LocalProject::prepareTraining(const Progress &progress, const std::stop_token &stop) {
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
    const Result<FeatureReport> features = makeFeatures(project_, options, ofFeatures, stop);
    if (!features)
        return tl::unexpected(features.error());
    const Result<FeatureSummary> merged = mergeFeatures(project_, false, options.threads, {}, stop);
    if (!merged)
        return tl::unexpected(merged.error());
    return {};
}

Result<TrainingOutcome> LocalProject::train(const ui::TrainingRequest &request, const TrainingObserver &observer,
                                            const std::stop_token &stop) {
    return trainRun(project_, request.run, request.settings, observer, &control_, stop);
}

void LocalProject::setTrainingPaused(bool isPaused) {
    if (isPaused)
        control_.pause();
    else
        control_.resume();
}

} // namespace tagscope
