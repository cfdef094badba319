// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/clip_list_csv.h"

#include "core/base/foreign_json.h"
#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/formats/csv_rows.h"
#include "core/formats/json_parts.h"
#include "core/formats/text_content.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

enum Column : std::size_t {
    kPathCell,
    kStartCell,
    kDurationCell,
    kLabelsCell,
    kSplitCell,
    kModalityCell,
    kMidsCell, // read only to tell how the labels are joined
    kCsvColumns
};
constexpr std::array<std::string_view, kCsvColumns> kColumnNames{"path",  "start",    "duration", "labels",
                                                                 "split", "modality", "mids"};
constexpr std::array<bool, kCsvColumns> kIsNeeded{true, false, false, true, false, false, false};
constexpr std::string_view kJoinedByCommas = "event_labels"; // DESED's weak lists

// In normal form: how other lists call the same.
constexpr std::array<std::pair<std::string_view, Column>, 20> kOtherNames{
    {{"file", kPathCell},       {"filename", kPathCell},   {"file_name", kPathCell},      {"filepath", kPathCell},
     {"file path", kPathCell},  {"fname", kPathCell},      {"audio", kPathCell},          {"video_id", kPathCell},
     {"youtube_id", kPathCell}, {"label", kLabelsCell},    {"class", kLabelsCell},        {"classes", kLabelsCell},
     {"tags", kLabelsCell},     {"category", kLabelsCell}, {"event_labels", kLabelsCell}, {"subset", kSplitCell},
     {"set", kSplitCell},       {"onset", kStartCell},     {"start_seconds", kStartCell}, {"start_time", kStartCell}}};

std::optional<Column> columnCalled(std::string_view cell) {
    const std::string form = normalForm(cell);
    if (const auto *own = std::ranges::find(kColumnNames, std::string_view(form)); own != kColumnNames.end())
        return static_cast<Column>(own - kColumnNames.begin());
    const auto *other =
        std::ranges::find(kOtherNames, std::string_view(form), &std::pair<std::string_view, Column>::first);
    return other == kOtherNames.end() ? std::nullopt : std::optional(other->second);
}

// Joined by ";" or "|", or by commas; what stands for nothing is no label.
std::vector<std::string> labelsOf(std::string cell, bool isJoinedByCommas) {
    std::ranges::replace(cell, '|', ';');
    if (isJoinedByCommas)
        std::ranges::replace(cell, ',', ';');
    std::vector<std::string> labels;
    for (std::string &label : cellsSeparatedBy(';', cell))
        if (normalForm(label) != "nan" && std::ranges::find(labels, label) == labels.end())
            labels.push_back(std::move(label));
    return labels;
}

// Why a row is left out: in which of its cells.
struct BadCell {
    std::size_t column = 0; // from 0
    Message what;
};

std::string textOf(const nlohmann::json &value) {
    if (value.is_array()) {
        std::string joined;
        for (const nlohmann::json &one : value)
            joined += (joined.empty() ? "" : ";") + textOf(one);
        return joined;
    }
    return value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump();
}

class ClipListReader {
public:
    explicit ClipListReader(fs::path file) : file_(std::move(file)) {}

    Result<CsvClipList> read() {
        const ForeignText content = TAGSCOPE_TRY(readForeignText(file_));
        if (content.note)
            notes_.push_back(*content.note);
        const auto take = [this](CsvRow &&row) {
            const bool isBlank =
                std::ranges::all_of(row.cells, [](const std::string &cell) { return trimmed(cell).empty(); });
            return isBlank ? Result<void>() : cellsInRow_ == 0 ? takeHeader(row) : takeRow(std::move(row));
        };
        clips_.reserve(rowsOf(content.text));
        TAGSCOPE_TRY(file_.extension() == ".jsonl"
                         ? forEachObject(content.text, take)
                         : forEachCsvRowIn(file_, content.text, separatorOf(content.text), take));
        nameClips();
        if (clips_.empty() && firstFault_)
            return tl::unexpected(*firstFault_);
        if (clips_.empty())
            return fail(Error::Kind::Malformed, {"formats.holds_no_clips", file_});
        if (joined_ > 0)
            notes_.push_back({"formats.rows_of_one_clip", joined_});
        return CsvClipList{file_, std::move(clips_), *places_[kLabelsCell], std::move(leftOut_), std::move(notes_)};
    }

private:
    // At most: a list of empty lines is none of clips.
    static std::size_t rowsOf(const std::string &text) {
        constexpr std::size_t kShortRow = 16;
        return std::min(static_cast<std::size_t>(std::ranges::count(text, '\n')), text.size() / kShortRow);
    }

    // Each object as a row of those members that are read, the names of all members as the header.
    Result<void> forEachObject(const std::string &text, const std::function<Result<void>(CsvRow &&)> &take) {
        std::vector<nlohmann::json> objects;
        std::vector<std::string> names;
        std::size_t line = 0;
        for (const std::string &one : linesOf(text)) {
            ++line;
            objects.push_back(trimmed(one).empty() ? nlohmann::json() : foreignJson(one));
            if (!objects.back().is_null() && !objects.back().is_object())
                return fail(Error::Kind::Malformed, {"base.in_line", file_, line, Message("formats.not_json_object")});
            if (objects.back().is_object())
                for (const auto &[name, value] : objects.back().items())
                    if (std::ranges::find(names, name) == names.end())
                        names.push_back(name);
        }
        TAGSCOPE_TRY(take({1, names}));
        for (std::size_t i = 0; i < objects.size(); ++i) {
            CsvRow row{i + 1, {}};
            for (const std::string &name : names)
                row.cells.push_back(textOf(partOf(objects[i], name.c_str())));
            TAGSCOPE_TRY(take(std::move(row)));
        }
        return {};
    }

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
        if (places_[kMidsCell])
            others += (others.empty() ? "\"" : ", \"") + row.cells[*places_[kMidsCell]] + "\"";
        if (!others.empty())
            notes_.push_back({"formats.columns_not_kept", others});
        for (std::size_t column = 0; column < kCsvColumns; ++column)
            if (kIsNeeded.at(column) && !places_.at(column))
                return failInCell(file_, row.line, row.cells.size(),
                                  {"formats.column_missing", kColumnNames.at(column)});
        isJoinedByCommas_ = normalForm(row.cells[*places_[kLabelsCell]]) == kJoinedByCommas;
        cellsInRow_ = row.cells.size();
        return {};
    }

    Result<void> takeRow(CsvRow &&row) {
        CsvClip clip;
        clip.line = row.line;
        if (const std::optional<BadCell> bad = read(row, clip))
            leaveOut(row.line, *bad);
        else
            clips_.push_back(std::move(clip));
        return {};
    }

    void leaveOut(std::size_t line, const BadCell &bad) {
        if (!firstFault_)
            firstFault_ = failInCell(file_, line, bad.column, bad.what).value();
        leftOut_.push_back({line, {"formats.in_column", bad.column + 1, bad.what}});
    }

    std::optional<BadCell> read(const CsvRow &row, CsvClip &clip) const {
        if (row.cells.size() != cellsInRow_)
            return BadCell{std::min(row.cells.size(), cellsInRow_),
                           {"formats.cells_unlike_first_line", row.cells.size(), cellsInRow_}};
        clip.path = row.cells[*places_[kPathCell]];
        if (places_[kSplitCell])
            clip.split = row.cells[*places_[kSplitCell]];
        if (clip.path.empty())
            return BadCell{*places_[kPathCell], "formats.path_missing"};
        const std::string &labels = row.cells[*places_[kLabelsCell]];
        const bool hasMids = places_[kMidsCell] && cellsSeparatedBy(',', row.cells[*places_[kMidsCell]]).size() ==
                                                       cellsSeparatedBy(',', labels).size();
        clip.labels = labelsOf(labels, isJoinedByCommas_ || hasMids);
        if (places_[kModalityCell])
            if (std::optional<BadCell> bad = readModality(row.cells[*places_[kModalityCell]], clip))
                return bad;
        return readTimes(row, clip);
    }

    std::optional<BadCell> readModality(const std::string &cell, CsvClip &clip) const {
        const std::string modality = normalForm(cell);
        if (modality.empty())
            return std::nullopt;
        if (modality != "a" && modality != "v" && modality != "av" && modality != "-")
            return BadCell{*places_[kModalityCell], {"formats.not_a_modality", cell}};
        for (const std::string &label : clip.labels)
            clip.modalities.push_back({label, modality.starts_with('a'), modality.ends_with('v')});
        return std::nullopt;
    }

    std::optional<BadCell> readTimes(const CsvRow &row, CsvClip &clip) const {
        for (const auto &[column, time] :
             {std::pair(kStartCell, &clip.start), std::pair(kDurationCell, &clip.duration)}) {
            const std::optional<std::size_t> &place = places_.at(column);
            if (!place || row.cells[*place].empty())
                continue;
            *time = timeOf(row.cells[*place]);
            if (!*time)
                return BadCell{*place, {"formats.not_time_from_0", row.cells[*place]}};
            if (column == kDurationCell && **time == Seconds(0))
                return BadCell{*place, "formats.clip_without_length"};
        }
        return std::nullopt;
    }

    // Also makes one clip of the rows that are about it. In place and with views of names that are there: of lists of
    // millions of rows nothing is copied.
    void nameClips() {
        const std::vector<bool> hasTwin = namesFromStems();
        std::unordered_map<std::string_view, std::size_t> places;
        places.reserve(clips_.size());
        std::vector<bool> isGone(clips_.size());
        for (std::size_t i = 0; i < clips_.size(); ++i) {
            CsvClip &clip = clips_[i];
            if (hasTwin[i])
                clip.name = clip.path.generic_string();
            if (clip.start || clip.duration)
                clip.name +=
                    "_" + withThreeDecimals(clip.start.value_or(Seconds(0))) +
                    (clip.duration ? "_" + withThreeDecimals(clip.start.value_or(Seconds(0)) + *clip.duration) : "");
            const auto [place, isNew] = places.emplace(clip.name, i);
            if (isNew)
                continue;
            isGone[i] = true;
            if (CsvClip &first = clips_[place->second]; first.split == clip.split)
                join(first, clip);
            else
                leaveOut(clip.line, {*places_[kPathCell], {"formats.clip_in_other_split", clip.name, first.line}});
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < clips_.size(); ++i)
            if (!isGone[i] && kept++ != i)
                clips_[kept - 1] = std::move(clips_[i]);
        clips_.erase(clips_.begin() + static_cast<std::ptrdiff_t>(kept), clips_.end());
    }

    // Names each clip by its path without the extension, and says whose stem is that of another file, too.
    std::vector<bool> namesFromStems() {
        struct FirstOfStem {
            const fs::path *path = nullptr;
            bool hasTwin = false;
        };
        for (CsvClip &clip : clips_)
            clip.name = stemOf(clip.path);
        std::unordered_map<std::string_view, FirstOfStem> stems;
        stems.reserve(clips_.size());
        for (const CsvClip &clip : clips_) {
            FirstOfStem &first = stems.try_emplace(clip.name, FirstOfStem{&clip.path}).first->second;
            first.hasTwin = first.hasTwin || first.path->native() != clip.path.native();
        }
        std::vector<bool> hasTwin;
        for (const CsvClip &clip : clips_)
            hasTwin.push_back(stems.at(clip.name).hasTwin);
        return hasTwin;
    }

    void join(CsvClip &first, CsvClip &other) {
        for (std::string &label : other.labels)
            if (std::ranges::find(first.labels, label) == first.labels.end())
                first.labels.push_back(std::move(label));
        std::ranges::move(other.modalities, std::back_inserter(first.modalities));
        ++joined_;
    }

    static std::string stemOf(const fs::path &path) { return fs::path(path).replace_extension().generic_string(); }

    fs::path file_;
    std::array<std::optional<std::size_t>, kCsvColumns> places_;
    std::size_t cellsInRow_ = 0; // 0 before the header
    bool isJoinedByCommas_ = false;
    std::vector<CsvClip> clips_;
    std::vector<LeftOutRow> leftOut_;
    std::optional<Error> firstFault_;
    std::size_t joined_ = 0; // rows that went into others
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
