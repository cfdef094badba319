// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words/class_lists.h"

#include <QStringList>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tagscope::ui {

// Which events have a row, and in which order. A few are all shown as the project has them. Many stand by AudioSet's
// classes, each below the first of its parents that is an event too, and can be searched. GUI thread.
class EventRows {
public:
    static constexpr std::size_t kMany = 40; // rows that can be told apart without a search

    struct Row {
        int event = 0;
        int depth = 0; // how many of its parents stand above it

        friend bool operator==(const Row &, const Row &) = default;
    };

    void setEvents(const std::vector<EventClass> &events);
    // Those stay that have all words in their names or their parents' names, whatever the case. Nothing of a few.
    void setSearch(const QString &text);

    [[nodiscard]] bool areMany() const { return all_.size() > kMany; }
    [[nodiscard]] std::size_t allEvents() const { return all_.size(); }
    [[nodiscard]] const std::vector<Row> &shown() const { return shown_; }
    [[nodiscard]] std::optional<int> rowOf(int event) const; // nothing where it is not shown

private:
    void order(const std::vector<EventClass> &events);
    void search();

    std::vector<std::string> ids_;   // by which the order was made, by event
    std::vector<std::string> names_; // likewise
    std::vector<Row> all_;
    QStringList texts_; // to be searched, by the place in all_
    QStringList words_;
    std::vector<Row> shown_;
    std::vector<int> rowsOf_; // by event; -1: not shown
};

} // namespace tagscope::ui
