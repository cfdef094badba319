// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <filesystem>

// A copy of a project that nobody changes, for workers on other machines: SQLite reads it without locks, journal or
// shared memory, none of which a network drive may have. Features, runs and shards are those of the project it was
// taken of, where its data directory can be seen from; elsewhere the snapshot has a data directory of its own.
namespace tagscope {

// The key of the setting that says what a snapshot was taken of.
inline constexpr std::string_view kSnapshotSetting = "snapshot";

// Whether the file says that it is one. False for what cannot be read.
[[nodiscard]] bool isSnapshot(const std::filesystem::path &file);

// Writes one to `target`, which must not be there; it is not writable for anybody. Only whole: nothing is left of one
// that failed. Errors: Inconsistent (something is at `target`), those of Project::saveCopy().
[[nodiscard]] Result<void> takeSnapshot(const Project &project, const std::filesystem::path &target);

} // namespace tagscope
