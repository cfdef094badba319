// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/merge_files.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <utility>
#include <vector>

// A folder into which annotators put what they judged, by whatever way it gets there.
namespace tagscope {

// What a look into it brought.
struct FolderNews {
    struct Refusal {
        std::filesystem::path file;
        Error error;
    };
    std::vector<FileMerge> merged; // files that are new or another since the look before, whether they added or not
    std::vector<Refusal> refused;
};

// Each file by itself: one that cannot be taken keeps back no other, and is told once, until it is another. One thread
// at a time.
class WatchedFolder {
public:
    explicit WatchedFolder(std::filesystem::path folder, MergeOptions options = {});

    [[nodiscard]] const std::filesystem::path &folder() const { return folder_; }
    // The tasks, projects and tables of the folder itself that were as they are at the look before, and were not taken
    // so already: what is still being written or copied waits. Hidden files are left alone, and `into` itself. Errors:
    // Unreadable (the folder).
    [[nodiscard]] Result<std::vector<std::filesystem::path>> due(const Project &into);
    // Merges these. Errors: Cancelled, those that are left being due again; what becomes of a file is in the news.
    [[nodiscard]] Result<FolderNews> take(Project &into, const std::vector<std::filesystem::path> &files,
                                          const std::stop_token &stop = {});
    // Both. Their errors.
    [[nodiscard]] Result<FolderNews> look(Project &into, const std::stop_token &stop = {});

private:
    // How a file was, with its journal, which a task that is open elsewhere has.
    struct State {
        std::uintmax_t bytes = 0;
        std::int64_t changed = 0; // of the file system's clock
        std::uintmax_t journalBytes = 0;
        std::int64_t journalChanged = 0;
        bool isTaken = false; // or refused

        [[nodiscard]] bool isAs(const State &other) const {
            return bytes == other.bytes && changed == other.changed && journalBytes == other.journalBytes &&
                   journalChanged == other.journalChanged;
        }
    };
    [[nodiscard]] static State stateOf(const std::filesystem::path &file);
    [[nodiscard]] Result<std::vector<std::filesystem::path>> filesFor(const Project &into) const;

    std::filesystem::path folder_;
    MergeOptions options_;
    std::map<std::filesystem::path, State> states_;
};

} // namespace tagscope
