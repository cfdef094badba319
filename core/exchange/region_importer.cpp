// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/region_importer.h"

#include "core/base/try.h"
#include "core/exchange/clip_times.h"
#include "core/formats/label_cells.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

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

constexpr Seconds kRounding{0.001}; // what formats round by is not cut off

} // namespace

RegionImporter::RegionImporter(const Project &project, const RegionImport &import, std::vector<Clip> clips,
                               Confidence confidence)
    : import_(import), confidence_(confidence), now_(nowInMicroseconds()), finder_(std::move(clips)),
      events_(project.classes(), import.labels) {}

Result<void> RegionImporter::open(const Project &project) {
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

void RegionImporter::leaveOutKnown(const std::vector<MarkedRegion> &there) {
    for (const MarkedRegion &region : there)
        stored_.insert(regionKeyOf(region, kStoredPerSecond));
}

void RegionImporter::take(const RegionFormat &format, const fs::path &file) {
    FileReport report;
    report.file = file;
    Result<ReadRegions> read = format.read(file, {events_.names(), import_.labelColumn, import_.encoding});
    if (!read) {
        report.refused = std::move(read.error());
    } else {
        layout_ = format.layout;
        ownName_ = nameWithoutSuffix(format, file);
        own_ = finder_.findByFile(ownName_);
        const FoundClips about = asked_ ? FoundClips{FoundClips::What::Clip, {*asked_}} : own_;
        if (about.what == FoundClips::What::Clip && layout_ == RegionFormat::Layout::FileForEachClip)
            report.clip = finder_.clips()[about.clips.front()].name;
        if (about.what == FoundClips::What::Clip || about.what == FoundClips::What::Recording)
            ask(about.clips);
        places_.clear();
        cut_ = 0;
        takeRows(*read, report);
    }
    report_.take(std::move(report));
}

AuditImportReport RegionImporter::report() {
    report_.addedEvents = events_.added();
    if (!import_.isDryRun)
        report_.regions = std::move(regions_);
    return std::move(report_);
}

void RegionImporter::takeRows(ReadRegions &read, FileReport &report) {
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

void RegionImporter::takeLabel(const TimedLabel &label, std::size_t line, ReadRegions::Times times,
                               FileReport &report) {
    const auto leaveOut = [&](Message reason, bool isFault) {
        report.leftOut.push_back({line, std::move(reason), isFault});
    };
    const Place &place = placeOfLabel(label.file, times);
    if (place.question)
        return leaveOut(*place.question, layout_ == RegionFormat::Layout::FileForEachClip);
    ask(place.clips);
    if (confidence_ == Confidence::Needed && !label.confidence)
        return leaveOut("formats.without_confidence", true);
    const std::optional<int> event =
        import_.addsEvents && !label.label.empty() ? events_.findOrAdd(label.label) : events_.find(label.label);
    if (!event) {
        otherLabels_.insert(label.label);
        return leaveOut({"exchange.label_unknown", label.label}, false);
    }
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
            {"exchange.outside_clip", shortestText(label.onset.count()), shortestText(label.offset.count())}, false);
    cut_ += isCut ? 1U : 0U;
    report_.added += added;
    report_.known += known;
    ++(added > 0 ? report.added : report.known);
}

const RegionImporter::Place &RegionImporter::placeOfLabel(const std::string &path, ReadRegions::Times times) {
    const auto [at, isNew] = places_.try_emplace(path);
    if (isNew)
        at->second = findPlace(path, times);
    return at->second;
}

// What a row or document names decides before the file's own name; a document of a clip may link its recording.
RegionImporter::Place RegionImporter::findPlace(const std::string &path, ReadRegions::Times times) const {
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
        return {
            {}, false, Message("exchange.which_clip", path.empty() ? ownName_ : path, finder_.namesOf(found.clips))};
    case FoundClips::What::Clip:
        return {found.clips, isRecordingTime && finder_.isMediaOf(finder_.clips()[found.clips.front()], path),
                std::nullopt};
    case FoundClips::What::Recording:
        break;
    }
    return {found.clips, true, std::nullopt};
}

// The part of the label that lies in the clip; nothing where none does.
std::optional<MarkedRegion> RegionImporter::regionIn(const Clip &clip, const TimedLabel &label, bool isRecordingTime,
                                                     int event, bool &isCut) const {
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

bool RegionImporter::add(MarkedRegion region, const fs::path &file) {
    region.source = file.filename().string();
    region.added = now_;
    // Two labels of one stretch may mean one event, of which the surer counts.
    if (confidence_ == Confidence::AsItIs && (stored_.contains(regionKeyOf(region, kStoredPerSecond)) ||
                                              !read_.insert(regionKeyOf(region, kReadPerSecond)).second))
        return false;
    regions_.push_back(std::move(region));
    return true;
}

void RegionImporter::ask(const std::vector<std::size_t> &clips) {
    for (const std::size_t clip : clips)
        clipsAsked_.insert(finder_.clips()[clip].id);
}

} // namespace tagscope
