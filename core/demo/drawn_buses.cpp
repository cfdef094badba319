// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/drawn_parts.h"

namespace tagscope::demo {

namespace {

void busWheels(Canvas &canvas, double rear, double front, double radius, const Pose &pose) {
    for (const double x : {rear, front}) {
        canvas.disc({x, radius}, 1.2 * radius, kBlack);
        wheel(canvas, {x, radius}, radius, pose);
    }
}

void schoolBus(Canvas &canvas, const Pose &pose) {
    const Colour yellow{255, 180, 0};
    shadow(canvas, -1.65, 1.65);
    canvas.roundedBox({-1.6, 0.14}, {1.05, 1.0}, 0.08, yellow);
    canvas.polygon({{1.0, 0.14}, {1.0, 0.62}, {1.52, 0.56}, {1.6, 0.46}, {1.6, 0.14}}, yellow);
    windows(canvas, {-1.5, 0.62}, {0.72, 0.86}, 7, 0.06);
    canvas.polygon({{0.8, 0.55}, {0.8, 0.86}, {1.0, 0.86}, {1.0, 0.55}}, kDarkGlass);
    for (const double y : {0.3, 0.42, 0.54})
        canvas.line({-1.6, y}, {0.75, y}, 0.03, kBlack);
    canvas.box({-1.6, 0.1}, {1.65, 0.17}, kBlack);
    canvas.disc({1.02, 0.93}, 0.04, kRed);
    canvas.disc({-1.5, 0.93}, 0.04, kRed);
    canvas.polygon({{0.62, 0.36}, {0.7, 0.36}, {0.74, 0.42}, {0.7, 0.48}, {0.62, 0.48}, {0.58, 0.42}},
                   kRed); // its stop
    headlight(canvas, {1.57, 0.38}, 0.05);
    busWheels(canvas, -0.98, 1.18, 0.17, pose);
}

void minibus(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 4> kBands{{{0, 140, 150}, {190, 40, 90}, {90, 150, 40}, {70, 80, 170}}};
    const Colour band = Variation(pose.seed).pick(kBands);
    const Colour paint{226, 228, 230};
    shadow(canvas, -1.2, 1.25);
    canvas.polygon(
        {{-1.15, 0.12}, {-1.18, 0.9}, {-1.08, 1.0}, {0.62, 1.0}, {0.8, 0.93}, {1.05, 0.52}, {1.2, 0.42}, {1.22, 0.12}},
        paint);
    windows(canvas, {-1.1, 0.56}, {0.42, 0.88}, 3, 0.05);
    canvas.polygon({{0.5, 0.56}, {0.5, 0.88}, {0.74, 0.88}, {0.94, 0.56}}, kDarkGlass);
    canvas.polygon({{-1.16, 0.3}, {-1.16, 0.5}, {0.2, 0.5}, {0.6, 0.36}, {1.2, 0.36}, {1.2, 0.3}}, band);
    canvas.line({0.46, 0.16}, {0.46, 0.9}, 0.02, kGrey);
    canvas.box({-1.16, 0.1}, {1.23, 0.17}, kDark);
    headlight(canvas, {1.17, 0.28}, 0.05);
    busWheels(canvas, -0.72, 0.8, 0.16, pose);
}

void trolleybus(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 3> kPaints{{{25, 110, 75}, {40, 80, 165}, {170, 35, 45}}};
    const Colour paint = Variation(pose.seed).pick(kPaints);
    const Colour cream{245, 235, 205};
    shadow(canvas, -1.6, 1.6);
    canvas.line({0.1, 0.76}, {-1.75, 1.08}, 0.02, kBlack); // poles to the wires
    canvas.line({0.25, 0.76}, {-1.55, 1.12}, 0.02, kBlack);
    canvas.box({-0.3, 0.74}, {0.5, 0.79}, kGrey);
    canvas.roundedBox({-1.55, 0.1}, {1.55, 0.76}, 0.06, cream);
    canvas.box({-1.55, 0.1}, {1.55, 0.36}, paint);
    canvas.box({-1.53, 0.69}, {1.53, 0.73}, paint);
    windows(canvas, {-1.45, 0.42}, {0.55, 0.66}, 5, 0.05);
    canvas.box({0.65, 0.14}, {0.98, 0.66}, kDarkGlass); // doors
    canvas.line({0.815, 0.14}, {0.815, 0.66}, 0.025, cream);
    canvas.polygon({{1.08, 0.38}, {1.08, 0.66}, {1.5, 0.66}, {1.53, 0.38}}, kDarkGlass);
    headlight(canvas, {1.5, 0.2}, 0.04);
    busWheels(canvas, -1.0, 1.15, 0.13, pose);
}

constexpr std::array<DrawnObject, 3> kBuses{{{779, 3.3, schoolBus}, {654, 2.45, minibus}, {874, 3.4, trolleybus}}};

} // namespace

std::span<const DrawnObject> drawnBuses() {
    return kBuses;
}

} // namespace tagscope::demo
