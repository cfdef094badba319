// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/drawn_parts.h"

namespace tagscope::demo {

namespace {

constexpr double kCarTyre = 0.23; // radius of a car's wheels

void carWheels(Canvas &canvas, double rear, double front, double radius, const Pose &pose, Colour rim = kSilver) {
    for (const double x : {rear, front}) {
        canvas.disc({x, radius}, 1.18 * radius, kBlack);
        wheel(canvas, {x, radius}, radius, pose, rim);
    }
}

// The lower half of most cars, from bumper to bumper.
void hull(Canvas &canvas, double rear, double front, double hood, Colour paint) {
    canvas.polygon({{rear, 0.18},
                    {rear - 0.02, 0.45},
                    {rear + 0.05, 0.6},
                    {front - 0.5, hood + 0.05},
                    {front - 0.12, hood - 0.05},
                    {front, hood - 0.18},
                    {front + 0.02, 0.2}},
                   paint);
    canvas.polygon({{rear, 0.18}, {rear, 0.3}, {front + 0.02, 0.3}, {front + 0.02, 0.18}}, paint.shaded(-0.25));
    headlight(canvas, {front - 0.04, hood - 0.2}, 0.06);
    tailLight(canvas, {rear + 0.03, 0.48}, 0.07);
}

void cab(Canvas &canvas, const Pose &pose) {
    shadow(canvas, -1.6, 1.6);
    hull(canvas, -1.55, 1.55, 0.56, kYellow);
    canvas.polygon({{-1.05, 0.57}, {-0.7, 0.87}, {0.25, 0.87}, {0.75, 0.57}}, kYellow);
    canvas.polygon({{-0.9, 0.58}, {-0.63, 0.81}, {-0.25, 0.81}, {-0.25, 0.58}}, kDarkGlass);
    canvas.polygon({{-0.18, 0.58}, {-0.18, 0.81}, {0.2, 0.81}, {0.6, 0.58}}, kDarkGlass);
    chequers(canvas, {-1.3, 0.4}, {1.3, 0.5}, 22, kBlack, kWhite);
    canvas.box({-0.42, 0.87}, {0.02, 1.0}, kWhite);
    canvas.box({-0.36, 0.9}, {-0.04, 0.97}, kBlack);
    carWheels(canvas, -0.98, 0.98, kCarTyre, pose);
}

void sportsCar(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 4> kPaints{{{215, 20, 30}, {235, 120, 10}, {20, 90, 215}, {20, 160, 90}}};
    constexpr double kRadius = 0.34;
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kPaints);
    shadow(canvas, -2.1, 2.2);
    canvas.line({-1.85, 0.72}, {-1.75, 0.98}, 0.06, paint.shaded(-0.4)); // the spoiler's post
    canvas.polygon({{-2.12, 0.95}, {-2.1, 1.05}, {-1.55, 1.0}, {-1.55, 0.94}}, paint.shaded(-0.2));
    canvas.polygon({{-2.05, 0.2},
                    {-2.08, 0.66},
                    {-1.6, 0.76},
                    {-0.95, 0.97},
                    {-0.35, 1.0},
                    {0.15, 0.92},
                    {0.8, 0.66},
                    {1.7, 0.5},
                    {2.15, 0.32},
                    {2.2, 0.15}},
                   paint);
    canvas.polygon({{-0.95, 0.68}, {-0.6, 0.9}, {-0.3, 0.93}, {0.1, 0.86}, {0.6, 0.66}}, kBlack);
    canvas.polygon({{-0.3, 0.68}, {-0.24, 0.9}, {0.06, 0.84}, {0.5, 0.67}}, kDarkGlass);
    canvas.polygon({{-0.75, 0.35}, {-0.5, 0.52}, {0.75, 0.42}, {0.75, 0.35}}, paint.shaded(-0.35));
    canvas.polygon({{-2.05, 0.14}, {-2.05, 0.25}, {2.2, 0.2}, {2.2, 0.1}}, kBlack);
    canvas.polygon({{1.6, 0.5}, {1.95, 0.4}, {1.85, 0.37}}, kHeadlight);
    tailLight(canvas, {-2.02, 0.55}, 0.09);
    carWheels(canvas, -1.35, 1.35, kRadius, pose);
}

void convertible(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 4> kPaints{{{225, 60, 80}, {100, 190, 215}, {240, 235, 215}, {150, 200, 140}}};
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kPaints);
    const Colour leather{150, 75, 40};
    shadow(canvas, -1.8, 1.85);
    const std::array<double, 2> seats{-0.55, 0.02};
    for (const double x : seats) {
        canvas.roundedBox({x - 0.26, 0.5}, {x - 0.1, 0.84}, 0.06, leather);
        canvas.roundedBox({x - 0.14, 0.45}, {x + 0.14, 0.78}, 0.08, variation.pick(kClothes));
        head(canvas, {x + 0.03, 0.88}, 0.125, variation.chance(0.5) ? Colour{80, 50, 30} : Colour{220, 180, 90});
    }
    hull(canvas, -1.75, 1.8, 0.62, paint);
    canvas.polygon({{-1.35, 0.6}, {-1.25, 0.72}, {-0.85, 0.7}, {-0.8, 0.6}}, leather.shaded(-0.3)); // the hood, folded
    canvas.line({0.62, 0.62}, {0.38, 0.92}, 0.05, kSilver);
    canvas.line({0.55, 0.62}, {0.34, 0.88}, 0.03, kGlass);
    canvas.line({-1.3, 0.45}, {1.4, 0.45}, 0.03, kSilver);
    canvas.line({-0.35, 0.32}, {-0.35, 0.58}, 0.02, paint.shaded(-0.35));
    carWheels(canvas, -1.1, 1.12, kCarTyre, pose, kWhite);
}

void beachWagon(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 3> kPaints{{{60, 110, 90}, {150, 45, 45}, {215, 200, 160}}};
    const Colour wood{165, 110, 60};
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kPaints);
    shadow(canvas, -1.65, 1.7);
    canvas.polygon({{-1.58, 0.55}, {-1.45, 0.92}, {0.4, 0.92}, {0.85, 0.57}}, paint);
    hull(canvas, -1.6, 1.65, 0.58, paint);
    canvas.polygon({{-1.48, 0.58}, {-1.38, 0.86}, {-0.75, 0.86}, {-0.75, 0.58}}, kDarkGlass);
    canvas.box({-0.68, 0.58}, {-0.2, 0.86}, kDarkGlass);
    canvas.polygon({{-0.13, 0.58}, {-0.13, 0.86}, {0.36, 0.86}, {0.7, 0.58}}, kDarkGlass);
    canvas.box({-1.55, 0.32}, {0.75, 0.53}, wood);
    for (int plank = 0; plank < 3; ++plank)
        canvas.line({-1.55, 0.36 + 0.065 * plank}, {0.75, 0.36 + 0.065 * plank}, 0.015, wood.shaded(-0.35));
    canvas.line({-1.3, 0.99}, {0.25, 0.99}, 0.03, kSilver); // roof rack
    for (const double x : {-1.25, -0.5, 0.2})
        canvas.line({x, 0.92}, {x, 0.99}, 0.03, kSilver);
    carWheels(canvas, -1.0, 1.05, kCarTyre, pose);
}

void minivan(Canvas &canvas, const Pose &pose) {
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kCarColours);
    shadow(canvas, -1.3, 1.35);
    canvas.polygon({{-1.25, 0.15},
                    {-1.28, 0.55},
                    {-1.18, 0.93},
                    {-1.05, 1.0},
                    {0.25, 1.0},
                    {0.45, 0.93},
                    {0.85, 0.6},
                    {1.2, 0.48},
                    {1.3, 0.32},
                    {1.3, 0.15}},
                   paint);
    canvas.polygon({{-1.18, 0.6}, {-1.1, 0.9}, {-0.55, 0.9}, {-0.55, 0.6}}, kDarkGlass);
    canvas.box({-0.48, 0.6}, {0.05, 0.9}, kDarkGlass);
    canvas.polygon({{0.12, 0.6}, {0.12, 0.9}, {0.38, 0.88}, {0.72, 0.6}}, kDarkGlass);
    canvas.line({-1.2, 0.5}, {0.1, 0.5}, 0.025, paint.shaded(-0.45)); // rail of the sliding door
    canvas.line({-0.52, 0.2}, {-0.52, 0.9}, 0.02, paint.shaded(-0.4));
    canvas.line({0.08, 0.2}, {0.08, 0.9}, 0.02, paint.shaded(-0.4));
    canvas.box({-1.25, 0.13}, {1.3, 0.22}, kDark);
    headlight(canvas, {1.2, 0.4}, 0.06);
    canvas.box({-1.25, 0.5}, {-1.19, 0.75}, {215, 30, 30});
    carWheels(canvas, -0.8, 0.85, 0.2, pose);
}

void limousine(Canvas &canvas, const Pose &pose) {
    Variation variation(pose.seed);
    const Colour paint = variation.chance(0.7) ? kBlack.shaded(0.06) : kWhite;
    shadow(canvas, -2.9, 2.9);
    canvas.polygon({{-2.3, 0.57}, {-2.0, 0.97}, {1.3, 0.97}, {1.75, 0.57}}, paint);
    hull(canvas, -2.8, 2.8, 0.58, paint);
    canvas.polygon({{-2.15, 0.6}, {-1.93, 0.9}, {-1.5, 0.9}, {-1.5, 0.6}}, kGlass);
    windows(canvas, {-1.42, 0.6}, {0.7, 0.9}, 4, 0.07, kGlass);
    canvas.polygon({{0.78, 0.6}, {0.78, 0.9}, {1.22, 0.9}, {1.58, 0.6}}, kGlass);
    canvas.line({-2.7, 0.42}, {2.7, 0.42}, 0.03, kSilver);
    canvas.line({2.3, 0.6}, {2.3, 0.78}, 0.02, kSilver); // flag
    canvas.polygon({{2.3, 0.78}, {2.08, 0.74}, {2.3, 0.68}}, kRed);
    carWheels(canvas, -2.1, 2.1, kCarTyre, pose, kWhite);
}

void jeep(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 3> kPaints{{{95, 105, 60}, {170, 150, 100}, {75, 85, 70}}};
    constexpr double kRadius = 0.24;
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kPaints);
    const Colour canvasRoof{200, 185, 150};
    shadow(canvas, -1.15, 1.15);
    canvas.box({-0.95, 0.62}, {0.25, 1.0}, canvasRoof);
    canvas.box({-0.82, 0.66}, {-0.4, 0.9}, kDarkGlass);
    canvas.box({-0.28, 0.62}, {0.15, 0.92}, kGlass);
    canvas.line({0.3, 0.62}, {0.22, 1.0}, 0.06, paint.shaded(-0.3));
    canvas.polygon({{-1.0, 0.25}, {-1.0, 0.66}, {1.0, 0.66}, {1.05, 0.3}, {1.05, 0.25}}, paint);
    canvas.box({1.0, 0.3}, {1.08, 0.64}, paint.shaded(-0.4)); // grille
    canvas.box({-1.05, 0.18}, {1.15, 0.28}, kBlack);
    canvas.line({-0.32, 0.28}, {-0.32, 0.62}, 0.025, paint.shaded(-0.4));
    canvas.line({0.22, 0.28}, {0.22, 0.62}, 0.025, paint.shaded(-0.4));
    wheel(canvas, {-1.1, 0.58}, 0.22, Pose{0.0, 0.0, pose.seed}, paint.shaded(-0.3)); // spare
    headlight(canvas, {1.05, 0.55}, 0.07);
    carWheels(canvas, -0.62, 0.66, kRadius, pose, paint.shaded(0.2));
}

constexpr std::array<DrawnObject, 7> kCars{{{468, 3.2, cab},
                                            {817, 4.4, sportsCar},
                                            {511, 3.7, convertible},
                                            {436, 3.4, beachWagon},
                                            {656, 2.7, minivan},
                                            {627, 5.8, limousine},
                                            {609, 2.5, jeep}}};

} // namespace

std::span<const DrawnObject> drawnCars() {
    return kCars;
}

} // namespace tagscope::demo
