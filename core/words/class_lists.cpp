// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/class_lists.h"

#include "core/base/paths.h"
#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/words/tab_table.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tagscope {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        if (const std::string_view part = trimmed(text.substr(at, end - at)); !part.empty())
            parts.emplace_back(part);
        at = end + separator.size();
    }
    return parts;
}

Result<double> numberIn(const TabTable::Row &row, const TabTable &table, std::string_view column, double fallback) {
    const std::string_view cell = table.cell(row, column);
    if (cell.empty())
        return fallback;
    const std::optional<double> number = parsedNumber(cell);
    if (!number || std::isnan(*number))
        return table.malformed(row, {"words.not_number", column, cell});
    return *number;
}

Result<EventClass> eventClassIn(const TabTable::Row &row, const TabTable &table) {
    EventClass event;
    event.name = table.cell(row, "name");
    event.mid = table.cell(row, "mid");
    event.words = split(table.cell(row, "words"), " / ");
    if (event.name.empty())
        return table.malformed(row, "words.name_empty");
    if (event.words.empty())
        event.words = {event.name};
    const double weight = TAGSCOPE_TRY(numberIn(row, table, "video_weight", event.videoWeight));
    if (weight < 0.0 || weight > 1.0)
        return table.malformed(row, "words.bad_video_weight");
    const double threshold = TAGSCOPE_TRY(numberIn(row, table, "threshold", event.threshold));
    event.videoWeight = weight;
    event.threshold = threshold;
    return event;
}

} // namespace

std::vector<std::string> namesOf(const std::vector<EventClass> &events) {
    std::vector<std::string> names;
    names.reserve(events.size());
    for (const EventClass &event : events)
        names.push_back(event.name);
    return names;
}

std::optional<std::size_t> eventNamed(const std::vector<EventClass> &events, std::string_view name) {
    const auto found = std::ranges::find(events, name, &EventClass::name);
    return found == events.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - events.begin()));
}

std::optional<std::size_t> eventBeginning(const std::vector<EventClass> &events, std::string_view start) {
    if (const std::optional<std::size_t> whole = eventNamed(events, start))
        return whole;
    const auto beginsSo = [start](const EventClass &event) { return event.name.starts_with(start); };
    const auto first = std::ranges::find_if(events, beginsSo);
    if (std::ranges::count_if(events, beginsSo) != 1)
        return std::nullopt;
    return static_cast<std::size_t>(first - events.begin());
}

Result<std::vector<EventClass>> readEventClasses(const std::filesystem::path &file) {
    const TabTable table =
        TAGSCOPE_TRY(TabTable::read(file, {"name", "mid", "words", "video_weight", "threshold"}, {"name"}));
    std::vector<EventClass> events;
    std::set<std::string> names;
    for (const TabTable::Row &row : table.rows()) {
        EventClass event = TAGSCOPE_TRY(eventClassIn(row, table));
        if (!names.insert(event.name).second)
            return table.inconsistent(row, {"words.event_twice", event.name});
        events.push_back(std::move(event));
    }
    return events;
}

Result<std::vector<EventClass>> defaultEventClasses() {
    return resourceFile("classes/dcase2017-task4.tsv").and_then([](const std::filesystem::path &file) {
        return readEventClasses(file);
    });
}

Result<std::vector<ObjectClass>> readObjectClasses(const std::filesystem::path &file) {
    const std::vector<std::string_view> columns{"index", "wnid", "names"};
    const TabTable table = TAGSCOPE_TRY(TabTable::read(file, columns, columns));
    std::vector<ObjectClass> objects;
    for (const TabTable::Row &row : table.rows()) {
        ObjectClass object;
        const std::optional<double> index = parsedNumber(table.cell(row, "index"));
        object.index = static_cast<int>(objects.size());
        object.wordnetId = table.cell(row, "wnid");
        object.names = split(table.cell(row, "names"), ", ");
        if (!index)
            return table.malformed(row, "words.index_not_number");
        if (*index != static_cast<double>(object.index))
            return table.inconsistent(row, {"words.index_out_of_order", object.index});
        if (object.names.empty())
            return table.malformed(row, "words.names_empty");
        objects.push_back(std::move(object));
    }
    return objects;
}

} // namespace tagscope
