// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_audit.h"

#include "core/base/try.h"
#include "core/exchange/clip_finder.h"
#include "core/exchange/clip_times.h"
#include "core/formats/label_cells.h"
#include "core/formats/region_format.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// Which region it is, however often it was written and read: to the millisecond and to a hundredth of a hertz.
using RegionKey = std::tuple<ClipId, int, std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t, int>;

RegionKey regionKeyOf(const MarkedRegion &region, double perSecond) {
    const auto hundredths = [](double hertz) { return std::llround(std::min(hertz, 1e12) * 100); };
    return {region.clip,
            region.event,
            region.annotator,
            std::llround(perSecond * region.onset.count()),
            std::llround(perSecond * region.offset.count()),
            region.frequencies ? hundredths(region.frequencies->low) : -1,
            region.frequencies ? hundredths(region.frequencies->high) : -1,
            region.channel.value_or(0)};
}

constexpr double kStoredPerSecond = 1e3; // so fine are the coarsest formats
constexpr double kReadPerSecond = 1e9;   // rows of one import are the same only where they say the same

// Where a row's label belongs.
struct LabelPlace {
    std::vector<std::size_t> clips;
    bool isRecordingTime = false;
    std::optional<Message> question; // why it belongs nowhere
};

class RegionImporter {
public:
    RegionImporter(const Project &project, const RegionImport &import, const RegionFormat &format,
                   std::vector<Clip> clips)
        : import_(import), format_(format), finder_(std::move(clips)), events_(project.classes(), import.labels) {}

    Result<void> open(const Project &project) {
        const std::vector<MarkedRegion> there = TAGSCOPE_TRY(project.markedRegions());
        for (const MarkedRegion &region : there)
            stored_.insert(regionKeyOf(region, kStoredPerSecond));
        if (import_.clip.empty())
            return {};
        const FoundClips found = finder_.findByFile(import_.clip);
        if (found.what == FoundClips::What::Nothing)
            return fail(Error::Kind::Inconsistent, {"exchange.not_a_clip", import_.clip, project.file()});
        if (found.clips.size() != 1)
            return fail(Error::Kind::Inconsistent, {"exchange.which_clip", import_.clip, finder_.namesOf(found.clips)});
        asked_ = found.clips.front();
        return {};
    }

    void take(const fs::path &file) {
        FileReport report;
        report.file = file;
        Result<ReadRegions> read = format_.read(file, {events_.names(), import_.labelColumn, import_.encoding});
        if (!read) {
            report.refused = std::move(read.error());
        } else {
            own_ = finder_.findByFile(nameWithoutSuffix(format_, file));
            ownName_ = nameWithoutSuffix(format_, file);
            const FoundClips about = asked_ ? FoundClips{FoundClips::What::Clip, {*asked_}} : own_;
            if (about.what == FoundClips::What::Clip && format_.layout == RegionFormat::Layout::FileForEachClip)
                report.clip = finder_.clips()[about.clips.front()].name;
            places_.clear();
            cut_ = 0;
            takeRows(*read, report);
        }
        report_.take(std::move(report));
    }

    [[nodiscard]] const std::vector<MarkedRegion> &regions() const { return regions_; }
    [[nodiscard]] AuditImportReport report() {
        report_.addedEvents = events_.added();
        if (!import_.isDryRun)
            report_.regions = std::move(regions_);
        return std::move(report_);
    }
    [[nodiscard]] const std::vector<std::string> &addedEvents() const { return events_.added(); }

private:
    void takeRows(ReadRegions &read, FileReport &report) {
        report.leftOut = std::move(read.leftOut);
        report.notes = std::move(read.notes);
        report.rows = read.labels.size() + report.leftOut.size();
        if (read.clamped > 0)
            report.notes.push_back({"exchange.begins_clamped", read.clamped});
        for (std::size_t i = 0; i < read.labels.size(); ++i)
            takeLabel(read.labels[i], read.lines[i], read.times, report);
        if (cut_ > 0)
            report.notes.push_back({"exchange.labels_cut", cut_});
    }

    void takeLabel(const TimedLabel &label, std::size_t line, ReadRegions::Times times, FileReport &report) {
        const auto leaveOut = [&](Message reason, bool isFault) {
            report.leftOut.push_back({line, std::move(reason), isFault});
        };
        const LabelPlace &place = placeOfLabel(label.file, times);
        if (place.question)
            return leaveOut(*place.question, format_.layout == RegionFormat::Layout::FileForEachClip);
        const std::optional<int> event =
            import_.addsEvents && !label.label.empty() ? events_.findOrAdd(label.label) : events_.find(label.label);
        if (!event)
            return leaveOut({"exchange.label_unknown", label.label}, false);
        if (label.offset == label.onset)
            return leaveOut("exchange.point_marks_no_region", false);
        std::size_t added = 0;
        std::size_t known = 0;
        bool isCut = false;
        for (const std::size_t clip : place.clips)
            if (std::optional<MarkedRegion> region =
                    regionIn(finder_.clips()[clip], label, place.isRecordingTime, *event, isCut))
                ++(add(std::move(*region), report.file) ? added : known);
        if (added + known == 0)
            return leaveOut(
                {"exchange.outside_clip", shortestText(label.onset.count()), shortestText(label.offset.count())},
                false);
        cut_ += isCut ? 1U : 0U;
        report_.added += added;
        report_.known += known;
        ++(added > 0 ? report.added : report.known);
    }

    const LabelPlace &placeOfLabel(const std::string &path, ReadRegions::Times times) {
        const auto [at, isNew] = places_.try_emplace(path);
        if (isNew)
            at->second = findPlace(path, times);
        return at->second;
    }

    // What a row or document names decides before the file's own name; a document of a clip may link its recording.
    LabelPlace findPlace(const std::string &path, ReadRegions::Times times) const {
        const bool isRecordingTime = times == ReadRegions::Times::Recording;
        if (asked_)
            return {{*asked_}, isRecordingTime && finder_.isMediaOf(finder_.clips()[*asked_], path), std::nullopt};
        FoundClips found = path.empty() ? own_ : finder_.findByPath(path);
        const bool isOwnsMedia = isRecordingTime && own_.what == FoundClips::What::Clip &&
                                 finder_.isMediaOf(finder_.clips()[own_.clips.front()], path);
        const bool isInside =
            own_.clips.size() == 1 && std::ranges::find(found.clips, own_.clips.front()) != found.clips.end();
        if (!path.empty() && own_.what == FoundClips::What::Clip &&
            (found.what == FoundClips::What::Nothing || (isOwnsMedia && isInside) ||
             (found.what == FoundClips::What::Several && isInside)))
            found = own_;
        switch (found.what) {
        case FoundClips::What::Nothing:
            return {{}, false, Message("exchange.no_clip_called", path.empty() ? ownName_ : path)};
        case FoundClips::What::Several:
            return {{},
                    false,
                    Message("exchange.which_clip", path.empty() ? ownName_ : path, finder_.namesOf(found.clips))};
        case FoundClips::What::Clip:
            return {found.clips, isRecordingTime && finder_.isMediaOf(finder_.clips()[found.clips.front()], path),
                    std::nullopt};
        case FoundClips::What::Recording:
            break;
        }
        return {found.clips, true, std::nullopt};
    }

    // The part of the label that lies in the clip; nothing where none does.
    std::optional<MarkedRegion> regionIn(const Clip &clip, const TimedLabel &label, bool isRecordingTime, int event,
                                         bool &isCut) const {
        ClipTime onset{label.onset};
        ClipTime offset{label.offset};
        if (isRecordingTime) {
            onset = inClip(RecordingTime{label.onset}, clip);
            offset = inClip(RecordingTime{label.offset}, clip);
        }
        MarkedRegion region;
        region.clip = clip.id;
        region.event = event;
        region.annotator = label.annotator.empty() ? import_.annotator : label.annotator;
        region.onset = std::max(onset.seconds, Seconds(0));
        region.offset = std::min(offset.seconds, clip.duration);
        if (region.offset <= region.onset)
            return std::nullopt;
        isCut = isCut || (onset.seconds < -kRounding || offset.seconds > clip.duration + kRounding);
        region.frequencies = label.frequencies;
        region.confidence = label.confidence;
        region.channel = label.channel;
        region.note = label.note;
        return region;
    }

    bool add(MarkedRegion region, const fs::path &file) {
        region.source = file.filename().string();
        region.added = now_;
        if (stored_.contains(regionKeyOf(region, kStoredPerSecond)) ||
            !read_.insert(regionKeyOf(region, kReadPerSecond)).second)
            return false;
        regions_.push_back(std::move(region));
        return true;
    }

    static constexpr Seconds kRounding{0.001}; // what formats round by is not cut off

    const RegionImport &import_;
    const std::int64_t now_ = nowInMicroseconds();
    const RegionFormat &format_;
    ClipFinder finder_;
    EventFinder events_;
    std::optional<std::size_t> asked_; // the clip that all are about
    std::set<RegionKey> stored_;
    std::set<RegionKey> read_;
    std::vector<MarkedRegion> regions_;
    AuditImportReport report_;

    // Of the file that is being taken.
    FoundClips own_;
    std::string ownName_;
    std::map<std::string, LabelPlace> places_; // by the path of a row
    std::size_t cut_ = 0;
};

} // namespace

Result<AuditImportReport> importRegions(Project &project, const RegionImport &import, std::stop_token stop) {
    if (import.annotator.empty())
        return fail(Error::Kind::Inconsistent, "exchange.no_annotator");
    const RegionFormat *format = regionFormatNamed(import.format);
    if (format == nullptr || format->read == nullptr)
        return fail(Error::Kind::Inconsistent, {"exchange.no_regions_in_format", import.format});
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    RegionImporter importer(project, import, *format, std::move(clips));
    TAGSCOPE_TRY(importer.open(project));
    for (const fs::path &file : import.files) {
        if (stop.stop_requested())
            return cancelled();
        importer.take(file);
    }
    if (!import.isDryRun) {
        TAGSCOPE_TRY(addEvents(project, importer.addedEvents()));
        TAGSCOPE_TRY(project.changeMarkedRegions(importer.regions(), {}));
    }
    return importer.report();
}

} // namespace tagscope
