// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/drawn_parts.h"

#include <cmath>

namespace tagscope::demo {

namespace {

struct Rider {
    Colour shirt;
    Colour trousers;
    Colour hat;

    explicit Rider(Variation &variation)
        : shirt(variation.pick(kClothes)), trousers(variation.chance(0.5) ? Colour{45, 55, 90} : Colour{60, 60, 60}),
          hat(variation.pick(kClothes)) {}
};

// Legs on the pedals of a crank at `crank`, below a seat.
void pedalling(Canvas &canvas, Point seat, Point crank, double angle, const Rider &rider) {
    constexpr double kCrank = 0.09;
    for (const double side : {std::acos(-1.0), 0.0}) {
        const Point foot = onCircle(crank, kCrank, angle + side);
        const Point knee{(seat.x + foot.x) / 2 + 0.13, (seat.y + foot.y) / 2 + 0.05};
        canvas.path({seat, knee, foot}, 0.07, side > 0.0 ? rider.trousers.shaded(-0.3) : rider.trousers);
        canvas.line({foot.x - 0.03, foot.y}, {foot.x + 0.07, foot.y}, 0.045, kBlack);
    }
    canvas.disc(crank, 0.04, kGrey);
}

// A trunk bent forward, arms to the handlebar, and a helmet.
void cyclist(Canvas &canvas, Point seat, Point hands, const Rider &rider) {
    const Point shoulder{seat.x + 0.24, seat.y + 0.27};
    canvas.line(seat, shoulder, 0.13, rider.shirt);
    canvas.path({shoulder, {(shoulder.x + hands.x) / 2 + 0.01, (shoulder.y + hands.y) / 2 - 0.05}, hands}, 0.045,
                kSkin);
    helmet(canvas, {shoulder.x + 0.1, shoulder.y + 0.12}, 0.085, rider.hat);
}

void diamondFrame(Canvas &canvas, Point rearHub, Point crank, Point seat, Point steering, Colour paint) {
    canvas.path({rearHub, seat, steering, crank, rearHub}, 0.035, paint);
    canvas.line(crank, seat, 0.035, paint);
}

void mountainBike(Canvas &canvas, const Pose &pose) {
    constexpr double kRadius = 0.25;
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kClothes);
    const Rider rider(variation);
    cycleWheel(canvas, {-0.38, kRadius}, kRadius, pose);
    cycleWheel(canvas, {0.38, kRadius}, kRadius, pose);
    diamondFrame(canvas, {-0.38, kRadius}, {-0.04, 0.22}, {-0.14, 0.5}, {0.26, 0.5}, paint);
    canvas.path({{0.38, kRadius}, {0.26, 0.5}, {0.24, 0.58}, {0.32, 0.6}}, 0.035, kDark);
    canvas.line({-0.22, 0.56}, {-0.08, 0.56}, 0.045, kBlack);
    pedalling(canvas, {-0.14, 0.55}, {-0.04, 0.22}, turned(pose, 0.4), rider);
    cyclist(canvas, {-0.15, 0.57}, {0.32, 0.6}, rider);
}

void tandem(Canvas &canvas, const Pose &pose) {
    constexpr double kRadius = 0.25;
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kClothes);
    const Rider behind(variation);
    const Rider ahead(variation);
    cycleWheel(canvas, {-0.72, kRadius}, kRadius, pose);
    cycleWheel(canvas, {0.72, kRadius}, kRadius, pose);
    diamondFrame(canvas, {-0.72, kRadius}, {-0.4, 0.22}, {-0.5, 0.5}, {0.05, 0.5}, paint);
    canvas.path({{-0.4, 0.22}, {0.25, 0.22}, {0.58, 0.5}, {0.05, 0.5}, {0.25, 0.22}}, 0.035, paint);
    canvas.path({{0.72, kRadius}, {0.6, 0.5}, {0.58, 0.58}, {0.66, 0.6}}, 0.035, kDark);
    canvas.path({{0.08, 0.5}, {0.1, 0.6}, {-0.04, 0.6}}, 0.03, kDark);
    canvas.line({-0.57, 0.56}, {-0.43, 0.56}, 0.045, kBlack);
    canvas.line({0.07, 0.56}, {0.21, 0.56}, 0.045, kBlack);
    pedalling(canvas, {-0.5, 0.55}, {-0.4, 0.22}, turned(pose, 0.4), behind);
    cyclist(canvas, {-0.51, 0.57}, {-0.04, 0.6}, behind);
    pedalling(canvas, {0.14, 0.55}, {0.25, 0.22}, turned(pose, 0.4), ahead);
    cyclist(canvas, {0.13, 0.57}, {0.66, 0.6}, ahead);
}

void unicycle(Canvas &canvas, const Pose &pose) {
    constexpr double kRadius = 0.2;
    Variation variation(pose.seed);
    const Rider rider(variation);
    const double sway = 0.04 * std::sin(4.0 * pose.time);
    cycleWheel(canvas, {0.0, kRadius}, kRadius, pose);
    canvas.path({{0.0, kRadius}, {0.0, 0.46}}, 0.04, kRed);
    canvas.line({-0.08, 0.48}, {0.08, 0.48}, 0.05, kBlack);
    pedalling(canvas, {0.0, 0.5}, {0.0, kRadius}, turned(pose, 0.3), rider);
    canvas.line({0.0, 0.5}, {sway, 0.76}, 0.14, rider.shirt);
    canvas.path({{-0.32, 0.7 + sway}, {sway, 0.75}, {0.32, 0.7 - sway}}, 0.045, kSkin); // arms stretched out
    head(canvas, {sway, 0.89}, 0.09, {90, 55, 30});
}

void motorScooter(Canvas &canvas, const Pose &pose) {
    constexpr double kRadius = 0.14;
    constexpr std::array<Colour, 5> kPaints{
        {{120, 200, 190}, {215, 50, 60}, {240, 235, 220}, {245, 195, 70}, {120, 160, 210}}};
    Variation variation(pose.seed);
    const Colour paint = variation.pick(kPaints);
    const Rider rider(variation);
    wheel(canvas, {-0.38, kRadius}, kRadius, pose);
    wheel(canvas, {0.42, kRadius}, kRadius, pose);
    canvas.ellipse({-0.33, 0.29}, 0.25, 0.15, paint); // the engine's cover
    canvas.ellipse({-0.36, 0.27}, 0.12, 0.07, paint.shaded(-0.2));
    canvas.polygon({{-0.25, 0.13}, {0.26, 0.13}, {0.26, 0.19}, {-0.2, 0.19}}, paint.shaded(-0.3));
    canvas.polygon({{0.2, 0.13}, {0.34, 0.56}, {0.42, 0.58}, {0.36, 0.3}, {0.28, 0.12}}, paint);  // leg shield
    canvas.polygon({{0.34, 0.26}, {0.42, 0.32}, {0.56, 0.22}, {0.57, 0.14}, {0.3, 0.14}}, paint); // mudguard
    canvas.disc({0.42, kRadius}, 0.07, kSilver);
    canvas.line({0.3, 0.6}, {0.4, 0.58}, 0.04, kDark);
    canvas.disc({0.43, 0.57}, 0.05, kHeadlight);
    canvas.roundedBox({-0.52, 0.4}, {-0.05, 0.47}, 0.03, kBlack);
    canvas.path({{-0.18, 0.48}, {0.12, 0.45}, {0.1, 0.2}, {0.2, 0.2}}, 0.09, rider.trousers);
    canvas.line({-0.2, 0.5}, {-0.1, 0.74}, 0.17, rider.shirt);
    canvas.path({{-0.08, 0.73}, {0.1, 0.58}, {0.32, 0.6}}, 0.06, rider.shirt.shaded(-0.2));
    helmet(canvas, {-0.04, 0.88}, 0.11, rider.hat);
}

void moped(Canvas &canvas, const Pose &pose) {
    constexpr double kRadius = 0.22;
    Variation variation(pose.seed);
    const Colour paint = variation.chance(0.5) ? Colour{40, 90, 160} : Colour{160, 40, 40};
    const Rider rider(variation);
    cycleWheel(canvas, {-0.44, kRadius}, kRadius, pose);
    cycleWheel(canvas, {0.46, kRadius}, kRadius, pose);
    canvas.path({{-0.44, kRadius}, {-0.2, 0.2}, {0.1, 0.24}, {0.32, 0.52}}, 0.07, paint);
    canvas.ellipse({-0.05, 0.42}, 0.18, 0.07, paint); // tank
    canvas.line({0.05, 0.42}, {0.32, 0.52}, 0.05, paint);
    canvas.roundedBox({-0.2, 0.12}, {0.08, 0.3}, 0.04, kGrey); // engine
    for (const double y : {0.17, 0.21, 0.25})
        canvas.line({-0.17, y}, {0.05, y}, 0.012, kDark);
    canvas.line({-0.1, 0.13}, {-0.62, 0.13}, 0.05, kSilver); // exhaust
    canvas.path({{0.46, kRadius}, {0.33, 0.52}, {0.28, 0.62}, {0.2, 0.64}}, 0.045, kDark);
    canvas.disc({0.38, 0.53}, 0.05, kHeadlight);
    canvas.roundedBox({-0.42, 0.46}, {-0.12, 0.52}, 0.03, kBlack);
    canvas.path({{-0.44, 0.5}, {-0.66, 0.5}, {-0.66, 0.42}}, 0.025, kDark); // luggage carrier
    canvas.roundedBox({-0.68, 0.5}, {-0.44, 0.66}, 0.02, {150, 105, 60});
    canvas.path({{-0.24, 0.53}, {0.06, 0.48}, {0.04, 0.22}, {0.14, 0.2}}, 0.085, rider.trousers);
    canvas.line({-0.26, 0.55}, {-0.16, 0.78}, 0.15, kDark);
    canvas.path({{-0.14, 0.77}, {0.04, 0.62}, {0.22, 0.64}}, 0.055, kDark.shaded(-0.2));
    head(canvas, {-0.1, 0.9}, 0.095, kBlack);
}

void board(Canvas &canvas, const Pose &pose, Colour paint) {
    canvas.path({{-0.34, 0.14}, {-0.26, 0.1}, {0.26, 0.1}, {0.34, 0.14}}, 0.035, paint);
    wheel(canvas, {-0.2, 0.045}, 0.045, pose, kYellow);
    wheel(canvas, {0.2, 0.045}, 0.045, pose, kYellow);
}

void shoe(Canvas &canvas, Point heel, Colour colour) {
    canvas.polygon({{heel.x, heel.y},
                    {heel.x, heel.y + 0.1},
                    {heel.x + 0.06, heel.y + 0.1},
                    {heel.x + 0.16, heel.y + 0.05},
                    {heel.x + 0.17, heel.y}},
                   colour);
    canvas.line({heel.x, heel.y + 0.01}, {heel.x + 0.17, heel.y + 0.01}, 0.025, kWhite);
}

// ImageNet has no skateboard; its running shoe stands for a skater who stands and its crash helmet for one who
// crouches.
void skaterInShoes(Canvas &canvas, const Pose &pose) {
    Variation variation(pose.seed);
    const Rider rider(variation);
    board(canvas, pose, {200, 120, 50});
    const Colour shoes = variation.chance(0.5) ? Colour{235, 60, 50} : Colour{30, 150, 220};
    shoe(canvas, {-0.24, 0.12}, shoes);
    shoe(canvas, {0.1, 0.12}, shoes);
    canvas.path({{-0.18, 0.22}, {-0.1, 0.36}, {-0.02, 0.5}}, 0.09, rider.trousers);
    canvas.path({{0.15, 0.22}, {0.14, 0.38}, {-0.02, 0.5}}, 0.09, rider.trousers);
    canvas.line({-0.02, 0.5}, {0.02, 0.74}, 0.16, rider.shirt);
    canvas.path({{-0.34, 0.66}, {-0.2, 0.7}, {0.02, 0.74}, {0.2, 0.64}, {0.32, 0.7}}, 0.05, kSkin);
    head(canvas, {0.05, 0.89}, 0.09, {70, 45, 30});
    canvas.line({0.02, 0.95}, {0.19, 0.93}, 0.04, rider.hat); // cap
}

void skaterInHelmet(Canvas &canvas, const Pose &pose) {
    Variation variation(pose.seed);
    const Rider rider(variation);
    board(canvas, pose, {60, 60, 70});
    canvas.path({{-0.22, 0.14}, {-0.26, 0.36}, {-0.06, 0.4}}, 0.11, rider.trousers);
    canvas.path({{0.18, 0.14}, {0.22, 0.38}, {-0.06, 0.4}}, 0.11, rider.trousers);
    canvas.disc({0.22, 0.37}, 0.07, kBlack); // knee pads
    canvas.disc({-0.26, 0.35}, 0.07, kBlack);
    canvas.line({-0.06, 0.42}, {0.12, 0.66}, 0.18, rider.shirt);
    canvas.path({{0.1, 0.66}, {0.34, 0.54}, {0.44, 0.66}}, 0.06, kSkin);
    canvas.path({{0.06, 0.66}, {-0.2, 0.6}, {-0.36, 0.74}}, 0.06, kSkin);
    helmet(canvas, {0.18, 0.83}, 0.17, variation.pick(kClothes));
}

constexpr std::array<DrawnObject, 7> kRiders{{{671, 1.3, mountainBike},
                                              {444, 2.0, tandem},
                                              {880, 0.7, unicycle},
                                              {670, 1.2, motorScooter},
                                              {665, 1.4, moped},
                                              {770, 0.75, skaterInShoes},
                                              {518, 0.9, skaterInHelmet}}};

} // namespace

std::span<const DrawnObject> drawnRiders() {
    return kRiders;
}

} // namespace tagscope::demo
