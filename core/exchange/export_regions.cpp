// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_regions.h"

#include "core/base/try.h"
#include "core/exchange/export_audit.h"
#include "core/project/audited_truth.h"

#include <algorithm>
#include <utility>

namespace tagscope {
namespace {

constexpr const char *kDetector = "detected"; // in the place of an annotator

TimedLabel labelOf(const Project &project, const MarkedRegion &region) {
    TimedLabel label{region.onset,
                     region.offset,
                     project.classes()[static_cast<std::size_t>(region.event)].name,
                     region.frequencies,
                     {}};
    label.confidence = region.confidence;
    label.channel = region.channel;
    label.note = region.note;
    return label;
}

// The band that holds both; the full height where either has it.
std::optional<FrequencyRange> bandOf(const std::optional<FrequencyRange> &a, const std::optional<FrequencyRange> &b) {
    return a && b ? std::optional(FrequencyRange{std::min(a->low, b->low), std::max(a->high, b->high)}) : std::nullopt;
}

// Where they overlap or touch they are one, which keeps only what all of them say.
std::vector<TimedLabel> unionOf(std::vector<TimedLabel> labels) {
    std::ranges::stable_sort(labels, {}, &TimedLabel::onset);
    std::vector<TimedLabel> all;
    for (TimedLabel &label : labels) {
        if (all.empty() || label.onset > all.back().offset) {
            all.push_back(std::move(label));
            continue;
        }
        TimedLabel &last = all.back();
        last.offset = std::max(last.offset, label.offset);
        last.frequencies = bandOf(last.frequencies, label.frequencies);
        if (last.confidence != label.confidence)
            last.confidence.reset();
        if (last.channel != label.channel)
            last.channel.reset();
        if (last.note != label.note)
            last.note.clear();
    }
    return all;
}

// Where more than half of those who marked the event in the clip did.
std::vector<TimedLabel> majorityOf(const std::map<std::string, std::vector<TimedLabel>> &byPerson) {
    std::map<Seconds, int> steps;
    for (const auto &[annotator, labels] : byPerson)
        for (const TimedLabel &label : unionOf(labels)) {
            ++steps[label.onset];
            --steps[label.offset];
        }
    const int needed = static_cast<int>(byPerson.size() / 2) + 1;
    std::vector<TimedLabel> all;
    int marking = 0;
    for (const auto &[time, step] : steps) {
        const bool wasIn = marking >= needed;
        marking += step;
        if (!wasIn && marking >= needed)
            all.push_back({time, time, byPerson.begin()->second.front().label, std::nullopt, {}});
        else if (wasIn && marking < needed)
            all.back().offset = time;
    }
    return all;
}

// Steps in a row whose activation is above the threshold are one region.
std::vector<MarkedRegion> detectionsIn(const ClipActivations &source, double threshold, const Clip &clip) {
    const Matrix &activations = source.values;
    std::vector<MarkedRegion> regions;
    for (std::size_t event = 0; event < activations.columns; ++event) {
        bool isInside = false;
        for (std::size_t step = 0; step < activations.rows; ++step) {
            const double activation = activations(step, event);
            const bool wasInside = std::exchange(isInside, activation > threshold);
            if (!isInside)
                continue;
            const Seconds end = std::min(source.first + source.hop * static_cast<double>(step + 1), clip.duration);
            if (wasInside) {
                regions.back().offset = end;
                regions.back().confidence = std::max(*regions.back().confidence, activation);
                continue;
            }
            MarkedRegion region;
            region.clip = clip.id;
            region.event = static_cast<int>(event);
            region.annotator = kDetector;
            region.onset = std::min(source.first + source.hop * static_cast<double>(step), end);
            region.offset = end;
            region.confidence = activation;
            regions.push_back(std::move(region));
        }
    }
    return regions;
}

} // namespace

Result<ExportedRegions> ExportedRegions::of(const Project &project, const ExportRequest &request) {
    ExportedRegions exported(project, request);
    TAGSCOPE_TRY(request.content == ExportContent::Detections ? exported.detect() : exported.readMarked());
    return exported;
}

Result<void> ExportedRegions::readMarked() {
    std::vector<MarkedRegion> regions = TAGSCOPE_TRY(project_.markedRegions());
    for (MarkedRegion &region : regions)
        if (request_.annotator.empty() || region.annotator == request_.annotator)
            regions_[region.clip].push_back(std::move(region));
    std::vector<Verdict> history = TAGSCOPE_TRY(project_.verdictHistory());
    for (const AuditedSound &sound : auditedSound(standingVerdicts(std::move(history))))
        if (sound.isAudible == false)
            notHeard_.insert(sound.pair);
    return {};
}

Result<void> ExportedRegions::detect() {
    if (!request_.activations)
        return fail(Error::Kind::Inconsistent, "exchange.no_activations");
    const std::vector<Clip> clips = TAGSCOPE_TRY(
        project_.clips(request_.split.empty() ? std::nullopt : std::optional<std::string_view>(request_.split)));
    for (const Clip &clip : clips) {
        const std::optional<ClipActivations> activations = TAGSCOPE_TRY(request_.activations->of(clip.name));
        if (activations)
            regions_[clip.id] = detectionsIn(*activations, request_.threshold, clip);
    }
    return {};
}

std::vector<TimedLabel> ExportedRegions::joined(const std::vector<MarkedRegion> &regions) {
    std::map<int, std::map<std::string, std::vector<TimedLabel>>> ofEvents;
    for (const MarkedRegion &region : regions)
        ofEvents[region.event][region.annotator].push_back(labelOf(project_, region));
    std::vector<TimedLabel> labels;
    for (const auto &[event, byPerson] : ofEvents) {
        std::vector<TimedLabel> ofEvent;
        for (const auto &[annotator, own] : byPerson)
            ofEvent.insert(ofEvent.end(), own.begin(), own.end());
        const std::size_t before = ofEvent.size();
        // What one person marked stays as they marked it.
        const bool isJoined = byPerson.size() > 1 && request_.join != RegionJoin::Apart;
        if (isJoined)
            ofEvent = request_.join == RegionJoin::Majority ? majorityOf(byPerson) : unionOf(std::move(ofEvent));
        if (isJoined && !request_.join)
            joined_ += before - std::min(before, ofEvent.size());
        labels.insert(labels.end(), std::make_move_iterator(ofEvent.begin()), std::make_move_iterator(ofEvent.end()));
    }
    std::ranges::stable_sort(labels, {}, &TimedLabel::onset);
    return labels;
}

RegionsOfClip ExportedRegions::regionsOf(const Clip &clip) {
    RegionsOfClip of{clip.name, audioSetSegmentOf(clip), clip.media, clip.start, clip.duration, {}, {}};
    const auto found = regions_.find(clip.id);
    if (found == regions_.end())
        return of;
    std::vector<MarkedRegion> regions = found->second;
    left_ += std::erase_if(regions, [this](const MarkedRegion &region) {
        return notHeard_.contains({region.clip, region.event});
    });
    of.labels = joined(regions);
    for (const MarkedRegion &region : regions)
        of.byPerson.emplace_back(region.annotator, labelOf(project_, region));
    count(of.labels);
    isInsideRecording_ = isInsideRecording_ || (!of.labels.empty() && !clip.media.empty() && clip.start > Seconds(0));
    return of;
}

void ExportedRegions::count(const std::vector<TimedLabel> &labels) {
    for (const TimedLabel &label : labels) {
        withFrequencies_ += label.frequencies ? 1U : 0U;
        withConfidence_ += label.confidence ? 1U : 0U;
        withChannel_ += label.channel ? 1U : 0U;
        withNote_ += label.note.empty() ? 0U : 1U;
    }
}

bool ExportedRegions::isComplete(const Clip &clip, std::span<const std::uint8_t> heard) const {
    const auto found = regions_.find(clip.id);
    for (std::size_t event = 0; event < heard.size(); ++event) {
        const auto isOfEvent = [event](const MarkedRegion &region) {
            return static_cast<std::size_t>(region.event) == event;
        };
        if (heard[event] != 0 && (found == regions_.end() || std::ranges::none_of(found->second, isOfEvent)))
            return false;
    }
    return true;
}

std::vector<Message> ExportedRegions::notes(const RegionFormat &format) const {
    std::vector<Message> notes;
    if (left_ > 0)
        notes.push_back({"exchange.regions_not_heard", left_});
    if (joined_ > 0)
        notes.push_back({"exchange.regions_joined", joined_});
    const RegionFormat::Holds &holds = format.holds;
    if (!holds.frequencies && withFrequencies_ > 0)
        notes.push_back({"exchange.frequencies_not_held", format.title, withFrequencies_});
    if (!holds.confidence && withConfidence_ > 0)
        notes.push_back({"exchange.confidences_not_held", format.title, withConfidence_});
    if (!holds.channel && withChannel_ > 0)
        notes.push_back({"exchange.channels_not_held", format.title, withChannel_});
    if (!holds.note && withNote_ > 0)
        notes.push_back({"exchange.notes_not_held", format.title, withNote_});
    if (isInsideRecording_ && format.layout == RegionFormat::Layout::FileForEachClip)
        notes.push_back(holds.isRecordingTime ? Message("exchange.times_of_recordings")
                                              : Message("exchange.times_of_clips"));
    return notes;
}

RegionsContext regionsContext(const Project &project, const std::string &annotator,
                              const std::filesystem::path &directory) {
    RegionsContext context;
    context.events = namesOf(project.classes());
    for (const EventClass &event : project.classes()) {
        if (!event.mid.empty())
            context.mids.emplace(event.name, event.mid);
    }
    context.annotator = annotator;
    const std::string now = isoTime(nowInMicroseconds());
    context.date = now.substr(0, now.find('.')) + "+00:00"; // seconds; ELAN wants the zone as numbers
    context.directory = directory;
    return context;
}

} // namespace tagscope
