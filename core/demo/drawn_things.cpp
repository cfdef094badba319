// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/drawn_parts.h"

#include <cmath>

namespace tagscope::demo {

namespace {

void forklift(Canvas &canvas, const Pose &pose) {
    const Colour paint = Variation(pose.seed).chance(0.6) ? Colour{245, 185, 0} : Colour{225, 80, 20};
    const double raised = 0.08 + 0.05 * (1.0 + std::sin(0.8 * pose.time));
    shadow(canvas, -0.7, 0.85);
    canvas.polygon({{-0.62, 0.1}, {-0.66, 0.42}, {-0.52, 0.5}, {0.25, 0.46}, {0.32, 0.3}, {0.32, 0.1}}, paint);
    canvas.polygon({{-0.66, 0.12}, {-0.66, 0.4}, {-0.5, 0.48}, {-0.42, 0.12}}, kDark); // counterweight
    canvas.roundedBox({-0.4, 0.46}, {-0.28, 0.68}, 0.03, kBlack);
    canvas.line({-0.18, 0.5}, {-0.16, 0.72}, 0.16, {60, 90, 160}); // driver
    canvas.line({-0.14, 0.68}, {0.1, 0.58}, 0.05, {60, 90, 160});
    helmet(canvas, {-0.13, 0.82}, 0.085, kOrange);
    canvas.path({{-0.45, 0.46}, {-0.38, 0.97}, {0.22, 0.97}, {0.3, 0.46}}, 0.04, kBlack);
    lightBar(canvas, {-0.2, 0.98}, {-0.06, 1.04}, pose.time, kOrange, kOrange);
    canvas.line({0.42, 0.05}, {0.42, 1.0}, 0.06, kDark); // mast
    canvas.line({0.42, 0.05}, {0.42, 0.98}, 0.015, kSilver);
    canvas.line({0.46, raised}, {0.95, raised}, 0.035, kBlack); // forks
    canvas.box({0.46, raised}, {0.5, raised + 0.3}, kBlack);
    canvas.box({0.52, raised + 0.02}, {0.93, raised + 0.06}, {170, 120, 70}); // pallet
    canvas.box({0.54, raised + 0.06}, {0.91, raised + 0.36}, {200, 155, 100});
    canvas.line({0.72, raised + 0.06}, {0.72, raised + 0.36}, 0.03, {225, 200, 160});
    wheel(canvas, {-0.42, 0.12}, 0.12, pose, kYellow);
    wheel(canvas, {0.2, 0.15}, 0.15, pose, kYellow);
}

// A mast with four horns, as they warn towns.
void loudspeaker(Canvas &canvas, const Pose &pose) {
    const Colour horn = Variation(pose.seed).chance(0.6) ? Colour{215, 215, 205} : Colour{235, 200, 70};
    canvas.line({0.0, 0.0}, {0.0, 0.95}, 0.05, kGrey);
    canvas.box({-0.07, 0.2}, {0.07, 0.36}, kDark);
    for (const double y : {0.68, 0.88}) {
        for (const double side : {-1.0, 1.0}) {
            canvas.polygon({{side * 0.03, y - 0.03},
                            {side * 0.03, y + 0.03},
                            {side * 0.16, y + 0.05},
                            {side * 0.3, y + 0.12},
                            {side * 0.3, y - 0.12},
                            {side * 0.16, y - 0.05}},
                           horn);
            canvas.ellipse({side * 0.3, y}, 0.045, 0.12, horn.shaded(-0.5));
            canvas.ellipse({side * 0.3, y}, 0.02, 0.05, kBlack);
        }
    }
    canvas.disc({0.0, 0.97}, 0.035, kRed);
}

void parkBench(Canvas &canvas, const Pose &pose) {
    const Colour wood = Variation(pose.seed).chance(0.6) ? Colour{160, 100, 55} : Colour{60, 110, 70};
    for (const double x : {-0.8, 0.8}) {
        canvas.path({{x, 0.0}, {x, 0.46}}, 0.07, kBlack);
        canvas.path({{x, 0.4}, {x - 0.05, 1.0}}, 0.07, kBlack);
        canvas.path({{x - 0.02, 0.62}, {x + 0.18, 0.6}, {x + 0.18, 0.0}}, 0.05, kBlack);
    }
    for (const double y : {0.96, 0.8, 0.64})
        canvas.box({-1.0, y - 0.055}, {1.0, y + 0.055}, wood);
    canvas.box({-1.0, 0.4}, {1.05, 0.48}, wood.shaded(0.15));
    canvas.box({-1.0, 0.34}, {1.08, 0.4}, wood.shaded(-0.15));
}

void trafficLight(Canvas &canvas, const Pose &pose) {
    constexpr double kPeriod = 6.0; // s
    const double phase = std::fmod(pose.time + static_cast<double>(pose.seed % 6U), kPeriod) / kPeriod;
    const int lit = phase < 0.45 ? 2 : phase < 0.55 ? 1 : 0;
    constexpr std::array<Colour, 3> kLamps{{{235, 40, 35}, {250, 190, 30}, {50, 205, 90}}};
    canvas.line({0.0, 0.0}, {0.0, 0.5}, 0.05, kDark);
    canvas.roundedBox({-0.14, 0.44}, {0.14, 1.0}, 0.04, kBlack);
    for (int lamp = 0; lamp < 3; ++lamp) {
        const Colour colour = kLamps[static_cast<std::size_t>(lamp)];
        canvas.disc({0.0, 0.91 - 0.18 * lamp}, 0.075, lamp == lit ? colour : colour.shaded(-0.72));
    }
}

void streetSign(Canvas &canvas, const Pose &pose) {
    const Colour paint = Variation(pose.seed).chance(0.5) ? Colour{20, 110, 60} : Colour{25, 70, 160};
    canvas.line({0.0, 0.0}, {0.0, 0.98}, 0.035, kSilver);
    for (const double y : {0.9, 0.74}) {
        const double shift = y > 0.8 ? 0.06 : -0.06;
        canvas.box({shift - 0.36, y - 0.065}, {shift + 0.36, y + 0.065}, kWhite);
        canvas.box({shift - 0.345, y - 0.05}, {shift + 0.345, y + 0.05}, paint);
        for (int letter = 0; letter < 6; ++letter)
            canvas.box({shift - 0.28 + 0.095 * letter, y - 0.025}, {shift - 0.22 + 0.095 * letter, y + 0.025}, kWhite);
    }
}

void mailbox(Canvas &canvas, const Pose &pose) {
    const Colour paint = Variation(pose.seed).chance(0.6) ? Colour{30, 70, 160} : Colour{210, 170, 20};
    for (const double x : {-0.24, 0.24})
        canvas.line({x, 0.0}, {x, 0.2}, 0.06, paint.shaded(-0.4));
    canvas.box({-0.3, 0.14}, {0.3, 0.7}, paint);
    canvas.ellipse({0.0, 0.7}, 0.3, 0.3, paint);
    canvas.box({-0.2, 0.72}, {0.2, 0.8}, kBlack);
    canvas.box({-0.2, 0.8}, {0.2, 0.84}, paint.shaded(0.3));
    canvas.box({-0.19, 0.36}, {0.19, 0.58}, kWhite); // a letter as its sign
    canvas.path({{-0.19, 0.58}, {0.0, 0.45}, {0.19, 0.58}}, 0.02, paint);
    canvas.box({-0.3, 0.6}, {0.3, 0.63}, paint.shaded(-0.3));
}

void fountain(Canvas &canvas, const Pose &pose) {
    const Colour stone = Variation(pose.seed).chance(0.5) ? Colour{185, 178, 165} : Colour{160, 165, 172};
    const Colour water{190, 225, 245};
    canvas.box({-0.07, 0.2}, {0.07, 0.62}, stone.shaded(-0.15));
    canvas.polygon({{-0.3, 0.66}, {0.3, 0.66}, {0.1, 0.56}, {-0.1, 0.56}}, stone);
    canvas.ellipse({0.0, 0.66}, 0.3, 0.04, water);
    canvas.ellipse({0.0, 0.22}, 0.82, 0.08, water.shaded(-0.25));
    canvas.polygon({{-0.85, 0.22}, {-0.75, 0.0}, {0.75, 0.0}, {0.85, 0.22}, {0.6, 0.16}, {-0.6, 0.16}}, stone);
    for (const double reach : {-0.62, -0.4, -0.2, 0.2, 0.4, 0.62}) { // parabolas of drops
        for (int drop = 0; drop < 9; ++drop) {
            const double way = std::fmod((drop + std::fmod(2.0 * pose.time, 1.0)) / 9.0, 1.0);
            const double y = 0.68 + 1.15 * way - 1.6 * way * way;
            canvas.disc({reach * way, std::min(y, 1.0)}, 0.025, water);
        }
    }
}

void umbrella(Canvas &canvas, const Pose &pose) {
    Variation variation(pose.seed);
    const Colour cloth = variation.pick(kClothes);
    const Colour coat = variation.pick(kClothes).shaded(-0.35);
    const double stride = 0.1 * std::sin(8.0 * pose.travelled);
    canvas.line({-0.02, 0.34}, {-0.02 - stride, 0.03}, 0.07, kDark);
    canvas.line({0.02, 0.34}, {0.02 + stride, 0.03}, 0.07, kBlack);
    canvas.polygon({{-0.13, 0.2}, {-0.09, 0.6}, {0.09, 0.6}, {0.14, 0.2}}, coat);
    head(canvas, {0.0, 0.68}, 0.075, {80, 55, 40});
    canvas.path({{0.03, 0.55}, {0.16, 0.48}}, 0.05, coat.shaded(0.2));
    canvas.line({0.16, 0.44}, {0.12, 1.0}, 0.025, kBlack);
    canvas.polygon({{-0.36, 0.74},
                    {-0.28, 0.86},
                    {-0.1, 0.95},
                    {0.12, 0.98},
                    {0.34, 0.94},
                    {0.5, 0.85},
                    {0.56, 0.74},
                    {0.44, 0.78},
                    {0.33, 0.74},
                    {0.22, 0.78},
                    {0.1, 0.74},
                    {-0.01, 0.78},
                    {-0.12, 0.74},
                    {-0.24, 0.78}},
                   cloth);
    for (const double x : {-0.12, 0.1, 0.33})
        canvas.line({x, 0.75}, {0.12, 0.97}, 0.015, cloth.shaded(-0.3));
}

void ashcan(Canvas &canvas, const Pose &pose) {
    const Colour paint = Variation(pose.seed).chance(0.5) ? Colour{70, 120, 75} : Colour{110, 115, 120};
    canvas.polygon({{-0.32, 0.0}, {-0.38, 0.8}, {0.38, 0.8}, {0.32, 0.0}}, paint);
    for (const double x : {-0.2, -0.07, 0.07, 0.2})
        canvas.line({x * 0.85, 0.05}, {x, 0.76}, 0.03, paint.shaded(-0.3));
    canvas.roundedBox({-0.42, 0.78}, {0.42, 0.86}, 0.03, paint.shaded(-0.15));
    canvas.polygon({{-0.38, 0.86}, {-0.2, 0.95}, {0.2, 0.95}, {0.38, 0.86}}, paint.shaded(0.15));
    canvas.path({{-0.08, 0.95}, {-0.08, 1.0}, {0.08, 1.0}, {0.08, 0.95}}, 0.03, kBlack);
}

void balloon(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 4> kPaints{{{225, 60, 50}, {60, 110, 200}, {240, 180, 30}, {150, 70, 160}}};
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kPaints);
    const Colour other = variation.chance(0.5) ? kWhite : kYellow;
    canvas.polygon({{-0.37, 0.52}, {-0.08, 0.2}, {0.08, 0.2}, {0.37, 0.52}}, paint);
    canvas.disc({0.0, 0.63}, 0.38, paint);
    canvas.ellipse({0.0, 0.63}, 0.25, 0.38, other);
    canvas.ellipse({0.0, 0.63}, 0.11, 0.38, paint);
    canvas.polygon({{-0.24, 0.52}, {-0.05, 0.2}, {0.05, 0.2}, {0.24, 0.52}}, other);
    canvas.polygon({{-0.1, 0.52}, {-0.02, 0.2}, {0.02, 0.2}, {0.1, 0.52}}, paint);
    canvas.line({-0.07, 0.2}, {-0.06, 0.1}, 0.015, kBlack);
    canvas.line({0.07, 0.2}, {0.06, 0.1}, 0.015, kBlack);
    canvas.box({-0.08, 0.0}, {0.08, 0.11}, {150, 100, 50});
}

void swing(Canvas &canvas, const Pose &pose) {
    Variation variation(pose.seed);
    const Colour frame = variation.pick(kClothes);
    const Colour shirt = variation.pick(kClothes);
    const double angle = 0.5 * std::sin(2.6 * pose.time + variation.between(0.0, 6.0));
    canvas.path({{-0.6, 0.0}, {-0.48, 0.97}, {-0.36, 0.0}}, 0.05, frame);
    canvas.path({{0.6, 0.0}, {0.48, 0.97}, {0.36, 0.0}}, 0.05, frame);
    canvas.line({-0.52, 0.97}, {0.52, 0.97}, 0.06, frame);
    const Point seat{0.62 * std::sin(angle), 0.95 - 0.62 * std::cos(angle)};
    for (const double x : {-0.09, 0.09})
        canvas.line({x, 0.95}, {seat.x + x, seat.y}, 0.018, kDark);
    canvas.line({seat.x - 0.12, seat.y}, {seat.x + 0.12, seat.y}, 0.035, kBlack);
    canvas.line({seat.x - 0.02, seat.y + 0.02}, {seat.x + 0.16, seat.y + 0.03}, 0.06, {50, 60, 100});
    canvas.line({seat.x + 0.16, seat.y + 0.03}, {seat.x + 0.22, seat.y - 0.12}, 0.05, {50, 60, 100});
    canvas.line({seat.x - 0.02, seat.y + 0.05}, {seat.x - 0.04, seat.y + 0.2}, 0.1, shirt);
    canvas.line({seat.x - 0.03, seat.y + 0.18}, {seat.x + 0.09, seat.y + 0.14}, 0.03, kSkin);
    head(canvas, {seat.x - 0.04, seat.y + 0.29}, 0.065, {120, 80, 40});
}

constexpr std::array<DrawnObject, 11> kThings{{{561, 1.8, forklift},
                                               {632, 0.75, loudspeaker},
                                               {703, 2.3, parkBench},
                                               {920, 0.35, trafficLight},
                                               {919, 0.9, streetSign},
                                               {637, 0.65, mailbox},
                                               {562, 1.75, fountain},
                                               {879, 1.1, umbrella},
                                               {412, 0.9, ashcan},
                                               {417, 0.8, balloon},
                                               {843, 1.3, swing}}};

} // namespace

std::span<const DrawnObject> drawnThings() {
    return kThings;
}

} // namespace tagscope::demo
