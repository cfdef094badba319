// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What one annotator is given to judge: a project file of its own with the clips, the pages and the settings of the
// sitting, and nothing that would tell what others think: no labels, scores, verdicts, order's name or splits.
namespace tagscope {

// The setting of a project that makes it a task.
inline constexpr std::string_view kTaskKey = "task";

// A clip with all its events that are asked, in that order.
struct TaskPage {
    ClipId clip = 0;
    std::vector<int> events; // indices into the project's classes

    friend bool operator==(const TaskPage &, const TaskPage &) = default;
};

struct AuditTask {
    std::string plan; // the id of the plan that it belongs to
    std::string annotator;
    std::vector<AuditStage> stages; // in the order in which they open; at least one
    std::vector<TaskPage> pages;
    bool mayAddEvents = false; // "I hear something else" may name an event that the project does not have

    friend bool operator==(const AuditTask &, const AuditTask &) = default;
};

// Of a project that is a task; nothing of another. Errors: those of Project; Malformed (the setting was damaged).
[[nodiscard]] Result<std::optional<AuditTask>> taskOf(const Project &project);

// Makes `file` a task with the clips that its pages name; media are named by path and, where it is known, by SHA-256.
// `project`: whose clips and events the pages name. Errors: Inconsistent (there is such a file), those of Project.
[[nodiscard]] Result<void> writeTask(const Project &project, const AuditTask &task, const std::filesystem::path &file);

// "Anna Maria" is "Anna_Maria.task.tagscope": what not every system takes in a file's name becomes "_".
[[nodiscard]] std::string taskFileName(const std::string &annotator);

} // namespace tagscope
