// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tagscope {

// Results of analysis on disk, one file a window or clip, in a directory named after what they follow from: the media's
// content, the models and the stages' settings but for the mapping, which is done again for what is found. Each
// has its SHA-256 behind it. A file that is missing, damaged or of another version is simply not there; writing is
// atomic, and a failure to write costs only time. Thread-safe between different recordings.
class ResultCache {
public:
    // `root` empty: nothing is found and nothing is kept.
    ResultCache(const std::filesystem::path &root, const std::string &mediaHash, const ModelsUsed &models,
                const AnalysisSettings &settings);

    struct EndOfRecording {};
    // What is known under `key`, which says what part of the recording and which branches: the stages, that there is
    // no such window, or nothing. A key is a file's name: letters, digits, dots and dashes.
    [[nodiscard]] std::optional<std::variant<ClipAnalysis, EndOfRecording>> find(std::string_view key) const;

    void keep(std::string_view key, const ClipAnalysis &clip) const;
    void keepEnd(std::string_view key) const;

private:
    [[nodiscard]] std::filesystem::path fileOf(std::string_view key) const;

    std::filesystem::path directory_; // empty: none
};

} // namespace tagscope
