// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <vector>

// The tables of a project file and their versions. FORMAT.md describes them. The functions throw SQLite::Exception.
namespace tagscope::schema {

inline constexpr int kApplicationId = 0x54677363; // "Tgsc"
inline constexpr int kSnapshotId = 0x54677373;    // "Tgss": a snapshot (snapshot.h), which nobody writes
inline constexpr int kVersion = 7;

// In an open transaction: makes the tables of kVersion out of those of an older version, or out of nothing.
void migrate(SQLite::Database &database, int from, int to = kVersion);

// The version that a project file says it has, whatever its tables are. Errors: Malformed, Unsupported (a later one).
[[nodiscard]] Result<int> claimedVersion(SQLite::Database &database, const std::filesystem::path &file);

// All that differs from what this program makes for a version: sentences' parts, none where all is as it should be.
[[nodiscard]] std::vector<Message> differences(SQLite::Database &database, int version);

// The version of a project file whose tables are exactly those that this program made for it: no missing table, and
// no view or trigger that a stranger added. Errors: Malformed, Unsupported (a later version).
[[nodiscard]] Result<int> checkedVersion(SQLite::Database &database, const std::filesystem::path &file);

} // namespace tagscope::schema
