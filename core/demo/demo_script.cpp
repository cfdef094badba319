// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_script.h"

#include "core/demo/event_habits.h"
#include "core/demo/noise.h"
#include "core/demo/pictures.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace tagscope::demo {
namespace {

// The rates that demo_script.h speaks of, as far as they are not an event's own (event_habits.cpp).
constexpr double kBackgroundSoundRate = 1.0 / 12.0; // of clips
constexpr double kSilentObjectRate = 0.25;          // of clips
constexpr double kBystanderRate = 0.25;             // of clips
constexpr double kQuietRate = 0.3;                  // of sounds
constexpr double kTwoEvents = 0.45;                 // of clips
constexpr double kThreeEvents = 0.2;                // of clips
constexpr double kCompanionRate = 0.4;              // of further events: one that likes the first one's company

constexpr double kClipSeconds = 10.0;
constexpr std::array kEverydayObjects{Event::Car, Event::Bicycle, Event::Bus, Event::Truck, Event::Motorcycle};

Event eventAt(int index) {
    assert(index >= 0 && index < kEvents);
    return static_cast<Event>(index);
}

template <class T>
const T &oneOf(std::span<const T> values, Random &random) {
    return values[static_cast<std::size_t>(random.below(static_cast<int>(values.size())))];
}

bool contains(std::span<const Event> events, Event event) {
    return std::ranges::find(events, event) != events.end();
}

// Gives the events of clip after clip such that each is used about equally often.
class EventDealer {
public:
    explicit EventDealer(Random random) : random_(random) {}

    std::vector<Event> next() {
        std::vector<Event> events{leastUsed({})};
        const double more = random_.unit();
        const std::size_t count = more < kThreeEvents ? 3 : (more < kThreeEvents + kTwoEvents ? 2 : 1);
        while (events.size() < count) {
            const std::span<const Event> companions = habitsOf(events.front()).companions;
            const Event companion = oneOf(companions, random_);
            const bool isWelcome = random_.chance(kCompanionRate) && !contains(events, companion);
            events.push_back(isWelcome ? companion : leastUsed(events));
        }
        for (const Event event : events)
            ++uses_.at(static_cast<std::size_t>(event));
        return events;
    }

private:
    // By chance one of those that were used least so far.
    Event leastUsed(std::span<const Event> taken) {
        std::vector<Event> candidates;
        int least = 0;
        for (int k = 0; k < kEvents; ++k) {
            if (contains(taken, eventAt(k)))
                continue;
            const int uses = uses_.at(static_cast<std::size_t>(k));
            if (candidates.empty() || uses < least) {
                candidates.clear();
                least = uses;
            }
            if (uses == least)
                candidates.push_back(eventAt(k));
        }
        return oneOf(std::span<const Event>(candidates), random_);
    }

    Random random_;
    std::array<int, kEvents> uses_{};
};

// Writes the scene and labels of one clip.
class ClipScript {
public:
    explicit ClipScript(std::uint64_t seed) : random_(seed) {}

    DemoClip write(std::span<const Event> events) {
        clip_.scene.duration = Seconds(kClipSeconds);
        clip_.scene.seed = random_.next();
        clip_.scene.backdrop = oneOf(habitsOf(events.front()).backdrops, random_);
        clip_.scene.ambience = oneOf(ambiencesOf(clip_.scene.backdrop), random_);
        for (const Event event : events)
            addLabelled(event);
        addUnlabelled(events);
        std::ranges::sort(clip_.labels);
        return std::move(clip_);
    }

private:
    void addLabelled(Event event) {
        clip_.labels.push_back(event);
        const EventHabits &habits = habitsOf(event);
        if (random_.chance(habits.unheardRate)) {
            const auto [enters, leaves] = someTime(4.0, kClipSeconds);
            show(event, enters, leaves);
            return;
        }
        const auto [onset, offset] = someTime(habits.shortest, habits.longest);
        hear(event, onset, offset, level());
        if (!random_.chance(habits.seenRate) || objectsOf(event).empty())
            return;
        // Comes into view about when it is heard, for three seconds at least.
        const double early = random_.between(0.2, 1.5);
        const double late = random_.between(0.2, 1.5);
        const double length = std::clamp(offset - onset + early + late, 3.0, kClipSeconds);
        const double enters = std::clamp(onset - early, 0.0, kClipSeconds - length);
        show(event, enters, enters + length);
    }

    void addUnlabelled(std::span<const Event> events) {
        if (random_.chance(kBackgroundSoundRate)) {
            const Event event = eventAt(random_.below(kEvents));
            const auto [onset, offset] = someTime(2.0, 6.0);
            if (!contains(events, event))
                hear(event, onset, offset, random_.between(-2.0, 6.0));
        }
        if (random_.chance(kSilentObjectRate)) {
            const Event event = oneOf(std::span<const Event>(kEverydayObjects), random_);
            const auto [enters, leaves] = someTime(4.0, kClipSeconds);
            if (!contains(events, event))
                show(event, enters, leaves);
        }
        if (random_.chance(kBystanderRate))
            showBystander();
    }

    double level() { return random_.chance(kQuietRate) ? random_.between(-5.0, 3.0) : random_.between(3.0, 15.0); }

    std::pair<double, double> someTime(double shortest, double longest) {
        const double length = random_.between(shortest, longest);
        const double start = random_.between(0.0, kClipSeconds - length);
        return {start, start + length};
    }

    void hear(Event event, double onset, double offset, double loudness) {
        clip_.scene.heard.push_back({event, Seconds(onset), Seconds(offset), loudness, random_.next()});
    }

    void show(Event event, double enters, double leaves) {
        const std::vector<int> objects = objectsOf(event);
        if (objects.empty())
            return;
        // The likeliest in half of cases.
        const int object = random_.chance(0.5) ? objects.front() : oneOf(std::span<const int>(objects), random_);
        const EventHabits &habits = habitsOf(event);
        showObject(object, enters, leaves, random_.between(habits.smallest, habits.largest),
                   random_.chance(0.7) ? habits.motion : Motion::Drives);
    }

    void showBystander() {
        std::vector<int> bystanders = drawnObjectClasses();
        for (int k = 0; k < kEvents; ++k)
            for (const int object : objectsOf(eventAt(k)))
                std::erase(bystanders, object);
        const auto [enters, leaves] = someTime(3.0, kClipSeconds);
        if (!bystanders.empty())
            showObject(oneOf(std::span<const int>(bystanders), random_), enters, leaves, random_.between(0.2, 0.35),
                       random_.chance(0.5) ? Motion::Stands : Motion::Drives);
    }

    void showObject(int object, double enters, double leaves, double height, Motion motion) {
        SeenObject seen{.objectClass = object, .enters = Seconds(enters), .leaves = Seconds(leaves)};
        seen.height = height;
        // Each further object stands nearer than those before it.
        const double row = 0.62 + 0.11 * static_cast<double>(clip_.scene.seen.size()) + random_.between(0.0, 0.06);
        seen.y = std::min(row, 0.95);
        seen.fromX = motion == Motion::Passes ? -0.15 : random_.between(0.2, 0.45);
        seen.toX = motion == Motion::Passes ? 1.15 : random_.between(0.55, 0.8);
        if (motion == Motion::Stands)
            seen.toX = seen.fromX = random_.between(0.25, 0.75);
        if (random_.chance(0.5))
            std::swap(seen.fromX, seen.toX);
        seen.seed = random_.next();
        clip_.scene.seen.push_back(seen);
    }

    Random random_;
    DemoClip clip_;
};

void addSplit(std::string_view split, int count, std::uint64_t seed, std::vector<DemoClip> &clips) {
    Random random(seed);
    EventDealer dealer{Random(random.next())};
    for (int i = 0; i < count; ++i) {
        DemoClip clip = ClipScript(random.next()).write(dealer.next());
        char number[16];
        std::snprintf(number, sizeof number, "-%04d", i + 1);
        clip.split = split;
        clip.name = clip.split + number;
        clips.push_back(std::move(clip));
    }
}

bool isSeen(const Scene &scene, Event event) {
    const std::vector<int> objects = objectsOf(event);
    return std::ranges::any_of(scene.seen, [&objects](const SeenObject &seen) {
        return std::ranges::find(objects, seen.objectClass) != objects.end();
    });
}

} // namespace

bool hasOwnLook(Event event) {
    return habitsOf(event).hasOwnLook;
}

std::vector<DemoClip> demoScript(const DemoSize &size, std::uint64_t seed) {
    Random random(seed);
    std::vector<DemoClip> clips;
    for (const auto &[split, count] :
         {std::pair("training", size.training), std::pair("validation", size.validation), std::pair("test", size.test)})
        addSplit(split, count, random.next(), clips);
    return clips;
}

std::vector<EventTruth> truthOf(const DemoClip &clip) {
    std::vector<EventTruth> truth;
    for (int k = 0; k < kEvents; ++k) {
        const Event event = eventAt(k);
        const bool isLabelled = contains(clip.labels, event);
        const bool isAudible =
            std::ranges::any_of(clip.scene.heard, [event](const HeardEvent &heard) { return heard.event == event; });
        const bool isVisible = isSeen(clip.scene, event) && (isLabelled || isAudible || hasOwnLook(event));
        if (isLabelled || isAudible || isVisible)
            truth.push_back({event, isLabelled, isAudible, isVisible});
    }
    return truth;
}

} // namespace tagscope::demo
