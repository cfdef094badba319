// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/score_target.h"
#include "core/exchange/stored_activations.h"
#include "core/formats/jams.h"
#include "core/formats/npy_file.h"
#include "core/formats/score_series.h"
#include "core/formats/score_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

namespace tagscope {
namespace {

constexpr double kSameGrid = 1e-3; // seconds by which windows of one grid may differ: times are often rounded

// A clip's activations as a file has them.
struct ForeignActivations {
    std::vector<std::string> classes; // empty: the project's events
    std::size_t columns = 0;
    std::vector<double> values; // steps x columns, probabilities
    Seconds first{0};           // where the first step begins
    Seconds hop{0};
};

// Of windows that follow one another; the last may be shorter.
Result<std::pair<Seconds, Seconds>> gridOf(const std::filesystem::path &file, const std::vector<double> &bounds) {
    const double hop = bounds.size() > 2
                           ? (bounds[bounds.size() - 2] - bounds[0]) / static_cast<double>(bounds.size() - 2)
                           : bounds[1] - bounds[0];
    for (std::size_t i = 1; i + 1 < bounds.size(); ++i)
        if (std::abs(bounds[i] - bounds[i - 1] - hop) > kSameGrid)
            return fail(Error::Kind::Unsupported, {"exchange.uneven_steps", file});
    // To a microsecond: times in texts are rounded, and clips of one grid are to have the same.
    const auto rounded = [](double time) { return Seconds(std::round(time * 1e6) / 1e6); };
    return std::pair(rounded(bounds[0]), rounded(hop));
}

Result<ForeignActivations> fromSeries(const std::filesystem::path &file, ScoreSeries series) {
    const auto [first, hop] = TAGSCOPE_TRY(gridOf(file, series.bounds));
    ForeignActivations read{std::move(series.events), series.scores.columns, {}, first, hop};
    read.values.assign(series.scores.values.begin(), series.scores.values.end());
    return read;
}

// The stretches of a JAMS file: those of one class follow one another on the grid that all of them make.
Result<ForeignActivations> fromJams(const std::filesystem::path &file) {
    const JamsReading read = TAGSCOPE_TRY(readJams(file));
    std::set<double> times;
    ScoreSeries series;
    for (const TimedLabel &segment : read.tags.segments) {
        if (!segment.confidence || !isInUnitInterval(*segment.confidence) || !(segment.offset > segment.onset))
            return fail(Error::Kind::Malformed, {"exchange.jams_without_confidence", file});
        // Sums of hops differ in their last digits.
        for (const Seconds time : {segment.onset, segment.offset})
            if (const auto next = times.lower_bound(time.count() - kSameGrid);
                next == times.end() || *next > time.count() + kSameGrid)
                times.insert(time.count());
        if (std::ranges::find(series.events, segment.label) == series.events.end())
            series.events.push_back(segment.label);
    }
    if (times.size() < 2)
        return fail(Error::Kind::Malformed, {"exchange.jams_without_confidence", file});
    series.bounds.assign(times.begin(), times.end());
    series.scores = Matrix(series.bounds.size() - 1, series.events.size());
    for (const TimedLabel &segment : read.tags.segments) {
        const auto column =
            static_cast<std::size_t>(std::ranges::find(series.events, segment.label) - series.events.begin());
        for (std::size_t step = 0; step + 1 < series.bounds.size(); ++step)
            if (series.bounds[step] > segment.onset.count() - kSameGrid &&
                series.bounds[step + 1] < segment.offset.count() + kSameGrid)
                series.scores(step, column) =
                    std::max(series.scores(step, column), keptProbability(*segment.confidence));
    }
    return fromSeries(file, std::move(series));
}

// What grid.json beside arrays says, as export writes it.
struct ArrayGrid {
    std::optional<Seconds> hop;
    std::optional<Seconds> first;
};
ArrayGrid gridBeside(const std::filesystem::path &file) {
    std::ifstream stream(file.parent_path() / "grid.json", std::ios::binary);
    if (!stream)
        return {};
    const nlohmann::json document = foreignJsonFrom(stream);
    ArrayGrid grid;
    for (const auto &[key, value] : {std::pair("hop", &grid.hop), std::pair("first", &grid.first)})
        if (document.is_object() && document.contains(key) && document[key].is_number())
            *value = Seconds(document[key].get<double>());
    return grid;
}

Result<ForeignActivations> fromArray(const std::filesystem::path &file, const ScoreImport &request) {
    NpyArray array = TAGSCOPE_TRY(readNpyArray(file));
    if (array.shape.size() != 2 || array.shape[0] == 0 || array.shape[1] == 0)
        return fail(Error::Kind::Malformed, {"formats.array_not_table", file});
    const ArrayGrid beside = gridBeside(file);
    const Seconds hop = request.hop.value_or(beside.hop.value_or(Seconds(0)));
    if (!(hop > Seconds(0)) || !std::isfinite(hop.count()))
        return fail(Error::Kind::Inconsistent, {"exchange.array_without_hop", file});
    for (double &value : array.values) {
        const ForeignScore score = foreignScore(value, request.scale);
        if (!score.wrong.empty())
            return fail(Error::Kind::Malformed, {"base.within", file, score.wrong});
        value = score.probability;
    }
    ForeignActivations read{{}, array.shape[1], std::move(array.values), beside.first.value_or(request.first), hop};
    std::error_code error;
    const std::filesystem::path listed =
        request.classNames.empty() ? file.parent_path() / "classes.txt" : request.classNames;
    if (std::filesystem::exists(listed, error))
        read.classes = TAGSCOPE_TRY(readNameList(listed));
    if (!read.classes.empty() && read.classes.size() != read.columns)
        return fail(Error::Kind::Inconsistent,
                    {"formats.names_of_array", listed, read.classes.size(), file, read.columns});
    return read;
}

Result<ForeignActivations> readActivations(const std::filesystem::path &file, const ScoreImport &request) {
    if (file.extension() == ".npy")
        return fromArray(file, request);
    if (file.extension() == ".jams")
        return fromJams(file);
    ScoreSeries series = TAGSCOPE_TRY(readScoreSeries(file));
    return fromSeries(file, std::move(series));
}

// Files, and those of folders that can hold a clip's activations.
Result<std::vector<std::filesystem::path>> filesOf(const std::vector<std::filesystem::path> &asked) {
    constexpr std::array<std::string_view, 3> kSuffixes{".tsv", ".npy", ".jams"};
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path &path : asked) {
        std::error_code error;
        if (!std::filesystem::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        std::vector<std::filesystem::path> inside;
        for (const auto &entry : std::filesystem::directory_iterator(path, error))
            if (std::ranges::find(kSuffixes, entry.path().extension().string()) != kSuffixes.end())
                inside.push_back(entry.path());
        if (error || inside.empty())
            return fail(Error::Kind::Unreadable, {"exchange.no_activation_files", path}, error.message());
        std::ranges::sort(inside);
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

class ActivationImport {
public:
    ActivationImport(const ScoreImport &request, ScoreTarget &target) : request_(request), target_(target) {}

    Result<void> take(const std::filesystem::path &file) {
        const std::size_t clip = TAGSCOPE_TRY(target_.clipOf(file.stem().string(), true));
        const ForeignActivations read = TAGSCOPE_TRY(readActivations(file, request_));
        const auto events = TAGSCOPE_TRY(target_.eventsOf(read.classes, read.columns));
        const std::size_t steps = read.values.size() / read.columns;
        std::vector<double> pooled(read.columns, 0.0);
        ClipActivations kept{Matrix(steps, target_.events().size()), read.first, read.hop};
        for (std::size_t step = 0; step < steps; ++step)
            for (std::size_t i = 0; i < read.columns; ++i) {
                const double value = read.values[step * read.columns + i];
                pooled[i] = request_.pooling == ScorePooling::Maximum ? std::max(pooled[i], value)
                                                                      : pooled[i] + value / static_cast<double>(steps);
                if (!events[i])
                    continue;
                float &place = kept.values(step, static_cast<std::size_t>(*events[i]));
                place = std::max(place, keptProbability(value));
            }
        for (double &value : pooled)
            value = std::min(value, 1.0); // a mean by rounding
        target_.take(clip, pooled, events);
        clips_.emplace_back(target_.clips()[clip].name, std::move(kept));
        return {};
    }

    // Where StoredActivations finds them.
    [[nodiscard]] Result<void> write(const std::filesystem::path &directory) const {
        return writeActivations(directory, request_.name, target_.events(), clips_);
    }

private:
    const ScoreImport &request_;
    ScoreTarget &target_;
    std::vector<std::pair<std::string, ClipActivations>> clips_;
};

} // namespace

Result<ScoreImportReport> importActivations(Project &project, const ScoreImport &request, const Progress &progress,
                                            const std::stop_token &stop) {
    ScoreTarget target = TAGSCOPE_TRY(ScoreTarget::of(project, request));
    const std::vector<std::filesystem::path> files = TAGSCOPE_TRY(filesOf(request.files));
    ActivationImport activations(request, target);
    ScoreImportReport report;
    for (const std::filesystem::path &file : files) {
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress(static_cast<double>(report.files.size()) / static_cast<double>(files.size()), "reading");
        FileReport ofFile;
        ofFile.file = file;
        ofFile.rows = 1;
        if (const Result<void> taken = activations.take(file); taken)
            ofFile.added = 1;
        else if (files.size() == 1)
            return tl::unexpected(taken.error());
        else
            ofFile.refused = taken.error();
        report.files.push_back(std::move(ofFile));
    }
    target.complete(report);
    if (report.clips == 0 || request.isDryRun)
        return report;
    const std::filesystem::path directory = TAGSCOPE_TRY(project.runDirectory(request.name));
    TAGSCOPE_TRY(target.store(project, request, report, [&] { return activations.write(directory); }));
    return report;
}

} // namespace tagscope
