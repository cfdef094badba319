// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_audit.h"

#include "core/exchange/export_text.h"
#include "core/formats/audacity_labels.h"
#include "core/formats/audioset_lists.h"
#include "core/formats/csv_cells.h"
#include "core/formats/dcase_lists.h"
#include "core/formats/elan_document.h"
#include "core/formats/jams.h"
#include "core/formats/raven_table.h"
#include "core/formats/sed_lists.h"
#include "core/formats/text_grid.h"
#include "core/project/audited_truth.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

constexpr double kHighestHz = 22050.0; // of Raven's boxes: half of the usual sample rate

std::string eventName(const Project &project, int event) {
    return project.classes()[static_cast<std::size_t>(event)].name;
}

std::string reasonOf(const std::vector<Verdict> &verdicts) {
    std::string reason;
    for (const Verdict &verdict : verdicts) {
        if (!verdict.value)
            continue;
        reason += (reason.empty() ? "" : "; ") + verdict.annotator + ": " + std::string(nameOf(*verdict.value)) + " (" +
                  std::string(nameOf(verdict.stage)) + ", " + isoTime(verdict.time) +
                  (verdict.note.empty() ? ")" : ", \"" + verdict.note + "\")");
    }
    return reason;
}

// The regions of one annotator, or of all; those of an event joined where they overlap or touch.
std::vector<TimedLabel> joinedLabels(const Project &project, const std::vector<MarkedRegion> &regions,
                                     const std::string &annotator) {
    std::map<int, std::vector<std::pair<Seconds, Seconds>>> ofEvents;
    for (const MarkedRegion &region : regions)
        if (annotator.empty() || region.annotator == annotator)
            ofEvents[region.event].emplace_back(region.onset, region.offset);
    std::vector<TimedLabel> labels;
    for (auto &[event, stretches] : ofEvents) {
        std::ranges::sort(stretches);
        const std::size_t first = labels.size();
        for (const auto &[onset, offset] : stretches) {
            if (labels.size() > first && onset <= labels.back().offset)
                labels.back().offset = std::max(labels.back().offset, offset);
            else
                labels.push_back({onset, offset, eventName(project, event), std::nullopt, {}});
        }
    }
    std::ranges::stable_sort(labels, {}, &TimedLabel::onset);
    return labels;
}

std::vector<std::string> namesIn(const std::vector<TimedLabel> &labels, const Project &project) {
    std::vector<std::string> names; // in the project's order
    for (const EventClass &event : project.classes())
        if (std::ranges::find(labels, event.name, &TimedLabel::label) != labels.end())
            names.push_back(event.name);
    return names;
}

Result<std::string> elanOf(const std::vector<TimedLabel> &labels, const Project &project, const Clip &clip,
                           const std::string &annotator) {
    ElanDocument document;
    document.author = annotator.empty() ? "tagscope" : annotator;
    document.date = isoTime(nowInMicroseconds());
    document.date.resize(document.date.size() - sizeof(".123456Z") + 1); // seconds; ELAN wants the zone as numbers
    document.date += "+00:00";
    if (!clip.media.empty()) {
        document.mediaUrl = "file://" + clip.media.string();
        document.mediaPath = "./" + clip.media.filename().string();
        document.mimeType = clip.media.extension() == ".wav" ? "audio/x-wav" : "video/mp4";
    }
    for (const std::string &name : namesIn(labels, project)) {
        ElanTier tier{name, {}};
        std::ranges::copy_if(labels, std::back_inserter(tier.labels),
                             [&name](const TimedLabel &label) { return label.label == name; });
        document.tiers.push_back(std::move(tier));
    }
    return elanText(document);
}

Result<std::vector<TimedLabel>> withMids(std::vector<TimedLabel> labels, const Project &project) {
    for (TimedLabel &label : labels) {
        const auto event = std::ranges::find(project.classes(), label.label, &EventClass::name);
        if (event->mid.empty())
            return fail(Error::Kind::Inconsistent, "The event \"" + label.label +
                                                       "\" has no AudioSet id, by which AudioSet's lists name events. "
                                                       "Export as csv or dcase2017-strong.");
        label.label = event->mid;
    }
    return labels;
}

} // namespace

std::string audioSetSegmentOf(const Clip &clip) {
    const ClipPlace place = placeOf(clip);
    return place.recording + "_" + std::to_string(std::llround(1000 * place.start.count()));
}

Result<std::string> verdictTable(const Project &project, std::span<const Clip> clips, bool isHistory) {
    Result<std::vector<Verdict>> verdicts = project.verdictHistory();
    if (!verdicts)
        return tl::unexpected(verdicts.error());
    if (!isHistory)
        *verdicts = standingVerdicts(std::move(*verdicts));
    std::unordered_map<ClipId, const Clip *> byId;
    for (const Clip &clip : clips)
        byId.emplace(clip.id, &clip);
    std::string text = "clip,event,annotator,stage,verdict,note,time\r\n";
    for (const Verdict &verdict : *verdicts) {
        const auto clip = byId.find(verdict.clip);
        if (clip == byId.end() || (!verdict.value && !isHistory))
            continue;
        text += csvCell(clip->second->name) + "," + csvCell(eventName(project, verdict.event)) + "," +
                csvCell(verdict.annotator) + "," + std::string(nameOf(verdict.stage)) + "," +
                (verdict.value ? std::string(nameOf(*verdict.value)) : std::string()) + "," + csvCell(verdict.note) +
                "," + isoTime(verdict.time) + "\r\n";
    }
    return text;
}

Result<std::string> labelPatch(const Project &project, std::span<const Clip> clips) {
    std::vector<ClipId> ids;
    std::unordered_map<ClipId, std::size_t> rows;
    for (const Clip &clip : clips) {
        rows.emplace(clip.id, ids.size());
        ids.push_back(clip.id);
    }
    const Result<BinaryTable> labels = project.labels(ids, Truth::Weak);
    if (!labels)
        return tl::unexpected(labels.error());
    Result<std::vector<Verdict>> history = project.verdictHistory();
    if (!history)
        return tl::unexpected(history.error());
    const std::vector<Verdict> standing = standingVerdicts(std::move(*history));
    const std::map<AuditedPair, std::vector<Verdict>> said = finalVerdictsByPair(standing);
    std::string text = "clip,event,before,after,reason\r\n";
    for (const AuditedSound &sound : auditedSound(standing)) {
        const auto row = rows.find(sound.pair.first);
        if (row == rows.end() || !sound.isAudible)
            continue;
        const bool isLabelled = (*labels)(row->second, static_cast<std::size_t>(sound.pair.second)) != 0;
        if (isLabelled == *sound.isAudible)
            continue;
        const auto verdicts = said.find(sound.pair);
        text += csvCell(clips[row->second].name) + "," + csvCell(eventName(project, sound.pair.second)) +
                (isLabelled ? ",1,0," : ",0,1,") +
                csvCell(verdicts == said.end() ? std::string() : reasonOf(verdicts->second)) + "\r\n";
    }
    return text;
}

Result<std::string> regionList(const Project &project, std::span<const Clip> clips, ExportFormat format,
                               const std::string &annotator) {
    std::string text = "clip,event,annotator,onset,offset\r\n";
    std::vector<DcaseRow> rows;
    std::vector<TimedLabel> strong;
    for (const Clip &clip : clips) {
        const Result<std::vector<MarkedRegion>> regions = project.markedRegions(clip.id);
        if (!regions)
            return tl::unexpected(regions.error());
        for (const MarkedRegion &region : *regions)
            if (annotator.empty() || region.annotator == annotator)
                text += csvCell(clip.name) + "," + csvCell(eventName(project, region.event)) + "," +
                        csvCell(region.annotator) + "," + shortestNumber(region.onset.count()) + "," +
                        shortestNumber(region.offset.count()) + "\r\n";
        for (const TimedLabel &label : joinedLabels(project, *regions, annotator))
            rows.push_back({clip.name + ".wav", label.onset, label.offset, label.label});
        for (TimedLabel &label : joinedLabels(project, *regions, annotator)) {
            label.file = audioSetSegmentOf(clip);
            strong.push_back(std::move(label));
        }
    }
    if (format == ExportFormat::AudioSetStrong)
        return withMids(std::move(strong), project).map(audioSetStrongText);
    return format == ExportFormat::Csv ? Result<std::string>(text) : dcaseListText(rows);
}

Result<SedLists> sedListsOf(const Project &project, std::span<const Clip> clips, const std::string &annotator) {
    SedGroundTruth truth;
    std::map<std::string, Seconds> durations;
    for (const Clip &clip : clips) {
        const Result<std::vector<MarkedRegion>> regions = project.markedRegions(clip.id);
        if (!regions)
            return tl::unexpected(regions.error());
        durations.emplace(clip.name, clip.duration);
        std::vector<TimedLabel> labels = joinedLabels(project, *regions, annotator);
        if (labels.empty())
            truth.filesWithout.push_back(clip.name);
        for (TimedLabel &label : labels) {
            label.file = clip.name;
            truth.labels.push_back(std::move(label));
        }
    }
    return SedLists{sedGroundTruthText(truth), sedDurationsText(durations)};
}

Result<std::optional<std::string>> regionFile(const Project &project, const Clip &clip, ExportFormat format,
                                              const std::string &annotator) {
    const Result<std::vector<MarkedRegion>> regions = project.markedRegions(clip.id);
    if (!regions)
        return tl::unexpected(regions.error());
    const std::vector<TimedLabel> labels = joinedLabels(project, *regions, annotator);
    if (labels.empty())
        return std::nullopt;
    const auto whole = [](std::string &&text) { return std::optional<std::string>(std::move(text)); };
    if (format == ExportFormat::TextGrid)
        return textGridText(textGridOf(labels, clip.duration, namesIn(labels, project))).map(whole);
    if (format == ExportFormat::Elan)
        return elanOf(labels, project, clip, annotator).map(whole);
    if (format == ExportFormat::Jams)
        return jamsText(
            {clip.name, clip.duration, "Tagscope", annotator.empty() ? "annotators" : annotator, {}, labels});
    return format == ExportFormat::Raven ? ravenText(labels, kHighestHz) : audacityText(labels);
}

const char *regionSuffix(ExportFormat format) {
    switch (format) {
    case ExportFormat::Raven:
        return ".selections.txt";
    case ExportFormat::TextGrid:
        return ".TextGrid";
    case ExportFormat::Elan:
        return ".eaf";
    case ExportFormat::Jams:
        return ".jams";
    default:
        return ".txt";
    }
}

} // namespace tagscope
