// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_check.h"

#include "core/base/atomic_file.h"
#include "core/base/file_names.h"
#include "core/base/log.h"
#include "core/base/try.h"
#include "core/project/clean_copy.h"
#include "core/project/left_journal.h"
#include "core/project/project_file.h"
#include "core/project/project_state.h"
#include "core/project/schema.h"
#include "core/project/snapshot.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr int kMostPageFindings = 20;
constexpr std::array<const char *, 2> kJournals{"-wal", "-journal"};

// A directory of its own in that of temporary files, taken away with all in it.
class ScratchFolder {
public:
    [[nodiscard]] static Result<ScratchFolder> make() {
        std::error_code error;
        std::string path = (fs::temp_directory_path(error) / "tagscope-check-XXXXXX").string();
        if (error || ::mkdtemp(path.data()) == nullptr)
            return fail(Error::Kind::Unreadable, {"base.cannot_make_folder", path});
        return ScratchFolder(path);
    }
    ScratchFolder(ScratchFolder &&other) noexcept : path_(std::exchange(other.path_, {})) {}
    ScratchFolder &operator=(ScratchFolder &&) = delete;
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;
    ~ScratchFolder() {
        std::error_code ignored;
        if (!path_.empty())
            fs::remove_all(path_, ignored);
    }

    [[nodiscard]] const fs::path &path() const { return path_; }

private:
    explicit ScratchFolder(fs::path path) : path_(std::move(path)) {}
    fs::path path_;
};

// Also over a loss of power.
Result<void> copyFile(const fs::path &from, const fs::path &to) {
    std::ifstream stream(from, std::ios::binary);
    AtomicFile copy = TAGSCOPE_TRY(AtomicFile::create(to));
    if (std::error_code error; !stream || (fs::file_size(from, error) > 0 && !(copy.stream() << stream.rdbuf())))
        return fail(Error::Kind::Unreadable, {"base.cannot_write", to});
    return copy.commit();
}

// The file with its journal, as far as it can be its own, under the same name in `folder`.
Result<fs::path> copiedWithJournal(const fs::path &file, const fs::path &folder) {
    const fs::path copy = folder / "project";
    TAGSCOPE_TRY(copyFile(file, copy));
    for (const char *suffix : kJournals) {
        std::error_code error;
        if (fs::is_regular_file(fs::path(file) += suffix, error))
            TAGSCOPE_TRY(copyFile(fs::path(file) += suffix, fs::path(copy) += suffix));
    }
    return copy;
}

// One look at a file. Where a program was killed, what it had stored last is in the journal beside it, which only a
// copy can be asked for without changing the file.
class Look {
public:
    // `isOpen`: by another program, whose journal it is; else `note` is what one that ended had noted.
    Look(fs::path file, bool isOpen, std::string note, const std::stop_token &stop)
        : file_(std::move(file)), isOpen_(isOpen), note_(std::move(note)), stop_(stop) {}

    // `clean`: where the copy of what can be kept goes.
    Result<ProjectCheck> take(const fs::path &clean, const fs::path &scratch) {
        try {
            const std::unique_ptr<SQLite::Database> database = TAGSCOPE_TRY(opened(scratch));
            check_.version = TAGSCOPE_TRY(schema::claimedVersion(*database, file_));
            for (const Message &difference : schema::differences(*database, check_.version))
                add(ProjectFinding::Kind::Schema, difference);
            checkPages(*database);
            const CleanCopy copied =
                TAGSCOPE_TRY(copyClean(*database, check_.version, file_.parent_path(), clean, stop_));
            addRows(copied);
        } catch (const SQLite::Exception &exception) {
            return failureOf(exception, file_);
        }
        if (const Result<void> left = project_file::requireOpenable(clean); !left) {
            add(ProjectFinding::Kind::Project, left.error().message);
            check_.findings.back().isMended = false;
        }
        checkLinks();
        return std::move(check_);
    }

private:
    void add(ProjectFinding::Kind kind, const Message &what, const std::string &table = {}, std::size_t count = 1) {
        check_.findings.push_back({kind, table, count, what, true});
    }

    Result<std::unique_ptr<SQLite::Database>> opened(const fs::path &scratch) {
        if (isSnapshot(file_) || !hasLeftJournal(file_))
            return project_file::openUntouched(file_);
        if (isOpen_)
            return project_file::openForReading(file_);
        const JournalOrigin origin = journalOrigin(file_, note_);
        if (origin == JournalOrigin::OtherFile) {
            add(ProjectFinding::Kind::Journal, {"project.check_journal_of_another", file_});
            return project_file::openUntouched(file_);
        }
        if (origin == JournalOrigin::Unknown)
            add(ProjectFinding::Kind::Journal, {"project.check_journal_unknown", file_});
        const fs::path copy = TAGSCOPE_TRY(copiedWithJournal(file_, scratch));
        return project_file::openForReading(copy);
    }

    void checkPages(SQLite::Database &database) {
        try {
            SQLite::Statement rows(database, "PRAGMA integrity_check(" + std::to_string(kMostPageFindings) + ")");
            while (rows.executeStep())
                if (const std::string line = rows.getColumn(0).getString(); line != "ok")
                    add(ProjectFinding::Kind::Page, {"project.check_page", line});
        } catch (const SQLite::Exception &exception) {
            add(ProjectFinding::Kind::Page, {"project.check_page", exception.what()});
        }
    }

    void addRows(const CleanCopy &copied) {
        for (const Message &broken : copied.broken)
            add(ProjectFinding::Kind::Page, broken);
        for (const LeftOutRows &rows : copied.leftOut)
            add(ProjectFinding::Kind::Row, {"project.check_rows", rows.count, rows.table, rows.first, rows.why},
                rows.table, rows.count);
    }

    // Links beside the project lead wherever its sender wanted. That of the whole directory is a person's own business:
    // data are often on another disk.
    void checkLinks() {
        const fs::path data = dataDirectoryOf(file_);
        std::error_code error;
        const fs::path inside = fs::canonical(data, error);
        if (error)
            return;
        for (fs::recursive_directory_iterator at(data, error), end; !error && at != end; at.increment(error)) {
            if (stop_.stop_requested())
                return;
            std::error_code unknown;
            if (!at->is_symlink(unknown))
                continue;
            const fs::path target = fs::weakly_canonical(at->path(), unknown);
            if (!unknown &&
                std::mismatch(inside.begin(), inside.end(), target.begin(), target.end()).first == inside.end())
                continue;
            add(ProjectFinding::Kind::Link, {"project.check_link", at->path()});
            check_.findings.back().isMended = false;
        }
    }

    fs::path file_;
    bool isOpen_;
    std::string note_;
    const std::stop_token &stop_;
    ProjectCheck check_;
};

Result<fs::path> regularFile(const fs::path &file) {
    std::error_code error;
    fs::path absolute = fs::absolute(file).lexically_normal();
    if (!fs::is_regular_file(absolute, error))
        return fail(Error::Kind::Unreadable, {"project.cannot_open", file}, error.message());
    return absolute;
}

// "street.before-repair.tagscope", with a number where that is taken.
fs::path placeToKeep(const fs::path &file) {
    const std::string stem = file.stem().string() + ".before-repair";
    fs::path place = file.parent_path() / (stem + file.extension().string());
    std::error_code error;
    for (int number = 2; fs::exists(fs::symlink_status(place, error)); ++number)
        place = file.parent_path() / (stem + "-" + std::to_string(number) + file.extension().string());
    return place;
}

void removeWithJournals(const fs::path &file) {
    std::error_code ignored;
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        fs::remove(fs::path(file) += suffix, ignored);
}

// The file and what is beside it, then the mended one in its place: a kill in between leaves one of both whole.
Result<fs::path> replaceBy(const fs::path &mended, const fs::path &file) {
    const fs::path real = behindLinks(file);
    fs::path kept = placeToKeep(file);
    TAGSCOPE_TRY(copyFile(real, kept));
    for (const char *suffix : kJournals) {
        std::error_code error;
        if (fs::is_regular_file(fs::path(real) += suffix, error))
            TAGSCOPE_TRY(copyFile(fs::path(real) += suffix, fs::path(kept) += suffix));
    }
    std::error_code error;
    const fs::perms mode = fs::status(real, error).permissions();
    fs::permissions(mended, mode | fs::perms::owner_write, error);
    for (const char *suffix : {"-journal", "-wal", "-shm"})
        fs::remove(fs::path(real) += suffix, error); // before SQLite would write them into the mended file
    fs::rename(mended, real, error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_replace", file}, error.message());
    return kept;
}

} // namespace

bool ProjectCheck::isMendable() const {
    const bool canBeOpened = std::ranges::none_of(
        findings, [](const ProjectFinding &finding) { return finding.kind == ProjectFinding::Kind::Project; });
    return canBeOpened && std::ranges::any_of(findings, &ProjectFinding::isMended);
}

Result<ProjectCheck> checkProject(const fs::path &file, const std::stop_token &stop) {
    const fs::path absolute = TAGSCOPE_TRY(regularFile(file));
    const ScratchFolder scratch = TAGSCOPE_TRY(ScratchFolder::make());
    const std::string note = ProjectLock::leftNote(absolute);
    return Look(absolute, ProjectLock::isHeld(absolute), note, stop).take(scratch.path() / "clean", scratch.path());
}

Result<ProjectRepair> repairProject(const fs::path &file, const std::stop_token &stop) {
    const fs::path absolute = TAGSCOPE_TRY(regularFile(file));
    if (isSnapshot(absolute))
        return fail(Error::Kind::Inconsistent, {"project.is_snapshot", file});
    const ProjectLock lock = TAGSCOPE_TRY(ProjectLock::acquire(absolute));
    const ScratchFolder scratch = TAGSCOPE_TRY(ScratchFolder::make());
    const fs::path mended = behindLinks(absolute) += "-mended"; // beside the file, to be put in its place at once
    removeWithJournals(mended);
    Result<ProjectCheck> found = Look(absolute, false, lock.formerNote(), stop).take(mended, scratch.path());
    if (!found || !found->isMendable()) {
        removeWithJournals(mended);
        if (!found)
            return tl::unexpected(found.error());
        if (found->isSound())
            return ProjectRepair{std::move(*found), {}};
        return fail(Error::Kind::Inconsistent, {"project.cannot_be_mended", file, found->findings.front().what});
    }
    Result<fs::path> kept = replaceBy(mended, absolute);
    removeWithJournals(mended);
    if (!kept)
        return tl::unexpected(kept.error());
    logInfo("project repaired: " + absolute.string() + ", kept as " + kept->string());
    return ProjectRepair{std::move(*found), std::move(*kept)};
}

} // namespace tagscope
