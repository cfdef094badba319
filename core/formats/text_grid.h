// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/timed_labels.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// A row of a TextGrid: intervals that do not overlap, or points.
struct TextGridTier {
    std::string name;
    std::vector<TimedLabel> labels; // those with a text, in the order of time

    friend bool operator==(const TextGridTier &, const TextGridTier &) = default;
};

// Praat's annotations of a recording.
struct TextGrid {
    Seconds start{0};
    Seconds end{0};
    std::vector<TextGridTier> tiers;

    friend bool operator==(const TextGrid &, const TextGrid &) = default;
};

// The long, the short and the chronological form as text, and the binary form. Of a text, as Praat does, only numbers,
// quoted texts and flags that stand free count, so that what is written around them does not matter. Boundaries that
// overlap by rounding are one. `encoding`: by ICU's names; empty: found out, which `note` may say. Errors: Unreadable,
// Malformed (another kind of file, one that ends too early).
[[nodiscard]] Result<TextGrid> readTextGrid(const std::filesystem::path &file, std::string_view encoding = {},
                                            std::optional<Message> *note = nullptr);

// The text of a grid in the short form: intervals tile each tier, gaps are empty ones.
// Error: Inconsistent (labels of a tier overlap, or reach beyond the grid), naming the tier and the time.
[[nodiscard]] Result<std::string> textGridText(const TextGrid &grid);

// One tier for each label, in the order of the names given and then of first occurrence, and further ones for what
// overlaps there. It ends where the last label does, if that is later.
[[nodiscard]] TextGrid textGridOf(const std::vector<TimedLabel> &labels, Seconds duration,
                                  const std::vector<std::string> &names = {});

} // namespace tagscope
