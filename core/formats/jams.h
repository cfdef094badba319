// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/formats/read_regions.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// The tags and the labelled stretches of a clip as a JAMS file (version 0.3) holds them: an annotation of the namespace
// tag_audioset for each tag, and one of segment_open for all stretches, whose frequencies, channels and notes are in
// the sandbox, which is the writer's own.
struct JamsTags {
    struct Tag {
        std::string event;
        std::optional<double> confidence;
        std::optional<double> audio; // of each branch; kept in the sandbox
        std::optional<double> video;

        friend bool operator==(const Tag &, const Tag &) = default;
    };

    std::string title; // of the clip
    Seconds duration{10};
    std::string tool;   // "Tagscope 0.2.0"; with `source` lost where there are no tags
    std::string source; // "program", or who annotated
    std::vector<Tag> tags;
    std::vector<TimedLabel> segments;

    friend bool operator==(const JamsTags &, const JamsTags &) = default;
};

[[nodiscard]] std::string jamsText(const JamsTags &tags);

// Of the namespaces tag_audioset, tag_audioset_coarse and tag_open (tags), segment_open and scaper (stretches); others
// are named in the notes; who made them, of the first. As the format's library writes it: NaN and null are absent, and
// parts may lack. A stretch without a duration is a point; an observation whose value is no text is left out.
struct JamsReading {
    JamsTags tags;
    std::vector<LeftOutRow> leftOut;
    std::vector<Message> notes;
};
// Errors: Unreadable, Malformed (no JSON, or without annotations).
[[nodiscard]] Result<JamsReading> readJams(const std::filesystem::path &file);

} // namespace tagscope
