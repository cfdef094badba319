// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/demo_media.h"
#include "app/window/project_analyzers.h"
#include "core/project/project.h"
#include "core/training/training_progress.h"
#include "ui/document/clip_analyst.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace tagscope {

// The models of a project file on this computer, for the window. Thread-safe as ClipAnalyst says.
class LocalAnalyst : public ui::ClipAnalyst {
public:
    // For writing; for reading only where another program has it for writing. Errors: those of Project::open().
    [[nodiscard]] static Result<std::shared_ptr<ui::ClipAnalyst>> open(const std::filesystem::path &file,
                                                                       const std::stop_token &stop);
    // The demo's project file; made with the default size and seed where the directory has none.
    [[nodiscard]] static Result<std::filesystem::path> makeDemo(const std::filesystem::path &directory,
                                                                const std::stop_token &stop);

    LocalAnalyst(Project project, std::unique_ptr<DemoMedia> demo);

    [[nodiscard]] Result<std::vector<ui::SplitReadiness>> readiness(const std::stop_token &stop) override;
    [[nodiscard]] Result<std::filesystem::path> provideMedia(ClipId clip, const std::stop_token &stop) override;
    [[nodiscard]] Result<ClipAnalysis> analyse(ClipId clip, const std::string &run, const Progress &progress,
                                               const std::stop_token &stop) override;
    [[nodiscard]] Result<std::vector<ClipId>> unscored(const std::vector<ClipId> &clips,
                                                       const std::stop_token &stop) override;
    [[nodiscard]] Result<void> keepScores(ClipId clip, const ClipAnalysis &analysis) override;
    [[nodiscard]] Result<std::vector<std::string>> makePoints(bool isSplitDone, const std::stop_token &stop) override;
    [[nodiscard]] Result<std::vector<ObjectProbability>> objectsOf(const ClipAnalysis &clip, int picture,
                                                                   const std::stop_token &stop) override;
    [[nodiscard]] Result<Matrix> cosines(const std::stop_token &stop) override;
    [[nodiscard]] Result<ProjectMapping> applyMapping(const MappingOptions &mapping, const Progress &progress,
                                                      const std::stop_token &stop) override;
    [[nodiscard]] Result<ProjectMapping> mapAgain(const Progress &progress, const std::stop_token &stop) override;
    [[nodiscard]] Result<void> restoreVideo(const VideoState &state) override;
    [[nodiscard]] Result<ClassFeeds> classFeeds(const ClipAnalysis *clip, const std::stop_token &stop) override;
    [[nodiscard]] Result<SettingTexts> feedChange(const std::string &event,
                                                  const std::optional<std::vector<std::string>> &classes) override;
    [[nodiscard]] Result<Answer> explain(const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                         const std::stop_token &stop) override;
    [[nodiscard]] Result<ActivationSource> activations(const ExportRequest &request) override;
    [[nodiscard]] Result<void> prepareTraining(const Progress &progress, const std::stop_token &stop) override;
    [[nodiscard]] Result<TrainingOutcome> train(const ui::TrainingRequest &request, const TrainingObserver &observer,
                                                const std::stop_token &stop) override;
    void setTrainingPaused(bool isPaused) override;
    void reloadModels() override { analyzers_.forgetModels(); }
    [[nodiscard]] Result<PredictionOutcome> scoreWith(const std::string &run, const Progress &progress,
                                                      const std::stop_token &stop) override;

private:
    [[nodiscard]] Result<PredictionOutcome> scoreWithHead(const std::string &run, const std::filesystem::path &head,
                                                          const Progress &progress, const std::stop_token &stop);
    [[nodiscard]] Result<Clip> clipOf(ClipId clip);
    [[nodiscard]] Result<std::vector<float>> heardByOwn(ClipId clip);
    void keepHash(const Clip &clip, const std::string &sha256);
    [[nodiscard]] Result<void> makeAllMedia(const Progress &progress, const std::stop_token &stop);

    ProjectAnalyzers analyzers_;
    std::unique_ptr<DemoMedia> demo_; // null where it is none
    TrainingControl control_;
    std::mutex mutex_;
    std::unordered_map<ClipId, std::filesystem::path> made_; // media that the project could not be told of
    std::unordered_map<std::string, std::string> hashes_;    // stored of media, by path
};

} // namespace tagscope
