// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/event_edit.h"

#include "core/base/trimmed.h"
#include "core/base/try.h"

#include <algorithm>
#include <utility>

namespace tagscope {
namespace {

Result<std::size_t> placeOf(const Project &project, const std::string &name) {
    if (const std::optional<std::size_t> place = eventNamed(project.classes(), name))
        return *place;
    return fail(Error::Kind::Inconsistent, {"project.no_event_named", name});
}

// Those of the clips whose label is not as wished.
Result<std::vector<std::pair<ClipId, int>>> toChange(const Project &project, int event,
                                                     const std::vector<ClipId> &clips, bool isWished) {
    const BinaryTable labels = TAGSCOPE_TRY(project.labels(clips, Truth::Weak));
    if (event < 0 || static_cast<std::size_t>(event) >= labels.events)
        return fail(Error::Kind::Inconsistent, {"project.no_such_event", event, labels.events, project.file()});
    std::vector<std::pair<ClipId, int>> pairs;
    for (std::size_t i = 0; i < clips.size(); ++i)
        if ((labels(i, static_cast<std::size_t>(event)) != 0) != isWished)
            pairs.emplace_back(clips[i], event);
    return pairs;
}

Result<std::vector<ClipId>> setLabel(Project &project, int event, const std::vector<ClipId> &clips, bool isWished) {
    std::vector<ClipId> changed;
    const Result<void> done = project.atomically([&]() -> Result<void> {
        const std::vector<std::pair<ClipId, int>> pairs = TAGSCOPE_TRY(toChange(project, event, clips, isWished));
        for (const auto &[clip, of] : pairs)
            changed.push_back(clip);
        return isWished ? project.addLabels(pairs) : project.removeLabels(pairs);
    });
    TAGSCOPE_TRY(done);
    return changed;
}

} // namespace

EventEdit eventAdded(const Project &project, EventClass event) {
    return {EventEdit::Kind::Add, project.classes().size(), std::move(event), {}};
}

Result<EventEdit> eventRemoved(const Project &project, const std::string &name) {
    return placeOf(project, name).map([](std::size_t place) {
        return EventEdit{EventEdit::Kind::Remove, place, {}, {}};
    });
}

Result<EventEdit> eventChanged(const Project &project, const std::string &name, EventClass to) {
    return placeOf(project, name).map([&to](std::size_t place) {
        return EventEdit{EventEdit::Kind::Change, place, std::move(to), {}};
    });
}

std::vector<std::string> wordsIn(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('/'), text.size());
        if (const std::string_view word = trimmed(text.substr(0, end)); !word.empty())
            words.emplace_back(word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string joinedWords(const std::vector<std::string> &words) {
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " / ") + word;
    return text;
}

bool makesVideoStale(const EventEdit &edit, const std::vector<EventClass> &before) {
    return edit.kind != EventEdit::Kind::Change || edit.event.words != before[edit.place].words ||
           edit.event.mid != before[edit.place].mid;
}

Result<std::vector<ClipId>> giveLabel(Project &project, int event, const std::vector<ClipId> &clips) {
    return setLabel(project, event, clips, true);
}

Result<std::vector<ClipId>> takeLabel(Project &project, int event, const std::vector<ClipId> &clips) {
    return setLabel(project, event, clips, false);
}

} // namespace tagscope
