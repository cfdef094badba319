// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/timed_labels.h"

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
    std::string mediaPath; // relative, "./c.mp4"
    std::string mimeType;  // "video/mp4"
    std::vector<ElanTier> tiers;

    friend bool operator==(const ElanDocument &, const ElanDocument &) = default;
};

// Annotations that refer to others instead of the time line are left out.
// Errors: Unreadable, Malformed (not XML, not an annotation document, a time slot that is missing or has no time, an
// end before its begin), naming the annotation.
[[nodiscard]] Result<ElanDocument> readElan(const std::filesystem::path &file);

// The text of a document; times are rounded to whole milliseconds.
// Error: Inconsistent (labels of a tier overlap, or last no time), naming the tier and the time.
[[nodiscard]] Result<std::string> elanText(const ElanDocument &document);

} // namespace tagscope
