// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "ui/document/sources.h"

#include <memory>
#include <mutex>

namespace tagscope {

// Analyses with the registered models, which it loads with the first clip, on the thread that wants it: the window is
// there before them. Thread-safe.
class AnalysisSource {
public:
    [[nodiscard]] Result<void> analyse(const std::filesystem::path &media,
                                       const std::function<void(ClipAnalysis)> &receive, const Progress &progress,
                                       const std::stop_token &stop);

    // One of the windows that analyse() hands over.
    [[nodiscard]] Result<ClipAnalysis> analyseWindow(const std::filesystem::path &media, Seconds start,
                                                     const std::stop_token &stop);

    // As Analyzer's.
    [[nodiscard]] Result<std::vector<ObjectProbability>> objectsOf(const ClipAnalysis &clip, int picture,
                                                                   const std::stop_token &stop);
    [[nodiscard]] Result<Matrix> cosines();
    // About a clip that analyse() gave. As tagscope::explain().
    [[nodiscard]] Result<Answer> explain(const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                         const std::stop_token &stop);

    // Other models are registered: they are loaded with the next clip.
    void reload();

private:
    [[nodiscard]] Result<std::shared_ptr<const Analyzer>> analyzer();

    std::mutex mutex_;
    std::shared_ptr<const Analyzer> analyzer_; // null until loaded; a failure is tried again with the next clip
};

} // namespace tagscope
