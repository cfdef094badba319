// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/backdrops.h"

#include "core/demo/canvas.h"
#include "core/demo/drawn_parts.h"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace tagscope::demo {

namespace {

// Coordinates: x from 0 to the picture's width in heights, y from 0 (bottom) to 1.
struct Stage {
    Canvas canvas;
    Variation variation;
    double width = 1.0;
    double horizon = 0.5;
};

struct Daylight {
    Colour top;
    Colour low;
};

void sky(Stage &stage, bool mayRain) {
    constexpr std::array<Daylight, 4> kSkies{{{{95, 160, 225}, {200, 225, 240}},
                                              {{125, 175, 220}, {225, 230, 230}},
                                              {{150, 165, 180}, {205, 208, 210}},
                                              {{110, 130, 190}, {250, 205, 165}}}};
    constexpr int kBands = 24;
    const Daylight light = stage.variation.pick(kSkies);
    for (int band = 0; band < kBands; ++band) {
        const double share = static_cast<double>(band) / (kBands - 1);
        const auto mixed = [&](std::uint8_t a, std::uint8_t b) {
            return static_cast<std::uint8_t>(std::lround(a + (b - a) * share));
        };
        const double y = 1.0 - (1.0 - stage.horizon) * band / kBands;
        stage.canvas.box({0.0, stage.horizon}, {stage.width, y},
                         {mixed(light.top.red, light.low.red), mixed(light.top.green, light.low.green),
                          mixed(light.top.blue, light.low.blue)});
    }
    const int clouds = mayRain ? 4 : 2;
    for (int cloud = 0; cloud < clouds; ++cloud) {
        const Point at{stage.variation.between(0.0, stage.width), stage.variation.between(0.78, 0.95)};
        const double size = stage.variation.between(0.05, 0.11);
        for (const double part : {-1.1, -0.4, 0.3, 1.0})
            stage.canvas.ellipse({at.x + part * size, at.y + 0.2 * size * std::cos(3.0 * part)}, size, 0.45 * size,
                                 light.low.shaded(0.55));
    }
}

// From `first` on, by `step`, below `end`.
std::vector<double> stepsBetween(double first, double end, double step) {
    std::vector<double> steps;
    double at = first;
    while (at < end) {
        steps.push_back(at);
        at += step;
    }
    return steps;
}

void ground(Stage &stage, double from, double to, Colour colour) {
    stage.canvas.box({0.0, from}, {stage.width, to}, colour);
}

void tree(Stage &stage, Point foot, double height) {
    constexpr std::array<Colour, 4> kLeaves{{{60, 120, 55}, {85, 140, 60}, {45, 100, 60}, {120, 140, 50}}};
    const Colour leaves = stage.variation.pick(kLeaves);
    stage.canvas.line(foot, {foot.x, foot.y + 0.5 * height}, 0.07 * height, {95, 70, 50});
    for (int blob = 0; blob < 6; ++blob) {
        const double angle = 2.0 * std::numbers::pi * blob / 6.0;
        stage.canvas.disc(onCircle({foot.x, foot.y + 0.66 * height}, 0.19 * height, angle), 0.18 * height,
                          leaves.shaded(0.12 * std::sin(angle) - 0.05));
    }
    stage.canvas.disc({foot.x, foot.y + 0.66 * height}, 0.2 * height, leaves);
}

void fir(Stage &stage, Point foot, double height) {
    const Colour needles = Colour{40, 90, 65}.shaded(stage.variation.between(-0.2, 0.15));
    stage.canvas.line(foot, {foot.x, foot.y + 0.3 * height}, 0.06 * height, {85, 65, 50});
    for (const double level : {0.15, 0.4, 0.65})
        stage.canvas.polygon({{foot.x - 0.3 * height * (1.05 - level), foot.y + level * height},
                              {foot.x + 0.3 * height * (1.05 - level), foot.y + level * height},
                              {foot.x, foot.y + (level + 0.38) * height}},
                             needles);
}

void building(Stage &stage, double left, double right, double height) {
    constexpr std::array<Colour, 7> kWalls{{{175, 120, 95},
                                            {200, 185, 160},
                                            {150, 155, 165},
                                            {210, 200, 185},
                                            {140, 105, 95},
                                            {185, 165, 140},
                                            {165, 175, 170}}};
    const Colour wall = stage.variation.pick(kWalls);
    stage.canvas.box({left, stage.horizon}, {right, stage.horizon + height}, wall);
    stage.canvas.box({left - 0.005, stage.horizon + height - 0.02}, {right + 0.005, stage.horizon + height},
                     wall.shaded(-0.3));
    const double paneWidth = stage.variation.between(0.025, 0.04);
    for (const double y : stepsBetween(stage.horizon + 0.11, stage.horizon + height - 0.05, 0.085))
        for (const double x : stepsBetween(left + 0.03, right - 0.015 - paneWidth, paneWidth + 0.035))
            stage.canvas.box({x, y}, {x + paneWidth, y + 0.045},
                             stage.variation.chance(0.15) ? Colour{250, 230, 160} : Colour{85, 100, 120});
    const Colour awning = stage.variation.pick(kClothes).shaded(0.15);
    stage.canvas.box({left + 0.02, stage.horizon}, {right - 0.02, stage.horizon + 0.055}, {70, 80, 90});
    stage.canvas.box({left + 0.015, stage.horizon + 0.055}, {right - 0.015, stage.horizon + 0.075}, awning);
}

void cityStreet(Stage &stage) {
    sky(stage, true);
    double edge = -0.05;
    while (edge < stage.width) {
        const double right = edge + stage.variation.between(0.22, 0.42);
        building(stage, edge, right, stage.variation.between(0.2, 0.46));
        edge = right;
    }
    ground(stage, 0.0, stage.horizon, {105, 107, 112});
    ground(stage, stage.horizon - 0.06, stage.horizon, {165, 163, 158}); // pavement
    ground(stage, stage.horizon - 0.07, stage.horizon - 0.06, {125, 124, 120});
    for (const double x : stepsBetween(stage.variation.between(0.0, 0.2), stage.width, 0.34))
        stage.canvas.box({x, 0.19}, {x + 0.17, 0.205}, {225, 225, 215});
    ground(stage, 0.0, 0.06, {160, 158, 152});
    for (const double x : stepsBetween(stage.variation.between(0.1, 0.5), stage.width, 0.8))
        tree(stage, {x, stage.horizon - 0.02}, 0.2);
}

void hills(Stage &stage, Colour colour, double height) {
    std::vector<Point> line{{0.0, stage.horizon - 0.01}};
    const double first = stage.variation.between(0.0, 6.0);
    const double second = stage.variation.between(0.0, 6.0);
    for (int i = 0; i <= 40; ++i) {
        const double x = stage.width * i / 40.0;
        line.push_back(
            {x, stage.horizon + height * (0.5 + 0.3 * std::sin(2.2 * x + first) + 0.2 * std::sin(5.1 * x + second))});
    }
    line.push_back({stage.width, stage.horizon - 0.01});
    stage.canvas.polygon(line, colour);
}

void countryRoad(Stage &stage) {
    constexpr std::array<Colour, 3> kFields{{{150, 165, 80}, {205, 185, 100}, {110, 150, 75}}};
    sky(stage, true);
    hills(stage, {125, 155, 150}, 0.2);
    hills(stage, {110, 145, 90}, 0.11);
    ground(stage, 0.0, stage.horizon, stage.variation.pick(kFields));
    for (int i = 0; i < 7; ++i)
        fir(stage, {stage.variation.between(0.0, stage.width), stage.horizon - 0.01},
            stage.variation.between(0.12, 0.24));
    ground(stage, 0.08, 0.36, {115, 113, 112});
    ground(stage, 0.335, 0.345, {230, 228, 220});
    ground(stage, 0.1, 0.11, {230, 228, 220});
    for (const double x : stepsBetween(0.0, stage.width, 0.26)) { // fence
        stage.canvas.line({x, stage.horizon - 0.1}, {x, stage.horizon - 0.035}, 0.012, {135, 105, 75});
        stage.canvas.line({x, stage.horizon - 0.05}, {x + 0.26, stage.horizon - 0.05}, 0.007, {135, 105, 75});
    }
}

void park(Stage &stage) {
    sky(stage, false);
    hills(stage, {75, 125, 70}, 0.12);
    ground(stage, 0.0, stage.horizon, Colour{105, 165, 75}.shaded(stage.variation.between(-0.12, 0.12)));
    for (int i = 0; i < 8; ++i)
        tree(stage, {stage.variation.between(0.0, stage.width), stage.horizon - stage.variation.between(0.0, 0.04)},
             stage.variation.between(0.25, 0.45));
    stage.canvas.ellipse({stage.variation.between(0.3, stage.width - 0.3), stage.horizon - 0.06}, 0.2, 0.025,
                         {120, 170, 205}); // pond
    ground(stage, 0.1, 0.3, {205, 190, 150});
    for (int flower = 0; flower < 40; ++flower)
        stage.canvas.disc({stage.variation.between(0.0, stage.width), stage.variation.between(0.01, 0.09)}, 0.008,
                          stage.variation.pick(kClothes).shaded(0.3));
}

void yard(Stage &stage) {
    constexpr std::array<Colour, 4> kContainers{{{170, 60, 50}, {45, 95, 140}, {190, 150, 60}, {70, 120, 90}}};
    sky(stage, true);
    const double hall = stage.variation.between(0.25, 0.34);
    const Colour wall = Colour{170, 178, 185}.shaded(stage.variation.between(-0.15, 0.1));
    const double right = stage.width * stage.variation.between(0.6, 0.8);
    stage.canvas.polygon({{0.1, stage.horizon},
                          {0.1, stage.horizon + hall},
                          {(0.1 + right) / 2, stage.horizon + hall + 0.07},
                          {right, stage.horizon + hall},
                          {right, stage.horizon}},
                         wall);
    for (const double x : stepsBetween(0.13, right, 0.045))
        stage.canvas.line({x, stage.horizon}, {x, stage.horizon + hall}, 0.004, wall.shaded(-0.12));
    for (const double x : stepsBetween(0.2, right - 0.22, 0.33)) {
        stage.canvas.box({x, stage.horizon}, {x + 0.22, stage.horizon + 0.18}, wall.shaded(-0.35));
        for (const double y : stepsBetween(0.03, 0.18, 0.03))
            stage.canvas.line({x, stage.horizon + y}, {x + 0.22, stage.horizon + y}, 0.004, wall.shaded(-0.5));
    }
    ground(stage, 0.0, stage.horizon, {150, 146, 138});
    for (const double x : stepsBetween(right + 0.03, stage.width, 0.24)) {
        const int stacked = 1 + static_cast<int>(stage.variation.below(2));
        for (int level = 0; level < stacked; ++level)
            stage.canvas.box({x, stage.horizon - 0.02 + 0.11 * level}, {x + 0.22, stage.horizon + 0.085 + 0.11 * level},
                             stage.variation.pick(kContainers));
    }
    for (int slab = 0; slab < 6; ++slab)
        stage.canvas.line({stage.width * slab / 5.0 - 0.1, 0.0}, {stage.width * (0.25 + 0.1 * slab), stage.horizon},
                          0.004, {135, 131, 124});
    ground(stage, 0.1, 0.115, {225, 195, 60});
}

void railway(Stage &stage) {
    sky(stage, true);
    hills(stage, {120, 150, 120}, 0.16);
    ground(stage, 0.0, stage.horizon, {140, 150, 95});
    for (int i = 0; i < 5; ++i)
        fir(stage, {stage.variation.between(0.0, stage.width), stage.horizon - 0.01},
            stage.variation.between(0.1, 0.2));
    ground(stage, 0.04, 0.36, {150, 140, 130}); // ballast
    for (const double y : {0.3, 0.14}) {
        for (const double x : stepsBetween(0.0, stage.width, 0.05))
            stage.canvas.box({x, y - 0.04}, {x + 0.022, y + 0.012}, {95, 75, 60});
        ground(stage, y, y + 0.012, {120, 95, 85});
        ground(stage, y - 0.035, y - 0.024, {130, 105, 95});
    }
    for (const double x : stepsBetween(stage.variation.between(0.1, 0.5), stage.width, 0.75)) {
        stage.canvas.line({x, 0.36}, {x, 0.95}, 0.014, {90, 95, 100});
        stage.canvas.line({x, 0.9}, {x + 0.16, 0.88}, 0.008, {90, 95, 100});
    }
    stage.canvas.line({0.0, 0.87}, {stage.width, 0.87}, 0.004, {60, 60, 65});
}

} // namespace

void drawBackdrop(RgbImage &image, Backdrop backdrop, std::uint64_t seed) {
    const double height = image.height;
    Stage stage{Canvas(image, {{0.0, height}, height, false}), Variation(seed), image.width / height, 0.0};
    stage.horizon = stage.variation.between(0.44, 0.54);
    switch (backdrop) {
    case Backdrop::CityStreet:
        return cityStreet(stage);
    case Backdrop::CountryRoad:
        return countryRoad(stage);
    case Backdrop::Park:
        return park(stage);
    case Backdrop::Yard:
        return yard(stage);
    case Backdrop::Railway:
        return railway(stage);
    }
}

} // namespace tagscope::demo
