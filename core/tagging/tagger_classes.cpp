// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/tagger_classes.h"

#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/tagging/sidecar.h"

#include <unordered_set>

namespace tagscope {

std::vector<EventClass> eventsOfClasses(const std::vector<std::string> &names, const std::vector<std::string> &ids) {
    std::vector<EventClass> events;
    std::unordered_set<std::string> known;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!known.insert(normalForm(names[i])).second)
            continue;
        EventClass event;
        event.name = names[i];
        event.mid = i < ids.size() ? ids[i] : std::string();
        event.words = {names[i]};
        events.push_back(std::move(event));
    }
    return events;
}

Result<std::vector<EventClass>> readEventsOrTagger(const std::filesystem::path &file) {
    if (!isSidecar(file))
        return readEventClasses(file);
    const TaggerSidecar sidecar = TAGSCOPE_TRY(readSidecar(file));
    std::vector<std::string> names;
    std::vector<std::string> ids;
    for (const TaggerClass &one : sidecar.classes) {
        names.push_back(one.name);
        ids.push_back(one.mid);
    }
    return eventsOfClasses(names, ids);
}

} // namespace tagscope
