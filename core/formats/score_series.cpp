// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/score_series.h"

#include "core/base/try.h"
#include "core/formats/csv_cells.h"
#include "core/formats/score_values.h"
#include "core/formats/text_content.h"
#include "core/formats/text_lines.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace tagscope {
namespace {

constexpr double kWindowRounding = 2e-3; // seconds; tools write times with three digits

std::optional<double> parsedNumber(const std::string &cell) {
    double value = 0.0;
    const char *end = cell.data() + cell.size();
    const auto [stop, error] = std::from_chars(cell.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

// Takes a row of the table; the answer is what is wrong with it.
Message takeRow(const std::vector<std::string> &cells, ScoreSeries &series) {
    if (cells.size() != series.events.size() + 2)
        return {"formats.cells_unlike_header", cells.size(), series.events.size() + 2};
    const std::optional<double> onset = parsedNumber(cells[0]);
    const std::optional<double> offset = parsedNumber(cells[1]);
    if (!onset || !offset || !(*onset >= 0.0) || !(*offset > *onset))
        return {"formats.not_window_times", cells[0], cells[1]};
    if (series.bounds.empty())
        series.bounds.push_back(*onset);
    else if (std::abs(*onset - series.bounds.back()) > kWindowRounding)
        return {"formats.window_gap", cells[0]};
    series.bounds.push_back(*offset);
    for (std::size_t k = 0; k < series.events.size(); ++k) {
        const std::optional<double> score = parsedNumber(cells[k + 2]);
        if (!score || !(*score >= 0.0 && *score <= 1.0))
            return {"formats.not_score", series.events[k], cells[k + 2]};
        series.scores.values.push_back(keptProbability(*score));
    }
    ++series.scores.rows;
    return {};
}

} // namespace

std::vector<double> windowBounds(std::size_t windows, Seconds hop, Seconds first) {
    constexpr double kSteps = 1e6; // a second: 3 x 0.1 is to be 0.3
    std::vector<double> bounds;
    for (std::size_t i = 0; i <= windows; ++i)
        bounds.push_back(std::round((first.count() + static_cast<double>(i) * hop.count()) * kSteps) / kSteps);
    return bounds;
}

Result<std::string> scoreSeriesText(const ScoreSeries &series) {
    std::string text = "onset\toffset";
    for (const std::string &event : series.events) {
        if (event.find_first_of("\t\r\n") != std::string::npos)
            return fail(Error::Kind::Inconsistent, {"formats.not_for_tab_table", event});
        text += "\t" + event;
    }
    text += "\n";
    for (std::size_t window = 0; window < series.scores.rows; ++window) {
        text += shortestNumber(series.bounds[window]) + "\t" + shortestNumber(series.bounds[window + 1]);
        for (const float score : series.scores.row(window))
            text += "\t" + shortestNumber(score);
        text += "\n";
    }
    return text;
}

Result<ScoreSeries> readScoreSeries(const std::filesystem::path &file) {
    TextLines lines = TAGSCOPE_TRY(TextLines::open(file));
    ScoreSeries series;
    std::string line;
    for (;;) {
        const bool more = TAGSCOPE_TRY(lines.next(line));
        if (!more)
            break;
        const std::vector<std::string> cells = tabCells(line);
        if (lines.number() == 1) {
            if (cells.size() < 3 || cells[0] != "onset" || cells[1] != "offset")
                return lines.failHere("formats.series_header");
            series.events.assign(cells.begin() + 2, cells.end());
            series.scores.columns = series.events.size();
            continue;
        }
        if (const Message wrong = takeRow(cells, series); !wrong.empty())
            return lines.failHere(wrong);
    }
    if (series.scores.rows == 0)
        return fail(Error::Kind::Malformed, {"formats.holds_no_windows", file});
    return series;
}

} // namespace tagscope
