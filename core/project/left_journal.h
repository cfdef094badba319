// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace tagscope {

// What a program that was killed left beside a project: SQLite would write the journal into the file, whichever file
// is there by now. The caller holds the lock, and nothing has the file open. Journal and file are first copied into
// `folder`/TIME, of which the latest three are kept; a journal that is certainly of another file is moved there, and
// never written into this one. The answer is what the person should know; empty where there was no journal.
//
// `note`: what that program noted in the lock file (OpenedFile::note()).
// Errors: Unreadable where the copies cannot be made and it is not certain that the journal is the file's.
[[nodiscard]] Result<Message> secureLeftJournal(const std::filesystem::path &file, const std::filesystem::path &folder,
                                                const std::string &note);

// Whether there is anything beside the file that SQLite would write into it.
[[nodiscard]] bool hasLeftJournal(const std::filesystem::path &file);

// Moves the journal into `folder`/TIME: of a file whose content another program has changed. Nothing has it open.
[[nodiscard]] Result<void> moveJournalAway(const std::filesystem::path &file, const std::filesystem::path &folder);

} // namespace tagscope
