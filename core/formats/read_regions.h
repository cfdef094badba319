// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/timed_labels.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// What readers of annotation programs' files answer: what they read, and what became of the rest.
namespace tagscope {

// How a file of another program is read.
struct RegionReading {
    std::vector<std::string> events; // the project's, with AudioSet's ids: they tell which column holds labels
    std::string labelColumn;         // of a table; empty: found out
    std::string encoding;            // by ICU's names; empty: found out

    [[nodiscard]] bool isEvent(const std::string &label) const; // in normal form
};

struct LeftOutRow {
    std::size_t line = 0; // 0: the file has no lines
    Message reason;
    bool isFault = true; // false: understood, and no region
};

// Times slightly before 0 are of a program that moved a track; they count as 0.
inline constexpr Seconds kBarelyBefore{0.1};

struct ReadRegions {
    // Whose times the labels have. Name: those of what the name of the file, or of TimedLabel::file, names.
    enum class Times { Name, Recording };

    std::vector<TimedLabel> labels;
    std::vector<std::size_t> lines; // of each label; 0: unknown
    std::vector<LeftOutRow> leftOut;
    std::vector<Message> notes;
    std::size_t clamped = 0; // begins that were barely before 0
    Times times = Times::Name;

    // Takes the label, or leaves it out where its times are none.
    void take(TimedLabel label, std::size_t line = 0);
    void leaveOut(Message reason, std::size_t line = 0, bool isFault = true);
};

// One row that cannot be understood is left out; where none can, the file is none of its format: the first reason.
[[nodiscard]] Result<ReadRegions> withRows(const std::filesystem::path &file, ReadRegions read);

} // namespace tagscope
