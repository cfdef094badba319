// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// A sound event class of a task.
struct EventClass {
    std::string name;               // as in the labels, such as "Fire engine, fire truck (siren)"
    std::string mid;                // AudioSet's machine id; may be empty
    std::vector<std::string> words; // synonyms whose vectors stand for it: "fire engine", "fire truck"
    double videoWeight = 0.5;       // default fusion weight w of the video branch
    double threshold = 0.5;         // default t

    friend bool operator==(const EventClass &, const EventClass &) = default;
};

// The classes' names, in their order.
[[nodiscard]] std::vector<std::string> namesOf(const std::vector<EventClass> &events);
// The index of the class of this name; nothing where there is none.
[[nodiscard]] std::optional<std::size_t> eventNamed(const std::vector<EventClass> &events, std::string_view name);
// The same where the only class whose name begins so will do, too.
[[nodiscard]] std::optional<std::size_t> eventBeginning(const std::vector<EventClass> &events, std::string_view start);

// One of the classes of the object network.
struct ObjectClass {
    int index = 0;                  // its output unit
    std::string wordnetId;          // such as n02701002
    std::vector<std::string> names; // synonyms; the first is shown

    friend bool operator==(const ObjectClass &, const ObjectClass &) = default;
};

// Tab-separated with a header line `name mid words video_weight threshold`; words are joined by " / "; columns after
// the first may be missing, `words` then is the name. Lines that start with # are comments. Any number of classes.
// Errors, with file and line: Unreadable, Malformed, Inconsistent (a name twice).
[[nodiscard]] Result<std::vector<EventClass>> readEventClasses(const std::filesystem::path &file);

// Those of DCASE 2017 task 4, which the program comes with. Errors: Unreadable where it is not whole.
[[nodiscard]] Result<std::vector<EventClass>> defaultEventClasses();

// Tab-separated with a header line `index wnid names`; names are joined by ", ". The rows are in the order of the
// index, from 0 without gaps, so that a position in the answer is an output unit. Errors: as above.
[[nodiscard]] Result<std::vector<ObjectClass>> readObjectClasses(const std::filesystem::path &file);

} // namespace tagscope
