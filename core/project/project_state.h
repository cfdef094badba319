// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/try.h"
#include "core/project/opened_file.h"
#include "core/project/project.h"
#include "core/project/project_lock.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <type_traits>

namespace tagscope {

// "street.data" for "street.tagscope".
[[nodiscard]] std::filesystem::path dataDirectoryOf(const std::filesystem::path &file);

// A reader waits this long for the moments in which a writer keeps everybody out (its checkpoints at closing).
inline constexpr int kBusyMilliseconds = 10000;

// What SQLite's words mean for the person with this file.
[[nodiscard]] tl::unexpected<Error> failureOf(const SQLite::Exception &exception, const std::filesystem::path &file);

// An open project, and the ways in which its calls reach the database: each under the mutex, in a transaction of its
// own or inside the one that atomically() has open on this thread, with exceptions turned into errors.
struct Project::State {
    std::filesystem::path file;   // absolute
    std::filesystem::path folder; // of the file, all links followed
    std::filesystem::path data;   // directory of what lies beside the file
    Access access = Access::ReadOnly;
    std::vector<EventClass> classes; // as the file has them; read and changed under the mutex
    // What classes() answers, and what it answered before events were edited.
    std::vector<std::unique_ptr<const std::vector<EventClass>>> shownClasses;
    std::atomic<const std::vector<EventClass> *> shown = nullptr;
    Seconds clipDuration{0};
    Message note;                               // what had to be done on opening
    std::optional<ProjectLock> lock;            // released after the database is closed
    std::unique_ptr<SQLite::Database> database; // after `lock`; null: let go
    OpenedFile opened;
    std::recursive_mutex mutex;
    int depth = 0;                     // of transactions that are open
    std::int64_t comparedVersion = -1; // SQLite's of the file, when its events were compared last
    bool areEventsOthers = false;      // then

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State();

    // Closes the database, so that nothing of it is written into a file that has come to its place, and then gives the
    // lock back. Under the mutex.
    void letGo();
    // Inconsistent where the file at the path is not the one that was opened any more. Then what the journal holds is
    // brought into the file that was opened, so that nobody writes it into another one. Under the mutex.
    [[nodiscard]] Result<void> requireItsFile();
    // As long as the journal holds nothing it does no harm to whatever comes to the file's place. Under the mutex.
    void emptyJournal();

    // Of a project that is open for reading, whose events the program that writes may change: Inconsistent where they
    // are others than those that were read at the opening, by which its callers know what they got. Inside a
    // transaction.
    [[nodiscard]] Result<void> requireSameEvents();

    // What classes() answers from now on is what the file has.
    void showClasses();

    // `work` gets the database and returns a Result; all that it reads is of one moment.
    template <class Work>
    [[nodiscard]] auto reading(Work &&work) -> std::invoke_result_t<Work, SQLite::Database &> {
        return inTransaction(false, std::forward<Work>(work));
    }
    // Nothing of what `work` changed stays where it returns an error.
    template <class Work>
    [[nodiscard]] auto writing(Work &&work) -> std::invoke_result_t<Work, SQLite::Database &> {
        if (access == Access::ReadOnly)
            return fail(Error::Kind::Inconsistent, {"project.read_only", file});
        return inTransaction(true, std::forward<Work>(work));
    }

    [[nodiscard]] bool isEvent(std::int64_t event) const {
        return event >= 0 && static_cast<std::uint64_t>(event) < classes.size();
    }
    // Inconsistent for an index that is none of the classes'.
    [[nodiscard]] Result<void> requireEvent(std::int64_t event) const;
    // Malformed: what the file holds is not what this program writes.
    [[nodiscard]] tl::unexpected<Error> damaged(const Message &what) const;

    [[nodiscard]] Result<Clip> clipIn(const SQLite::Statement &row) const;
    [[nodiscard]] Result<std::optional<Clip>> oneClip(const char *condition, const auto &value);
    // A media file's path as the table keeps it (relative where it lies below the project's folder), and back.
    [[nodiscard]] std::string storedPath(const std::filesystem::path &media) const;
    [[nodiscard]] std::filesystem::path absolutePath(const std::string &stored) const;

private:
    // What was committed is in the file at the path.
    [[nodiscard]] Result<void> requireStored();

    // An open transaction or, inside another, a savepoint; undone when it is destroyed without commit().
    class Unit {
    public:
        Unit(State &state, bool writes);
        ~Unit();
        Unit(const Unit &) = delete;
        Unit &operator=(const Unit &) = delete;
        void commit();

    private:
        State &state_;
        bool isOpen_ = true;
    };

    template <class Work>
    [[nodiscard]] auto inTransaction(bool writes, Work &&work) -> std::invoke_result_t<Work, SQLite::Database &> {
        const std::lock_guard guard(mutex);
        if (!database)
            return fail(Error::Kind::Inconsistent, {"project.let_go", file});
        const bool isOutermost = writes && depth == 0;
        if (isOutermost)
            TAGSCOPE_TRY(requireItsFile());
        try {
            Unit unit(*this, writes);
            if (access == Access::ReadOnly && depth == 1)
                TAGSCOPE_TRY(requireSameEvents());
            auto result = work(*database);
            if (result)
                unit.commit();
            if (isOutermost && result)
                TAGSCOPE_TRY(requireStored());
            return result;
        } catch (const SQLite::Exception &exception) {
            return failureOf(exception, file);
        }
    }
};

// Whether ids are clips of the project. Lives inside one transaction.
class ClipCheck {
public:
    explicit ClipCheck(const SQLite::Database &database) : query_(database, "SELECT 1 FROM clip WHERE id = ?") {}
    // Inconsistent, naming the id.
    [[nodiscard]] Result<void> require(ClipId clip);

private:
    SQLite::Statement query_;
};

} // namespace tagscope
