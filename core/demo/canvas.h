// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rgb_image.h"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

// Inside of the demo's pictures: what they are drawn with.
namespace tagscope::demo {

struct Point {
    double x = 0.0;
    double y = 0.0;
};

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    // Above 0 towards white, below 0 towards black; 1 and -1 are reached.
    [[nodiscard]] Colour shaded(double amount) const;
    friend bool operator==(const Colour &, const Colour &) = default;
};

// Where a drawing's own coordinates (y upwards) lie in the picture (pixels, y downwards).
struct Placement {
    Point origin;       // of (0, 0), in pixels
    double scale = 1.0; // pixels a unit
    bool isMirrored = false;
};

// Draws anti-aliased shapes, opaque, into a picture that has to outlive it. What lies outside is cut off. Equal calls
// draw equal pixels on every machine.
class Canvas {
public:
    Canvas(RgbImage &image, const Placement &placement);

    void polygon(std::span<const Point> corners, Colour colour);
    void polygon(std::initializer_list<Point> corners, Colour colour);
    void box(Point low, Point high, Colour colour);
    void roundedBox(Point low, Point high, double radius, Colour colour);
    void disc(Point centre, double radius, Colour colour);
    void ellipse(Point centre, double radiusX, double radiusY, Colour colour);
    void ring(Point centre, double radius, double width, Colour colour);
    // A line is never thinner than a pixel.
    void line(Point from, Point to, double width, Colour colour);
    void path(std::initializer_list<Point> points, double width, Colour colour);

private:
    RgbImage &image_;
    Placement placement_;
};

} // namespace tagscope::demo
