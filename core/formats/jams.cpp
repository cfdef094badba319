// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jams.h"

#include "core/base/try.h"
#include "core/formats/region_format.h"
#include "core/fusion/fusion_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

constexpr const char *kNamespace = "tag_audioset";
constexpr const char *kSegments = "segment_open";
constexpr const char *kVersion = "0.3.4";

// What segment_open has no place for.
json detailsOf(const TimedLabel &segment) {
    json details = json::object();
    if (segment.frequencies) {
        details["low"] = segment.frequencies->low;
        details["high"] = segment.frequencies->high;
    }
    if (segment.channel)
        details["channel"] = *segment.channel;
    if (!segment.note.empty())
        details["note"] = segment.note;
    return details;
}

} // namespace

std::string jamsText(const JamsTags &tags) {
    json annotations = json::array();
    for (const JamsTags::Tag &tag : tags.tags) {
        const json observation{{"time", 0.0},
                               {"duration", tags.duration.count()},
                               {"value", tag.event},
                               {"confidence", orNull(tag.confidence)}};
        annotations.push_back({{"annotation_metadata", {{"annotation_tools", tags.tool}, {"data_source", tags.source}}},
                               {"namespace", kNamespace},
                               {"time", 0.0},
                               {"duration", tags.duration.count()},
                               {"data", json::array({observation})},
                               {"sandbox", {{"audio_prob", orNull(tag.audio)}, {"video_prob", orNull(tag.video)}}}});
    }
    if (!tags.segments.empty()) {
        json data = json::array();
        json details = json::array();
        for (const TimedLabel &segment : tags.segments) {
            data.push_back({{"time", segment.onset.count()},
                            {"duration", (segment.offset - segment.onset).count()},
                            {"value", segment.label},
                            {"confidence", orNull(segment.confidence)}});
            details.push_back(detailsOf(segment));
        }
        json sandbox = json::object();
        if (std::ranges::any_of(details, [](const json &one) { return !one.empty(); }))
            sandbox["regions"] = std::move(details);
        annotations.push_back({{"annotation_metadata", {{"annotation_tools", tags.tool}, {"data_source", tags.source}}},
                               {"namespace", kSegments},
                               {"time", 0.0},
                               {"duration", tags.duration.count()},
                               {"data", std::move(data)},
                               {"sandbox", std::move(sandbox)}});
    }
    const json document{
        {"annotations", std::move(annotations)},
        {"file_metadata", {{"title", tags.title}, {"duration", tags.duration.count()}, {"jams_version", kVersion}}},
        {"sandbox", json::object()}};
    return document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

RegionFormat jamsRegions() {
    const auto read = [](const std::filesystem::path &file, const RegionReading &) -> Result<ReadRegions> {
        JamsReading found = TAGSCOPE_TRY(readJams(file));
        ReadRegions regions;
        for (TimedLabel &segment : found.tags.segments)
            regions.take(std::move(segment));
        regions.leftOut.insert(regions.leftOut.end(), found.leftOut.begin(), found.leftOut.end());
        regions.notes = std::move(found.notes);
        if (!found.tags.tags.empty())
            regions.notes.push_back({"formats.jams_tags", found.tags.tags.size()});
        return regions;
    };
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &context) {
        const RegionsOfClip &clip = regions.front();
        const std::string source = context.annotator.empty() ? "annotators" : context.annotator;
        return Result<std::string>(jamsText({clip.clip, clip.duration, "Tagscope", source, {}, clip.labels}));
    };
    return {.id = "jams",
            .title = "JAMS",
            .suffixes = {".jams"},
            .isKnownBySuffix = true,
            .read = read,
            .write = write,
            .holds = {.frequencies = true, .confidence = true, .channel = true, .note = true}};
}

} // namespace tagscope
