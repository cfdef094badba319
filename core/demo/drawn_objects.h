// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/canvas.h"

#include <cstdint>
#include <span>

// Inside of the demo's pictures: the things in them. Each is drawn from its side, looking to the right, standing on
// y = 0 around x = 0 and about 1 high.
namespace tagscope::demo {

// What changes from picture to picture, and from one thing of a kind to another.
struct Pose {
    double travelled = 0.0; // so far, in heights of the object: turns its wheels
    double time = 0.0;      // s: flashes its lights
    std::uint64_t seed = 1; // colours and proportions
};

struct DrawnObject {
    int objectClass = 0; // ImageNet's index
    double width = 1.0;  // in heights
    void (*draw)(Canvas &canvas, const Pose &pose) = nullptr;
};

[[nodiscard]] std::span<const DrawnObject> drawnCars();
[[nodiscard]] std::span<const DrawnObject> drawnTrucks();
[[nodiscard]] std::span<const DrawnObject> drawnBuses();
[[nodiscard]] std::span<const DrawnObject> drawnTrains();
[[nodiscard]] std::span<const DrawnObject> drawnRiders();
[[nodiscard]] std::span<const DrawnObject> drawnThings();
[[nodiscard]] std::span<const DrawnObject> drawnAnimals();

// All of them, ascending by class.
[[nodiscard]] std::span<const DrawnObject> drawnObjects();
// Null where the class is not drawn.
[[nodiscard]] const DrawnObject *drawnObject(int objectClass);

} // namespace tagscope::demo
