// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/formats/timed_labels.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// The tags and the labelled stretches of a clip as a JAMS file (version 0.3) holds them: an annotation of the namespace
// tag_audioset for each tag, and one of segment_open for all stretches.
struct JamsTags {
    struct Tag {
        std::string event;
        std::optional<double> confidence;
        std::optional<double> audio; // of each branch; kept in the sandbox, which is the writer's own
        std::optional<double> video;

        friend bool operator==(const Tag &, const Tag &) = default;
    };

    std::string title; // of the clip
    Seconds duration{10};
    std::string tool;   // "Tagscope 0.2.0"; with `source` lost where there are no tags
    std::string source; // "program", or who annotated
    std::vector<Tag> tags;
    std::vector<TimedLabel> segments; // without frequencies

    friend bool operator==(const JamsTags &, const JamsTags &) = default;
};

[[nodiscard]] std::string jamsText(const JamsTags &tags);

// Of all annotations of these namespaces; who made them, of the first. A stretch without a duration is a point. Errors:
// Unreadable, Malformed (no JSON, a part is missing or of another kind).
[[nodiscard]] Result<JamsTags> readJams(const std::filesystem::path &file);

} // namespace tagscope
