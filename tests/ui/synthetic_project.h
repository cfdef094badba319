// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/project_source.h"

#include <atomic>
#include <chrono>
#include <map>
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
};

// Analyses are synthetic clips; training counts batches and follows a made-up curve. Looks at the stop token between
// sleeps of a millisecond.
class SyntheticProject : public ui::ProjectSource {
public:
    SyntheticProject(std::filesystem::path file, const ProjectMake &make);

    [[nodiscard]] Result<ui::ProjectContents> read(const std::stop_token &stop) override;
    [[nodiscard]] Result<std::vector<ui::SplitReadiness>> readiness(const std::stop_token &stop) override;
    [[nodiscard]] Result<std::filesystem::path> provideMedia(ClipId clip, const std::stop_token &stop) override;
    [[nodiscard]] Result<ClipAnalysis> analyse(ClipId clip, const std::string &run, const Progress &progress,
                                               const std::stop_token &stop) override;
    [[nodiscard]] Result<ui::ClipAnnotations> annotations(ClipId clip, const std::stop_token &stop) override;
    [[nodiscard]] Result<std::vector<ObjectProbability>> objectsOf(const ClipAnalysis &clip, int picture,
                                                                   const std::stop_token &stop) override;
    [[nodiscard]] Result<Matrix> cosines(const std::stop_token &stop) override;
    [[nodiscard]] Result<ProjectMapping> applyMapping(const MappingOptions &mapping, const Progress &progress,
                                                      const std::stop_token &stop) override;
    [[nodiscard]] Result<void> restoreVideo(const VideoState &state) override;
    [[nodiscard]] Result<Answer> explain(const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                         const std::stop_token &stop) override;
    [[nodiscard]] Result<void> prepareTraining(const Progress &progress, const std::stop_token &stop) override;
    [[nodiscard]] Result<TrainingOutcome> train(const ui::TrainingRequest &request, const TrainingObserver &observer,
                                                const std::stop_token &stop) override;
    void setTrainingPaused(bool isPaused) override;

    // Of every third clip no scores; what changes it is kept in memory.
    [[nodiscard]] Result<ClipFigures> figures(const std::stop_token &stop) override;
    [[nodiscard]] Result<void> setSplits(const std::vector<SplitOfClip> &splits) override;
    [[nodiscard]] Result<void> setPlaces(const std::vector<FoundMedia> &places) override;
    [[nodiscard]] Result<ImportReport> import(const ImportRequest &request, const Progress &progress,
                                              const std::stop_token &stop) override;
    // All missing media, by content, under their clips' names.
    [[nodiscard]] Result<ui::LocateOutcome> locate(const std::filesystem::path &folder, const Progress &progress,
                                                   const std::stop_token &stop) override;
    [[nodiscard]] Result<std::optional<std::string>> setting(const std::string &key) override;
    [[nodiscard]] Result<void> setSetting(const std::string &key, const std::string &json) override;
    // Audio as of figures(), video the same mirrored. What annotators say is kept in memory, and refused where the
    // annotator is called "nobody".
    [[nodiscard]] Result<AuditMaterial> auditMaterial(const std::string &split, const std::stop_token &stop) override;
    [[nodiscard]] Result<ui::AuditRecord> auditRecord(const std::stop_token &stop) override;
    [[nodiscard]] Result<std::vector<Verdict>> addVerdicts(const std::vector<Verdict> &verdicts) override;
    [[nodiscard]] Result<std::vector<MarkedRegion>>
    changeMarkedRegions(const std::vector<MarkedRegion> &additions, const std::vector<MarkedRegion> &removals) override;
    [[nodiscard]] MappingOptions currentMapping();

private:
    [[nodiscard]] std::vector<ui::LabelledClip> clips() const;

    std::filesystem::path file_;
    ProjectMake make_;
    std::map<ClipId, std::string> splits_; // as they were changed
    std::map<ClipId, FoundMedia> places_;
    std::map<std::string, std::string> settings_;
    std::size_t imported_ = 0;
    std::vector<Verdict> verdicts_;
    std::vector<MarkedRegion> regions_; // that hold
    mutable std::mutex mutex_;
    MappingOptions mapping_;
    std::atomic<bool> isPaused_ = false;
    std::atomic<bool> hasFeatures_ = false;
};

// An epoch of a made-up run: loss falls, micro F1 rises and falls a little.
[[nodiscard]] EpochReport syntheticEpoch(int epoch, double speed);

// Opens a project of any name but "*.broken"; "*.demo" or "demo.tagscope" makes media.
[[nodiscard]] Result<std::shared_ptr<ui::ProjectSource>> openSyntheticProject(const std::filesystem::path &file,
                                                                              const std::stop_token &stop);

} // namespace tagscope::test
