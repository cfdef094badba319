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
    return failInCell(file, row.line, column, {"formats.not_time_seconds", row.cells[column]});
}

Result<ListedClip> clipIn(const fs::path &file, const CsvRow &row) {
    if (row.cells.size() != kListColumns)
        return failInCell(file, row.line, std::min<std::size_t>(row.cells.size(), kListColumns),
                          {"formats.dcase_five_columns", row.cells.size()});
    if (!isRecordingId(row.cells[kIdColumn]))
        return failInCell(file, row.line, kIdColumn, {"formats.not_recording_id", row.cells[kIdColumn]});
    const Seconds start = TAGSCOPE_TRY(timeIn(file, row, kStartColumn));
    const Seconds end = TAGSCOPE_TRY(timeIn(file, row, kEndColumn));
    if (end <= start)
        return failInCell(file, row.line, kEndColumn, "formats.clip_out_of_order");
    ListedClip clip{{row.cells[kIdColumn], start, end}, cellsSeparatedBy(',', row.cells[kMidsColumn]), row.line};
    if (clip.mids.empty())
        return failInCell(file, row.line, kMidsColumn, "formats.label_ids_missing");
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
    return fail(Error::Kind::Inconsistent, {"formats.same_dcase_list", place->second.file, list.file});
}

Result<void> takeDirectory(Found &found, const fs::path &directory) {
    std::error_code error;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error))
        if (const std::optional<DcaseListFile> list = recognised(entry->path()))
            TAGSCOPE_TRY(take(found, *list));
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", directory}, error.message());
    return {};
}

Result<void> takeFile(Found &found, const fs::path &file) {
    if (const std::optional<DcaseListFile> list = recognised(file))
        return take(found, *list);
    if (isAccompanying(file))
        return {};
    return fail(Error::Kind::Inconsistent, {"formats.not_named_as_dcase_list", file});
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
            return fail(Error::Kind::Inconsistent,
                        {"formats.clip_listed_before", file, row.line, place->first, place->second});
        clips.push_back(std::move(clip));
        return {};
    }));
    if (clips.empty())
        return fail(Error::Kind::Malformed, {"formats.holds_no_clips", file});
    return clips;
}

Result<std::vector<ClassCount>> readClassCounts(const fs::path &file) {
    std::vector<ClassCount> counts;
    TAGSCOPE_TRY(forEachCsvRow(file, [&](CsvRow &&row) -> Result<void> {
        if (row.cells.size() != 2)
            return failInCell(file, row.line, 0, "formats.class_count_columns");
        std::size_t count = 0;
        const std::string &cell = row.cells[1];
        const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
        if (error != std::errc() || stop != cell.data() + cell.size())
            return failInCell(file, row.line, 1, {"formats.not_clip_count", cell});
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
            return fail(Error::Kind::Unreadable, {"base.does_not_exist", place}, error.message());
        TAGSCOPE_TRY(fs::is_directory(status) ? takeDirectory(found, place) : takeFile(found, place));
    }
    if (found.empty())
        return fail(Error::Kind::Inconsistent, "formats.no_dcase_list");
    std::vector<DcaseListFile> lists;
    for (const auto &[key, list] : found)
        lists.push_back(list);
    return lists;
}

} // namespace tagscope
