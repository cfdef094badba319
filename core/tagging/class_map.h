// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tagging/audio_tagger.h"
#include "core/words/class_lists.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace tagscope {

// Which classes of a tagger feed which of a project's events. An event has the maximum of its classes; a class may
// feed several events.
struct ClassMap {
    struct Entry {
        std::vector<std::size_t> classes; // indices; none: the event has no activation
        bool isByHand = false;
    };
    std::vector<Entry> events; // as many as the project's

    [[nodiscard]] std::vector<std::size_t> withoutClass() const; // events
    [[nodiscard]] bool isEmpty() const;                          // no event has a class

    // steps x classes -> steps x events.
    [[nodiscard]] Matrix applied(const Matrix &activations) const;
};

// The classes, by name or id, that an event is to have, by the event's name; an empty list: none.
using ClassesByHand = std::map<std::string, std::vector<std::string>>;

// By hand where the event is in the map; else the class of the event's AudioSet id; else that of its name, compared in
// normal form.
[[nodiscard]] ClassMap classMapFor(const TaggerDescription &tagger, const std::vector<EventClass> &events,
                                   const ClassesByHand &byHand = {});

} // namespace tagscope
