#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/analysis/models.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

namespace tagscope {

// The settings for the program's own class list, resources/classes/dcase2017-task4.tsv, with its weights and
// thresholds.
[[nodiscard]] Result<AnalysisSettings> defaultSettings();

// The settings for any class list, all else by default.
[[nodiscard]] AnalysisSettings settingsFor(std::vector<EventClass> events);

// Analyses recordings with fixed models and settings. Immutable; analyse() may be called from several threads.
class Analyzer {
public:
    // A last window shorter than this is left out, unless it is the only one: AudioSet's "10 s" clips are often a few
    // hundredths longer.
    static constexpr Seconds kShortestLastWindow{1.0};

    // `cache`: a directory for results (core/base/paths.h); empty: none.
    Analyzer(std::shared_ptr<const Models> models, AnalysisSettings settings, std::filesystem::path cache = {});

    // Called with each window's result in order, before the next window is looked at.
    using Receive = std::function<void(ClipAnalysis)>;

    // Cuts the recording into windows of settings.clipDuration and hands over each one's analysis; memory is constant
    // in the recording's length. Results come from the cache where the same media, models and settings were analysed
    // before, also the first part of a recording whose analysis was stopped.
    // Errors: those of probeMedia(), Cancelled; what is missing without being an error is in the notes.
    [[nodiscard]] Result<void> analyse(const std::filesystem::path &media, const Receive &receive,
                                       const Progress &progress = {}, std::stop_token stop = {}) const;

    [[nodiscard]] const AnalysisSettings &settings() const { return settings_; }
    [[nodiscard]] const Models &models() const { return *models_; }

private:
    std::shared_ptr<const Models> models_;
    AnalysisSettings settings_;
    std::filesystem::path cache_;
    Matrix cosine_;                 // objects x events; empty without vectors
    std::string whyCrnnDoesNotFit_; // empty where it does, or there is none
};

// The fused probabilities and tags of an analysed clip anew, for other weights and thresholds: immediate.
void applyOperatingPoint(ClipAnalysis &clip, const OperatingPoint &point);

} // namespace tagscope
