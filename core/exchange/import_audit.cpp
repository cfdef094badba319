// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_audit.h"

#include "core/base/try.h"
#include "core/exchange/export_audit.h"
#include "core/formats/csv_rows.h"
#include "core/formats/region_format.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kColumns{"clip", "event", "annotator", "stage", "verdict", "note", "time"};
enum Column : std::size_t { ClipName, Event, Annotator, Stage, Value, Note, Time };

std::string folded(std::string_view text) {
    std::string made(text);
    std::ranges::transform(made, made.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return made;
}

class VerdictReader {
public:
    VerdictReader(const Project &project, fs::path file) : project_(project), file_(std::move(file)) {}

    Result<std::vector<Verdict>> read() {
        const std::vector<Clip> clips = TAGSCOPE_TRY(project_.clips());
        for (const Clip &clip : clips)
            clips_.emplace(clip.name, clip.id);
        TAGSCOPE_TRY(
            forEachCsvRow(file_, [this](CsvRow &&row) { return places_.empty() ? takeHeader(row) : takeRow(row); }));
        if (places_.empty())
            return fail(Error::Kind::Malformed, {"base.empty_file", file_});
        return std::move(verdicts_);
    }

private:
    Result<void> takeHeader(const CsvRow &row) {
        for (const std::string_view column : kColumns) {
            const auto found = std::ranges::find(row.cells, column);
            if (found == row.cells.end())
                return failInCell(file_, row.line, 0, {"exchange.verdict_column_missing", column});
            places_.push_back(static_cast<std::size_t>(found - row.cells.begin()));
        }
        cellsInRow_ = row.cells.size();
        return {};
    }

    Result<void> takeRow(const CsvRow &row) {
        if (row.cells.size() != cellsInRow_)
            return failInCell(file_, row.line, std::min(row.cells.size(), cellsInRow_),
                              {"formats.cells_unlike_first_line", row.cells.size(), cellsInRow_});
        const auto cell = [&](Column column) -> const std::string & { return row.cells[places_[column]]; };
        const auto wrong = [&](Column column, const Message &what) {
            return failInCell(file_, row.line, places_[column], what);
        };
        Verdict verdict;
        const auto clip = clips_.find(cell(ClipName));
        if (clip == clips_.end())
            return wrong(ClipName, {"exchange.not_a_clip", cell(ClipName), project_.file()});
        const std::optional<std::size_t> event = eventNamed(project_.classes(), cell(Event));
        if (!event)
            return wrong(Event, {"exchange.not_an_event", cell(Event), project_.file()});
        const std::optional<AuditStage> stage = stageNamed(cell(Stage));
        if (!stage)
            return wrong(Stage, {"exchange.not_a_stage", cell(Stage)});
        verdict.value = verdictNamed(cell(Value));
        if (!verdict.value && !cell(Value).empty())
            return wrong(Value, {"exchange.not_a_verdict", cell(Value)});
        const std::optional<std::int64_t> time = microsecondsOf(cell(Time));
        if (!time)
            return wrong(Time, {"exchange.not_a_time", cell(Time)});
        if (cell(Annotator).empty())
            return wrong(Annotator, "exchange.annotator_missing");
        verdicts_.push_back(
            {clip->second, static_cast<int>(*event), *stage, cell(Annotator), verdict.value, cell(Note), *time});
        return {};
    }

    const Project &project_;
    fs::path file_;
    std::vector<std::size_t> places_; // of kColumns; empty before the header
    std::size_t cellsInRow_ = 0;
    std::unordered_map<std::string, ClipId> clips_;
    std::vector<Verdict> verdicts_;
};

// Labels about a recording, or a clip, of this name.
struct NamedLabels {
    std::string name;
    std::vector<TimedLabel> labels;
};

std::vector<NamedLabels> byFile(const std::string &name, std::vector<TimedLabel> labels) {
    std::map<std::string, NamedLabels> found;
    for (TimedLabel &label : labels) {
        const std::string of = label.file.empty() ? name : fs::path(label.file).filename().string();
        found.try_emplace(of, NamedLabels{of, {}}).first->second.labels.push_back(std::move(label));
    }
    std::vector<NamedLabels> all;
    for (auto &[of, ofOne] : found)
        all.push_back(std::move(ofOne));
    return all;
}

// Finds the clips that files are about, and makes regions of their labels.
class RegionMatcher {
public:
    RegionMatcher(const Project &project, std::string annotator)
        : project_(project), annotator_(std::move(annotator)) {}

    Result<void> open() {
        clips_ = TAGSCOPE_TRY(project_.clips());
        for (std::size_t i = 0; i < clips_.size(); ++i) {
            byName_.emplace(clips_[i].name, i);
            byName_.emplace(audioSetSegmentOf(clips_[i]), i);
            if (!clips_[i].media.empty())
                byMedia_[clips_[i].media.stem().string()].push_back(i);
        }
        for (std::size_t k = 0; k < project_.classes().size(); ++k)
            for (const std::string &name : {project_.classes()[k].name, project_.classes()[k].mid})
                if (!name.empty())
                    events_.emplace(folded(name), static_cast<int>(k));
        std::vector<MarkedRegion> there = TAGSCOPE_TRY(project_.markedRegions());
        for (const MarkedRegion &region : there)
            if (region.annotator == annotator_)
                known_.insert(keyOf(region));
        return {};
    }

    void take(const NamedLabels &named) {
        // A name such as "x_30.000_40.000" ends in no suffix.
        const std::string stem = fs::path(named.name).stem().string();
        for (const std::string &name : {named.name, stem})
            if (const auto clip = byName_.find(name); clip != byName_.end()) {
                for (const TimedLabel &label : named.labels)
                    add(clips_[clip->second], label, Seconds(0));
                return;
            }
        auto media = byMedia_.find(named.name);
        if (media == byMedia_.end())
            media = byMedia_.find(stem);
        if (media == byMedia_.end()) {
            report_.notes.push_back({"exchange.no_clip_for_labels", named.name});
            return;
        }
        for (const TimedLabel &label : named.labels) {
            bool isInside = false;
            for (const std::size_t i : media->second)
                if (label.onset < clips_[i].start + clips_[i].duration && label.offset > clips_[i].start) {
                    add(clips_[i], label, clips_[i].start);
                    isInside = true;
                }
            if (!isInside)
                ++outside_[named.name];
        }
    }

    [[nodiscard]] const std::vector<MarkedRegion> &regions() const { return regions_; }

    AuditImportReport report() {
        for (const auto &[label, count] : unknown_)
            report_.notes.push_back({"exchange.unknown_label", label, count});
        for (const auto &[clip, count] : outside_)
            report_.notes.push_back({"exchange.labels_outside", count, clip});
        return report_;
    }

private:
    using Key = std::tuple<ClipId, int, std::int64_t, std::int64_t>; // times in milliseconds

    static Key keyOf(const MarkedRegion &region) {
        return {region.clip, region.event, std::llround(1000 * region.onset.count()),
                std::llround(1000 * region.offset.count())};
    }

    void add(const Clip &clip, const TimedLabel &label, Seconds start) {
        const auto event = events_.find(folded(label.label));
        if (event == events_.end()) {
            ++unknown_[label.label];
            return;
        }
        MarkedRegion region;
        region.clip = clip.id;
        region.event = event->second;
        region.annotator = annotator_;
        region.onset = std::max(label.onset - start, Seconds(0));
        region.offset = std::min(label.offset - start, clip.duration);
        if (region.offset <= region.onset) {
            ++outside_[clip.name];
            return;
        }
        if (!known_.insert(keyOf(region)).second) {
            ++report_.known;
            return;
        }
        ++report_.added;
        regions_.push_back(region);
    }

    const Project &project_;
    std::string annotator_;
    std::vector<Clip> clips_;
    std::unordered_map<std::string, std::size_t> byName_;
    std::unordered_map<std::string, std::vector<std::size_t>> byMedia_;
    std::map<std::string, int> events_; // by folded names
    std::set<Key> known_;
    std::vector<MarkedRegion> regions_;
    std::map<std::string, std::size_t> unknown_;
    std::map<std::string, std::size_t> outside_;
    AuditImportReport report_;
};

} // namespace

Result<AuditImportReport> importVerdicts(Project &project, const fs::path &file) {
    const std::vector<Verdict> verdicts = TAGSCOPE_TRY(VerdictReader(project, file).read());
    const std::vector<Verdict> before = TAGSCOPE_TRY(project.verdictHistory());
    TAGSCOPE_TRY(project.addVerdicts(verdicts));
    const std::vector<Verdict> after = TAGSCOPE_TRY(project.verdictHistory());
    const std::size_t added = after.size() - before.size();
    return AuditImportReport{added, verdicts.size() - added, {}};
}

Result<AuditImportReport> importRegions(Project &project, const RegionImport &import, std::stop_token stop) {
    if (import.annotator.empty())
        return fail(Error::Kind::Inconsistent, "exchange.no_annotator");
    const RegionFormat *format = regionFormatNamed(import.format);
    if (format == nullptr || format->read == nullptr)
        return fail(Error::Kind::Inconsistent, {"exchange.no_regions_in_format", import.format});
    RegionMatcher matcher(project, import.annotator);
    TAGSCOPE_TRY(matcher.open());
    for (const fs::path &file : import.files) {
        if (stop.stop_requested())
            return cancelled();
        std::vector<TimedLabel> found = TAGSCOPE_TRY(format->read(file));
        for (const NamedLabels &named : byFile(nameWithoutSuffix(*format, file), std::move(found)))
            matcher.take(named);
    }
    TAGSCOPE_TRY(project.changeMarkedRegions(matcher.regions(), {}));
    return matcher.report();
}

} // namespace tagscope
