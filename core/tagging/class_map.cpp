// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/class_map.h"

#include "core/base/unicode_text.h"

#include <algorithm>
#include <unordered_map>

namespace tagscope {

std::vector<std::size_t> ClassMap::withoutClass() const {
    std::vector<std::size_t> without;
    for (std::size_t k = 0; k < events.size(); ++k)
        if (events[k].classes.empty())
            without.push_back(k);
    return without;
}

bool ClassMap::isEmpty() const {
    return std::ranges::all_of(events, [](const Entry &entry) { return entry.classes.empty(); });
}

Matrix ClassMap::applied(const Matrix &activations) const {
    Matrix mapped(activations.rows, events.size());
    for (std::size_t k = 0; k < events.size(); ++k)
        for (const std::size_t column : events[k].classes)
            for (std::size_t step = 0; step < activations.rows; ++step)
                mapped(step, k) = std::max(mapped(step, k), activations(step, column));
    return mapped;
}

ClassMap classMapFor(const TaggerDescription &tagger, const std::vector<EventClass> &events,
                     const ClassesByHand &byHand) {
    std::unordered_map<std::string, std::size_t> byId;
    std::unordered_map<std::string, std::size_t> byName;
    for (std::size_t i = 0; i < tagger.classes.size(); ++i) {
        byName.emplace(normalForm(tagger.classes[i]), i);
        if (i < tagger.classIds.size() && !tagger.classIds[i].empty())
            byId.emplace(tagger.classIds[i], i);
    }
    const auto find = [&](const std::string &id, const std::string &name) {
        ClassMap::Entry entry;
        if (const auto found = byId.find(id); found != byId.end())
            entry.classes.push_back(found->second);
        else if (const auto named = byName.find(normalForm(name)); named != byName.end())
            entry.classes.push_back(named->second);
        return entry;
    };
    ClassMap map;
    for (const EventClass &event : events) {
        const auto chosen = byHand.find(event.name);
        if (chosen == byHand.end()) {
            map.events.push_back(find(event.mid, event.name));
            continue;
        }
        ClassMap::Entry entry{{}, true};
        for (const std::string &name : chosen->second)
            for (const std::size_t one : find(name, name).classes)
                entry.classes.push_back(one);
        map.events.push_back(std::move(entry));
    }
    return map;
}

} // namespace tagscope
