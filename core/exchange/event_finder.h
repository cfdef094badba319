// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/words/class_lists.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tagscope {

// Other people's labels, in normal form, and the names of the project's events that they stand for.
using LabelMap = std::map<std::string, std::string>;

// Two columns, label and event, separated by tabs; an empty event leaves the label out. Errors: Unreadable, Malformed.
[[nodiscard]] Result<LabelMap> readLabelMap(const std::filesystem::path &file);

// The event that a label means: by its name or AudioSet's id, compared in normal form (core/base/unicode_text.h), or as
// the map has it.
class EventFinder {
public:
    EventFinder(const std::vector<EventClass> &events, LabelMap map);

    [[nodiscard]] std::optional<int> find(const std::string &label) const;
    // As find(); a label that means nothing becomes an event after the others.
    [[nodiscard]] int findOrAdd(const std::string &label);
    [[nodiscard]] const std::vector<std::string> &added() const { return added_; } // in that order
    [[nodiscard]] std::vector<std::string> names() const;                          // all that find() knows

private:
    std::unordered_map<std::string, int> exact_;
    std::unordered_map<std::string, int> byForm_;
    LabelMap map_;
    std::vector<std::string> names_;
    std::vector<std::string> added_;
    int count_ = 0;
};

// Gives the project the events, each its own word. Errors: those of Project::editEvents().
[[nodiscard]] Result<void> addEvents(Project &project, const std::vector<std::string> &names);

} // namespace tagscope
