// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// Taking labels, predictions and verdicts out of a project, for other programs.
namespace tagscope {

enum class ExportContent {
    Labels,
    Tags,        // at an operating point
    Scores,      // of one branch or fused, clip by clip
    Verdicts,    // of annotators, those that hold
    Activations, // over time
    Corrected,   // the labels with what the audit decided (Truth::Audited)
    Patch,       // the labels that the audit changes, with the reasons
    History,     // all that annotators ever said, by which an audit can be restored
    Regions,     // that annotators marked: the formats of core/formats/region_format.h
    Detections,  // regions where the activations are above a threshold, in the same formats
    Missing      // the media that are not there: where they can be had
};

// What an export is written as.
struct ExportFormat {
    std::string_view id;    // "dcase2017", on the command line, for ever
    std::string_view title; // a proper name, the same in every language
    enum class Layout { List, FileForEachClip, Folder } layout = Layout::List; // all but lists make a directory
};

// What becomes of regions of one event that several annotators marked.
enum class RegionJoin {
    Union,    // one, where they overlap or touch
    Majority, // where more than half of them marked it
    Apart     // they stay as they are
};

enum class ScoreKind { Audio, Video, Fused };

// "labels", "tags", …
[[nodiscard]] std::optional<ExportContent> exportContentNamed(std::string_view name);
[[nodiscard]] std::string_view nameOf(ExportContent content);
[[nodiscard]] std::vector<std::string_view> exportContentNames();
[[nodiscard]] std::vector<ExportFormat> formatsOf(ExportContent content);
[[nodiscard]] bool isOffered(ExportContent content, std::string_view format);
[[nodiscard]] std::vector<ExportFormat> exportFormats(); // of all contents

// The activations of a clip, on its own grid.
struct ClipActivations {
    Matrix values;    // steps x the project's events
    Seconds first{0}; // where the first step begins
    Seconds hop{0};
};

// Where activations come from; nothing for a clip without.
struct ActivationSource {
    std::function<Result<std::optional<ClipActivations>>(const std::string &clip)> of;
};

struct ExportRequest {
    ExportContent content = ExportContent::Tags;
    std::string format = "dcase2017";            // the id of one
    std::string split;                           // empty: all clips
    std::string point;                           // for tags and scores; empty: that which `evaluate` shows
    ScoreKind scores = ScoreKind::Fused;         // for Scores
    std::string source;                          // for Scores of a branch: this one's, whatever a point takes
    std::optional<ActivationSource> activations; // for Activations and Detections
    double threshold = 0.5;                      // for Detections
    std::string annotator;                       // of Regions; empty: of all
    std::optional<RegionJoin> join;              // of Regions of all; nothing: Union, which is then said
    bool forSpreadsheets = false;                // of csv: no cell is a formula (spreadsheet_cells.h)
    std::string programVersion;
};

struct ExportOutcome {
    std::size_t clips = 0;
    std::size_t files = 0;
    std::vector<std::string> without; // clips that had nothing to write: no scores or activations
    std::vector<Message> notes;       // sentences
};

// Writes to `target`, which is the old file or the whole new one, whatever happens; a directory must not be there yet,
// or be empty. An untagged clip is a line of its own in DCASE lists; the tags of a split, scored against its labels,
// give the figures of evaluate().
// Errors: Inconsistent (a format that the content does not have; no such split or operating point; nothing to write; a
// name that the format cannot hold), Unreadable (cannot be written), those of Project, Cancelled.
[[nodiscard]] Result<ExportOutcome> exportFrom(const Project &project, const ExportRequest &request,
                                               const std::filesystem::path &target, const Progress &progress = {},
                                               std::stop_token stop = {});

} // namespace tagscope
