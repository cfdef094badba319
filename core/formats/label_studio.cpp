// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/formats/json_parts.h"
#include "core/formats/region_format.h"
#include "core/formats/text_content.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>
#include <utility>

// What Label Studio exports of audio that was labelled with its <Labels> (labelstud.io/guide/task_format): JSON, a list
// of tasks with their annotations, or the shorter JSON-MIN. Times are those of the task's file.
namespace tagscope {
namespace {

using PlainJson = nlohmann::json;

std::string withoutPercents(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned value = 0;
        const char *digits = text.data() + at + 1;
        if (text[at] == '%' && at + 2 < text.size() &&
            std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
            plain.push_back(static_cast<char>(value));
            at += 2;
        } else {
            plain.push_back(text[at]);
        }
    }
    return plain;
}

// An uploaded file is "/data/upload/1/0d93a737-street.wav", a local one "/data/local-files/?d=folder/street.wav".
std::string fileOfTask(const std::string &address) {
    constexpr std::string_view kLocal = "?d=";
    constexpr std::size_t kMark = 8; // hexadecimal digits before a dash
    const std::size_t local = address.find(kLocal);
    std::string path = withoutPercents(local == std::string::npos ? address : address.substr(local + kLocal.size()));
    if (path.find("/upload/") == std::string::npos)
        return path;
    std::string name = path.substr(path.rfind('/') + 1);
    const bool isMarked =
        name.size() > kMark + 1 && name[kMark] == '-' &&
        std::all_of(name.begin(), name.begin() + kMark, [](unsigned char c) { return std::isxdigit(c) != 0; });
    return isMarked ? name.substr(kMark + 1) : name;
}

// Of a task's data: the value that looks like a file of sound, whatever the project calls it.
std::string audioOf(const PlainJson &data) {
    for (const char *key : {"audio", "url", "file", "sound", "video"})
        if (std::string file = textIn(data, key); !file.empty())
            return fileOfTask(file);
    if (data.is_object())
        for (const auto &[key, value] : data.items())
            if (value.is_string() && value.get<std::string>().find('.') != std::string::npos)
                return fileOfTask(value.get<std::string>());
    return {};
}

class LabelStudioReader {
public:
    ReadRegions read(const PlainJson &tasks) {
        read_.times = ReadRegions::Times::Recording;
        std::size_t number = 0;
        for (const PlainJson &task : tasks) {
            ++number;
            takeTask(task, number);
        }
        return std::move(read_);
    }

private:
    void takeTask(const PlainJson &task, std::size_t number) {
        const PlainJson &annotations = partOf(task, "annotations");
        if (!annotations.is_array()) { // JSON-MIN: the labels lie beside the file
            const std::string file = audioOf(task);
            const std::string annotator = annotatorOf(partOf(task, "annotator"));
            if (task.is_object())
                for (const auto &[key, value] : task.items())
                    if (value.is_array())
                        for (const PlainJson &region : value)
                            takeRegion(region, file, annotator, {}, number);
            return;
        }
        const std::string file = audioOf(partOf(task, "data"));
        for (const PlainJson &annotation : annotations) {
            if (partOf(annotation, "was_cancelled") == PlainJson(true))
                continue; // skipped by the annotator
            const std::string annotator = annotatorOf(partOf(annotation, "completed_by"));
            for (const PlainJson &result : partOf(annotation, "result"))
                takeRegion(partOf(result, "value"), file, annotator, textIn(partOf(result, "meta"), "text"), number);
        }
    }

    // A number, or an object with a name or an address.
    static std::string annotatorOf(const PlainJson &who) {
        for (const char *key : {"username", "email", "first_name"})
            if (std::string name = textIn(who, key); !name.empty())
                return name;
        const PlainJson &id = who.is_object() ? partOf(who, "id") : who;
        return id.is_number_integer() ? "Label Studio " + std::to_string(id.get<std::int64_t>()) : std::string();
    }

    void takeRegion(const PlainJson &value, const std::string &file, const std::string &annotator,
                    const std::string &note, std::size_t number) {
        const PlainJson &labels = partOf(value, "labels");
        if (!labels.is_array())
            return; // choices, texts and ratings, which have no time
        const std::optional<double> start = finiteIn(value, "start");
        const std::optional<double> end = finiteIn(value, "end");
        for (const PlainJson &label : labels) {
            if (!start || !end || !label.is_string()) {
                read_.leaveOut({"formats.task_region", number});
                continue;
            }
            TimedLabel region{Seconds(*start), Seconds(*end), label.get<std::string>(), {}, file};
            region.annotator = annotator;
            region.note = note;
            if (const std::optional<double> channel = finiteIn(value, "channel");
                channel && *channel >= 0 && *channel < 1000)
                region.channel = static_cast<int>(*channel) + 1; // counted from 0 there
            read_.take(std::move(region));
        }
    }

    ReadRegions read_;
};

Result<ReadRegions> readLabelStudio(const std::filesystem::path &file, const RegionReading &) {
    const std::string text = TAGSCOPE_TRY(readText(file));
    const auto document = foreignJson(text);
    if (!document.is_array() || document.empty() || !document.front().is_object())
        return fail(Error::Kind::Malformed, {"formats.not_label_studio", file});
    return withRows(file, LabelStudioReader().read(document));
}

} // namespace

RegionFormat labelStudioRegions() {
    return {.id = "label-studio",
            .title = "Label Studio",
            .layout = RegionFormat::Layout::List,
            .suffixes = {".json"},
            .read = readLabelStudio,
            .holds = {.channel = true, .note = true, .annotator = true, .isRecordingTime = true}};
}

} // namespace tagscope
