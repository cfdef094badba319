// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <filesystem>
#include <string>
#include <string_view>

namespace tagscope {

// What the rows of a project's tables must be besides what the tables themselves demand. Lives beside the file that is
// looked at; one thread.
class RowRules {
public:
    // `folder`: of the project, which relative paths are of. `events`: how many, as far as that is known when scores
    // are looked at.
    explicit RowRules(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void setEvents(std::size_t events) { events_ = events; }

    // Why a row cannot be one that this program wrote, in a sentence; empty where it can. The columns are those of the
    // table, in its order. Throws SQLite::Exception.
    [[nodiscard]] Message wrongWith(std::string_view table, const SQLite::Statement &row) const;

private:
    [[nodiscard]] Message wrongWithPath(const std::string &stored) const;
    [[nodiscard]] Message wrongWithScores(const SQLite::Column &blob) const; // of versions before 6
    [[nodiscard]] Message wrongWithBlock(const SQLite::Statement &row) const;

    std::filesystem::path folder_;
    std::size_t events_ = 0;
};

} // namespace tagscope
