// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jams.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/formats/json_parts.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

namespace tagscope {
namespace {

using PlainJson = nlohmann::json;

// Python writes NaN and Infinity, which are no JSON; outside of texts they become null.
std::string plainJson(const std::string &text) {
    std::string plain;
    bool isInText = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isInText) {
            plain.push_back(c);
            if (c == '\\' && at + 1 < text.size())
                plain.push_back(text[++at]);
            isInText = c != '"';
            continue;
        }
        std::size_t length = 0;
        for (const std::string_view word : {"NaN", "-Infinity", "Infinity", "-NaN"})
            if (length == 0 && text.compare(at, word.size(), word) == 0)
                length = word.size();
        if (length > 0) {
            plain += "null";
            at += length - 1;
            continue;
        }
        isInText = c == '"';
        plain.push_back(c);
    }
    return plain;
}

class JamsReader {
public:
    JamsReading read(const PlainJson &document) {
        const PlainJson &about = partOf(document, "file_metadata");
        reading_.tags.title = textIn(about, "title");
        reading_.tags.duration = Seconds(finiteIn(about, "duration").value_or(0.0));
        for (const PlainJson &annotation : partOf(document, "annotations"))
            takeAnnotation(annotation);
        for (const auto &[name, count] : others_)
            reading_.notes.push_back({"formats.jams_namespace", name, count});
        return std::move(reading_);
    }

private:
    void takeAnnotation(const PlainJson &annotation) {
        static const std::set<std::string> kTags{"tag_audioset", "tag_audioset_coarse", "tag_open"};
        const std::string kind = textIn(annotation, "namespace");
        const bool isTags = kTags.contains(kind);
        const PlainJson &data = partOf(annotation, "data");
        if (!isTags && kind != "segment_open" && kind != "scaper") {
            others_[kind] += data.size();
            return;
        }
        const PlainJson &metadata = partOf(annotation, "annotation_metadata");
        if (reading_.tags.tool.empty())
            reading_.tags.tool = textIn(metadata, "annotation_tools");
        if (reading_.tags.source.empty())
            reading_.tags.source = textIn(metadata, "data_source");
        const PlainJson &sandbox = partOf(annotation, "sandbox");
        const PlainJson &details = partOf(sandbox, "regions");
        std::size_t number = 0;
        for (const PlainJson &observation : data) {
            const PlainJson &detail = details.is_array() && number < details.size() ? details[number] : sandbox;
            ++number;
            takeObservation(observation, detail, kind, isTags, number);
        }
    }

    void takeObservation(const PlainJson &observation, const PlainJson &detail, const std::string &kind, bool isTags,
                         std::size_t number) {
        const PlainJson &value = partOf(observation, "value");
        const std::string label = value.is_object() ? textIn(value, "label") : textIn(observation, "value");
        if (label.empty()) {
            reading_.leftOut.push_back({0, {"formats.jams_value", number}});
            return;
        }
        // What scaper puts behind the others is no event.
        if (kind == "scaper" && textIn(value, "role") == "background") {
            reading_.leftOut.push_back({0, {"formats.jams_background", label}, false});
            return;
        }
        const std::optional<double> time = finiteIn(observation, "time");
        const std::optional<double> duration = finiteIn(observation, "duration");
        if (isTags) {
            reading_.tags.tags.push_back({label, finiteIn(observation, "confidence"), finiteIn(detail, "audio_prob"),
                                          finiteIn(detail, "video_prob")});
            return;
        }
        if (!time) {
            reading_.leftOut.push_back({0, {"formats.jams_time", number}});
            return;
        }
        TimedLabel segment{Seconds(*time), Seconds(*time + duration.value_or(0.0)), label, {}, {}};
        segment.confidence = finiteIn(observation, "confidence");
        segment.note = textIn(detail, "note");
        if (const std::optional<double> channel = finiteIn(detail, "channel");
            channel && *channel >= 1 && *channel < 1000)
            segment.channel = static_cast<int>(*channel);
        const std::optional<double> low = finiteIn(detail, "low");
        const std::optional<double> high = finiteIn(detail, "high");
        if (low && high && *low >= 0 && *high >= *low)
            segment.frequencies = FrequencyRange{*low, *high};
        reading_.tags.segments.push_back(std::move(segment));
    }

    JamsReading reading_;
    std::map<std::string, std::size_t> others_; // observations of other namespaces
};

} // namespace

Result<JamsReading> readJams(const std::filesystem::path &file) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    const PlainJson document = foreignJson<PlainJson>(plainJson(text));
    if (!partOf(document, "annotations").is_array())
        return fail(Error::Kind::Malformed, {"formats.not_jams", file});
    return JamsReader().read(document);
}

} // namespace tagscope
