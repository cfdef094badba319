// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/analysis/explanation.h"
#include "core/analysis/video_state.h"
#include "core/audit/audit_merge.h"
#include "core/audit/project_audit.h"
#include "core/base/result.h"
#include "core/evaluation/clip_figures.h"
#include "core/evaluation/workbench_contents.h"
#include "core/exchange/import.h"
#include "core/exchange/import_audit.h"
#include "core/jobs/progress.h"
#include "core/project/clip_table.h"
#include "core/project/operating_points.h"
#include "core/project/scores.h"
#include "core/project/verdict_table.h"
#include "core/training/training_progress.h"
#include "core/training/training_settings.h"
#include "core/words/class_lists.h"
#include "ui/document/evaluation_contents.h"
#include "ui/document/project_values.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope::ui {

// A clip and its weak labels, as indices into the project's classes.
struct LabelledClip {
    Clip clip;
    std::vector<int> labels;
};

// What is known of a clip beyond its weak labels.
struct ClipAnnotations {
    std::vector<StrongRegion> regions;
    std::vector<KnownPresence> presence;
    std::vector<Verdict> verdicts; // those that hold
    std::vector<MarkedRegion> markedRegions;
};

// What annotators said of all clips.
struct AuditRecord {
    std::vector<Verdict> verdicts;     // the whole history, in the order in which they were added
    std::vector<MarkedRegion> regions; // those that hold
};

// A run as the project knows it, with the rows of its log.
struct RunRecord {
    TrainingRun run;
    std::vector<EpochReport> epochs;
    std::optional<TrainingSettings> settings; // nothing where they cannot be read
};

// What the window keeps of an open project. A value.
struct ProjectContents {
    std::filesystem::path file;
    std::vector<EventClass> classes;
    std::vector<LabelledClip> clips;
    std::vector<RunRecord> runs;                      // newest first
    std::optional<TrainingSettings> trainingSettings; // the project's own, where it stores any
    Message notice;          // what a person has to know of all its figures, such as that a demo's models made them
    bool makesMedia = false; // of clips without media: those of a demo
};

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

// An open project behind the window. All functions are called on worker threads, several at once; setTrainingPaused()
// on any.
class ProjectSource {
public:
    virtual ~ProjectSource() = default;

    [[nodiscard]] virtual Result<ProjectContents> read(const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<std::vector<SplitReadiness>> readiness(const std::stop_token &stop) = 0;

    // The clip's media file, made where it is missing and the project makes media. Errors: Unreadable where it is
    // missing.
    [[nodiscard]] virtual Result<std::filesystem::path> provideMedia(ClipId clip, const std::stop_token &stop) = 0;
    // `run`: whose best model gives the activations; empty: the project's own models.
    [[nodiscard]] virtual Result<ClipAnalysis> analyse(ClipId clip, const std::string &run, const Progress &progress,
                                                       const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<ClipAnnotations> annotations(ClipId clip, const std::stop_token &stop) = 0;

    // As Analyzer::objectsOf() and cosine(), with the project's own models.
    [[nodiscard]] virtual Result<std::vector<ObjectProbability>> objectsOf(const ClipAnalysis &clip, int picture,
                                                                           const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<Matrix> cosines(const std::stop_token &stop) = 0;
    // As mapProject() and setVideoState(). What is analysed afterwards is mapped so.
    [[nodiscard]] virtual Result<ProjectMapping> applyMapping(const MappingOptions &mapping, const Progress &progress,
                                                              const std::stop_token &stop) = 0;
    [[nodiscard]] virtual Result<void> restoreVideo(const VideoState &state) = 0;
    // As tagscope::explain(), for a clip that analyse() gave, with the models that made it.
    [[nodiscard]] virtual Result<Answer> explain(const ClipAnalysis &clip, const Question &question,
                                                 const Progress &progress, const std::stop_token &stop) = 0;

    // Makes what training needs and is not there yet: media of a demo, features.
    [[nodiscard]] virtual Result<void> prepareTraining(const Progress &progress, const std::stop_token &stop) = 0;
    // One at a time.
    [[nodiscard]] virtual Result<TrainingOutcome>
    train(const TrainingRequest &request, const TrainingObserver &observer, const std::stop_token &stop) = 0;
    virtual void setTrainingPaused(bool isPaused) = 0;

    // The operating points, and what changes them; each answers with the points as they are then. A source without
    // points answers with none, and refuses to change them.
    [[nodiscard]] virtual Result<PointList> points(const std::stop_token &stop);
    // Under its name; replaces only a point that was set by hand.
    [[nodiscard]] virtual Result<PointList> storePoint(const NamedOperatingPoint &point);
    [[nodiscard]] virtual Result<PointList> choosePoint(const std::string &name);
    [[nodiscard]] virtual Result<PointList> removePoint(const std::string &name);
    [[nodiscard]] virtual Result<PointList> importPoints(const std::string &document);
    [[nodiscard]] virtual Result<std::string> exportPoints(const std::vector<std::string> &names);
    // Scores and labels of a split; empty: validation, or the first that has scores.
    [[nodiscard]] virtual Result<WorkbenchContents> workbench(const std::string &split, const std::stop_token &stop);

    // As makeReport() and exportFrom(). A source without figures refuses.
    [[nodiscard]] virtual Result<EvaluationContents> evaluation(const ReportRequest &request, const Progress &progress,
                                                                const std::stop_token &stop);
    [[nodiscard]] virtual Result<ExportOutcome> exportTo(const ExportRequest &request,
                                                         const std::filesystem::path &target, const Progress &progress,
                                                         const std::stop_token &stop);

    // The audit. A source without one has no verdicts, and refuses them.
    // As auditMaterial(); empty `split`: of all clips.
    [[nodiscard]] virtual Result<AuditMaterial> auditMaterial(const std::string &split, const std::stop_token &stop);
    [[nodiscard]] virtual Result<AuditRecord> auditRecord(const std::stop_token &stop);
    // Stored when it returns, all or none; the answer is the entries as they are stored.
    [[nodiscard]] virtual Result<std::vector<Verdict>> addVerdicts(const std::vector<Verdict> &verdicts);
    // Likewise; the answer is all regions of the clips concerned that hold.
    [[nodiscard]] virtual Result<std::vector<MarkedRegion>>
    changeMarkedRegions(const std::vector<MarkedRegion> &additions, const std::vector<MarkedRegion> &removals);

    // As tagscope::mergeAudit() with the project of this file, which is only read; or previewMerge().
    [[nodiscard]] virtual Result<MergeReport> mergeAudit(const std::filesystem::path &other, UnknownPairs unknown,
                                                         bool isPreview, const std::stop_token &stop);

    // As the functions of these names in core/exchange/import_audit.h.
    [[nodiscard]] virtual Result<AuditImportReport> importVerdicts(const std::filesystem::path &file);
    [[nodiscard]] virtual Result<AuditImportReport> importRegions(const RegionImport &import,
                                                                  const std::stop_token &stop);

    // What is stored of all clips. A source without any has nothing.
    [[nodiscard]] virtual Result<ClipFigures> figures(const std::stop_token &stop);
    // Changes; each is stored when it returns, whole or not at all. A source that cannot be changed refuses them.
    [[nodiscard]] virtual Result<void> setSplits(const std::vector<SplitOfClip> &splits);
    // An empty path: the clip's recording was never found.
    [[nodiscard]] virtual Result<void> setPlaces(const std::vector<FoundMedia> &places);
    [[nodiscard]] virtual Result<ImportReport> import(const ImportRequest &request, const Progress &progress,
                                                      const std::stop_token &stop);
    // Looks for missing media in the folder and below it, by name and then by content; changes nothing.
    [[nodiscard]] virtual Result<LocateOutcome> locate(const std::filesystem::path &folder, const Progress &progress,
                                                       const std::stop_token &stop);
    // Something small under a key, as JSON; nothing where there is none.
    [[nodiscard]] virtual Result<std::optional<std::string>> setting(const std::string &key);
    [[nodiscard]] virtual Result<void> setSetting(const std::string &key, const std::string &json);
};

// Called on a worker thread, where it may also load models.
using ExplainFunction = std::function<Result<Answer>(const ClipAnalysis &clip, const Question &question,
                                                     const Progress &progress, std::stop_token stop)>;

using OpenProjectFunction = std::function<Result<std::shared_ptr<ProjectSource>>(const std::filesystem::path &file,
                                                                                 const std::stop_token &stop)>;
// Makes the demo project in a directory where there is none yet, without its media; the answer is its file.
using MakeDemoFunction =
    std::function<Result<std::filesystem::path>(const std::filesystem::path &directory, const std::stop_token &stop)>;

// Makes a project; nothing of it stays where it fails or is cancelled.
using CreateProjectFunction = std::function<Result<ImportReport>(const NewProject &wanted, const Progress &progress,
                                                                 const std::stop_token &stop)>;
// The media files in a folder and below it, in order of their paths.
using FindMediaFunction = std::function<Result<std::vector<std::filesystem::path>>(const std::filesystem::path &folder,
                                                                                   const std::stop_token &stop)>;

} // namespace tagscope::ui
