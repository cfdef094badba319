// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/event_calibration.h"
#include "core/project/clip_table.h"
#include "core/project/project.h"
#include "core/words/class_lists.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Changing the events of a project that is there.
namespace tagscope {

// What a project holds for an event beside its name and words: so that taking an event away can be undone.
struct EventValues {
    struct OfPoint {
        double videoWeight = 0.5;
        double threshold = 0.5;
        std::optional<EventCalibration> calibration;
    };
    std::map<std::int64_t, OfPoint> points;                               // by the rows of the operating points
    std::map<std::int64_t, OfPoint> history;                              // by the rows of their history
    std::map<std::int64_t, std::vector<std::pair<ClipId, float>>> scores; // by the rows of the sources
    std::map<std::string, std::string> settings;                          // whole, as they were before, by their keys
};

// One change of a project's events (Project::editEvents()). A value.
//
// Labels, verdicts and regions of the other events stay what they are, whatever the events' places become. Where an
// event comes, each source gives it the probability 0 in all clips; operating points get its own weight and threshold,
// calibrated ones one that never tags it. A new name is also that in the history of points, the settings and the saved
// filters. Video probabilities follow from the words of all events: after another event or other words they are those
// of another recipe, and count as stale until they are made anew.
struct EventEdit {
    enum class Kind { Add, Remove, Change };
    Kind kind = Kind::Add;
    std::size_t place = 0; // the event's; of one that comes, the one it will have
    EventClass event;      // as it shall be; of one to be removed nothing
    EventValues values;    // of one that was there before
};

[[nodiscard]] EventEdit eventAdded(const Project &project, EventClass event); // after the last
// Errors: Inconsistent where no event has the name.
[[nodiscard]] Result<EventEdit> eventRemoved(const Project &project, const std::string &name);
[[nodiscard]] Result<EventEdit> eventChanged(const Project &project, const std::string &name, EventClass to);

// An event's words as a person types and reads them, separated by " / "; blanks around them do not count.
[[nodiscard]] std::vector<std::string> wordsIn(std::string_view text);
[[nodiscard]] std::string joinedWords(const std::vector<std::string> &words);

// Whether video probabilities that are stored follow from these events any more.
[[nodiscard]] bool makesVideoStale(const EventEdit &edit, const std::vector<EventClass> &before);

// Gives the clips the label, or takes it from them; clips that have it, or lack it, stay. The answer is the clips that
// changed, which undoing is about. Errors: those of Project.
[[nodiscard]] Result<std::vector<ClipId>> giveLabel(Project &project, int event, const std::vector<ClipId> &clips);
[[nodiscard]] Result<std::vector<ClipId>> takeLabel(Project &project, int event, const std::vector<ClipId> &clips);

} // namespace tagscope
