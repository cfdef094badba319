// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/watched_folder.h"

#include "core/base/try.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <tuple>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kWatchedSuffixes{".tagscope", ".csv", ".tsv"};

// Size and time; nothing of a file that is not there, or empty, as the journal that a reader leaves.
std::pair<std::uintmax_t, std::int64_t> lookAt(const fs::path &file) {
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(file, error);
    if (error || bytes == 0)
        return {0, 0};
    const fs::file_time_type changed = fs::last_write_time(file, error);
    return {bytes, error ? 0 : static_cast<std::int64_t>(changed.time_since_epoch().count())};
}

} // namespace

WatchedFolder::WatchedFolder(fs::path folder, MergeOptions options)
    : folder_(std::move(folder)), options_(std::move(options)) {}

WatchedFolder::State WatchedFolder::stateOf(const fs::path &file) {
    State state;
    std::tie(state.bytes, state.changed) = lookAt(file);
    fs::path journal = file;
    journal += "-wal";
    std::tie(state.journalBytes, state.journalChanged) = lookAt(journal);
    return state;
}

Result<std::vector<fs::path>> WatchedFolder::filesFor(const Project &into) const {
    std::error_code error;
    fs::directory_iterator entries(folder_, error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", folder_}, error.message());
    std::vector<fs::path> files;
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
        if (error)
            return fail(Error::Kind::Unreadable, {"base.cannot_read", folder_}, error.message());
        const fs::path file = entries->path();
        std::error_code ignored; // what is gone by now is no file
        const bool isMeant = std::ranges::find(kWatchedSuffixes, file.extension().string()) != kWatchedSuffixes.end() &&
                             !file.filename().string().starts_with('.');
        if (isMeant && fs::is_regular_file(file, ignored) && !fs::equivalent(file, into.file(), ignored))
            files.push_back(file);
    }
    std::ranges::sort(files);
    return files;
}

Result<std::vector<fs::path>> WatchedFolder::due(const Project &into) {
    std::vector<fs::path> files = TAGSCOPE_TRY(filesFor(into));
    std::erase_if(states_, [&files](const auto &known) { return !std::ranges::binary_search(files, known.first); });
    std::erase_if(files, [this](const fs::path &file) {
        const State now = stateOf(file);
        State &known = states_[file];
        if (known.isAs(now))
            return known.isTaken || now.bytes == 0;
        known = now;
        return true;
    });
    return files;
}

Result<FolderNews> WatchedFolder::take(Project &into, const std::vector<fs::path> &files, const std::stop_token &stop) {
    FolderNews news;
    for (const fs::path &file : files) {
        Result<std::vector<FileMerge>> merged = mergeFiles(into, std::span(&file, 1), options_, stop);
        if (!merged && merged.error().isCancelled())
            return tl::unexpected(merged.error());
        states_[file].isTaken = true;
        if (merged)
            news.merged.push_back(std::move(merged->front()));
        else
            news.refused.push_back({file, std::move(merged.error())});
    }
    return news;
}

Result<FolderNews> WatchedFolder::look(Project &into, const std::stop_token &stop) {
    const std::vector<fs::path> files = TAGSCOPE_TRY(due(into));
    return take(into, files, stop);
}

} // namespace tagscope
