// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What a project says of its clips, as values.
namespace tagscope {

using ClipId = std::int64_t; // of a project; positive, never used for another clip

// A clip of a recording as a list names it.
struct NewClip {
    std::string name;            // unique in the project, such as "-5QrBL6MzLg_60.000_70.000"
    std::filesystem::path media; // empty where the recording was not found
    Seconds start{0};            // of the clip in the media file
    Seconds duration{10};
    std::string split; // "training", "validation", "test", "evaluation", or any other name; may be empty
};

// Where a clip's recording was found, or found again.
struct FoundMedia {
    ClipId clip = 0;
    std::filesystem::path media;
    Seconds start{0}; // of the clip in it
};

struct Clip {
    ClipId id = 0;
    std::string name;
    std::filesystem::path media; // absolute; empty where the recording was never found
    bool isMissing = false;      // no media, or gone when last looked for: a normal state, counted and shown
    Seconds start{0};
    Seconds duration{10};
    std::string split;
};

struct SplitOfClip {
    ClipId clip = 0;
    std::string split;

    friend bool operator==(const SplitOfClip &, const SplitOfClip &) = default;
};

// An event with its times in a clip.
struct StrongRegion {
    ClipId clip = 0;
    int event = 0; // index into the project's classes
    Seconds onset{0};
    Seconds offset{0};
};

// What is known beyond the weak label of a (clip, event) pair, such as "labelled, not audible" of the strong lists.
struct KnownPresence {
    ClipId clip = 0;
    int event = 0;
    std::optional<bool> isAudible;
    std::optional<bool> isVisible;
};

// Which labels a figure is measured against. Every figure names it.
enum class Truth {
    Weak,    // the labels as the lists give them
    Audible, // the weak ones, corrected by what is known of each pair's audibility
    Visible, // what is known to be seen; only projects that record it have any
    Audited  // the weak ones, corrected by what annotators heard (audited_truth.h)
};

} // namespace tagscope
