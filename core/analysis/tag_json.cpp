// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tag_json.h"

#include "core/base/message_texts.h"
#include "core/fusion/fusion_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

json audioToJson(const ClipAnalysis &clip) {
    if (!clip.audio)
        return {{"present", false}};
    const AudioAnalysis &audio = *clip.audio;
    json result{{"present", true}, {"sample_rate", clip.settings.logMel.sampleRate}, {"activations", nullptr}};
    if (audio.activations.empty())
        return result;
    json values = json::array();
    for (std::size_t step = 0; step < audio.activations.rows; ++step) {
        const auto row = audio.activations.row(step);
        values.push_back(std::vector<float>(row.begin(), row.end()));
    }
    result["activations"] = {{"tagger", audio.tagger},
                             {"first", audio.stepStart.count()},
                             {"hop", audio.stepHop.count()},
                             {"events", namesOf(clip.settings.events)},
                             {"values", std::move(values)}};
    return result;
}

std::string objectNameOf(const ClipAnalysis &clip, int index) {
    const auto i = static_cast<std::size_t>(index);
    return i < clip.objectNames.size() ? clip.objectNames[i] : std::string();
}

json objectToJson(const ClipAnalysis &clip, int index, float probability) {
    return {{"index", index}, {"name", objectNameOf(clip, index)}, {"p", probability}};
}

json keyFramesToJson(const ClipAnalysis &clip) {
    json list = json::array();
    for (const KeyFrame &frame : clip.video->keyFrames) {
        json objects = json::array();
        for (const ObjectProbability &object : frame.objects)
            objects.push_back(objectToJson(clip, object.index, object.probability));
        list.push_back({{"time", frame.time.count()}, {"picture", frame.picture}, {"objects", std::move(objects)}});
    }
    return list;
}

json videoToJson(const ClipAnalysis &clip) {
    if (!clip.video)
        return {{"present", false}};
    json objects = json::array();
    for (const MappedObject &object : clip.video->objects) {
        json entry = objectToJson(clip, object.index, object.probability);
        entry["event"] =
            object.event ? json(clip.settings.events[static_cast<std::size_t>(*object.event)].name) : json();
        entry["cosine"] = std::isfinite(object.cosine) ? json(object.cosine) : json();
        objects.push_back(std::move(entry));
    }
    return {{"present", true},
            {"pictures", clip.video->pictures.size()},
            {"key_frames", keyFramesToJson(clip)},
            {"objects", std::move(objects)}};
}

json eventsToJson(const ClipAnalysis &clip, const std::vector<bool> &isHidden) {
    json list = json::array();
    for (std::size_t k = 0; k < clip.events.size(); ++k) {
        const EventResult &event = clip.events[k];
        list.push_back({{"name", clip.settings.events[k].name},
                        {"audio", orNull(event.audio)},
                        {"audio_peak", event.audioPeak ? json(event.audioPeak->count()) : json()},
                        {"video", orNull(event.video)},
                        {"weight", event.calibration ? json(nullptr) : json(event.videoWeight)},
                        {"fused", orNull(event.fused)},
                        {"threshold", numberToJson(event.threshold)},
                        {"tag", event.tag}});
        if (!isHidden.empty())
            list.back()["hidden"] = static_cast<bool>(isHidden[k]);
    }
    return list;
}

json labelOrNull(const std::string &label) {
    return label.empty() ? json() : json(label);
}

} // namespace

std::string clipToJson(const ClipAnalysis &clip, const std::vector<bool> &isHidden) {
    const json document{{"media", clip.media.string()},
                        {"start", clip.start.count()},
                        {"duration", clip.duration.count()},
                        {"audio", audioToJson(clip)},
                        {"video", videoToJson(clip)},
                        {"events", eventsToJson(clip, isHidden)},
                        {"models",
                         {{"crnn", labelOrNull(clip.models.crnn)},
                          {"alexnet", labelOrNull(clip.models.alexNet)},
                          {"inception_v4", labelOrNull(clip.models.inceptionV4)},
                          {"vectors", labelOrNull(clip.models.vectors)}}},
                        {"notes", englishTexts(clip.notes)}};
    // File names are bytes; what is not UTF-8 in them is replaced rather than refused.
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace tagscope
