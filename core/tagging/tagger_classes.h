// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/words/class_lists.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tagscope {

// Events for the classes of a tagger, in their order, each its own word. `ids`: AudioSet's, as many as names or none. A
// name that came before, in normal form, is left out: a project's events have one name each.
[[nodiscard]] std::vector<EventClass> eventsOfClasses(const std::vector<std::string> &names,
                                                      const std::vector<std::string> &ids);

// A project's events by a file: a list of classes (readEventClasses()), or the description of a tagger (readSidecar()),
// of which they are the classes. Errors: those of the two.
[[nodiscard]] Result<std::vector<EventClass>> readEventsOrTagger(const std::filesystem::path &file);

} // namespace tagscope
