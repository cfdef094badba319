// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/drawn_parts.h"

#include <cmath>

namespace tagscope::demo {

namespace {

// Four legs of an animal that walks; `hip` and `shoulder` are where the pairs begin.
void legs(Canvas &canvas, Point hip, Point shoulder, double width, const Pose &pose, Colour coat) {
    const double stride = 0.12 * std::sin(5.0 * pose.travelled);
    for (const Point top : {hip, shoulder}) {
        canvas.line(top, {top.x - stride, 0.03}, width, coat.shaded(-0.25));
        canvas.line({top.x + 0.06, top.y}, {top.x + 0.06 + stride, 0.03}, width, coat);
        canvas.line({top.x + 0.04 + stride, 0.025}, {top.x + 0.12 + stride, 0.025}, 0.05, coat.shaded(0.2));
    }
}

void tabby(Canvas &canvas, const Pose &pose) {
    const Colour coat = Variation(pose.seed).chance(0.6) ? Colour{150, 130, 105} : Colour{205, 140, 75};
    const Colour stripe = coat.shaded(-0.55);
    canvas.path({{-0.62, 0.55}, {-0.85, 0.7}, {-0.86, 0.92}, {-0.76, 1.02}}, 0.09, coat); // tail
    for (const double y : {0.72, 0.82, 0.92})
        canvas.line({-0.9, y}, {-0.8, y + 0.02}, 0.03, stripe);
    legs(canvas, {-0.52, 0.4}, {0.3, 0.4}, 0.1, pose, coat);
    canvas.ellipse({-0.1, 0.5}, 0.6, 0.2, coat);
    for (int i = 0; i < 8; ++i)
        canvas.line({-0.56 + 0.12 * i, 0.66 - 0.002 * i}, {-0.52 + 0.12 * i, 0.48}, 0.04, stripe);
    canvas.polygon({{0.38, 0.86}, {0.4, 1.06}, {0.53, 0.94}}, coat); // ears
    canvas.polygon({{0.62, 0.94}, {0.74, 1.06}, {0.76, 0.84}}, coat);
    canvas.disc({0.57, 0.78}, 0.21, coat);
    canvas.ellipse({0.64, 0.7}, 0.1, 0.07, coat.shaded(0.6));
    for (const double x : {0.5, 0.57, 0.64})
        canvas.line({x, 0.97}, {x + 0.01, 0.88}, 0.025, stripe);
    canvas.disc({0.52, 0.8}, 0.035, {110, 170, 60});
    canvas.disc({0.67, 0.8}, 0.035, {110, 170, 60});
    canvas.disc({0.64, 0.72}, 0.02, {210, 110, 110});
    canvas.path({{0.52, 0.68}, {0.68, 0.69}, {0.88, 0.74}}, 0.008, kWhite);
}

void goldenRetriever(Canvas &canvas, const Pose &pose) {
    const Colour coat = Variation(pose.seed).chance(0.5) ? Colour{215, 160, 85} : Colour{235, 195, 130};
    const double wag = 0.1 * std::sin(9.0 * pose.time);
    canvas.polygon({{-0.5, 0.6}, {-0.86, 0.68 + wag}, {-1.0, 0.58 + wag}, {-0.82, 0.5 + wag}, {-0.5, 0.5}},
                   coat.shaded(-0.12));
    legs(canvas, {-0.44, 0.38}, {0.32, 0.38}, 0.13, pose, coat);
    canvas.ellipse({-0.06, 0.53}, 0.55, 0.2, coat);
    canvas.polygon({{-0.4, 0.42}, {-0.2, 0.28}, {0.1, 0.34}, {0.34, 0.26}, {0.42, 0.5}}, coat.shaded(0.2)); // long hair
    canvas.polygon({{0.2, 0.6}, {0.42, 0.92}, {0.66, 0.82}, {0.5, 0.42}}, coat);
    canvas.disc({0.56, 0.84}, 0.17, coat);
    canvas.roundedBox({0.58, 0.7}, {0.88, 0.86}, 0.06, coat.shaded(0.15));
    canvas.disc({0.87, 0.82}, 0.045, kBlack);
    canvas.polygon({{0.66, 0.7}, {0.76, 0.7}, {0.74, 0.58}, {0.68, 0.58}}, {230, 110, 120}); // tongue
    canvas.disc({0.62, 0.88}, 0.03, kBlack);
    canvas.polygon({{0.4, 0.94}, {0.53, 0.92}, {0.5, 0.64}, {0.4, 0.66}}, coat.shaded(-0.3)); // ear
    canvas.line({0.3, 0.68}, {0.52, 0.58}, 0.05, {200, 40, 50});                              // collar
}

constexpr std::array<DrawnObject, 2> kAnimals{{{281, 1.9, tabby}, {207, 2.0, goldenRetriever}}};

} // namespace

std::span<const DrawnObject> drawnAnimals() {
    return kAnimals;
}

} // namespace tagscope::demo
