// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/misleading_marks.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

namespace tagscope {
namespace {

using MarkJson = nlohmann::json;

// Size and time of a file, by which it is told that it was changed; null where there is none.
MarkJson stateOf(const std::filesystem::path &media) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(media, error);
    if (error)
        return nullptr;
    const auto time = std::filesystem::last_write_time(media, error);
    if (error)
        return nullptr;
    return {size, time.time_since_epoch().count()};
}

// A plain text is a string, a message its id and what is filled in.
MarkJson encoded(const Message &note) { // NOLINT(misc-no-recursion)
    if (note.id.empty())
        return note.text;
    MarkJson of = MarkJson::array();
    for (const Message &argument : note.arguments)
        of.push_back(encoded(argument));
    return {{"id", note.id}, {"of", std::move(of)}};
}

// Nothing for what this program does not say; foreignJson() bounds how deep a document goes.
std::optional<Message> decoded(const MarkJson &json) { // NOLINT(misc-no-recursion)
    if (json.is_string())
        return plainText(json.get<std::string>());
    Message note;
    note.id = json.at("id").get<std::string>();
    if (englishPattern(note.id) == nullptr)
        return std::nullopt;
    for (const MarkJson &argument : json.at("of")) {
        std::optional<Message> part = decoded(argument);
        if (!part)
            return std::nullopt;
        note.arguments.push_back(std::move(*part));
    }
    return note;
}

std::vector<Message> notesIn(const MarkJson &mark) {
    std::vector<Message> notes;
    for (const MarkJson &entry : mark.at("notes"))
        if (std::optional<Message> note = decoded(entry))
            notes.push_back(std::move(*note));
    return notes;
}

} // namespace

Result<void> keepMisleading(Project &project, ClipId clip, const std::filesystem::path &media,
                            const std::vector<Message> &notes) {
    return project.atomically([&]() -> Result<void> {
        const std::optional<std::string> before = TAGSCOPE_TRY(project.setting(kMisleadingSetting));
        MarkJson marks = before ? foreignJson(*before) : MarkJson();
        if (!marks.is_object())
            marks = MarkJson::object();
        const std::string key = std::to_string(clip);
        if (notes.empty()) {
            if (marks.erase(key) == 0)
                return {};
        } else {
            MarkJson mark{{"file", stateOf(media)}, {"notes", MarkJson::array()}};
            for (const Message &note : notes)
                mark["notes"].push_back(encoded(note));
            if (marks.contains(key) && marks[key] == mark)
                return {};
            marks[key] = std::move(mark);
        }
        return project.setSetting(kMisleadingSetting, marks.dump(-1, ' ', false, MarkJson::error_handler_t::replace));
    });
}

std::map<ClipId, std::vector<Message>> keptMisleading(const std::string &json,
                                                      const std::function<std::filesystem::path(ClipId)> &mediaOf) {
    std::map<ClipId, std::vector<Message>> kept;
    const MarkJson marks = foreignJson(json);
    if (!marks.is_object())
        return kept;
    for (const auto &[key, mark] : marks.items()) {
        ClipId clip = 0;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), clip);
        if (error != std::errc() || end != key.data() + key.size())
            continue;
        const std::filesystem::path media = mediaOf(clip);
        try {
            std::vector<Message> notes = notesIn(mark);
            if (!media.empty() && !notes.empty() && mark.at("file") == stateOf(media))
                kept.emplace(clip, std::move(notes));
        } catch (const MarkJson::exception &) {
            // written by somebody else: as if it were not there
        }
    }
    return kept;
}

} // namespace tagscope
