// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/event_finder.h"
#include "core/exchange/import_report.h"
#include "core/formats/foreign_scores.h"
#include "core/jobs/progress.h"
#include "core/project/project.h"
#include "core/project/score_origin.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// Bringing another system's scores and activations into a project, as a source beside the others.
namespace tagscope {

// How a clip's probability comes of its activations.
enum class ScorePooling { Maximum, Mean };

struct ScoreImport {
    // Tables (CSV, TSV), arrays (.npy), JAMS files; of activations a file a clip, or folders of them.
    std::vector<std::filesystem::path> files;
    Branch branch = Branch::Audio;
    std::string name; // of the source; one that was imported before is replaced as a whole
    ScoreScale scale = ScoreScale::Probability;
    std::filesystem::path clipNames = {};  // of an array: a name a line; empty: NAME.clips.txt beside it
    std::filesystem::path classNames = {}; // of an array; empty: NAME.classes.txt, else the project's events
    LabelMap classes = {};                 // classes that mean events of another name; an event gets their maximum
    std::string encoding = {};             // of tables, by ICU's names; empty: found out
    std::string labelColumn = {};          // of detections; empty: found out
    // Of activations:
    ScorePooling pooling = ScorePooling::Maximum;
    std::optional<Seconds> hop = {}; // of arrays; nothing: grid.json beside them says
    Seconds first{0};                // where an array's first step begins
    bool isDryRun = false;           // all is read and reported, nothing is stored
    bool isUsed = false;             // the branch takes them from now on; stored with them or not at all
};

struct ScoreImportReport {
    std::size_t clips = 0;                 // that have scores of the source now
    std::vector<std::string> missing;      // clips of the project without
    std::vector<std::string> absentEvents; // events of the project that no class stands for: 0 in all clips
    std::vector<std::string> otherClasses; // classes that stand for no event
    std::vector<Message> notes;
    std::vector<FileReport> files;

    [[nodiscard]] bool hasFailed() const;
};

// Scores, a probability a clip and event. Classes are found by name or AudioSet's id (EventFinder), clips by
// ClipFinder; a row whose clip is unknown, ambiguous or there already is left out with its reason. All or nothing is
// stored. Errors: Inconsistent (no name, one that a run or a source of the program's own has, no class of the
// project's, no row), those of Project, Cancelled; a file that cannot be read is in the report.
[[nodiscard]] Result<ScoreImportReport> importScores(Project &project, const ScoreImport &request,
                                                     const Progress &progress = {}, const std::stop_token &stop = {});

// Activations over time: a table a clip as sed_scores_eval writes them, an array of steps x classes, or a JAMS file
// whose stretches have confidences. Each clip keeps its own grid; its score is the maximum or mean of its steps. They
// lie where predictRun() has those of a run. Errors: as above.
[[nodiscard]] Result<ScoreImportReport> importActivations(Project &project, const ScoreImport &request,
                                                          const Progress &progress = {},
                                                          const std::stop_token &stop = {});

// Detections, such as BirdNET's: rows of a label, a stretch of time and a confidence, in any format of regions (what
// the file's name says, else Raven's table or a CSV by its columns). A clip's score is the highest confidence of what
// overlaps it; a clip that a file or a row is about has 0 for what was not detected. `scale` is that of the
// confidences. Errors: as above; Inconsistent where no label is an event.
[[nodiscard]] Result<ScoreImportReport> importDetections(Project &project, const ScoreImport &request,
                                                         const Progress &progress = {},
                                                         const std::stop_token &stop = {});

// Whether a source may be stored under this name: it is free, or that of one that was stored so before. Errors:
// Inconsistent (no name; that of a run or of scores that the program made otherwise), those of Project.
[[nodiscard]] Result<void> checkSourceName(const Project &project, const ScoreSource &source);

// Whose scores the branches have: the names, where they are given. Errors: Inconsistent (no such source), those of
// Project.
[[nodiscard]] Result<void> chooseBranches(Project &project, const std::optional<std::string> &audio,
                                          const std::optional<std::string> &video);

} // namespace tagscope
