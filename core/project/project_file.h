// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project_state.h"

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

// Opens `state.file` with `state.access`, migrates it where it is to be written, and reads classes and duration.
[[nodiscard]] Result<void> openInto(Project::State &state);

} // namespace tagscope::project_file
