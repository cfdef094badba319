#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/analysis/models.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace tagscope {

// The settings of the program's own class list resources/classes/dcase2017-task4.tsv with its defaults.
[[nodiscard]] Result<AnalysisSettings> defaultSettings();

// A window of a recording.
struct ClipWindow {
    Seconds start{0};
    Seconds duration{0};
};

// The windows a recording is cut into: one for a recording of up to clipDuration; else consecutive ones, the last
// shorter (left out below 1 s, where it is not the only one).
[[nodiscard]] std::vector<ClipWindow> windowsOf(Seconds recording, Seconds clipDuration);

// Analyses recordings with fixed models and settings. Immutable; analyse() may be called from several threads.
class Analyzer {
public:
    // `cache`: a directory for results (core/base/paths.h); empty: none.
    Analyzer(std::shared_ptr<const Models> models, AnalysisSettings settings, std::filesystem::path cache = {});

    // Called with each window's result in order, before the next window is looked at.
    using Receive = std::function<void(ClipAnalysis)>;

    // Cuts the recording into windows and hands over each one's analysis; memory is constant in the recording's length.
    // Results come from the cache where the same media, models and settings were analysed before.
    // Errors: those of probeMedia(), Cancelled; what is missing without being an error is in the notes.
    [[nodiscard]] Result<void> analyse(const std::filesystem::path &media, const Receive &receive,
                                       const Progress &progress = {}, std::stop_token stop = {}) const;

    // The fused probabilities and tags anew, for other weights and thresholds: immediate.
    static void applyOperatingPoint(ClipAnalysis &clip, const OperatingPoint &point);

    [[nodiscard]] const AnalysisSettings &settings() const;
    [[nodiscard]] const Models &models() const;

private:
    std::shared_ptr<const Models> models_;
    AnalysisSettings settings_;
    std::filesystem::path cache_;
    Matrix cosine_; // objects x events; empty without vectors
};

} // namespace tagscope
