// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/demo_project.h"
#include "core/demo/scene.h"

#include <vector>

// What a clip of the demo truly holds, beside its noisy labels.
//
// How the demo resembles recordings with AudioSet's labels, by rates of demoScript():
// - A clip has one to three events. Of those labelled, a third of "Bicycle", a fifth of "Car" and "Skateboard", and a
//   seventh of "Bus" and "Truck" are seen and never heard, as in the DCASE 2017 evaluation set, where 21 of 59 clips
//   labelled "Bicycle" were not heard to be.
// - In one clip of twelve a further sound is heard in the background, unseen and unlabelled: about 5 % of all sounds.
// - A heard vehicle is off screen in about a fifth of cases; emergency vehicles, which sound alike, in a seventh.
// - Events without a look of their own (horns, beeps, alarms, screams, the civil defense siren) are seen in half of
//   cases at most, by what makes them.
// - In a quarter of clips something is seen that is neither heard nor labelled, such as a parked car, and in a quarter
//   something that is no event at all.
// - Three sounds of ten are quiet: their loudest moment is from 5 dB below the surroundings to 3 dB above; the others
//   are 3 to 15 dB above.
namespace tagscope::demo {

struct EventTruth {
    Event event = Event::Car;
    bool isLabelled = false;
    bool isAudible = false;
    bool isVisible = false; // the event's object, or what makes its sound, is in the picture

    friend bool operator==(const EventTruth &, const EventTruth &) = default;
};

// The events of a clip that are labelled, heard or seen, ascending.
[[nodiscard]] std::vector<EventTruth> truthOf(const DemoClip &clip);

// Whether the event is known by the look of its object: a bus is, a train horn is not.
[[nodiscard]] bool hasOwnLook(Event event);

} // namespace tagscope::demo
