// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rgb_image.h"
#include "core/demo/scene.h"

#include <memory>
#include <vector>

namespace tagscope::demo {

// ImageNet classes that the demo can draw, ascending.
[[nodiscard]] const std::vector<int> &drawnObjectClasses();

// Objects with which an event is seen in the demo, the likeliest first; empty for events that have no picture of their
// own.
[[nodiscard]] std::vector<int> objectsOf(Event event);

// Draws the pictures of a scene: backdrop, and the objects on their way through it. Immutable; paint() may be called
// from several threads, and equal arguments give equal pictures.
class ScenePainter {
public:
    ScenePainter(Scene scene, int width, int height);
    ~ScenePainter();
    ScenePainter(const ScenePainter &) = delete;
    ScenePainter &operator=(const ScenePainter &) = delete;

    [[nodiscard]] RgbImage paint(Seconds time) const;

private:
    struct State;
    std::unique_ptr<const State> state_;
};

// A picture to learn an object class from: the object in a random place and size before a random backdrop.
[[nodiscard]] RgbImage exampleOf(int objectClass, int side, std::uint64_t seed);
// A backdrop without an object.
[[nodiscard]] RgbImage emptyExample(int side, std::uint64_t seed);

} // namespace tagscope::demo
