// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Which of a project's operating points judges its clips, and handing points to other projects.
namespace tagscope {

// "by hand": the method of an operating point that a person has set. Nothing that tunes writes over it.
inline constexpr std::string_view kByHand = "by hand";

// The point that was chosen; else the newest for audio and video, else the newest of all. Nothing where there is none.
[[nodiscard]] Result<std::optional<NamedOperatingPoint>> chosenPoint(const Project &project);
// Empty: the default. Errors: Inconsistent (no such point), those of Project.
[[nodiscard]] Result<void> choosePoint(Project &project, std::string_view name);

// Stores it under its name; one set by hand may take the place of another set by hand. Errors: Inconsistent where
// another point has the name, those of Project.
[[nodiscard]] Result<void> storePoint(Project &project, const NamedOperatingPoint &point);

// The same, and the point that judges the project's clips stays it: what was not chosen so far is chosen now.
[[nodiscard]] Result<void> storePointBeside(Project &project, const NamedOperatingPoint &point);

// Remembers what the point of this name was tuned on (digestOf(), core/fusion/tuning_digest.h). Errors: those of
// Project.
[[nodiscard]] Result<void> rememberTuning(Project &project, const std::string &point, const std::string &digest);

// The operating points of a project. A value.
struct PointList {
    std::vector<NamedOperatingPoint> points;  // newest first
    std::string chosen;                       // the one that judges the project's clips; empty where there is none
    std::vector<NamedOperatingPoint> history; // each as it was each time when it was stored, the latest first
    std::map<std::string, std::string> tunedOn = {}; // by name, what it was tuned on, as far as that is remembered
};

// An older version's project that is opened for reading only has no history. Errors: those of Project.
[[nodiscard]] Result<PointList> pointList(const Project &project);

// A name that no point has: `wanted`, else with the first free number from 2 on.
[[nodiscard]] std::string freeName(std::span<const NamedOperatingPoint> points, const std::string &wanted);

// The points as one JSON document, with what their scores were made by: the runs' settings, the models and settings of
// the video branch. Errors: Inconsistent (no such point), those of Project.
[[nodiscard]] Result<std::string> exportPoints(const Project &project, std::span<const std::string> names);

// The points of such a document, for the project's events. Stores nothing.
// Errors: Malformed, Unsupported (of a later version), Inconsistent (other events), naming what is wrong.
[[nodiscard]] Result<std::vector<NamedOperatingPoint>> pointsIn(const Project &project, std::string_view document);

// Stores them under their names, or under free ones where a name is taken; the answer is the names.
[[nodiscard]] Result<std::vector<std::string>> importPoints(Project &project, std::string_view document);

} // namespace tagscope
