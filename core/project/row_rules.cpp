// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/row_rules.h"

#include "core/base/file_names.h"
#include "core/base/foreign_json.h"
#include "core/base/limits.h"
#include "core/project/remark_table.h"
#include "core/project/score_blocks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <system_error>
#include <vector>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// What a path of a recording has no business in: nothing there is a recording, and some of it never ends.
constexpr std::array<const char *, 4> kSystemFolders{"/etc", "/proc", "/sys", "/boot"};

bool isOfSystem(const fs::path &path) {
    return std::ranges::any_of(kSystemFolders, [&path](const fs::path folder) {
        return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
    });
}

bool isName(const std::string &text) {
    return !text.empty() && text.size() <= limits::kMaxNameBytes && text.find('\0') == std::string::npos;
}

bool isJsonText(const std::string &text) {
    return !foreignJson(text).is_discarded();
}

Message wrongWithWords(const std::string &text) {
    const nlohmann::json words = foreignJson(text);
    const bool areTexts =
        words.is_array() && std::ranges::all_of(words, [](const auto &word) { return word.is_string(); });
    return areTexts ? Message() : Message("project.row_words");
}

// Numbers without end are no times, frequencies or figures; what is no number at all SQLite keeps as NULL.
bool areFinite(const SQLite::Statement &row, int first, int last) {
    for (int column = first; column <= last && column < row.getColumnCount(); ++column) // older tables have fewer
        if (!row.isColumnNull(column) && !std::isfinite(row.getColumn(column).getDouble()))
            return false;
    return true;
}

bool isShare(double value) {
    return value >= 0.0 && value <= 1.0;
}

Message unless(bool holds, const char *otherwise) {
    return holds ? Message() : Message(otherwise);
}

Message wrongWithEvent(const SQLite::Statement &row) {
    if (!isName(row.getColumn(1).getString()))
        return "project.row_name";
    if (row.getColumn(0).getInt64() >= static_cast<std::int64_t>(limits::kMaxClasses))
        return {"project.too_many_classes", limits::kMaxClasses};
    return wrongWithWords(row.getColumn(3).getString());
}

Message wrongWithClip(const SQLite::Statement &row) {
    if (row.getColumn(0).getInt64() <= 0 || !isName(row.getColumn(1).getString()))
        return "project.row_name";
    return unless(areFinite(row, 3, 4), "project.row_times");
}

// The first three columns of these are id, clip and event.
Message wrongWithMark(const SQLite::Statement &row) {
    if (!isName(row.getColumn(3).getString()))
        return "project.row_name";
    return unless(areFinite(row, 4, 5) && areFinite(row, 8, 10), "project.row_times");
}

Message wrongWithRun(const SQLite::Statement &row) {
    if (!isFileName(row.getColumn(1).getString()))
        return "project.row_run_name";
    return unless(row.getColumn(4).getInt64() >= 0 && areFinite(row, 6, 6), "project.row_figures");
}

Message wrongWithValue(const SQLite::Statement &row) {
    return unless(isShare(row.getColumn(2).getDouble()), "project.row_figures");
}

using Rule = Message (*)(const SQLite::Statement &row);

// Those that need nothing but the row.
const std::map<std::string_view, Rule> &rules() {
    static const std::map<std::string_view, Rule> known{
        {"project",
         [](const SQLite::Statement &row) {
             return unless(areFinite(row, 1, 1) && row.getColumn(1).getDouble() <= limits::kMaxClipSeconds,
                           "project.row_times");
         }},
        {"event", wrongWithEvent},
        {"setting",
         [](const SQLite::Statement &row) {
             return unless(isJsonText(row.getColumn(1).getString()), "project.row_not_json");
         }},
        {"clip", wrongWithClip},
        {"region", [](const SQLite::Statement &row) { return unless(areFinite(row, 3, 4), "project.row_times"); }},
        {"source",
         [](const SQLite::Statement &row) { return unless(isName(row.getColumn(2).getString()), "project.row_name"); }},
        {"run", wrongWithRun},
        {"operating_point",
         [](const SQLite::Statement &row) {
             return unless(isName(row.getColumn(1).getString()) && areFinite(row, 6, 6) && areFinite(row, 9, 11),
                           "project.row_figures");
         }},
        {"operating_value", wrongWithValue},
        {"operating_calibration",
         [](const SQLite::Statement &row) { return unless(areFinite(row, 2, 11), "project.row_figures"); }},
        {"operating_history",
         [](const SQLite::Statement &row) {
             return unless(isJsonText(row.getColumn(3).getString()), "project.row_not_json");
         }},
        {"verdict",
         [](const SQLite::Statement &row) {
             return unless(isName(row.getColumn(4).getString()) && areFinite(row, 10, 10), "project.row_name");
         }},
        {"marked_region", wrongWithMark},
        {"remark", [](const SQLite::Statement &row) {
             const bool isNew = row.getColumn(2).getInt() == static_cast<int>(RemarkKind::NewEvent);
             return unless(isName(row.getColumn(3).getString()) && (!isNew || isName(row.getColumn(4).getString())),
                           "project.row_name");
         }}};
    return known;
}

} // namespace

Message RowRules::wrongWith(std::string_view table, const SQLite::Statement &row) const {
    if (table == "recording")
        return wrongWithPath(row.getColumn(1).getString());
    if (table == "score")
        return wrongWithScores(row.getColumn(2));
    if (table == "score_block")
        return wrongWithBlock(row);
    const auto rule = rules().find(table);
    return rule == rules().end() ? Message() : rule->second(row);
}

Message RowRules::wrongWithPath(const std::string &stored) const {
    if (stored.empty() || stored.find('\0') != std::string::npos)
        return "project.row_path_empty";
    const fs::path path(stored);
    if (path.is_relative() && *path.lexically_normal().begin() == "..")
        return {"project.row_path_outside", stored}; // what lies outside is stored as absolute
    std::error_code error;
    const fs::path real = fs::weakly_canonical(folder_ / path, error);
    if (isOfSystem(path.lexically_normal()) || isOfSystem(real))
        return {"project.row_path_system", stored};
    const fs::file_status status = fs::status(real, error);
    if (fs::exists(status) && !fs::is_regular_file(status))
        return {"project.row_path_no_file", stored};
    return {};
}

Message RowRules::wrongWithScores(const SQLite::Column &blob) const {
    const auto bytes = static_cast<std::size_t>(blob.getBytes());
    if (bytes != events_ * sizeof(float))
        return "project.row_scores_size";
    std::vector<float> values(events_);
    if (bytes > 0)
        std::memcpy(values.data(), blob.getBlob(), bytes);
    return unless(std::ranges::all_of(values, [](float value) { return isShare(value); }), "project.row_scores_values");
}

Message RowRules::wrongWithBlock(const SQLite::Statement &row) const {
    ScoreBlock block;
    block.number = row.getColumn(1).getInt64();
    if (block.number < 0 || block.number > std::numeric_limits<std::int64_t>::max() / kClipsOfBlock - 1)
        return "project.row_value";
    switch (readBlock(row, 2, events_, block)) {
    case BlockFault::Size:
        return "project.row_scores_size";
    case BlockFault::Values:
        return "project.row_scores_values";
    case BlockFault::Sum:
        return "project.row_scores_sum";
    case BlockFault::None:
        break;
    }
    return {};
}

} // namespace tagscope
