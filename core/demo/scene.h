// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"

#include <cstdint>
#include <string>
#include <vector>

// The script of a demo clip: what is heard and what is seen when, before any sound or picture is made of it.
namespace tagscope::demo {

// The 17 events in the order of resources/classes/dcase2017-task4.tsv.
enum class Event : std::uint8_t {
    TrainHorn,
    AirHorn,
    CarAlarm,
    ReversingBeeps,
    Bicycle,
    Skateboard,
    Ambulance,
    FireEngine,
    CivilDefenseSiren,
    PoliceCar,
    Screaming,
    Car,
    CarPassingBy,
    Bus,
    Truck,
    Motorcycle,
    Train
};
inline constexpr int kEvents = 17;

enum class Backdrop : std::uint8_t { CityStreet, CountryRoad, Park, Yard, Railway };
enum class Ambience : std::uint8_t { Quiet, Street, Babble, Wind };

// A sound in the clip.
struct HeardEvent {
    Event event = Event::Car;
    Seconds onset{0};
    Seconds offset{0};
    double level = 0.0;     // dB, of its loudest moment against the ambience
    std::uint64_t seed = 1; // of its own variation: pitch, tempo, kind of siren
};

// An object that is drawn. Its path is a straight one over the picture, its size that of its height.
struct SeenObject {
    int objectClass = 0; // ImageNet's index
    Seconds enters{0};
    Seconds leaves{0};
    double fromX = -0.3, toX = 1.3; // of the centre, in picture widths
    double y = 0.7;                 // of the ground line, in picture heights
    double height = 0.3;            // in picture heights
    std::uint64_t seed = 1;         // of its colours and proportions
};

struct Scene {
    Seconds duration{10};
    Backdrop backdrop = Backdrop::CityStreet;
    Ambience ambience = Ambience::Street;
    std::vector<HeardEvent> heard;
    std::vector<SeenObject> seen;
    std::uint64_t seed = 1; // of backdrop, ambience and camera
};

} // namespace tagscope::demo
