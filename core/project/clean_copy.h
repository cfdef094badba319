// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/base/result.h"

#include <SQLiteCpp/Database.h>
#include <cstddef>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// Rows of a table that cannot go into a project.
struct LeftOutRows {
    std::string table;
    std::string first; // which, by its first columns
    Message why;       // of the first
    std::size_t count = 0;
};

struct CleanCopy {
    std::map<std::string, std::size_t> rows; // copied, by table
    std::vector<LeftOutRows> leftOut;        // one a table and reason
    std::vector<Message> broken;             // tables that could not be read to their end, with the reason
};

// Copies what can be a project's out of `from`, which anybody may have made, into `file`, which is made with the tables
// of `version`: nothing but rows, of tables that this program knows, each of which its own tables and RowRules take.
// Whatever else `from` defines is not looked at. Errors: Cancelled, Unreadable where `file` cannot be written.
[[nodiscard]] Result<CleanCopy> copyClean(SQLite::Database &from, int version, const std::filesystem::path &folder,
                                          const std::filesystem::path &file, const std::stop_token &stop);

} // namespace tagscope
