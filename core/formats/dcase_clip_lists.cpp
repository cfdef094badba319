// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/dcase_clip_lists.h"

#include "core/base/try.h"
#include "core/formats/csv_rows.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

bool isRecordingId(std::string_view id) {
    constexpr std::string_view kAllowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return !id.empty() && id.find_first_not_of(kAllowed) == std::string_view::npos;
}

// The columns of a clip list.
enum ListColumn : std::size_t { kIdColumn, kStartColumn, kEndColumn, kNamesColumn, kMidsColumn, kListColumns };

Result<Seconds> timeIn(const fs::path &file, const CsvRow &row, ListColumn column) {
    if (const std::optional<Seconds> time = timeOf(row.cells[column]))
        return *time;
    return failInCell(file, row.line, column, "\"" + row.cells[column] + "\" is not a time in seconds.");
}

Result<ListedClip> clipIn(const fs::path &file, const CsvRow &row) {
    if (row.cells.size() != kListColumns)
        return failInCell(file, row.line, std::min<std::size_t>(row.cells.size(), kListColumns),
                          "there are " + std::to_string(row.cells.size()) +
                              " columns; there must be five (id, start, end, names, ids).");
    if (!isRecordingId(row.cells[kIdColumn]))
        return failInCell(file, row.line, kIdColumn, "\"" + row.cells[kIdColumn] + "\" is not the id of a recording.");
    const Seconds start = TAGSCOPE_TRY(timeIn(file, row, kStartColumn));
    const Seconds end = TAGSCOPE_TRY(timeIn(file, row, kEndColumn));
    if (end <= start)
        return failInCell(file, row.line, kEndColumn, "the clip ends before it starts.");
    ListedClip clip{{row.cells[kIdColumn], start, end}, cellsSeparatedBy(',', row.cells[kMidsColumn]), row.line};
    if (clip.mids.empty())
        return failInCell(file, row.line, kMidsColumn, "the ids of the labels are missing.");
    return clip;
}

constexpr std::array<std::pair<std::string_view, DcaseListFile::Set>, 3> kSets{
    {{"training", DcaseListFile::Set::Training},
     {"testing", DcaseListFile::Set::Testing},
     {"evaluation", DcaseListFile::Set::Evaluation}}};

constexpr std::array<std::pair<std::pair<std::string_view, std::string_view>, DcaseListFile::Kind>, 4> kKinds{
    {{{"", "_set.csv"}, DcaseListFile::Kind::Clips},
     {{"groundtruth_weak_label_", "_set.csv"}, DcaseListFile::Kind::WeakTruth},
     {{"groundtruth_strong_label_", "_set.csv"}, DcaseListFile::Kind::StrongTruth},
     {{"", "_set_num_files_per_class.csv"}, DcaseListFile::Kind::ClassCounts}}};

std::optional<DcaseListFile> recognised(const fs::path &file) {
    const std::string name = file.filename().string();
    for (const auto &[around, kind] : kKinds)
        for (const auto &[set, value] : kSets)
            if (name == std::string(around.first) + std::string(set) + std::string(around.second))
                return DcaseListFile{file, kind, value};
    return std::nullopt;
}

// Other files that the organisers publish beside their lists, which are no error to name.
bool isAccompanying(const fs::path &file) {
    const std::string name = file.filename().string();
    return name.starts_with("duration_of_files_in_") || name == "sound_event_list_17_classes.txt" ||
           name.ends_with("LICENSE.txt");
}

using Found = std::map<std::pair<DcaseListFile::Kind, DcaseListFile::Set>, DcaseListFile>;

Result<void> take(Found &found, const DcaseListFile &list) {
    const auto [place, isNew] = found.insert({{list.kind, list.set}, list});
    std::error_code error;
    if (isNew || fs::equivalent(place->second.file, list.file, error))
        return {};
    return fail(Error::Kind::Inconsistent, place->second.file.string() + " and " + list.file.string() +
                                               " are the same list of the organisers. Name one of them.");
}

Result<void> takeDirectory(Found &found, const fs::path &directory) {
    std::error_code error;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error))
        if (const std::optional<DcaseListFile> list = recognised(entry->path()))
            TAGSCOPE_TRY(take(found, *list));
    if (error)
        return fail(Error::Kind::Unreadable, directory.string() + " cannot be read.", error.message());
    return {};
}

Result<void> takeFile(Found &found, const fs::path &file) {
    if (const std::optional<DcaseListFile> list = recognised(file))
        return take(found, *list);
    if (isAccompanying(file))
        return {};
    return fail(Error::Kind::Inconsistent,
                file.string() + " does not have the name of a list of DCASE 2017 Task 4, such as training_set.csv or "
                                "groundtruth_weak_label_evaluation_set.csv, by which it could be recognised.");
}

} // namespace

std::string RecordingPart::name() const {
    return recording + "_" + withThreeDecimals(start) + "_" + withThreeDecimals(end);
}

std::optional<RecordingPart> partNamed(std::string_view name) {
    const std::size_t last = name.rfind('_');
    if (last == std::string_view::npos || last == 0)
        return std::nullopt;
    const std::size_t middle = name.rfind('_', last - 1);
    if (middle == std::string_view::npos || !isRecordingId(name.substr(0, middle)))
        return std::nullopt;
    const std::optional<Seconds> start = timeOf(name.substr(middle + 1, last - middle - 1));
    const std::optional<Seconds> end = timeOf(name.substr(last + 1));
    if (!start || !end || *end <= *start)
        return std::nullopt;
    return RecordingPart{std::string(name.substr(0, middle)), *start, *end};
}

Result<std::vector<ListedClip>> readDcaseClipList(const fs::path &file) {
    std::vector<ListedClip> clips;
    std::map<std::string, std::size_t> lines;
    TAGSCOPE_TRY(forEachCsvRow(file, [&](CsvRow &&row) -> Result<void> {
        ListedClip clip = TAGSCOPE_TRY(clipIn(file, row));
        const auto [place, isNew] = lines.insert({clip.part.name(), row.line});
        if (!isNew)
            return fail(Error::Kind::Inconsistent, file.string() + ", line " + std::to_string(row.line) +
                                                       ": the clip " + place->first + " is on line " +
                                                       std::to_string(place->second) + " already.");
        clips.push_back(std::move(clip));
        return {};
    }));
    if (clips.empty())
        return fail(Error::Kind::Malformed, file.string() + " holds no clips.");
    return clips;
}

Result<std::vector<ClassCount>> readClassCounts(const fs::path &file) {
    std::vector<ClassCount> counts;
    TAGSCOPE_TRY(forEachCsvRow(file, [&](CsvRow &&row) -> Result<void> {
        if (row.cells.size() != 2)
            return failInCell(file, row.line, 0, "there must be two columns (class, number of clips).");
        std::size_t count = 0;
        const std::string &cell = row.cells[1];
        const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
        if (error != std::errc() || stop != cell.data() + cell.size())
            return failInCell(file, row.line, 1, "\"" + cell + "\" is not a number of clips.");
        counts.emplace_back(std::move(row.cells[0]), count);
        return {};
    }));
    return counts;
}

Result<std::vector<DcaseListFile>> findDcaseLists(const std::vector<fs::path> &places) {
    Found found;
    for (const fs::path &place : places) {
        std::error_code error;
        const fs::file_status status = fs::status(place, error);
        if (!fs::exists(status))
            return fail(Error::Kind::Unreadable, place.string() + " does not exist.", error.message());
        TAGSCOPE_TRY(fs::is_directory(status) ? takeDirectory(found, place) : takeFile(found, place));
    }
    if (found.empty())
        return fail(Error::Kind::Inconsistent, "There is no list of DCASE 2017 Task 4 among what was named; such "
                                               "lists are known by their names, as training_set.csv.");
    std::vector<DcaseListFile> lists;
    for (const auto &[key, list] : found)
        lists.push_back(list);
    return lists;
}

} // namespace tagscope
