// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/clip_list_csv.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/formats/csv_rows.h"
#include "core/formats/text_content.h"
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
constexpr std::array<bool, kCsvColumns> kIsNeeded{true, false, false, true, false};

// In normal form: how other lists call the same.
constexpr std::array<std::pair<std::string_view, Column>, 18> kOtherNames{{{"file", kPathCell},
                                                                           {"filename", kPathCell},
                                                                           {"file_name", kPathCell},
                                                                           {"filepath", kPathCell},
                                                                           {"file path", kPathCell},
                                                                           {"fname", kPathCell},
                                                                           {"audio", kPathCell},
                                                                           {"label", kLabelsCell},
                                                                           {"class", kLabelsCell},
                                                                           {"classes", kLabelsCell},
                                                                           {"tags", kLabelsCell},
                                                                           {"category", kLabelsCell},
                                                                           {"event_labels", kLabelsCell},
                                                                           {"subset", kSplitCell},
                                                                           {"set", kSplitCell},
                                                                           {"onset", kStartCell},
                                                                           {"start_seconds", kStartCell},
                                                                           {"start_time", kStartCell}}};

std::optional<Column> columnCalled(std::string_view cell) {
    const std::string form = normalForm(cell);
    if (const auto *own = std::ranges::find(kColumnNames, std::string_view(form)); own != kColumnNames.end())
        return static_cast<Column>(own - kColumnNames.begin());
    const auto *other =
        std::ranges::find(kOtherNames, std::string_view(form), &std::pair<std::string_view, Column>::first);
    return other == kOtherNames.end() ? std::nullopt : std::optional(other->second);
}

// Joined by ";" or "|"; what stands for nothing is no label.
std::vector<std::string> labelsOf(std::string cell) {
    std::ranges::replace(cell, '|', ';');
    std::vector<std::string> labels;
    for (std::string &label : cellsSeparatedBy(';', cell))
        if (normalForm(label) != "nan" && std::ranges::find(labels, label) == labels.end())
            labels.push_back(std::move(label));
    return labels;
}

class ClipListReader {
public:
    explicit ClipListReader(fs::path file) : file_(std::move(file)) {}

    Result<CsvClipList> read() {
        const ForeignText content = TAGSCOPE_TRY(readForeignText(file_));
        if (content.note)
            notes_.push_back(*content.note);
        TAGSCOPE_TRY(forEachCsvRowIn(file_, content.text, separatorOf(content.text), [this](CsvRow &&row) {
            const bool isBlank =
                std::ranges::all_of(row.cells, [](const std::string &cell) { return trimmed(cell).empty(); });
            return isBlank ? Result<void>() : cellsInRow_ == 0 ? takeHeader(row) : takeRow(std::move(row));
        }));
        if (clips_.empty())
            return fail(Error::Kind::Malformed, {"formats.holds_no_clips", file_});
        TAGSCOPE_TRY(nameClips());
        return CsvClipList{file_, std::move(clips_), *places_[kLabelsCell], std::move(notes_)};
    }

private:
    Result<void> takeHeader(const CsvRow &row) {
        std::string others;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::optional<Column> column = columnCalled(row.cells[i]);
            if (!column) {
                others += (others.empty() ? "\"" : ", \"") + row.cells[i] + "\"";
                continue;
            }
            std::optional<std::size_t> &place = places_.at(*column);
            if (place)
                return failInCell(file_, row.line, i, {"formats.column_twice", row.cells[i]});
            place = i;
        }
        if (std::ranges::none_of(places_, [](const auto &place) { return place.has_value(); }))
            return failInCell(file_, row.line, 0, {"formats.unknown_clip_column", row.cells.front()});
        if (!others.empty())
            notes_.push_back({"formats.columns_not_kept", others});
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
        if (places_[kSplitCell])
            clip.split = row.cells[*places_[kSplitCell]];
        if (clip.path.empty())
            return failInCell(file_, row.line, *places_[kPathCell], "formats.path_missing");
        clip.labels = labelsOf(row.cells[*places_[kLabelsCell]]);
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
    std::vector<Message> notes_;
};

} // namespace

tl::unexpected<Error> CsvClipList::failAtLabel(const CsvClip &clip, const Message &what) const {
    return failInCell(file, clip.line, labelsColumn, what);
}

Result<CsvClipList> readClipListCsv(const fs::path &file) {
    return ClipListReader(file).read();
}

} // namespace tagscope
