// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/event_rows.h"

#include "core/words/class_tree.h"
#include "ui/base/text.h"

#include <algorithm>
#include <map>

namespace tagscope::ui {

namespace {

// Without the list, which comes with the program, events stand as they are.
const ClassTree &parents() {
    static const ClassTree kTree = ClassTree::audioSet().value_or(ClassTree());
    return kTree;
}

// By event: the one above it, or -1.
std::vector<int> eventsAbove(const std::vector<EventClass> &events) {
    std::map<std::string, int> places;
    for (std::size_t event = 0; event < events.size(); ++event)
        if (!events[event].mid.empty())
            places.emplace(events[event].mid, static_cast<int>(event));
    std::vector<int> above(events.size(), -1);
    for (std::size_t event = 0; event < events.size(); ++event)
        for (const std::string &parent : parents().parentsOf(events[event].mid))
            if (const auto found = places.find(parent);
                found != places.end() && above[event] < 0 && found->second != static_cast<int>(event))
                above[event] = found->second;
    // A damaged list could lead in a circle.
    for (std::size_t event = 0; event < events.size(); ++event) {
        std::size_t steps = 0;
        for (int next = above[event]; next >= 0; next = above[static_cast<std::size_t>(next)])
            if (++steps > events.size())
                return std::vector<int>(events.size(), -1);
    }
    return above;
}

} // namespace

void EventRows::setEvents(const std::vector<EventClass> &events) {
    std::vector<std::string> ids(events.size());
    std::ranges::transform(events, ids.begin(), &EventClass::mid);
    std::vector<std::string> names = namesOf(events);
    if (ids == ids_ && names == names_)
        return;
    ids_ = std::move(ids);
    names_ = std::move(names);
    order(events);
    search();
}

void EventRows::order(const std::vector<EventClass> &events) {
    all_.clear();
    texts_.clear();
    const std::vector<int> above = events.size() > kMany ? eventsAbove(events) : std::vector<int>(events.size(), -1);
    std::vector<std::vector<int>> below(events.size());
    std::vector<int> next; // what comes next stands last
    for (std::size_t event = 0; event < events.size(); ++event)
        (above[event] < 0 ? next : below[static_cast<std::size_t>(above[event])]).push_back(static_cast<int>(event));
    std::ranges::reverse(next);
    std::vector<Row> rows(events.size());
    QStringList texts(static_cast<qsizetype>(events.size()));
    while (!next.empty()) {
        const int event = next.back();
        next.pop_back();
        const int parent = above[static_cast<std::size_t>(event)];
        QString text = toText(events[static_cast<std::size_t>(event)].name);
        if (parent >= 0)
            text += QLatin1Char('\n') + texts[parent];
        texts[event] = text;
        rows[static_cast<std::size_t>(event)] = {event,
                                                 parent < 0 ? 0 : rows[static_cast<std::size_t>(parent)].depth + 1};
        all_.push_back(rows[static_cast<std::size_t>(event)]);
        texts_ << text;
        const std::vector<int> &children = below[static_cast<std::size_t>(event)];
        next.insert(next.end(), children.rbegin(), children.rend());
    }
}

void EventRows::setSearch(const QString &text) {
    words_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    search();
}

void EventRows::search() {
    shown_.clear();
    rowsOf_.assign(all_.size(), -1);
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const QString &text = texts_[static_cast<qsizetype>(i)];
        if (areMany() && !std::ranges::all_of(
                             words_, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            continue;
        rowsOf_[static_cast<std::size_t>(all_[i].event)] = static_cast<int>(shown_.size());
        shown_.push_back(all_[i]);
    }
}

std::optional<int> EventRows::rowOf(int event) const {
    const int row =
        event >= 0 && static_cast<std::size_t>(event) < rowsOf_.size() ? rowsOf_[static_cast<std::size_t>(event)] : -1;
    return row < 0 ? std::nullopt : std::optional(row);
}

} // namespace tagscope::ui
