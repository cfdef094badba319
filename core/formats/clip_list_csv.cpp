// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/clip_list_csv.h"

#include "core/base/try.h"
#include "core/formats/csv_rows.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

enum Column : std::size_t { kPathCell, kStartCell, kDurationCell, kLabelsCell, kSplitCell, kCsvColumns };
constexpr std::array<std::string_view, kCsvColumns> kColumnNames{"path", "start", "duration", "labels", "split"};
constexpr std::array<bool, kCsvColumns> kIsNeeded{true, false, false, true, true};

class ClipListReader {
public:
    explicit ClipListReader(fs::path file) : file_(std::move(file)) {}

    Result<CsvClipList> read() {
        TAGSCOPE_TRY(forEachCsvRow(
            file_, [this](CsvRow &&row) { return cellsInRow_ == 0 ? takeHeader(row) : takeRow(std::move(row)); }));
        if (clips_.empty())
            return fail(Error::Kind::Malformed, {"formats.holds_no_clips", file_});
        TAGSCOPE_TRY(nameClips());
        return CsvClipList{file_, std::move(clips_), *places_[kLabelsCell]};
    }

private:
    Result<void> takeHeader(const CsvRow &row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto *name = std::ranges::find(kColumnNames, row.cells[i]);
            if (name == kColumnNames.end())
                return failInCell(file_, row.line, i, {"formats.unknown_clip_column", row.cells[i]});
            std::optional<std::size_t> &place = places_.at(static_cast<std::size_t>(name - kColumnNames.begin()));
            if (place)
                return failInCell(file_, row.line, i, {"formats.column_twice", row.cells[i]});
            place = i;
        }
        for (std::size_t column = 0; column < kCsvColumns; ++column)
            if (kIsNeeded.at(column) && !places_.at(column))
                return failInCell(file_, row.line, row.cells.size(),
                                  {"formats.column_missing", kColumnNames.at(column)});
        cellsInRow_ = row.cells.size();
        return {};
    }

    Result<void> takeRow(CsvRow &&row) {
        if (row.cells.size() != cellsInRow_)
            return failInCell(file_, row.line, std::min(row.cells.size(), cellsInRow_),
                              {"formats.cells_unlike_first_line", row.cells.size(), cellsInRow_});
        CsvClip clip;
        clip.line = row.line;
        clip.path = row.cells[*places_[kPathCell]];
        clip.split = row.cells[*places_[kSplitCell]];
        if (clip.path.empty())
            return failInCell(file_, row.line, *places_[kPathCell], "formats.path_missing");
        for (std::string &label : cellsSeparatedBy(';', row.cells[*places_[kLabelsCell]]))
            if (std::ranges::find(clip.labels, label) == clip.labels.end())
                clip.labels.push_back(std::move(label));
        TAGSCOPE_TRY(takeTimes(row, clip));
        clips_.push_back(std::move(clip));
        return {};
    }

    Result<void> takeTimes(const CsvRow &row, CsvClip &clip) const {
        for (const auto &[column, time] :
             {std::pair(kStartCell, &clip.start), std::pair(kDurationCell, &clip.duration)}) {
            const std::optional<std::size_t> &place = places_.at(column);
            if (!place || row.cells[*place].empty())
                continue;
            *time = timeOf(row.cells[*place]);
            if (!*time)
                return failInCell(file_, row.line, *place, {"formats.not_time_from_0", row.cells[*place]});
            if (column == kDurationCell && **time == Seconds(0))
                return failInCell(file_, row.line, *place, "formats.clip_without_length");
        }
        return {};
    }

    Result<void> nameClips() {
        std::map<std::string, std::set<std::string>> pathsOfStem;
        for (const CsvClip &clip : clips_)
            pathsOfStem[stemOf(clip.path)].insert(clip.path.generic_string());
        std::map<std::string, std::size_t> lines;
        for (CsvClip &clip : clips_) {
            const std::string stem = stemOf(clip.path);
            clip.name = pathsOfStem[stem].size() == 1 ? stem : clip.path.generic_string();
            if (clip.start || clip.duration)
                clip.name +=
                    "_" + withThreeDecimals(clip.start.value_or(Seconds(0))) +
                    (clip.duration ? "_" + withThreeDecimals(clip.start.value_or(Seconds(0)) + *clip.duration) : "");
            const auto [place, isNew] = lines.insert({clip.name, clip.line});
            if (!isNew)
                return fail(Error::Kind::Inconsistent, {"formats.clip_listed_before_in_column", file_, clip.line,
                                                        *places_[kPathCell] + 1, clip.name, place->second});
        }
        return {};
    }

    static std::string stemOf(const fs::path &path) { return fs::path(path).replace_extension().generic_string(); }

    fs::path file_;
    std::array<std::optional<std::size_t>, kCsvColumns> places_;
    std::size_t cellsInRow_ = 0; // 0 before the header
    std::vector<CsvClip> clips_;
};

} // namespace

tl::unexpected<Error> CsvClipList::failAtLabel(const CsvClip &clip, const Message &what) const {
    return failInCell(file, clip.line, labelsColumn, what);
}

Result<CsvClipList> readClipListCsv(const fs::path &file) {
    return ClipListReader(file).read();
}

} // namespace tagscope
