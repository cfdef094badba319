// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/drawn_parts.h"

namespace tagscope::demo {

namespace {

constexpr double kTruckTyre = 0.15; // radius of a truck's wheels
constexpr Colour kStripe{250, 215, 40};

void truckWheels(Canvas &canvas, std::initializer_list<double> axles, double radius, const Pose &pose) {
    for (const double x : axles)
        wheel(canvas, {x, radius}, radius, pose);
}

// A cab with its engine below the driver, its front at `front`.
void cabOverEngine(Canvas &canvas, double rear, double front, double height, Colour paint) {
    canvas.polygon({{rear, 0.13},
                    {rear, height},
                    {front - 0.1, height},
                    {front - 0.02, 0.62 * height},
                    {front, 0.5 * height},
                    {front, 0.13}},
                   paint);
    canvas.polygon({{rear + 0.12, 0.56 * height},
                    {rear + 0.12, 0.9 * height},
                    {front - 0.13, 0.9 * height},
                    {front - 0.06, 0.56 * height}},
                   kDarkGlass);
    canvas.line({rear + 0.08, 0.2}, {rear + 0.08, 0.9 * height}, 0.015, paint.shaded(-0.4));
    canvas.box({front - 0.12, 0.13}, {front + 0.02, 0.22}, kDark);
    headlight(canvas, {front - 0.02, 0.28}, 0.04);
}

// A cab behind its engine.
void longNosedCab(Canvas &canvas, double rear, double front, double height, Colour paint) {
    const double middle = rear + 0.45 * (front - rear);
    canvas.polygon({{rear, 0.13},
                    {rear, height},
                    {middle - 0.05, height},
                    {middle + 0.06, 0.62 * height},
                    {front - 0.05, 0.55 * height},
                    {front, 0.4 * height},
                    {front, 0.13}},
                   paint);
    canvas.polygon({{rear + 0.07, 0.62 * height},
                    {rear + 0.07, 0.9 * height},
                    {middle - 0.08, 0.9 * height},
                    {middle, 0.62 * height}},
                   kDarkGlass);
    canvas.box({front - 0.03, 0.18}, {front + 0.02, 0.5 * height}, kSilver);
    headlight(canvas, {front - 0.02, 0.3}, 0.04);
}

void ambulanceVan(Canvas &canvas, const Pose &pose) {
    const Colour stripe = Variation(pose.seed).chance(0.5) ? kOrange : kRed;
    shadow(canvas, -1.1, 1.15);
    canvas.polygon({{0.35, 0.12}, {0.35, 0.8}, {0.62, 0.78}, {0.82, 0.5}, {1.1, 0.42}, {1.12, 0.12}}, kWhite);
    canvas.polygon({{0.42, 0.48}, {0.42, 0.74}, {0.6, 0.72}, {0.75, 0.48}}, kDarkGlass);
    canvas.box({-1.1, 0.12}, {0.4, 0.93}, kWhite);
    canvas.box({-1.1, 0.3}, {1.11, 0.42}, stripe);
    canvas.line({-1.1, 0.46}, {0.4, 0.46}, 0.02, stripe);
    canvas.line({0.38, 0.15}, {0.38, 0.93}, 0.02, kSilver);
    cross(canvas, {-0.42, 0.69}, 0.36, kRed);
    canvas.box({-0.02, 0.6}, {0.3, 0.8}, kDarkGlass);
    canvas.box({-1.1, 0.12}, {1.12, 0.18}, kDark);
    lightBar(canvas, {0.05, 0.94}, {0.45, 1.02}, pose.time, kBlue, kRed);
    lightBar(canvas, {-1.08, 0.94}, {-0.82, 1.02}, pose.time + 0.12, kRed, kBlue);
    headlight(canvas, {1.08, 0.3}, 0.05);
    truckWheels(canvas, {-0.68, 0.75}, 0.17, pose);
}

void policeVan(Canvas &canvas, const Pose &pose) {
    const Colour navy{25, 40, 95};
    shadow(canvas, -1.15, 1.2);
    canvas.polygon({{-1.15, 0.12}, {-1.15, 0.85}, {-1.08, 0.92}, {0.45, 0.92}, {0.8, 0.58}, {1.12, 0.46}, {1.16, 0.12}},
                   navy);
    canvas.box({-1.15, 0.3}, {1.14, 0.48}, kWhite);
    chequers(canvas, {-1.15, 0.3}, {1.14, 0.38}, 18, kWhite, navy);
    canvas.polygon({{0.3, 0.56}, {0.3, 0.84}, {0.43, 0.84}, {0.7, 0.56}}, kGlass);
    windows(canvas, {-1.0, 0.6}, {0.15, 0.8}, 2, 0.12, kGlass);
    for (int bar = 0; bar < 8; ++bar) // the prisoners' windows are barred
        canvas.line({-0.97 + 0.15 * bar, 0.6}, {-0.97 + 0.15 * bar, 0.8}, 0.025, kBlack);
    canvas.line({0.22, 0.18}, {0.22, 0.9}, 0.02, navy.shaded(0.35));
    canvas.box({-1.15, 0.12}, {1.17, 0.18}, kBlack);
    lightBar(canvas, {-0.1, 0.93}, {0.35, 1.02}, pose.time, {30, 90, 255}, {30, 90, 255});
    headlight(canvas, {1.12, 0.36}, 0.05);
    truckWheels(canvas, {-0.7, 0.75}, 0.17, pose);
}

void fireTruck(Canvas &canvas, const Pose &pose) {
    const Colour red = Variation(pose.seed).chance(0.8) ? Colour{215, 25, 20} : Colour{190, 20, 35};
    shadow(canvas, -1.6, 1.6);
    canvas.box({-1.55, 0.13}, {0.6, 0.72}, red);
    canvas.box({-1.3, 0.3}, {-0.3, 0.66}, kSilver);
    for (int slat = 0; slat < 5; ++slat)
        canvas.line({-1.3, 0.34 + 0.07 * slat}, {-0.3, 0.34 + 0.07 * slat}, 0.015, kGrey);
    canvas.line({-0.8, 0.3}, {-0.8, 0.66}, 0.03, red);
    canvas.box({-0.22, 0.28}, {0.1, 0.66}, kDark);
    canvas.disc({-0.06, 0.5}, 0.1, kYellow); // hose reel
    canvas.disc({-0.06, 0.5}, 0.05, kDark);
    cabOverEngine(canvas, 0.55, 1.55, 0.82, red);
    canvas.line({0.98, 0.2}, {0.98, 0.75}, 0.03, red);
    canvas.box({-1.55, 0.2}, {1.54, 0.27}, kWhite);
    canvas.line({-1.6, 0.78}, {0.75, 0.9}, 0.035, kSilver); // ladder
    canvas.line({-1.6, 0.88}, {0.75, 1.0}, 0.035, kSilver);
    for (int rung = 0; rung < 12; ++rung) {
        const double x = -1.55 + 0.2 * rung;
        const double y = 0.78 + (x + 1.6) * 0.12 / 2.35;
        canvas.line({x, y}, {x, y + 0.1}, 0.02, kSilver);
    }
    lightBar(canvas, {0.95, 0.83}, {1.35, 0.92}, pose.time, kBlue, kBlue);
    truckWheels(canvas, {-1.0, 1.05}, kTruckTyre + 0.03, pose);
}

void garbageTruck(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 3> kPaints{{{60, 140, 65}, {240, 135, 35}, {40, 115, 100}}};
    const Colour paint = Variation(pose.seed).pick(kPaints);
    shadow(canvas, -1.35, 1.3);
    canvas.polygon({{-0.95, 0.2}, {-0.95, 0.97}, {-0.8, 1.0}, {0.55, 1.0}, {0.6, 0.95}, {0.6, 0.2}}, paint);
    for (int rib = 0; rib < 5; ++rib)
        canvas.line({-0.7 + 0.27 * rib, 0.22}, {-0.7 + 0.27 * rib, 0.98}, 0.035, paint.shaded(-0.3));
    canvas.polygon({{-0.97, 0.98}, {-1.3, 0.72}, {-1.38, 0.42}, {-1.25, 0.22}, {-0.97, 0.18}}, paint.shaded(-0.25));
    canvas.polygon({{-1.32, 0.6}, {-1.38, 0.42}, {-1.25, 0.24}, {-1.08, 0.3}}, kBlack); // hopper
    canvas.line({-1.0, 0.9}, {-1.25, 0.45}, 0.035, kSilver);
    chequers(canvas, {-1.2, 0.16}, {-0.95, 0.24}, 4, kWhite, kRed);
    cabOverEngine(canvas, 0.65, 1.25, 0.78, kWhite);
    lightBar(canvas, {0.8, 0.79}, {0.98, 0.86}, pose.time, kOrange, kOrange);
    canvas.box({-1.0, 0.12}, {1.2, 0.2}, kBlack);
    truckWheels(canvas, {-0.75, -0.4, 0.92}, kTruckTyre + 0.01, pose);
}

void movingVan(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 4> kBands{{{235, 120, 20}, {30, 120, 190}, {200, 40, 60}, {110, 70, 150}}};
    const Colour band = Variation(pose.seed).pick(kBands);
    shadow(canvas, -1.25, 1.2);
    longNosedCab(canvas, 0.4, 1.15, 0.66, kWhite);
    canvas.box({-1.22, 0.15}, {0.42, 1.0}, kWhite);
    canvas.polygon({{0.4, 0.7}, {0.4, 1.0}, {0.72, 1.0}, {0.8, 0.86}, {0.74, 0.7}}, kWhite); // attic above the cab
    canvas.box({-1.22, 0.15}, {0.42, 0.3}, band);
    canvas.box({-1.22, 0.92}, {0.74, 1.0}, band);
    canvas.polygon({{-0.72, 0.6}, {-0.4, 0.84}, {-0.08, 0.6}}, band); // a house
    canvas.box({-0.64, 0.36}, {-0.16, 0.6}, band);
    canvas.box({-0.46, 0.36}, {-0.33, 0.52}, kWhite);
    canvas.line({-1.2, 0.15}, {-1.2, 1.0}, 0.03, kSilver);
    canvas.box({-1.2, 0.1}, {1.15, 0.16}, kDark);
    truckWheels(canvas, {-0.75, 0.88}, kTruckTyre, pose);
}

void trailerTruck(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 4> kPaints{{{40, 70, 160}, {175, 30, 40}, {50, 110, 70}, {70, 70, 78}}};
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kPaints);
    const Colour trailer = variation.chance(0.6) ? Colour{225, 226, 222} : paint.shaded(0.35);
    shadow(canvas, -2.3, 2.35);
    canvas.box({-2.25, 0.26}, {0.95, 1.0}, trailer);
    for (int rib = 0; rib < 15; ++rib)
        canvas.line({-2.1 + 0.21 * rib, 0.28}, {-2.1 + 0.21 * rib, 0.98}, 0.012, trailer.shaded(-0.15));
    canvas.box({-2.25, 0.26}, {0.95, 0.34}, trailer.shaded(-0.45));
    canvas.line({0.2, 0.26}, {0.2, 0.05}, 0.04, kDark); // landing leg
    canvas.box({-2.2, 0.14}, {-1.3, 0.22}, kBlack);
    canvas.box({0.5, 0.14}, {2.2, 0.24}, kBlack);
    canvas.box({1.1, 0.2}, {1.45, 0.92}, paint); // sleeper
    longNosedCab(canvas, 1.35, 2.3, 0.8, paint);
    canvas.line({1.07, 0.25}, {1.07, 1.0}, 0.05, kSilver); // exhaust
    canvas.disc({1.65, 0.3}, 0.09, kSilver);               // tank
    truckWheels(canvas, {-2.0, -1.65, 0.8, 1.14, 2.05}, kTruckTyre, pose);
}

void towTruck(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 3> kPaints{{{240, 190, 20}, {35, 90, 180}, {235, 235, 230}}};
    const Colour paint = Variation(pose.seed).pick(kPaints);
    shadow(canvas, -1.35, 1.4);
    canvas.box({-1.3, 0.22}, {0.3, 0.4}, paint.shaded(-0.1));
    for (int stripe = 0; stripe < 8; ++stripe) {
        const double x = -1.28 + 0.19 * stripe;
        canvas.polygon({{x, 0.22}, {x + 0.1, 0.22}, {x + 0.18, 0.32}, {x + 0.08, 0.32}}, stripe % 2 ? kBlack : kStripe);
    }
    longNosedCab(canvas, 0.3, 1.35, 0.8, paint);
    canvas.line({0.1, 0.4}, {-0.3, 0.62}, 0.06, kDark);
    canvas.line({0.05, 0.4}, {-1.2, 0.98}, 0.08, {210, 60, 30}); // boom
    canvas.line({-1.2, 0.98}, {-1.22, 0.62}, 0.02, kBlack);      // cable
    canvas.ring({-1.22, 0.56}, 0.06, 0.035, kDark);              // hook
    lightBar(canvas, {0.4, 0.81}, {0.72, 0.9}, pose.time, kOrange, kOrange);
    canvas.box({-1.3, 0.14}, {1.3, 0.22}, kBlack);
    truckWheels(canvas, {-0.75, 1.0}, 0.18, pose);
}

void pickup(Canvas &canvas, const Pose &pose) {
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kCarColours);
    shadow(canvas, -1.6, 1.65);
    if (variation.chance(0.5)) { // hay in its bed
        canvas.roundedBox({-1.4, 0.5}, {-0.85, 0.85}, 0.08, {215, 180, 90});
        canvas.roundedBox({-0.88, 0.5}, {-0.35, 0.8}, 0.08, {205, 165, 75});
    }
    canvas.box({-1.55, 0.28}, {-0.25, 0.62}, paint);
    canvas.line({-1.55, 0.62}, {-0.28, 0.62}, 0.04, paint.shaded(-0.3));
    canvas.line({-0.27, 0.3}, {-0.27, 0.95}, 0.03, paint.shaded(-0.5));
    canvas.polygon({{-0.25, 0.28}, {-0.25, 0.98}, {0.4, 0.98}, {0.72, 0.66}, {1.45, 0.6}, {1.58, 0.48}, {1.6, 0.28}},
                   paint);
    canvas.polygon({{-0.15, 0.66}, {-0.15, 0.9}, {0.35, 0.9}, {0.58, 0.66}}, kDarkGlass);
    canvas.line({0.62, 0.3}, {0.62, 0.62}, 0.02, paint.shaded(-0.4));
    canvas.box({-1.6, 0.2}, {1.66, 0.3}, kDark);
    headlight(canvas, {1.54, 0.46}, 0.07);
    canvas.box({-1.55, 0.4}, {-1.49, 0.56}, {215, 30, 30});
    for (const double x : {-0.95, 1.02})
        wheel(canvas, {x, 0.25}, 0.25, pose);
}

constexpr std::array<DrawnObject, 8> kTrucks{{{407, 2.3, ambulanceVan},
                                              {734, 2.4, policeVan},
                                              {555, 3.2, fireTruck},
                                              {569, 2.7, garbageTruck},
                                              {675, 2.45, movingVan},
                                              {867, 4.6, trailerTruck},
                                              {864, 2.75, towTruck},
                                              {717, 3.3, pickup}}};

} // namespace

std::span<const DrawnObject> drawnTrucks() {
    return kTrucks;
}

} // namespace tagscope::demo
