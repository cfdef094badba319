// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/event_settings.h"

#include "core/base/foreign_json.h"
#include "core/fusion/fusion_json.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace tagscope {
namespace {

using Json = nlohmann::json;

Json::difference_type placeIn(const EventEdit &edit) {
    return static_cast<Json::difference_type>(edit.place);
}

bool isList(const Json &document, const char *key, std::size_t size) {
    return document.is_object() && document.contains(key) && document[key].is_array() && document[key].size() == size;
}

void changeList(Json &list, const EventEdit &edit, Json value) {
    switch (edit.kind) {
    case EventEdit::Kind::Add:
        list.insert(list.begin() + placeIn(edit), std::move(value));
        break;
    case EventEdit::Kind::Remove:
        list.erase(list.begin() + placeIn(edit));
        break;
    case EventEdit::Kind::Change:
        list[edit.place].update(value);
        break;
    }
}

// A matrix of objects x events, as MappingOptions has one.
void changeColumn(Json &table, const EventEdit &edit, std::size_t events) {
    const std::size_t columns = table.value("columns", std::size_t{0});
    const std::size_t rows = table.value("rows", std::size_t{0});
    if (edit.kind == EventEdit::Kind::Change || columns != events || !isList(table, "values", rows * columns))
        return;
    Json values = Json::array();
    for (std::size_t row = 0; row < rows; ++row) {
        Json of = Json::array();
        for (std::size_t column = 0; column < columns; ++column)
            of.push_back(table["values"][row * columns + column]);
        changeList(of, edit, 0.0);
        values.insert(values.end(), of.begin(), of.end());
    }
    table["values"] = std::move(values);
    table["columns"] = edit.kind == EventEdit::Kind::Add ? columns + 1 : columns - 1;
}

Json nameAndWords(const EventClass &event) {
    return {{"name", event.name}, {"mid", event.mid}, {"words", event.words}};
}

void changeAnalysis(Json &document, const EventEdit &edit, std::size_t events) {
    const EventClass &event = edit.event;
    const Json threshold = numberToJson(event.threshold);
    Json entry = nameAndWords(event);
    entry["videoWeight"] = event.videoWeight;
    entry["threshold"] = threshold;
    if (isList(document, "events", events))
        changeList(document["events"], edit, std::move(entry));
    if (isList(document, "operatingPoint", events) && edit.kind != EventEdit::Kind::Change)
        changeList(document["operatingPoint"], edit, {{"videoWeight", event.videoWeight}, {"threshold", threshold}});
    if (document.contains("mapping") && document["mapping"].is_object() && document["mapping"].contains("table"))
        changeColumn(document["mapping"]["table"], edit, events);
}

// Of a filter or a sitting the event's name, but not what a person called the filter.
void rename(Json &document, const std::string &from, const std::string &to) {
    if (document.is_array())
        for (Json &entry : document)
            rename(entry, from, to);
    if (!document.is_object())
        return;
    for (auto &[key, value] : document.items()) {
        if (key != "name" && value.is_string() && value == from)
            value = to;
        else
            rename(value, from, to);
    }
}

} // namespace

std::optional<std::string> settingAfter(const EventEdit &edit, const std::vector<EventClass> &before,
                                        std::string_view key, const std::string &json) {
    Json document = foreignJson(json);
    if (document.is_discarded())
        return std::nullopt;
    const bool isRenaming = edit.kind == EventEdit::Kind::Change && !makesVideoStale(edit, before);
    if (key == "analysis") {
        changeAnalysis(document, edit, before.size());
    } else if (key == "video") {
        if (!isRenaming || !document.is_object() || !document.contains("settings") ||
            !isList(document["settings"], "events", before.size()))
            return std::nullopt;
        document["settings"]["events"][edit.place].update(nameAndWords(edit.event));
    } else if (edit.kind == EventEdit::Kind::Change) {
        rename(document, before[edit.place].name, edit.event.name);
    } else {
        return std::nullopt;
    }
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace tagscope
