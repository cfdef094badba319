// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/opened_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sstream>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// The coarsest clock of a file system (FAT): a time read back may differ by as much from the one that was set.
constexpr std::int64_t kClockStep = 2'000'000'000;

std::int64_t nanoseconds(const struct statx_timestamp &time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + static_cast<std::int64_t>(time.tv_nsec);
}

fs::path journalOf(const fs::path &file, const char *suffix) {
    std::error_code error;
    fs::path journal = fs::canonical(file, error); // SQLite follows links before it appends the suffix
    if (error)
        journal = file;
    return journal += suffix;
}

std::optional<FileIdentity> knownIdentity(const fs::path &file) {
    return identityAt(file).value_or(std::nullopt);
}

// The device is left out of notes: it may have another number after a restart.
struct Noted {
    std::uint64_t inode = 0;
    std::int64_t born = 0;

    [[nodiscard]] bool is(const std::optional<FileIdentity> &file) const {
        return file && file->inode == inode && file->born == born;
    }
};

std::ostream &operator<<(std::ostream &stream, const std::optional<FileIdentity> &file) {
    return stream << (file ? file->inode : 0) << ' ' << (file ? file->born : 0);
}

struct NotedFiles {
    Noted file;
    Noted wal;
};

std::optional<NotedFiles> notedIn(const std::string &note) {
    std::istringstream stream(note);
    NotedFiles noted;
    if (stream >> noted.file.inode >> noted.file.born >> noted.wal.inode >> noted.wal.born && noted.file.inode != 0)
        return noted;
    return std::nullopt;
}

} // namespace

Result<std::optional<FileIdentity>> identityAt(const fs::path &file) {
    struct statx seen {};
    if (::statx(AT_FDCWD, file.c_str(), AT_STATX_SYNC_AS_STAT, STATX_BASIC_STATS | STATX_BTIME, &seen) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::optional<FileIdentity>();
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file}, std::strerror(errno));
    }
    return std::optional(FileIdentity{makedev(seen.stx_dev_major, seen.stx_dev_minor), seen.stx_ino,
                                      (seen.stx_mask & STATX_BTIME) != 0 ? nanoseconds(seen.stx_btime) : 0,
                                      nanoseconds(seen.stx_mtime), seen.stx_size});
}

void OpenedFile::open(const fs::path &file, bool isOurs) {
    file_ = file;
    isOurs_ = isOurs;
    opened_ = knownIdentity(file_);
    wal_ = knownIdentity(journalOf(file_, "-wal"));
    index_ = knownIdentity(journalOf(file_, "-shm"));
}

void OpenedFile::noteOwnChange() {
    const auto now = knownIdentity(file_);
    isContentKnown_ = now && opened_ && now->isSameFileAs(*opened_);
    if (isContentKnown_)
        opened_ = now;
}

OpenedFile::Change OpenedFile::change() const {
    const Result<std::optional<FileIdentity>> now = identityAt(file_);
    if (!opened_ || !now)
        return Change::None;
    if (!*now)
        return Change::Gone;
    if (!(*now)->isSameFileAs(*opened_))
        return Change::Replaced;
    // A journal that is written ahead leaves the file alone between our own calls.
    const bool isTouched = (*now)->size != opened_->size || std::llabs((*now)->changed - opened_->changed) > kClockStep;
    return isOurs_ && isContentKnown_ && isTouched ? Change::Overwritten : Change::None;
}

Result<void> OpenedFile::require() const {
    switch (change()) {
    case Change::None:
        return {};
    case Change::Gone:
        return fail(Error::Kind::Inconsistent, {"project.file_gone", file_});
    case Change::Replaced:
        return fail(Error::Kind::Inconsistent, {"project.file_replaced", file_});
    case Change::Overwritten:
        return fail(Error::Kind::Inconsistent, {"project.file_overwritten", file_});
    }
    return {};
}

void OpenedFile::removeJournals() const {
    for (const auto &[suffix, ours] : {std::pair{"-wal", &wal_}, std::pair{"-shm", &index_}}) {
        const fs::path journal = journalOf(file_, suffix);
        std::error_code ignored;
        if (const auto now = knownIdentity(journal); now && *ours && now->isSameFileAs(**ours))
            fs::remove(journal, ignored);
    }
}

std::string OpenedFile::note() const {
    std::ostringstream stream;
    stream << opened_ << ' ' << wal_;
    return stream.str();
}

JournalOrigin journalOrigin(const fs::path &file, const std::string &note) {
    const std::optional<NotedFiles> noted = notedIn(note);
    if (!noted)
        return JournalOrigin::Unknown;
    if (noted->file.is(knownIdentity(file)))
        return JournalOrigin::ThisFile;
    return noted->wal.is(knownIdentity(journalOf(file, "-wal"))) ? JournalOrigin::OtherFile : JournalOrigin::Unknown;
}

bool isOtherFile(const fs::path &file, const std::string &note) {
    const std::optional<NotedFiles> noted = notedIn(note);
    const std::optional<FileIdentity> now = knownIdentity(file);
    return noted && now && !noted->file.is(now);
}

} // namespace tagscope
