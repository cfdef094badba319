// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jams.h"

#include "core/base/try.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"
#include "core/fusion/fusion_json.h"

#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

constexpr const char *kNamespace = "tag_audioset";
constexpr const char *kSegments = "segment_open";
constexpr const char *kVersion = "0.3.4";

std::optional<double> numberIn(const json &object, const char *key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

void takeAnnotation(const json &annotation, JamsTags &tags) {
    const json sandbox = annotation.value("sandbox", json::object());
    const bool isSegments = annotation.value("namespace", "") == kSegments;
    for (const json &observation : annotation.at("data")) {
        const auto value = observation.at("value").get<std::string>();
        if (isSegments) {
            const Seconds onset(observation.at("time").get<double>());
            tags.segments.push_back(
                {onset, onset + Seconds(numberIn(observation, "duration").value_or(0.0)), value, {}, {}});
        } else {
            tags.tags.push_back({value, numberIn(observation, "confidence"), numberIn(sandbox, "audio_prob"),
                                 numberIn(sandbox, "video_prob")});
        }
    }
    const json metadata = annotation.value("annotation_metadata", json::object());
    if (tags.tool.empty())
        tags.tool = metadata.value("annotation_tools", "");
    if (tags.source.empty())
        tags.source = metadata.value("data_source", "");
}

JamsTags tagsIn(const json &document) {
    JamsTags tags;
    const json &about = document.at("file_metadata");
    tags.title = about.value("title", "");
    tags.duration = Seconds(about.at("duration").get<double>());
    for (const json &annotation : document.at("annotations"))
        if (const std::string kind = annotation.value("namespace", ""); kind == kNamespace || kind == kSegments)
            takeAnnotation(annotation, tags);
    return tags;
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
        for (const TimedLabel &segment : tags.segments)
            data.push_back({{"time", segment.onset.count()},
                            {"duration", (segment.offset - segment.onset).count()},
                            {"value", segment.label},
                            {"confidence", nullptr}});
        annotations.push_back({{"annotation_metadata", {{"annotation_tools", tags.tool}, {"data_source", tags.source}}},
                               {"namespace", kSegments},
                               {"time", 0.0},
                               {"duration", tags.duration.count()},
                               {"data", std::move(data)},
                               {"sandbox", json::object()}});
    }
    const json document{
        {"annotations", std::move(annotations)},
        {"file_metadata", {{"title", tags.title}, {"duration", tags.duration.count()}, {"jams_version", kVersion}}},
        {"sandbox", json::object()}};
    return document.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<JamsTags> readJams(const std::filesystem::path &file) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    const json document = json::parse(text, nullptr, false);
    const auto notJams = [&file](std::string cause) {
        return fail(Error::Kind::Malformed, {"formats.not_jams", file}, std::move(cause));
    };
    if (!document.is_object())
        return notJams({});
    try {
        return tagsIn(document);
    } catch (const json::exception &exception) {
        return notJams(exception.what());
    }
}

RegionFormat jamsRegions() {
    const auto read = [](const std::filesystem::path &file) {
        return readJams(file).map([](JamsTags &&tags) { return std::move(tags.segments); });
    };
    const auto write = [](RegionFormat::Regions regions, const RegionsContext &context) {
        const RegionsOfClip &clip = regions.front();
        const std::string source = context.annotator.empty() ? "annotators" : context.annotator;
        return Result<std::string>(jamsText({clip.clip, clip.duration, "Tagscope", source, {}, clip.labels}));
    };
    return {"jams", "JAMS", RegionFormat::Layout::FileForEachClip, {".jams"}, true, read, write};
}

} // namespace tagscope
