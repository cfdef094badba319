// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/formats/json_parts.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

// What Whombat exports: the Acoustic Objects Exchange Format of the soundevent library (version 1.1.0), of which the
// annotated sound events are read. Times and frequencies are those of the recording.
namespace tagscope {
namespace {

using PlainJson = nlohmann::json;

// A geometry by its type: a time stamp, [start, end], [start, low, end, high], or lists of [time, frequency].
struct Extent {
    double start = 0.0;
    double end = 0.0;
    std::optional<FrequencyRange> frequencies;
};

// Every [time, frequency] in lists of any depth widens the extent.
void widen(std::optional<Extent> &extent, const PlainJson &points) {
    if (!points.is_array() || points.empty())
        return;
    if (!points[0].is_number()) {
        for (const PlainJson &inner : points)
            widen(extent, inner);
        return;
    }
    if (points.size() != 2 || !points[1].is_number())
        return;
    const auto time = points[0].get<double>();
    const auto frequency = points[1].get<double>();
    if (!extent) {
        extent = Extent{time, time, FrequencyRange{frequency, frequency}};
        return;
    }
    extent->start = std::min(extent->start, time);
    extent->end = std::max(extent->end, time);
    extent->frequencies->low = std::min(extent->frequencies->low, frequency);
    extent->frequencies->high = std::max(extent->frequencies->high, frequency);
}

std::optional<Extent> extentOf(const PlainJson &geometry) {
    const std::string type = textIn(geometry, "type");
    const PlainJson &at = partOf(geometry, "coordinates");
    if (type == "TimeStamp" && at.is_number())
        return Extent{at.get<double>(), at.get<double>(), std::nullopt};
    const auto areNumbers = [&at](std::size_t count) {
        return at.is_array() && at.size() == count &&
               std::ranges::all_of(at, [](const PlainJson &number) { return number.is_number(); });
    };
    if (type == "TimeInterval" && areNumbers(2))
        return Extent{at[0].get<double>(), at[1].get<double>(), std::nullopt};
    if (type == "BoundingBox" && areNumbers(4))
        return Extent{at[0].get<double>(), at[2].get<double>(),
                      FrequencyRange{at[1].get<double>(), at[3].get<double>()}};
    std::optional<Extent> extent;
    widen(extent, at);
    return extent;
}

// Not a box upside down.
bool canBe(const Extent &extent) {
    return !extent.frequencies ||
           (extent.frequencies->low >= 0.0 && extent.frequencies->high >= extent.frequencies->low);
}

class WhombatReader {
public:
    WhombatReader(const PlainJson &data, const RegionReading &reading) : reading_(reading) {
        for (const PlainJson &recording : partOf(data, "recordings"))
            recordings_.emplace(textIn(recording, "uuid"), &recording);
        for (const PlainJson &user : partOf(data, "users"))
            users_.emplace(textIn(user, "uuid"), nameOf(user));
        for (const PlainJson &tag : partOf(data, "tags"))
            if (partOf(tag, "id").is_number_integer())
                tags_.emplace(partOf(tag, "id").get<std::int64_t>(), textIn(tag, "value"));
        for (const PlainJson &event : partOf(data, "sound_events"))
            events_.emplace(textIn(event, "uuid"), &event);
    }

    ReadRegions read(const PlainJson &annotations) {
        read_.times = ReadRegions::Times::Recording;
        std::size_t number = 0;
        for (const PlainJson &annotation : annotations)
            take(annotation, ++number);
        return std::move(read_);
    }

private:
    static std::string nameOf(const PlainJson &user) {
        for (const char *key : {"name", "username", "email"})
            if (std::string name = textIn(user, key); !name.empty())
                return name;
        return {};
    }

    // Those that are events of the project; where none is, the first, so that it is said what is unknown.
    [[nodiscard]] std::vector<std::string> labelsOf(const PlainJson &annotation) const {
        std::vector<std::string> all;
        for (const PlainJson &id : partOf(annotation, "tags")) {
            const auto tag = id.is_number_integer() ? tags_.find(id.get<std::int64_t>()) : tags_.end();
            if (tag != tags_.end())
                all.push_back(tag->second);
        }
        std::vector<std::string> events;
        std::ranges::copy_if(all, std::back_inserter(events),
                             [this](const std::string &label) { return reading_.isEvent(label); });
        if (events.empty() && !all.empty())
            events.push_back(all.front());
        return events;
    }

    void take(const PlainJson &annotation, std::size_t number) {
        const auto event = events_.find(textIn(annotation, "sound_event"));
        const auto recording =
            event == events_.end() ? recordings_.end() : recordings_.find(textIn(*event->second, "recording"));
        const std::optional<Extent> extent =
            recording == recordings_.end() ? std::nullopt : extentOf(partOf(*event->second, "geometry"));
        if (!extent || !canBe(*extent))
            return read_.leaveOut({"formats.annotation_without_extent", number});
        const std::vector<std::string> labels = labelsOf(annotation);
        if (labels.empty())
            return read_.leaveOut({"formats.annotation_without_tag", number}, 0, false);
        // What was recorded slowed down is annotated in the time of what was recorded.
        const double slower = std::max(finiteIn(*recording->second, "time_expansion").value_or(1.0), 1e-3);
        std::optional<FrequencyRange> frequencies = extent->frequencies;
        if (frequencies)
            frequencies = FrequencyRange{frequencies->low / slower, frequencies->high / slower};
        for (const std::string &label : labels) {
            TimedLabel region{Seconds(extent->start * slower), Seconds(extent->end * slower), label, frequencies,
                              textIn(*recording->second, "path")};
            if (const auto user = users_.find(textIn(annotation, "created_by")); user != users_.end())
                region.annotator = user->second;
            for (const PlainJson &note : partOf(annotation, "notes"))
                region.note += (region.note.empty() ? "" : "; ") + textIn(note, "message");
            read_.take(std::move(region));
        }
    }

    const RegionReading &reading_;
    std::map<std::string, const PlainJson *> recordings_;
    std::map<std::string, const PlainJson *> events_;
    std::map<std::string, std::string> users_;
    std::map<std::int64_t, std::string> tags_;
    ReadRegions read_;
};

Result<ReadRegions> readWhombat(const std::filesystem::path &file, const RegionReading &reading) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    const auto document = foreignJson(text);
    const PlainJson &data = partOf(document, "data");
    const PlainJson &annotations = partOf(data, "sound_event_annotations");
    if (!annotations.is_array())
        return fail(Error::Kind::Malformed, {"formats.not_whombat", file});
    return withRows(file, WhombatReader(data, reading).read(annotations));
}

} // namespace

RegionFormat whombatRegions() {
    return {.id = "whombat",
            .title = "Whombat",
            .layout = RegionFormat::Layout::List,
            .suffixes = {".json"},
            .read = readWhombat,
            .holds = {.frequencies = true, .note = true, .annotator = true, .isRecordingTime = true}};
}

} // namespace tagscope
