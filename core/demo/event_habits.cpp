// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/event_habits.h"

#include <array>
#include <cstddef>

namespace tagscope::demo {
namespace {

constexpr std::array kStreets{Backdrop::CityStreet, Backdrop::CountryRoad};
constexpr std::array kCity{Backdrop::CityStreet};
constexpr std::array kTracks{Backdrop::Railway};
constexpr std::array kYards{Backdrop::Yard, Backdrop::CityStreet};
constexpr std::array kHaulage{Backdrop::CountryRoad, Backdrop::Yard, Backdrop::CityStreet};
constexpr std::array kPaths{Backdrop::Park, Backdrop::CountryRoad, Backdrop::CityStreet};
constexpr std::array kPlaces{Backdrop::Park, Backdrop::CityStreet, Backdrop::Yard};
constexpr std::array kVillages{Backdrop::CountryRoad, Backdrop::CityStreet, Backdrop::Park};

constexpr std::array kWithTrainHorn{Event::Train};
constexpr std::array kWithTrain{Event::TrainHorn};
constexpr std::array kWithAirHorn{Event::Truck};
constexpr std::array kWithTruck{Event::AirHorn, Event::ReversingBeeps};
constexpr std::array kWithBeeps{Event::Truck, Event::Bus};
constexpr std::array kWithAlarm{Event::Car, Event::Screaming};
constexpr std::array kWithEmergency{Event::CarPassingBy, Event::Car, Event::AirHorn};
constexpr std::array kWithCar{Event::CarPassingBy, Event::Motorcycle, Event::Bus};
constexpr std::array kWithRider{Event::CarPassingBy, Event::Screaming, Event::Skateboard, Event::Bicycle};
constexpr std::array kWithScreams{Event::Skateboard, Event::PoliceCar};
constexpr std::array kWithSiren{Event::FireEngine, Event::Screaming};

constexpr double kHornShortest = 1.0;
constexpr double kHornLongest = 3.5;

// In the order of the events. The rates are those that demo_script.h speaks of.
constexpr std::array<EventHabits, kEvents> kHabits{{
    {kHornShortest, kHornLongest, 0.0, 0.5, false, Motion::Passes, 0.28, 0.42, kTracks, kWithTrainHorn},
    {kHornShortest, kHornLongest, 0.0, 0.5, false, Motion::Passes, 0.26, 0.38, kHaulage, kWithAirHorn},
    {4.0, 9.0, 0.0, 0.5, false, Motion::Stands, 0.24, 0.36, kCity, kWithAlarm},
    {3.0, 8.0, 0.0, 0.5, false, Motion::Drives, 0.28, 0.42, kYards, kWithBeeps},
    {3.0, 8.0, 1.0 / 3.0, 0.8, true, Motion::Passes, 0.3, 0.45, kPaths, kWithRider},
    {3.0, 8.0, 1.0 / 5.0, 0.8, true, Motion::Passes, 0.3, 0.45, kPlaces, kWithRider},
    {4.0, 9.5, 0.0, 6.0 / 7.0, true, Motion::Passes, 0.27, 0.4, kStreets, kWithEmergency},
    {4.0, 9.5, 0.0, 6.0 / 7.0, true, Motion::Passes, 0.27, 0.4, kStreets, kWithEmergency},
    {5.0, 9.5, 0.0, 0.35, false, Motion::Stands, 0.25, 0.4, kVillages, kWithSiren},
    {4.0, 9.5, 0.0, 6.0 / 7.0, true, Motion::Passes, 0.25, 0.36, kStreets, kWithEmergency},
    {1.0, 3.0, 0.0, 0.35, false, Motion::Stands, 0.3, 0.45, kPlaces, kWithScreams},
    {4.0, 9.0, 1.0 / 5.0, 0.8, true, Motion::Drives, 0.24, 0.36, kStreets, kWithCar},
    {3.5, 7.0, 0.0, 0.8, true, Motion::Passes, 0.24, 0.36, kStreets, kWithCar},
    {5.0, 9.0, 1.0 / 7.0, 0.8, true, Motion::Drives, 0.28, 0.4, kCity, kWithCar},
    {5.0, 9.0, 1.0 / 7.0, 0.8, true, Motion::Drives, 0.26, 0.38, kHaulage, kWithTruck},
    {3.5, 8.0, 0.0, 0.8, true, Motion::Passes, 0.27, 0.4, kStreets, kWithCar},
    {5.0, 9.5, 0.0, 0.8, true, Motion::Passes, 0.28, 0.42, kTracks, kWithTrain},
}};

constexpr std::array kCityAmbiences{Ambience::Street, Ambience::Street, Ambience::Babble};
constexpr std::array kCountryAmbiences{Ambience::Wind, Ambience::Quiet, Ambience::Street};
constexpr std::array kParkAmbiences{Ambience::Babble, Ambience::Wind, Ambience::Quiet};
constexpr std::array kYardAmbiences{Ambience::Quiet, Ambience::Wind, Ambience::Street};
constexpr std::array kRailwayAmbiences{Ambience::Wind, Ambience::Quiet, Ambience::Babble};

} // namespace

const EventHabits &habitsOf(Event event) {
    return kHabits.at(static_cast<std::size_t>(event));
}

std::span<const Ambience> ambiencesOf(Backdrop backdrop) {
    switch (backdrop) {
    case Backdrop::CityStreet:
        return kCityAmbiences;
    case Backdrop::CountryRoad:
        return kCountryAmbiences;
    case Backdrop::Park:
        return kParkAmbiences;
    case Backdrop::Yard:
        return kYardAmbiences;
    case Backdrop::Railway:
        return kRailwayAmbiences;
    }
    return kCityAmbiences;
}

} // namespace tagscope::demo
