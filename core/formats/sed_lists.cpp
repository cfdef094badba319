// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/sed_lists.h"

#include "core/base/try.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/region_list.h"
#include "core/formats/text_content.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <functional>

namespace tagscope {
namespace {

const std::string kTruthHeader = "filename\tonset\toffset\tevent_label";
const std::string kDurationHeader = "filename\tduration";

using TakeCells = std::function<Result<void>(std::size_t line, const std::vector<std::string> &cells)>;

Result<void> forEachRow(const std::filesystem::path &file, const std::string &header, const TakeCells &take) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    std::size_t number = 0;
    for (const std::string &line : linesOf(text)) {
        ++number;
        if (number == 1 && line != header)
            return failInCell(file, 1, 0, {"formats.header_not", header});
        if (number == 1 || line.empty())
            continue;
        TAGSCOPE_TRY(take(number, tabCells(line)));
    }
    if (number == 0)
        return fail(Error::Kind::Malformed, {"base.empty_file", file});
    return {};
}

} // namespace

Result<SedGroundTruth> readSedGroundTruth(const std::filesystem::path &file) {
    SedGroundTruth truth;
    const Result<void> done =
        forEachRow(file, kTruthHeader, [&](std::size_t line, std::vector<std::string> cells) -> Result<void> {
            while (cells.size() > 1 && cells.back().empty())
                cells.pop_back();
            if (cells[0].empty() || (cells.size() != 1 && cells.size() != 4))
                return failInCell(file, line, cells.size(), "formats.sed_line");
            if (cells.size() == 1) {
                truth.filesWithout.push_back(cells[0]);
                return {};
            }
            const std::optional<double> onset = numberOf(cells[1]);
            const std::optional<double> offset = numberOf(cells[2]);
            if (!onset || !offset || *onset < 0.0 || *offset < *onset)
                return failInCell(file, line, onset ? 2 : 1, "formats.no_times_in_order");
            truth.labels.push_back({Seconds(*onset), Seconds(*offset), cells[3], {}, cells[0]});
            return {};
        });
    return done.map([&truth] { return std::move(truth); });
}

std::string sedGroundTruthText(const SedGroundTruth &truth) {
    std::string text = kTruthHeader + '\n';
    for (const TimedLabel &label : truth.labels)
        text += asCell(label.file) + '\t' + shortestText(label.onset.count()) + '\t' +
                shortestText(label.offset.count()) + '\t' + asCell(label.label) + '\n';
    for (const std::string &name : truth.filesWithout)
        text += asCell(name) + "\t\t\t\n";
    return text;
}

Result<std::map<std::string, Seconds>> readSedDurations(const std::filesystem::path &file) {
    std::map<std::string, Seconds> durations;
    const Result<void> done =
        forEachRow(file, kDurationHeader, [&](std::size_t line, const std::vector<std::string> &cells) -> Result<void> {
            const std::optional<double> duration = cells.size() == 2 ? numberOf(cells[1]) : std::nullopt;
            if (!duration || *duration <= 0.0 || cells[0].empty())
                return failInCell(file, line, 1, "formats.duration_line");
            if (!durations.emplace(cells[0], Seconds(*duration)).second)
                return failInCell(file, line, 0, {"formats.twice", cells[0]});
            return {};
        });
    return done.map([&durations] { return std::move(durations); });
}

std::string sedDurationsText(const std::map<std::string, Seconds> &durations) {
    std::string text = kDurationHeader + '\n';
    for (const auto &[name, duration] : durations)
        text += asCell(name) + '\t' + shortestText(duration.count()) + '\n';
    return text;
}

RegionFormat sedScoresEvalRegions() {
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &) {
        SedGroundTruth truth;
        for (const RegionsOfClip &clip : regions) {
            if (clip.labels.empty())
                truth.filesWithout.push_back(clip.clip);
            for (TimedLabel label : clip.labels) {
                label.file = clip.clip;
                truth.labels.push_back(std::move(label));
            }
        }
        return Result<std::string>(sedGroundTruthText(truth));
    };
    const auto writeBeside = [](RegionFormat::Regions regions) {
        std::map<std::string, Seconds> durations;
        for (const RegionsOfClip &clip : regions)
            durations.emplace(clip.clip, clip.duration);
        return sedDurationsText(durations);
    };
    return {.id = "sed_scores_eval",
            .title = "sed_scores_eval",
            .layout = RegionFormat::Layout::Folder,
            .suffixes = {".tsv"},
            .read = readRegionList,
            .write = write,
            .list = "ground_truth",
            .beside = "durations",
            .writeBeside = writeBeside};
}

} // namespace tagscope
