// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/seconds.h"
#include "core/fusion/operating_point.h"
#include "core/project/clip_table.h"
#include "core/project/verdict_table.h"
#include "core/words/class_lists.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What goes between the window and a project that it changes, as values.
namespace tagscope::ui {

// What a project stores of its clips beyond their labels.
struct ClipFigures {
    std::vector<ClipId> clips;           // in any order
    Matrix audio;                        // clips x events, NaN where a clip has none; empty where no clip has any
    Matrix video;                        // likewise
    std::optional<OperatingPoint> point; // that judges the project's clips; nothing where it has none
    std::vector<KnownPresence> known;    // of (clip, event) pairs: from strong lists, and what annotators said
    std::vector<Verdict> verdicts;       // as of finalVerdicts()
};

struct SplitOfClip {
    ClipId clip = 0;
    std::string split;

    friend bool operator==(const SplitOfClip &, const SplitOfClip &) = default;
};

// Clips of media and lists, for a project that is there or a new one.
struct ImportWish {
    std::vector<std::filesystem::path> lists; // the organisers' lists or folders of them, or one CSV; none: all media
    std::filesystem::path media;              // folder; empty: beside the lists
    std::size_t validationClips = 0;          // to be drawn from training, of the organisers' lists
    std::uint64_t seed = 1;                   // of the draw
    std::string split;                        // of clips that come without a list
};

struct NewProjectWish {
    std::filesystem::path file;
    std::filesystem::path classList;     // TSV of classes; empty: `classNames`, and where there are none the 17
    std::vector<std::string> classNames; // typed
    bool areClassesOfList = false;       // the labels that occur in a CSV
    Seconds clipDuration{10};
    std::optional<ImportWish> import;
};

// What an import did, for a person to read.
struct ImportTold {
    std::filesystem::path file; // of the project
    std::size_t added = 0;
    std::size_t known = 0;
    std::size_t missing = 0; // of both, without media
    std::size_t drawn = 0;   // for validation
    std::vector<std::string> notes;
};

// A clip whose recording was found somewhere else.
struct MovedMedia {
    FoundMedia before; // an empty path: it was never found
    FoundMedia after;
};

struct LocateOutcome {
    std::vector<MovedMedia> moved;
    std::size_t byContent = 0; // of them; the others by their names
    std::size_t missing = 0;   // still
    std::vector<std::string> notes;
};

} // namespace tagscope::ui
