// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/training/run_records.h"

#include <QStringList>
#include <filesystem>
#include <optional>
#include <vector>

namespace tagscope::ui {

// A clip and its weak labels, as indices into the project's classes.
struct LabelledClip {
    Clip clip;
    std::vector<int> labels;
};

// What is known of a clip beyond its weak labels.
struct ClipAnnotations {
    std::vector<StrongRegion> regions;
    std::vector<KnownPresence> presence;
    std::vector<Verdict> verdicts; // those that hold
    std::vector<MarkedRegion> markedRegions;
};

// What annotators said of all clips.
struct AuditRecord {
    std::vector<Verdict> verdicts;     // the whole history, in the order in which they were added
    std::vector<MarkedRegion> regions; // those that hold
    std::vector<Remark> remarks;       // the whole history
};

// What the window keeps of an open project. A value.
struct ProjectContents {
    std::filesystem::path file;
    std::vector<EventClass> classes;
    std::vector<LabelledClip> clips;
    std::vector<RunRecord> runs;                      // newest first
    std::optional<TrainingSettings> trainingSettings; // the project's own, where it stores any
    bool isReadOnly = false;
    bool isWrittenElsewhere = false; // another program has it open for changes
    Message note;                    // of its opening, for the person; may be empty
    bool makesMedia = false;         // of clips without media: those of a demo
};

// All but `makesMedia`. Blocks. Errors: those of Project; Malformed where the training settings cannot be read.
[[nodiscard]] Result<ProjectContents> readContents(const Project &project);
[[nodiscard]] Result<ClipAnnotations> readAnnotations(const Project &project, ClipId clip);
[[nodiscard]] Result<AuditRecord> readAudit(const Project &project);

[[nodiscard]] QStringList clipNames(const ProjectContents &contents);

} // namespace tagscope::ui
