// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/class_feeds.h"
#include "core/analysis/clip_analysis.h"
#include "core/analysis/explanation.h"
#include "core/analysis/video_state.h"
#include "core/audit/project_audit.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/project/clip_table.h"
#include "core/project/project.h"
#include "core/project/scores.h"
#include "core/project/verdict_table.h"
#include "core/training/prediction.h"
#include "core/training/training_progress.h"
#include "core/training/training_settings.h"
#include "core/words/class_lists.h"
#include "ui/document/evaluation_contents.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace tagscope::ui {

// How far the clips of a split are on their way to training.
struct SplitReadiness {
    std::string split;
    std::size_t clips = 0;
    std::size_t withFeatures = 0;
    std::size_t missing = 0; // without media
};

struct TrainingRequest {
    std::string run; // a run of this name that was stopped goes on
    TrainingSettings settings;
};

// The one door to the networks of an open project: what of it has to be computed from media or learnt. What is stored
// is asked of the project itself. All functions are called on worker threads, several at once; setTrainingPaused() on
// any.
class ClipAnalyst {
public:
    ClipAnalyst(Project project, bool makesMedia) : project_(std::move(project)), makesMedia_(makesMedia) {}
    virtual ~ClipAnalyst() = default;
    ClipAnalyst(const ClipAnalyst &) = delete;
    ClipAnalyst &operator=(const ClipAnalyst &) = delete;

    // What is stored; thread-safe by itself.
    [[nodiscard]] Project &project() { return project_; }
    [[nodiscard]] const Project &project() const { return project_; }
    [[nodiscard]] bool makesMedia() const { return makesMedia_; } // of clips that have none

    // The clip's media file, made where it is missing and the project makes media. Errors: Unreadable where it is
    // missing.
    [[nodiscard]] virtual Result<std::filesystem::path> provideMedia(ClipId clip, const std::stop_token &stop) = 0;
    // `run`: whose best model gives the activations; empty: the project's own models.
    [[nodiscard]] virtual Result<ClipAnalysis> analyse(ClipId clip, const std::string &run, const Progress &progress,
                                                       const std::stop_token &stop) = 0;

    // Of these clips those of which the project's own models would give scores that are not stored, in their order.
    [[nodiscard]] virtual Result<std::vector<ClipId>> unscored(const std::vector<ClipId> &clips,
                                                               const std::stop_token &stop) = 0;
    // Stores the scores of a clip that analyse() gave with the project's own models; nothing in a project that is open
    // for reading only.
    [[nodiscard]] virtual Result<void> keepScores(ClipId clip, const ClipAnalysis &analysis) = 0;
    // As tagscope::makePoints(), of the project's own scores, where `isSplitDone` or all clips of the split are scored;
    // those that are there stay. The names of those that were made.
    [[nodiscard]] virtual Result<std::vector<std::string>> makePoints(bool isSplitDone,
                                                                      const std::stop_token &stop) = 0;

    // As Analyzer::objectsOf() and cosine(), with the project's own models.
    [[nodiscard]] virtual Result<std::vector<ObjectProbability>> objectsOf(const ClipAnalysis &clip, int picture,
                                                                           const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<Matrix> cosines(const std::stop_token &stop) = 0;
    // As mapProject() and setVideoState(). What is analysed afterwards is mapped so.
    [[nodiscard]] virtual Result<ProjectMapping> applyMapping(const MappingOptions &mapping, const Progress &progress,
                                                              const std::stop_token &stop) = 0;
    // The same with the mapping that the project has, for other events.
    [[nodiscard]] virtual Result<ProjectMapping> mapAgain(const Progress &progress, const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> restoreVideo(const VideoState &state) = 0;
    // As tagscope::classFeeds(), of the project's own tagger; `clip` may be null.
    [[nodiscard]] virtual Result<ClassFeeds> classFeeds(const ClipAnalysis *clip, const std::stop_token &stop) = 0;
    // As tagscope::feedChange(). What is analysed after it is stored and reloadModels() follows it.
    [[nodiscard]] virtual Result<SettingTexts> feedChange(const std::string &event,
                                                          const std::optional<std::vector<std::string>> &classes) = 0;
    // As tagscope::explain(), for a clip that analyse() gave, with the models that made it.
    [[nodiscard]] virtual Result<Answer> explain(const ClipAnalysis &clip, const Question &question,
                                                 const Progress &progress, const std::stop_token &stop) = 0;
    // Where an export of activations takes them; as activationsFor().
    [[nodiscard]] virtual Result<ActivationSource> activations(const ExportRequest &request) = 0;

    [[nodiscard]] virtual Result<std::vector<SplitReadiness>> readiness(const std::stop_token &stop) = 0;
    // Makes what training needs and is not there yet: media of a demo, features.
    [[nodiscard]] virtual Result<void> prepareTraining(const Progress &progress, const std::stop_token &stop) = 0;
    // One at a time.
    [[nodiscard]] virtual Result<TrainingOutcome>
    train(const TrainingRequest &request, const TrainingObserver &observer, const std::stop_token &stop) = 0;
    virtual void setTrainingPaused(bool isPaused) = 0;
    // Other models are registered: what is analysed afterwards is analysed with them.
    virtual void reloadModels() {}
    // As predictRun(), of all clips, with the run's best network; makes the features that are missing. What the
    // branches had until now they keep (keepSources()).
    [[nodiscard]] virtual Result<PredictionOutcome> scoreWith(const std::string &run, const Progress &progress,
                                                              const std::stop_token &stop) = 0;

private:
    Project project_;
    bool makesMedia_;
};

// The analyst's project; keeps the analyst.
[[nodiscard]] inline std::shared_ptr<Project> storeOf(const std::shared_ptr<ClipAnalyst> &analyst) {
    return {analyst, &analyst->project()};
}

// Called on a worker thread, where it may also load models.
using ExplainFunction = std::function<Result<Answer>(const ClipAnalysis &clip, const Question &question,
                                                     const Progress &progress, std::stop_token stop)>;

using OpenProjectFunction =
    std::function<Result<std::shared_ptr<ClipAnalyst>>(const std::filesystem::path &file, const std::stop_token &stop)>;
// Makes the demo project in a directory where there is none yet, without its media; the answer is its file.
using MakeDemoFunction =
    std::function<Result<std::filesystem::path>(const std::filesystem::path &directory, const std::stop_token &stop)>;

// The media files in a folder and below it, in order of their paths.
using FindMediaFunction = std::function<Result<std::vector<std::filesystem::path>>(const std::filesystem::path &folder,
                                                                                   const std::stop_token &stop)>;

} // namespace tagscope::ui
