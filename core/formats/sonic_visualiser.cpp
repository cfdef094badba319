// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/formats/csv_cells.h"
#include "core/formats/csv_rows.h"
#include "core/formats/label_cells.h"
#include "core/formats/read_regions.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <cmath>
#include <optional>

// A layer of regions or notes as Sonic Visualiser exports it (File > Export Annotation Layer, times in seconds), tried
// with version 4.5.1: a row is time, value, duration and label, with a further column before the label where the layer
// is of notes; a header (TIME,VALUE,DURATION,LABEL) where somebody asked for one; commas, or what else was chosen. The
// value is the height at which a region is drawn, which no project keeps.
namespace tagscope {
namespace {

struct LayerColumns {
    std::size_t time = 0;
    std::size_t duration = 2;
    std::optional<std::size_t> value = 1;
    std::optional<std::size_t> label; // none: the last one of a row
};

std::optional<LayerColumns> headerOf(const std::vector<std::string> &cells) {
    std::optional<std::size_t> time;
    std::optional<std::size_t> duration;
    LayerColumns columns;
    columns.value.reset();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string form = normalForm(cells[i]);
        if (form == "time")
            time = i;
        else if (form == "duration")
            duration = i;
        else if (form == "value")
            columns.value = i;
        else if (form == "label")
            columns.label = i;
    }
    if (!time || !duration)
        return std::nullopt;
    columns.time = *time;
    columns.duration = *duration;
    return columns;
}

// To the nanosecond, which the program writes: 0.917 and 1.112 make 2.029, and no number beside it.
double endOf(double time, double duration) {
    constexpr double kParts = 1e9;
    const double parts = std::round((time + duration) * kParts);
    return std::abs(parts) < 9e15 ? parts / kParts : time + duration;
}

class LayerReader {
public:
    Result<void> take(const CsvRow &row) {
        if (!hasBegun_) {
            hasBegun_ = true;
            if (const std::optional<LayerColumns> header = headerOf(row.cells)) {
                columns_ = *header;
                return {};
            }
        }
        takeRow(row);
        return {};
    }

    ReadRegions takeRegions() {
        if (hasValues_)
            read_.notes.push_back({"formats.columns_not_kept", "\"VALUE\""});
        return std::move(read_);
    }

    void note(const Message &note) { read_.notes.push_back(note); }

private:
    void takeRow(const CsvRow &row) {
        // Layers of instants and of values have fewer columns: they mark no regions.
        if (row.cells.size() <= std::max(columns_.duration, columns_.time))
            return read_.leaveOut({"formats.named_column_missing", "DURATION"}, row.line);
        const std::string &timeCell = row.cells[columns_.time];
        const std::string &durationCell = row.cells[columns_.duration];
        const std::optional<double> time = numberOf(timeCell);
        const std::optional<double> duration = numberOf(durationCell);
        if (!time || !duration)
            return read_.leaveOut({"formats.no_time", time ? durationCell : timeCell}, row.line);
        const std::size_t last = row.cells.size() - 1;
        const std::size_t place = columns_.label.value_or(std::max(last, columns_.duration + 1));
        const std::string label = place <= last ? std::string(trimmed(row.cells[place])) : std::string();
        if (label.empty())
            return read_.leaveOut("formats.label_missing", row.line);
        if (columns_.value && *columns_.value <= last && numberOf(row.cells[*columns_.value]).value_or(0.0) != 0.0)
            hasValues_ = true;
        read_.take({Seconds(*time), Seconds(endOf(*time, *duration)), label, {}, {}}, row.line);
    }

    LayerColumns columns_;
    bool hasBegun_ = false;
    bool hasValues_ = false;
    ReadRegions read_;
};

Result<ReadRegions> readSonicVisualiser(const std::filesystem::path &file, const RegionReading &reading) {
    const ForeignText content = TAGSCOPE_TRY(readForeignText(file, reading.encoding));
    LayerReader reader;
    if (content.note)
        reader.note(*content.note);
    const auto take = [&reader](const CsvRow &row) { return reader.take(row); };
    TAGSCOPE_TRY(forEachCsvRowIn(file, content.text, separatorOf(content.text), take));
    return withRows(file, reader.takeRegions());
}

// Without a header, as the program itself writes by default: it then guesses all four columns right when it opens one.
std::string sonicVisualiserText(const std::vector<TimedLabel> &labels) {
    std::string text;
    for (const TimedLabel &label : labels)
        text += withSixDecimals(label.onset.count()) + ",0," +
                withSixDecimals(label.offset.count() - label.onset.count()) + "," + csvCell(label.label) + "\n";
    return text;
}

} // namespace

RegionFormat sonicVisualiserRegions() {
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &) {
        return Result<std::string>(sonicVisualiserText(regions.front().labels));
    };
    return {.id = "sonic-visualiser",
            .title = "Sonic Visualiser",
            .suffixes = {".csv"},
            .read = readSonicVisualiser,
            .write = write,
            .holds = {.step = 1e-6}};
}

} // namespace tagscope
