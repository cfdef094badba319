// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace tagscope {

// Which file it is, whatever its name.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t born = 0; // nanoseconds since 1970; 0 where the file system does not tell it
    std::int64_t changed = 0;
    std::uint64_t size = 0;

    // The same file, however its content changed.
    [[nodiscard]] bool isSameFileAs(const FileIdentity &other) const {
        return device == other.device && inode == other.inode && born == other.born;
    }
};

// Of the file at a path, all links followed; nothing where there is none. Error: Unreadable where that cannot be told.
[[nodiscard]] Result<std::optional<FileIdentity>> identityAt(const std::filesystem::path &file);

// The file of a project that this program has open, against what is at its path now: synchronising programs, backups
// and people replace, rename and delete files that are open. Used under the project's mutex.
class OpenedFile {
public:
    enum class Change { None, Gone, Replaced, Overwritten };

    // `file` was just opened. With `isOurs` nobody else may change its content.
    void open(const std::filesystem::path &file, bool isOurs);
    // This program has just changed the content.
    void noteOwnChange();

    // What cannot be told, as on a drive that does not answer, is no change: SQLite says what is wrong there.
    [[nodiscard]] Change change() const;
    // Inconsistent, with a sentence for the person, where there is a change.
    [[nodiscard]] Result<void> require() const;
    // Takes away what SQLite keeps beside the file, unless that is another program's.
    void removeJournals() const;

    // For the lock file: by it journalOrigin() later tells whose journal lies beside the file.
    [[nodiscard]] std::string note() const;

private:
    std::filesystem::path file_;
    bool isOurs_ = false;
    bool isContentKnown_ = true; // not where it changed while it had another name
    std::optional<FileIdentity> opened_;
    std::optional<FileIdentity> wal_;
    std::optional<FileIdentity> index_;
};

// Whose changes the journal beside a file holds, after a program ended without closing it.
enum class JournalOrigin {
    ThisFile,  // certainly
    OtherFile, // certainly: the file was put there since
    Unknown    // nobody noted it, or both were copied
};
// `note`: of the program that had the file open, empty where there is none.
[[nodiscard]] JournalOrigin journalOrigin(const std::filesystem::path &file, const std::string &note);
// Whether the file at the path is another than the one of the note.
[[nodiscard]] bool isOtherFile(const std::filesystem::path &file, const std::string &note);

} // namespace tagscope
