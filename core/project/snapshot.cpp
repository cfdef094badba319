// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/snapshot.h"

#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/project/project_state.h"
#include "core/project/schema.h"

#include <SQLiteCpp/Transaction.h>
#include <SQLiteCpp/VariadicBind.h>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <unistd.h>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// Takes the file away unless it was kept.
class Unfinished {
public:
    explicit Unfinished(fs::path file) : file_(std::move(file)) {}
    Unfinished(const Unfinished &) = delete;
    Unfinished &operator=(const Unfinished &) = delete;
    ~Unfinished() {
        std::error_code ignored;
        for (const char *suffix : {"", "-journal", "-wal", "-shm"})
            fs::remove(fs::path(file_) += suffix, ignored);
    }

    [[nodiscard]] const fs::path &file() const { return file_; }

private:
    fs::path file_;
};

// Where the data are, as seen from the snapshot's folder too, so that both can be moved together.
std::string originAsJson(const Project &project, const fs::path &folder) {
    const fs::path data = project.dataDirectory();
    const nlohmann::json origin{{"of", project.file().string()},
                                {"data", data.string()},
                                {"data_from_here", data.lexically_relative(folder).string()},
                                {"taken", utcNow()}};
    return origin.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void markAsSnapshot(const fs::path &file, const std::string &origin) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA journal_mode = DELETE");
    SQLite::Transaction transaction(database);
    SQLite::Statement row(database, "INSERT OR REPLACE INTO setting (key, json) VALUES (?, ?)");
    SQLite::bind(row, std::string(kSnapshotSetting), origin);
    row.exec();
    database.exec("PRAGMA application_id = " + std::to_string(schema::kSnapshotId));
    transaction.commit();
}

} // namespace

bool isSnapshot(const fs::path &file) {
    constexpr std::streamoff kPlaceOfId = 68; // in SQLite's header, big-endian
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 4> id{};
    if (!stream.seekg(kPlaceOfId) || !stream.read(id.data(), id.size()))
        return false;
    std::uint32_t value = 0;
    for (const char byte : id)
        value = value << 8U | static_cast<unsigned char>(byte);
    return value == static_cast<std::uint32_t>(schema::kSnapshotId);
}

Result<void> takeSnapshot(const Project &project, const fs::path &target) {
    std::error_code error;
    const fs::path place = fs::absolute(target).lexically_normal();
    if (fs::exists(fs::symlink_status(place, error)))
        return fail(Error::Kind::Inconsistent, {"project.is_there", target});
    // That workers find it. Where it cannot be made, the snapshot has one of its own.
    fs::create_directories(project.dataDirectory(), error);
    // Beside the target, so that it is put there whole.
    const Unfinished unfinished(fs::path(place) += ".taking-" + std::to_string(::getpid()));
    TAGSCOPE_TRY(project.saveCopy(unfinished.file()));
    try {
        markAsSnapshot(unfinished.file(), originAsJson(project, place.parent_path()));
    } catch (const SQLite::Exception &exception) {
        return failureOf(exception, target);
    }
    using fs::perms;
    fs::permissions(unfinished.file(), perms::owner_read | perms::group_read | perms::others_read, error);
    if (!error)
        fs::create_hard_link(unfinished.file(), place, error); // fails where something has come there
    if (error == std::errc::operation_not_permitted || error == std::errc::operation_not_supported) {
        error.clear(); // a file system without links
        fs::rename(unfinished.file(), place, error);
    }
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", target}, error.message());
    return {};
}

} // namespace tagscope
