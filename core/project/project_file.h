// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project_state.h"

#include <memory>

// Making and opening the file of a project, whose lock the caller holds where it is to be written.
namespace tagscope::project_file {

// Whether these can be a project's. Error: Inconsistent, naming what cannot.
[[nodiscard]] Result<void> checkClasses(const std::vector<EventClass> &classes, Seconds clipDuration);
// An event's words as the file has them.
[[nodiscard]] std::string jsonOfWords(const std::vector<std::string> &words);

// Error: Unreadable.
[[nodiscard]] Result<void> makeFolder(const std::filesystem::path &file);

// A new file with the classes in it, whole or not at all. Errors: Inconsistent (there is one, or for the classes or
// the duration), Unreadable.
[[nodiscard]] Result<void> make(const std::filesystem::path &file, const std::vector<EventClass> &classes,
                                Seconds clipDuration);

// Opens a file of anybody's to be looked at. None of these lets its schema call functions, or its values be larger than
// limits::kMaxStoredBytes. They throw SQLite::Exception.
// As one that nobody changes: nothing is written, neither there nor beside it, and no journal is brought into it.
[[nodiscard]] std::unique_ptr<SQLite::Database> openUntouched(const std::filesystem::path &file);
// With what another program has stored, or left, in the journal beside it.
[[nodiscard]] std::unique_ptr<SQLite::Database> openForReading(const std::filesystem::path &file);
// Whether a file that nobody has open could be opened as a project. Errors: Malformed, Unsupported.
[[nodiscard]] Result<void> requireOpenable(const std::filesystem::path &file);

// The events that the file has now. Error: Malformed. Throws SQLite::Exception.
[[nodiscard]] Result<std::vector<EventClass>> readClasses(const Project::State &state);

// Opens `state.file` with `state.access`, migrates it where it is to be written, and reads classes and duration.
[[nodiscard]] Result<void> openInto(Project::State &state);

} // namespace tagscope::project_file
