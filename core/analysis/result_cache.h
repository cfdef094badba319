#pragma once

#include "core/analysis/clip_analysis.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace tagscope {

// Results of analysis on disk, one file a window, in a directory named after what they follow from: the media's
// content, the models and the stages' settings. A file that is missing, damaged or of another version is simply not
// there; writing is atomic, and a failure to write costs only time. Thread-safe between different recordings.
class ResultCache {
public:
    // `root` empty: nothing is found and nothing is kept.
    ResultCache(const std::filesystem::path &root, const std::string &mediaHash, const ModelsUsed &models,
                const AnalysisSettings &settings);

    struct EndOfRecording {};
    // What is known of window `index`: its stages, that there is no such window, or nothing.
    [[nodiscard]] std::optional<std::variant<ClipAnalysis, EndOfRecording>> find(std::int64_t index) const;

    void keep(std::int64_t index, const ClipAnalysis &clip) const;
    void keepEnd(std::int64_t index) const;

private:
    [[nodiscard]] std::filesystem::path fileOf(std::int64_t index) const;

    std::filesystem::path directory_; // empty: none
};

} // namespace tagscope
