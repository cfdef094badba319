// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/analysis/window_reader.h"
#include "core/audio/log_mel.h"
#include "core/media/media_info.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace tagscope {

// What the analysis of any part of a recording is made with. The references outlive it.
struct AnalysisTools {
    const Models &models;
    const AnalysisSettings &settings;
    const Matrix &cosine;      // objects x events; empty without vectors
    const AudioTagger *tagger; // null where absent or of another make
    Branches branches;
};

// An opened recording on its way through the stages, without any cache. One thread.
class RecordingAnalysis {
public:
    // Errors: those of probeMedia() and of the readers.
    [[nodiscard]] static Result<RecordingAnalysis> open(const std::filesystem::path &media, const AnalysisTools &tools,
                                                        const std::stop_token &stop);

    [[nodiscard]] const MediaInfo &info() const { return info_; }

    // What the stages of a window find. Nothing where it holds nothing, or less than `shortest`.
    [[nodiscard]] Result<std::optional<ClipAnalysis>> analyse(const Window &window, Seconds shortest,
                                                              const Progress &progress, const std::stop_token &stop);

    // The sound of the window added to what its pictures gave before.
    [[nodiscard]] Result<void> addSound(ClipAnalysis &clip, const Window &window, const std::stop_token &stop);

private:
    RecordingAnalysis(const AnalysisTools &tools, MediaInfo info, LogMel logMel, WindowReader reader,
                      std::optional<WindowReader> taggerReader);
    [[nodiscard]] Result<AudioAnalysis> soundOf(const std::vector<float> &samples, const Window &window,
                                                const std::stop_token &stop);

    void noteDamage(ClipAnalysis &clip, const Window &window);

    AnalysisTools tools_;
    MediaInfo info_;
    LogMel logMel_;
    WindowReader reader_;
    std::optional<WindowReader> taggerReader_; // of the sound at the tagger's own rate, where it has one
};

} // namespace tagscope
