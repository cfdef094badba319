// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/read_regions.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope {

// An annotation document of ELAN (EAF 3.0), as far as labels go: a tier for each kind of label.
struct ElanTier {
    std::string name;
    std::vector<TimedLabel> labels; // whole milliseconds

    friend bool operator==(const ElanTier &, const ElanTier &) = default;
};

struct ElanDocument {
    std::string author;
    std::string date;      // ISO 8601
    std::string mediaUrl;  // "file:///data/c.mp4"; empty: none
    std::string mediaPath; // relative to the document, "./c.mp4"
    std::string mimeType;  // "video/mp4"
    std::vector<ElanTier> tiers;

    friend bool operator==(const ElanDocument &, const ElanDocument &) = default;
};

// What a document says, times of the linked recording: TIME_UNITS and TIME_ORIGIN are honoured. Time slots without a
// time are spread evenly between their neighbours; annotations that refer to others have their times (or their part of
// them); entries of controlled vocabularies stand for their texts. What has no place in time is left out.
struct ElanReading {
    ElanDocument document;
    std::vector<LeftOutRow> leftOut;
    std::size_t spread = 0; // annotations that got a time between their neighbours'
};
// Errors: Unreadable, Malformed (not XML, not an annotation document, no annotation that can be read).
[[nodiscard]] Result<ElanReading> readElan(const std::filesystem::path &file);

// The text of a document; times are rounded to whole milliseconds.
// Error: Inconsistent (labels of a tier overlap, or last no time), naming the tier and the time.
[[nodiscard]] Result<std::string> elanText(const ElanDocument &document);

} // namespace tagscope
