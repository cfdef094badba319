// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/exchange/export.h"
#include "core/exchange/open_files.h"
#include "core/formats/npy_file.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tagscope {

// The activations that predictRun() and predictModel() left in a run's directory, all clips on one grid, or
// importActivations() in that of a source, each clip on its own. Each clip's numbers have a sum (sumOf()) in the
// document beside the array, which is checked where they are read; those of versions before 0.2 have none. Thread-safe.
class StoredActivations {
public:
    // Those of all clips; where there are none of all, or `split` asks for it, those of one split.
    // Errors: Unreadable (none there), Malformed (a part is missing, or the two files do not belong together).
    [[nodiscard]] static Result<StoredActivations> open(const std::filesystem::path &runDirectory,
                                                        const std::string &split = {});

    [[nodiscard]] const std::vector<std::string> &events() const { return events_; }
    // Nothing for a clip that was not predicted. Errors: Unreadable, Malformed (damaged since, no numbers).
    [[nodiscard]] Result<std::optional<ClipActivations>> of(const std::string &clip) const;

private:
    StoredActivations() = default;

    // Where a clip's steps lie.
    struct Place {
        std::size_t firstRow = 0;
        std::size_t steps = 0;
        Seconds first{0};
        Seconds hop{0};
        std::string sum; // may be empty
    };

    std::vector<std::string> events_;
    std::unordered_map<std::string, Place> places_;
    std::filesystem::path array_;
    NpyHeader header_;
    std::shared_ptr<const RandomAccessFile> file_;
};

// Writes what open() reads: each clip on its own grid, of the events' number of columns. Error: Unreadable.
[[nodiscard]] Result<void> writeActivations(const std::filesystem::path &runDirectory, const std::string &source,
                                            const std::vector<std::string> &events,
                                            const std::vector<std::pair<std::string, ClipActivations>> &clips);

} // namespace tagscope
