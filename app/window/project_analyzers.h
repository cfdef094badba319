// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/project/project.h"

#include <memory>
#include <mutex>
#include <string>

namespace tagscope {

// The analyzers of a project: with its own models, and with the network of a training run. They are loaded when they
// are first wanted, on the thread that wants them. Thread-safe.
class ProjectAnalyzers {
public:
    // `project` outlives it.
    explicit ProjectAnalyzers(const Project &project) : project_(project) {}

    // Errors: those of loadModelsFor() and projectSettings().
    [[nodiscard]] Result<std::shared_ptr<const Analyzer>> own();
    // The best network of the run in place of the project's CRNN, as it is now: a better one since the last call is
    // loaded. Errors: also Unreadable where the run has none yet.
    [[nodiscard]] Result<std::shared_ptr<const Analyzer>> ofRun(const std::string &run);
    // The one that made a result of these models: own(), or that of a run whose network is loaded. Errors: those of
    // own(); Inconsistent where the network is loaded no more.
    [[nodiscard]] Result<std::shared_ptr<const Analyzer>> maker(const ModelsUsed &models);
    // The video branch of own(), whose results in the cache serve them all.
    [[nodiscard]] Result<std::shared_ptr<const Analyzer>> video();

    // The project's settings are others now: analyzers are made anew with the next wish.
    void forgetSettings();
    void forgetModels(); // others are registered now: likewise

private:
    [[nodiscard]] Result<std::shared_ptr<const Models>> models();
    [[nodiscard]] Result<std::shared_ptr<const Analyzer>> analyzerFor(const std::shared_ptr<const Models> &models,
                                                                      Branches branches) const;
    [[nodiscard]] Result<LoadedModel<AudioTagger>> networkOf(const std::string &run) const;

    const Project &project_;
    std::mutex mutex_;
    std::shared_ptr<const Models> models_;
    std::shared_ptr<const Analyzer> own_;
    std::shared_ptr<const Analyzer> video_;
    std::shared_ptr<const Analyzer> ofRun_; // the latest
};

} // namespace tagscope
