// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/left_journal.h"

#include "core/base/log.h"
#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/project/opened_file.h"

#include <algorithm>
#include <vector>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeptFolders = 3;

fs::path realPath(const fs::path &file) {
    std::error_code error;
    const fs::path real = fs::canonical(file, error);
    return error ? file : real;
}

std::vector<fs::path> journalsBeside(const fs::path &real) {
    std::vector<fs::path> journals;
    for (const char *suffix : {"-wal", "-journal"}) {
        const fs::path journal = fs::path(real) += suffix;
        std::error_code error;
        if (const auto size = fs::file_size(journal, error); !error && size > 0)
            journals.push_back(journal);
    }
    return journals;
}

void removeOldest(const fs::path &folder) {
    std::vector<fs::path> kept;
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, error))
        kept.push_back(entry.path());
    std::ranges::sort(kept); // by their times
    for (std::size_t k = 0; k + kKeptFolders < kept.size(); ++k)
        fs::remove_all(kept[k], error);
}

Result<fs::path> newFolder(const fs::path &folder) {
    std::string name = utcNow();
    std::ranges::replace(name, ':', '-'); // which some file systems refuse
    std::error_code error;
    fs::create_directories(folder, error);
    fs::path made = folder / name;
    for (int again = 2; !error && !fs::create_directory(made, error) && !error; ++again)
        made = folder / (name + '-' + std::to_string(again));
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_make_folder", made}, error.message());
    removeOldest(folder);
    return made;
}

Result<void> copyInto(const fs::path &folder, const fs::path &file) {
    std::error_code error;
    fs::copy_file(file, folder / file.filename(), error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", folder / file.filename()}, error.message());
    return {};
}

Result<void> moveInto(const fs::path &folder, const fs::path &file) {
    std::error_code error;
    fs::rename(file, folder / file.filename(), error);
    if (!error)
        return {};
    TAGSCOPE_TRY(copyInto(folder, file)); // another disk
    fs::remove(file, error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", file}, error.message());
    return {};
}

Result<fs::path> copied(const fs::path &real, const std::vector<fs::path> &journals, const fs::path &folder) {
    const fs::path made = TAGSCOPE_TRY(newFolder(folder));
    TAGSCOPE_TRY(copyInto(made, real));
    for (const fs::path &journal : journals)
        TAGSCOPE_TRY(copyInto(made, journal));
    return made;
}

Result<fs::path> moved(const fs::path &real, const fs::path &folder) {
    const fs::path made = TAGSCOPE_TRY(newFolder(folder));
    for (const fs::path &journal : journalsBeside(real))
        TAGSCOPE_TRY(moveInto(made, journal));
    std::error_code ignored;
    fs::remove(fs::path(real) += "-shm", ignored); // an index of the journal, made again where it is missing
    return made;
}

} // namespace

bool hasLeftJournal(const fs::path &file) {
    return !journalsBeside(realPath(file)).empty();
}

Result<Message> secureLeftJournal(const fs::path &file, const fs::path &folder, const std::string &note) {
    const fs::path real = realPath(file);
    const std::vector<fs::path> journals = journalsBeside(real);
    if (journals.empty())
        return Message();
    const JournalOrigin origin = journalOrigin(file, note);
    if (origin == JournalOrigin::OtherFile) {
        const fs::path made = TAGSCOPE_TRY(moved(real, folder));
        logWarning("journal of another file moved to " + made.string());
        return Message("project.journal_of_another", file, made);
    }
    const Result<fs::path> made = copied(real, journals, folder);
    if (!made && origin != JournalOrigin::ThisFile)
        return tl::unexpected(made.error());
    if (!made) {
        logWarning("journal not copied: " + made.error().what());
        return Message("project.journal_written", file);
    }
    logInfo("journal and file copied to " + made->string());
    return Message("project.journal_copied", file, *made);
}

Result<void> moveJournalAway(const fs::path &file, const fs::path &folder) {
    const fs::path real = realPath(file);
    if (journalsBeside(real).empty())
        return {};
    const fs::path made = TAGSCOPE_TRY(moved(real, folder));
    logWarning("journal of a file that another program changed moved to " + made.string());
    return {};
}

} // namespace tagscope
