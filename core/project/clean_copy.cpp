// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/clean_copy.h"

#include "core/base/try.h"
#include "core/project/project_state.h"
#include "core/project/row_rules.h"
#include "core/project/schema.h"
#include "core/project/score_blocks.h"

#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <array>
#include <set>
#include <sqlite3.h>
#include <utility>

namespace tagscope {
namespace {

// What refers to others comes after them.
constexpr std::array<const char *, 19> kTables{"project",
                                               "event",
                                               "setting",
                                               "recording",
                                               "clip",
                                               "label",
                                               "region",
                                               "presence",
                                               "source",
                                               "score",
                                               "score_block",
                                               "run",
                                               "operating_point",
                                               "operating_value",
                                               "operating_calibration",
                                               "operating_history",
                                               "verdict",
                                               "marked_region",
                                               "remark"};

constexpr std::size_t kShownLetters = 60;
constexpr int kInstructionsBetweenLooks = 1 << 20; // of SQLite's machine, for a stop

// In brackets, as SQLite takes a name in quotes that is no column's for a text.
std::string bracketed(const std::string &name) {
    return "[" + name + "]";
}

std::vector<std::string> columnsOf(SQLite::Database &database, const std::string &table) {
    SQLite::Statement rows(database, "SELECT name FROM pragma_table_info(?)");
    rows.bind(1, table);
    std::vector<std::string> columns;
    while (rows.executeStep())
        columns.push_back(rows.getColumn(0).getString());
    return columns;
}

// A real table; not a view or a virtual table, which may do anything when they are read.
bool isTable(SQLite::Database &database, const std::string &name) {
    SQLite::Statement row(database, "SELECT 1 FROM sqlite_schema WHERE name = ? AND type = 'table' AND rootpage > 0");
    row.bind(1, name);
    return row.executeStep();
}

std::string joined(const std::vector<std::string> &parts) {
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

// "7, 2, dog": the first columns of a row, cut short.
std::string shownRow(const SQLite::Statement &row) {
    std::string text;
    for (int column = 0; column < std::min(row.getColumnCount(), 3); ++column) {
        const SQLite::Column value = row.getColumn(column);
        text += (column > 0 ? ", " : "") + (value.isBlob() ? std::string("…") : value.getString());
    }
    const std::size_t end = std::min(text.find('\0'), kShownLetters);
    return text.size() > end ? text.substr(0, end) + "…" : text;
}

void bindAs(SQLite::Statement &insert, int place, const SQLite::Column &value) {
    if (value.isInteger())
        insert.bind(place, value.getInt64());
    else if (value.isFloat())
        insert.bind(place, value.getDouble());
    else if (value.isText())
        insert.bind(place, value.getString());
    else if (value.isBlob())
        insert.bind(place, value.getBlob(), value.getBytes());
    else
        insert.bind(place);
}

// That the copy cannot be written is another matter than that the original cannot be read.
struct NotWritten {
    SQLite::Exception exception;
};

class Copier {
public:
    Copier(SQLite::Database &from, SQLite::Database &to, const std::filesystem::path &folder,
           const std::stop_token &stop)
        : from_(from), to_(to), rules_(folder), stop_(stop) {
        sqlite3_progress_handler(
            from_.getHandle(), kInstructionsBetweenLooks,
            [](void *token) { return static_cast<const std::stop_token *>(token)->stop_requested() ? 1 : 0; },
            const_cast<std::stop_token *>(&stop_));
    }
    Copier(const Copier &) = delete;
    Copier &operator=(const Copier &) = delete;
    ~Copier() { sqlite3_progress_handler(from_.getHandle(), 0, nullptr, nullptr); }

    CleanCopy copy() {
        for (const char *name : kTables) {
            if (stop_.stop_requested())
                break;
            const std::string table = name;
            if (isTable(to_, table)) // older versions have fewer
                copyTable(table);
            if (table == "event")
                rules_.setEvents(copied_.rows[table]);
        }
        removeUnfinishedPoints();
        keepUsedIds();
        return std::move(copied_);
    }

private:
    void copyTable(const std::string &table) {
        if (!isTable(from_, table))
            return;
        if (const std::string broken = copyRows(table, ""); !broken.empty()) {
            copied_.broken.push_back({"project.check_table_broken", table, broken});
            // What lies behind the damaged place is reached from the other end.
            copyRows(table, " ORDER BY " + keyBackwards(table));
        }
    }

    // Why it came to no end; empty where it did.
    std::string copyRows(const std::string &table, const std::string &order) {
        std::size_t &count = copied_.rows[table];
        try {
            const std::vector<std::string> columns = columnsOf(to_, table);
            SQLite::Statement row(from_, selectOf(table, columns) + order);
            std::string places;
            for (std::size_t i = 0; i < columns.size(); ++i)
                places += i == 0 ? "?" : ", ?";
            SQLite::Statement insert(to_, "INSERT INTO " + bracketed(table) + " VALUES (" + places + ")");
            while (row.executeStep()) {
                const int status = copyRow(table, row, insert, order.empty());
                if (status == SQLITE_CONSTRAINT_PRIMARYKEY && !order.empty())
                    break; // met what is there
                count += status == SQLITE_DONE ? 1 : 0;
            }
            return {};
        } catch (const SQLite::Exception &exception) {
            return stop_.stop_requested() ? std::string() : exception.what();
        }
    }

    std::string keyBackwards(const std::string &table) {
        SQLite::Statement rows(to_, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk");
        rows.bind(1, table);
        std::vector<std::string> key;
        while (rows.executeStep())
            key.push_back(bracketed(rows.getColumn(0).getString()) + " DESC");
        return joined(key);
    }

    // The columns in our order; NULL for those that are not there.
    std::string selectOf(const std::string &table, const std::vector<std::string> &columns) {
        const std::vector<std::string> there = columnsOf(from_, table);
        std::vector<std::string> chosen;
        for (const std::string &column : columns)
            chosen.push_back(std::ranges::find(there, column) == there.end() ? "NULL" : bracketed(column));
        return "SELECT " + joined(chosen) + " FROM " + bracketed(table);
    }

    // SQLITE_DONE for a row that is in the copy now, else what SQLite has against it, or 0.
    int copyRow(const std::string &table, const SQLite::Statement &row, SQLite::Statement &insert, bool isTold) {
        if (const Message wrong = rules_.wrongWith(table, row); !wrong.empty()) {
            leaveOut(table, row, wrong);
            if (table == "recording")
                lostRecordings_.insert(row.getColumn(0).getInt64());
            return 0;
        }
        insert.reset();
        for (int column = 0; column < row.getColumnCount(); ++column)
            bindAs(insert, column + 1, row.getColumn(column));
        // A clip stays, with all that people said of it, when its recording's path cannot.
        if (table == "clip" && lostRecordings_.contains(row.getColumn(2).getInt64()))
            insert.bind(3);
        if (table == "score_block" && !hasClips(row))
            return leaveOut(table, row, "project.row_refers"), 0;
        const int status = insert.tryExecuteStep();
        if (status == SQLITE_DONE)
            return status;
        const int code = sqlite3_extended_errcode(to_.getHandle());
        if (status != SQLITE_CONSTRAINT && status != SQLITE_MISMATCH)
            throw NotWritten{SQLite::Exception(to_.getHandle(), status)};
        if (isTold)
            leaveOut(table, row, reasonOf(code));
        insert.tryReset();
        return code == SQLITE_CONSTRAINT_ROWID ? SQLITE_CONSTRAINT_PRIMARYKEY : code;
    }

    // Of a block of scores, which refers to its clips by bits; they are in the copy already.
    bool hasClips(const SQLite::Statement &row) {
        const ClipId first = row.getColumn(1).getInt64() * kClipsOfBlock;
        SQLite::Statement there(to_, "SELECT sum(1 << (id - ?1)) FROM clip WHERE id >= ?1 AND id < ?1 + ?2");
        there.bind(1, first);
        there.bind(2, kClipsOfBlock);
        there.executeStep();
        return (row.getColumn(2).getInt64() & ~there.getColumn(0).getInt64()) == 0;
    }

    static Message reasonOf(int code) {
        switch (code) {
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return "project.row_refers";
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_ROWID:
            return "project.row_twice";
        default:
            return "project.row_value";
        }
    }

    void leaveOut(const std::string &table, const SQLite::Statement &row, const Message &why) {
        const auto known = std::ranges::find_if(
            copied_.leftOut, [&](const LeftOutRows &rows) { return rows.table == table && rows.why.id == why.id; });
        if (known == copied_.leftOut.end())
            copied_.leftOut.push_back({table, shownRow(row), why, 1});
        else
            ++known->count;
    }

    // Points that have not a value for each event can be none, and one that is there twice or short was tampered with.
    void removeUnfinishedPoints() {
        SQLite::Statement short_(to_,
                                 "SELECT id, name FROM operating_point WHERE (SELECT count(*) FROM operating_value "
                                 "WHERE point = operating_point.id) <> (SELECT count(*) FROM event)");
        std::vector<std::int64_t> ids;
        while (short_.executeStep()) {
            ids.push_back(short_.getColumn(0).getInt64());
            leaveOut("operating_point", short_, "project.row_point_gaps");
        }
        SQLite::Statement remove(to_, "DELETE FROM operating_point WHERE id = ?");
        for (const std::int64_t id : ids) {
            remove.reset();
            remove.bind(1, id);
            remove.exec();
            --copied_.rows["operating_point"];
        }
    }

    // So that ids of what was removed once are not used again.
    void keepUsedIds() {
        constexpr std::int64_t kMostIds = std::int64_t{1} << 53U;
        try {
            SQLite::Statement used(from_, "SELECT name, seq FROM sqlite_sequence");
            SQLite::Statement raise(to_, "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?");
            while (used.executeStep()) {
                if (!used.getColumn(1).isInteger() || used.getColumn(1).getInt64() > kMostIds)
                    continue;
                raise.reset();
                raise.bind(1, used.getColumn(1).getInt64());
                raise.bind(2, used.getColumn(0).getString());
                raise.exec();
            }
        } catch (const SQLite::Exception &) {
            return; // damaged: the greatest ids that are there count
        }
    }

    SQLite::Database &from_;
    SQLite::Database &to_;
    RowRules rules_;
    const std::stop_token &stop_;
    std::set<std::int64_t> lostRecordings_;
    CleanCopy copied_;
};

} // namespace

Result<CleanCopy> copyClean(SQLite::Database &from, int version, const std::filesystem::path &folder,
                            const std::filesystem::path &file, const std::stop_token &stop) {
    try {
        SQLite::Database to(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        to.exec("PRAGMA foreign_keys = ON");
        SQLite::Transaction transaction(to);
        schema::migrate(to, 0, version);
        CleanCopy copied = Copier(from, to, folder, stop).copy();
        if (stop.stop_requested())
            return cancelled();
        transaction.commit();
        return copied;
    } catch (const NotWritten &failed) {
        return failureOf(failed.exception, file);
    } catch (const SQLite::Exception &exception) {
        return failureOf(exception, file);
    }
}

} // namespace tagscope
