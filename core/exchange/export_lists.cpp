// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_lists.h"

#include "core/exchange/export_text.h"
#include "core/formats/label_cells.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

constexpr std::size_t kYoutubeId = 11; // characters

bool isOfId(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

std::string fileNameIn(const std::filesystem::path &directory, const Clip &clip) {
    const std::filesystem::path relative = clip.media.lexically_relative(directory);
    const bool isBelow = !relative.empty() && *relative.begin() != "..";
    return (isBelow ? relative : clip.media).generic_string();
}

} // namespace

std::string huggingFaceList(std::span<const Clip> clips, const BinaryTable &labels,
                            const std::vector<EventClass> &events, const std::filesystem::path &directory) {
    std::string text;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const Clip &clip = clips[i];
        nlohmann::ordered_json row{{"file_name", clip.media.empty() ? clip.name : fileNameIn(directory, clip)},
                                   {"labels", nlohmann::ordered_json::array()}};
        for (std::size_t k = 0; k < events.size(); ++k)
            if (labels(i, k) != 0)
                row["labels"].push_back(events[k].name);
        if (clip.start > Seconds(0))
            row["start"] = clip.start.count();
        row["duration"] = clip.duration.count();
        if (!clip.split.empty())
            row["split"] = clip.split;
        text += row.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    }
    return text;
}

std::optional<std::string> youtubeIdOf(const Clip &clip) {
    std::string name = clip.name.substr(clip.name.rfind('/') + 1);
    const auto beginsWithId = [](const std::string &text) {
        return text.size() >= kYoutubeId && std::all_of(text.begin(), text.begin() + kYoutubeId, isOfId) &&
               (text.size() == kYoutubeId || text[kYoutubeId] == '_');
    };
    if (beginsWithId(name))
        return name.substr(0, kYoutubeId);
    if (name.starts_with('Y') && beginsWithId(name.substr(1)))
        return name.substr(1, kYoutubeId);
    return std::nullopt;
}

DownloadList downloadListOf(std::span<const Clip> clips) {
    DownloadList list;
    std::vector<std::string> order;
    std::map<std::string, std::string> comments; // by recording
    for (const Clip &clip : clips) {
        if (!clip.isMissing)
            continue;
        const std::optional<std::string> id = youtubeIdOf(clip);
        if (!id) {
            list.unknown.push_back(clip.name);
            continue;
        }
        const auto [comment, isNew] = comments.try_emplace(*id);
        if (isNew)
            order.push_back(*id);
        const ClipPlace place = placeOf(clip);
        comment->second += "# " + asCell(clip.name) + ": " + shortestText(place.start.count()) + " s to " +
                           shortestText(place.end.count()) + " s\n";
        ++list.clips;
    }
    for (const std::string &id : order)
        list.text += comments[id] + "https://www.youtube.com/watch?v=" + id + "\n";
    return list;
}

} // namespace tagscope
