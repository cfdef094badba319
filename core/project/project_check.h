// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// Something in or beside a project file that this program did not write, or that is damaged.
struct ProjectFinding {
    enum class Kind {
        Schema,  // tables, views, triggers, columns that are none of ours, or lack
        Page,    // the file itself: pages that do not fit together
        Row,     // values that cannot be
        Project, // what is left cannot be opened
        Journal, // changes beside the file that are not, or not certainly, its own
        Link     // a link in the project's data that leads out of them
    };
    Kind kind = Kind::Row;
    std::string table; // of rows, else empty
    std::size_t count = 1;
    Message what;         // a sentence
    bool isMended = true; // by repairProject()
};

struct ProjectCheck {
    int version = 0; // of its tables
    std::vector<ProjectFinding> findings;

    [[nodiscard]] bool isSound() const { return findings.empty(); }
    [[nodiscard]] bool isMendable() const; // there is something to mend, and afterwards it can be opened
};

// Everything that is wrong with a project file, which anybody may have made: it is read only, nothing that it defines
// is run, and what lies beside it is not brought into it. All rows are read, and copied into a temporary file that must
// take them. Blocks. Errors: Unreadable, Malformed (no project at all), Unsupported (of a later version), Cancelled.
[[nodiscard]] Result<ProjectCheck> checkProject(const std::filesystem::path &file, const std::stop_token &stop = {});

struct ProjectRepair {
    ProjectCheck found;         // before
    std::filesystem::path kept; // the file as it was, with its journal beside it; empty where nothing was to be mended
};

// Puts in the place of the file one with all of its rows that can be a project's, in tables that this program made. The
// file as it was is kept beside it first. Nothing is changed where nothing is wrong, or where what is left could not
// be opened. Errors: those of checkProject(); Inconsistent while another program has it open, for a snapshot, and
// where it cannot be mended; Unreadable where the copy cannot be kept.
[[nodiscard]] Result<ProjectRepair> repairProject(const std::filesystem::path &file, const std::stop_token &stop = {});

} // namespace tagscope
