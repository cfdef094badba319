// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The files in which the organisers of DCASE 2017 Task 4 list their clips, known by the names they gave them.
namespace tagscope {

// A clip of a recording: `end - start` long. Of AudioSet, whose recordings have ids such as "-5QrBL6MzLg".
struct RecordingPart {
    std::string recording;
    Seconds start{0};
    Seconds end{0};

    // "-5QrBL6MzLg_60.000_70.000"
    [[nodiscard]] std::string name() const;
    friend bool operator==(const RecordingPart &, const RecordingPart &) = default;
};

// The part that a clip's name stands for; nothing where it is not of the form above. Ids may hold "_" themselves.
[[nodiscard]] std::optional<RecordingPart> partNamed(std::string_view name);

// A row of training_set.csv or testing_set.csv.
struct ListedClip {
    RecordingPart part;
    std::vector<std::string> mids; // AudioSet's ids of its labels
    std::size_t line = 0;
};

// RFC 4180 without a header: id, start, end, names, ids. Of the labels the ids are read, as names hold commas.
// Errors, with file, line and column: Unreadable, Malformed, Inconsistent (a clip twice).
[[nodiscard]] Result<std::vector<ListedClip>> readDcaseClipList(const std::filesystem::path &file);

// A class and the number of its clips, as *_num_files_per_class.csv have them. Errors: Unreadable, Malformed.
using ClassCount = std::pair<std::string, std::size_t>;
[[nodiscard]] Result<std::vector<ClassCount>> readClassCounts(const std::filesystem::path &file);

// One of the organisers' files.
struct DcaseListFile {
    enum class Kind {
        Clips,       // *_set.csv
        WeakTruth,   // groundtruth_weak_label_*_set.csv, read by readDcaseList()
        StrongTruth, // groundtruth_strong_label_*_set.csv, likewise
        ClassCounts  // *_set_num_files_per_class.csv
    };
    enum class Set { Training, Testing, Evaluation };

    std::filesystem::path file;
    Kind kind = Kind::Clips;
    Set set = Set::Training;
};

// Those among files and in directories (not below them), in the order of `Kind`, then of `Set`. In a directory what
// has another name is passed over. Errors: Unreadable; Inconsistent (a file named here with another name, the same
// list twice, no list at all).
[[nodiscard]] Result<std::vector<DcaseListFile>> findDcaseLists(const std::vector<std::filesystem::path> &places);

} // namespace tagscope
