// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/event_finder.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/formats/text_content.h"
#include "core/project/event_edit.h"

#include <utility>

namespace tagscope {

Result<LabelMap> readLabelMap(const std::filesystem::path &file) {
    const ForeignText content = TAGSCOPE_TRY(readForeignText(file));
    LabelMap map;
    std::size_t number = 0;
    for (const std::string &line : linesOf(content.text)) {
        ++number;
        if (trimmed(line).empty())
            continue;
        const std::vector<std::string> cells = tabCells(line);
        if (cells.size() < 2)
            return fail(Error::Kind::Malformed, {"base.in_line", file, number, Message("exchange.label_map_line")});
        map[normalForm(cells[0])] = std::string(trimmed(cells[1]));
    }
    return map;
}

EventFinder::EventFinder(const std::vector<EventClass> &events, LabelMap map)
    : map_(std::move(map)), count_(static_cast<int>(events.size())) {
    for (std::size_t k = 0; k < events.size(); ++k)
        for (const std::string &name : {events[k].name, events[k].mid})
            if (!name.empty()) {
                exact_.emplace(name, static_cast<int>(k));
                byForm_.emplace(normalForm(name), static_cast<int>(k));
                names_.push_back(name);
            }
    for (const auto &[label, event] : map_)
        names_.push_back(label);
}

std::optional<int> EventFinder::find(const std::string &label) const {
    if (map_.empty())
        if (const auto event = exact_.find(label); event != exact_.end())
            return event->second; // as nearly all are
    const std::string form = normalForm(label);
    if (const auto mapped = map_.find(form); mapped != map_.end()) {
        const auto event = byForm_.find(normalForm(mapped->second));
        return event == byForm_.end() ? std::nullopt : std::optional(event->second);
    }
    if (const auto event = exact_.find(label); event != exact_.end())
        return event->second;
    const auto event = byForm_.find(form);
    return event == byForm_.end() ? std::nullopt : std::optional(event->second);
}

int EventFinder::findOrAdd(const std::string &label) {
    if (const std::optional<int> known = find(label))
        return *known;
    const auto mapped = map_.find(normalForm(label));
    const std::string name(trimmed(mapped == map_.end() ? label : mapped->second));
    added_.push_back(name);
    exact_.emplace(name, count_);
    byForm_.emplace(normalForm(name), count_);
    return count_++;
}

std::vector<std::string> EventFinder::names() const {
    return names_;
}

Result<void> addEvents(Project &project, const std::vector<std::string> &names) {
    for (const std::string &name : names)
        TAGSCOPE_TRY(project.editEvents(eventAdded(project, {name, {}, {name}})));
    return {};
}

} // namespace tagscope
