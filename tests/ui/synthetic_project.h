// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/clip_analyst.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace tagscope::test {

// What a synthetic project holds and how fast it works.
struct ProjectMake {
    std::size_t clips = 20; // every tenth without media, unless it makes them; the first two labelled with two events
    bool makesMedia = false;
    int runs = 2; // of 20 epochs each
    std::chrono::milliseconds analysis{5};
    std::chrono::milliseconds batch{2};
    int batches = 20; // an epoch
    bool doesTrainingFail = false;
    bool isJudged = false;     // every tenth clip by two annotators, who differ about each other of these
    bool hasPoint = true;      // an operating point, that listens to the sound alone
    bool refusesNobody = true; // what the annotator of this name says; its file is then no project for others
};

// A real project in a temporary file, with scores of two clips in three, and what lists say of every fourth.
// Analyses are synthetic clips; training counts batches and follows a made-up curve.
// Looks at the stop token between sleeps of a millisecond.
class SyntheticProject : public ui::ClipAnalyst {
public:
    SyntheticProject(std::filesystem::path file, const ProjectMake &make);

    [[nodiscard]] Result<std::vector<ui::SplitReadiness>> readiness(const std::stop_token &stop) override;
    [[nodiscard]] Result<std::filesystem::path> provideMedia(ClipId clip, const std::stop_token &stop) override;
    [[nodiscard]] Result<ClipAnalysis> analyse(ClipId clip, const std::string &run, const Progress &progress,
                                               const std::stop_token &stop) override;
    // All of a project that makes media, none of others.
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
    [[nodiscard]] Result<PredictionOutcome> scoreWith(const std::string &run, const Progress &progress,
                                                      const std::stop_token &stop) override;

    [[nodiscard]] MappingOptions currentMapping();

private:
    std::filesystem::path file_; // as it was opened: there may be none
    ProjectMake make_;
    mutable std::mutex mutex_;
    MappingOptions mapping_;
    std::atomic<bool> isPaused_ = false;
    std::atomic<bool> hasFeatures_ = false;
};

// The project of a SyntheticProject: of this file, made where its directory has none; where there is no such directory,
// in a file of this name that goes with the program.
[[nodiscard]] Project syntheticStore(const std::filesystem::path &name, const ProjectMake &make);

// An epoch of a made-up run: loss falls, micro F1 rises and falls a little.
[[nodiscard]] EpochReport syntheticEpoch(int epoch, double speed);

// Opens a project of any name but "*.broken"; "*.demo" or "demo.tagscope" makes media.
[[nodiscard]] Result<std::shared_ptr<ui::ClipAnalyst>> openSyntheticProject(const std::filesystem::path &file,
                                                                            const std::stop_token &stop);

} // namespace tagscope::test
