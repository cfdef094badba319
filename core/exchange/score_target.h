// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/clip_finder.h"
#include "core/exchange/exact_scores.h"
#include "core/exchange/import_scores.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tagscope {

// Where an import's scores go: finds clips and events, and says what it did not find. One thread.
class ScoreTarget {
public:
    // Errors: Inconsistent (a name that the request cannot have), those of Project.
    [[nodiscard]] static Result<ScoreTarget> of(const Project &project, const ScoreImport &request);

    // The event of each class; nothing for one that stands for none. No names: the project's events in order.
    // Error: Inconsistent (none at all stands for an event; two that mean the same without the map saying so; another
    // count than that of the events).
    [[nodiscard]] Result<std::vector<std::optional<int>>> eventsOf(const std::vector<std::string> &classes,
                                                                   std::size_t count);
    // The one clip that the name is about and that has no scores yet. Errors, for a row: Inconsistent.
    [[nodiscard]] Result<std::size_t> clipOf(const std::string &name, bool isFile);
    // Takes a clip's probabilities, by class; `events` of eventsOf(). The clip's row in events' order.
    void take(std::size_t clip, std::span<const double> values, const std::vector<std::optional<int>> &events);

    // What is to be stored and reported, after all were taken.
    [[nodiscard]] std::vector<ClipScore> scores() const;
    [[nodiscard]] ExactScores exact() const;
    void complete(ScoreImportReport &report) const;
    // Stores the scores and where they are from in one transaction with `alsoStore`. Errors: those of Project.
    [[nodiscard]] Result<void> store(Project &project, const ScoreImport &request, const ScoreImportReport &report,
                                     const std::function<Result<void>()> &alsoStore = {}) const;

    [[nodiscard]] const std::vector<Clip> &clips() const { return finder_.clips(); }
    [[nodiscard]] const std::vector<std::string> &events() const { return events_; }

private:
    ScoreTarget(const Project &project, std::vector<Clip> clips, const ScoreImport &request);

    std::filesystem::path project_;
    ClipFinder finder_;
    EventFinder eventFinder_;
    std::vector<std::string> events_;
    bool isMapped_;
    std::vector<bool> isEventThere_;
    std::map<std::string, bool> otherClasses_;
    std::map<std::size_t, std::vector<double>> scores_; // by clip
};

} // namespace tagscope
