// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/drawn_parts.h"

#include <cmath>

namespace tagscope::demo {

namespace {

void steamLocomotive(Canvas &canvas, const Pose &pose) {
    constexpr double kDriver = 0.17;
    const Colour body = Variation(pose.seed).chance(0.6) ? kBlack.shaded(0.08) : Colour{25, 75, 50};
    for (int puff = 0; puff < 4; ++puff) { // of smoke, drifting backwards
        const double age = std::fmod(0.25 * puff + 0.8 * pose.time, 1.0);
        canvas.disc({0.92 - 1.5 * age, 0.88 + 0.22 * age}, 0.08 + 0.12 * age, Colour{150, 150, 155}.shaded(0.5 * age));
    }
    canvas.box({-1.25, 0.2}, {1.15, 0.28}, kRed);
    canvas.box({-0.6, 0.32}, {1.05, 0.66}, body); // boiler
    canvas.ellipse({1.05, 0.49}, 0.08, 0.17, body.shaded(0.15));
    for (const double x : {-0.3, 0.1, 0.5})
        canvas.line({x, 0.32}, {x, 0.66}, 0.025, {200, 160, 60});
    canvas.polygon({{0.82, 0.64}, {0.86, 0.84}, {0.8, 0.92}, {1.04, 0.92}, {0.98, 0.84}, {1.02, 0.64}}, body);
    canvas.roundedBox({0.3, 0.62}, {0.52, 0.78}, 0.06, {200, 160, 60}); // dome
    canvas.box({-1.2, 0.28}, {-0.6, 0.82}, body);
    canvas.box({-1.05, 0.52}, {-0.75, 0.72}, {240, 215, 140});
    canvas.box({-1.28, 0.82}, {-0.55, 0.88}, kRed.shaded(-0.2));
    canvas.polygon({{1.1, 0.08}, {1.1, 0.26}, {1.4, 0.06}}, kRed); // cow catcher
    canvas.disc({1.1, 0.72}, 0.06, kHeadlight);
    for (const double x : {-0.9, -0.5, -0.1})
        railWheel(canvas, {x, kDriver}, kDriver, pose, kRed);
    for (const double x : {0.45, 0.85})
        railWheel(canvas, {x, 0.1}, 0.1, pose, kRed);
    const Point crank = onCircle({0.0, kDriver}, 0.09, turned(pose, kDriver)); // the rod moves with the wheels
    canvas.line({-0.9 + crank.x, crank.y}, {-0.1 + crank.x, crank.y}, 0.045, kSilver);
    canvas.line({-0.1 + crank.x, crank.y}, {0.6, 0.2}, 0.035, kSilver);
    canvas.box({0.55, 0.14}, {0.95, 0.28}, body.shaded(0.2)); // cylinder
}

void pantograph(Canvas &canvas, double x, double low, double high) {
    canvas.path({{x - 0.12, low}, {x + 0.12, (low + high) / 2}, {x - 0.05, high}}, 0.025, kBlack);
    canvas.line({x - 0.2, high}, {x + 0.12, high}, 0.03, kBlack);
}

void electricLocomotive(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 4> kPaints{{{195, 25, 35}, {30, 95, 60}, {30, 70, 150}, {225, 120, 30}}};
    const Colour paint = Variation(pose.seed).pick(kPaints);
    pantograph(canvas, -0.9, 0.74, 1.02);
    canvas.line({0.7, 0.78}, {1.1, 0.78}, 0.04, kBlack); // the other one, folded
    canvas.box({-0.5, 0.72}, {0.5, 0.8}, kGrey);
    canvas.polygon({{-1.55, 0.17}, {-1.62, 0.4}, {-1.42, 0.74}, {1.42, 0.74}, {1.62, 0.4}, {1.55, 0.17}}, paint);
    canvas.box({-1.6, 0.32}, {1.6, 0.4}, kWhite);
    canvas.box({-1.5, 0.15}, {1.5, 0.2}, kBlack);
    for (const double side : {-1.0, 1.0})
        canvas.polygon({{side * 1.52, 0.46}, {side * 1.4, 0.68}, {side * 1.2, 0.68}, {side * 1.2, 0.46}}, kDarkGlass);
    for (int grille = 0; grille < 4; ++grille) {
        const double x = -0.75 + 0.42 * grille;
        canvas.box({x, 0.46}, {x + 0.28, 0.64}, paint.shaded(-0.5));
        canvas.line({x, 0.55}, {x + 0.28, 0.55}, 0.015, kGrey);
    }
    headlight(canvas, {1.58, 0.28}, 0.04);
    bogie(canvas, -0.95, pose);
    bogie(canvas, 0.95, pose);
}

void bulletTrain(Canvas &canvas, const Pose &pose) {
    const Colour stripe = Variation(pose.seed).chance(0.7) ? Colour{20, 60, 170} : Colour{0, 150, 120};
    canvas.polygon({{-2.6, 0.1},
                    {-2.6, 1.0},
                    {0.6, 1.0},
                    {1.0, 0.97},
                    {1.5, 0.8},
                    {2.2, 0.5},
                    {2.6, 0.28},
                    {2.65, 0.16},
                    {2.4, 0.1}},
                   kWhite);
    canvas.polygon({{-2.6, 0.36}, {-2.6, 0.52}, {1.3, 0.52}, {2.3, 0.4}, {2.62, 0.24}, {2.2, 0.3}, {1.2, 0.36}},
                   stripe);
    windows(canvas, {-2.5, 0.62}, {0.5, 0.8}, 10, 0.1);
    canvas.polygon({{1.05, 0.72}, {1.15, 0.9}, {1.5, 0.78}, {1.75, 0.68}}, kBlack);
    canvas.polygon({{2.1, 0.46}, {2.32, 0.4}, {2.1, 0.38}}, kHeadlight);
    canvas.box({-2.6, 0.08}, {2.3, 0.16}, kGrey);
    canvas.line({0.75, 0.2}, {0.75, 0.88}, 0.02, kSilver);
    for (const double x : {-1.9, 1.1})
        bogie(canvas, x, pose);
}

void freightCar(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 3> kPaints{{{130, 65, 45}, {105, 75, 60}, {90, 95, 70}}};
    const Colour paint = Variation(pose.seed).pick(kPaints);
    canvas.box({-1.5, 0.2}, {1.5, 0.97}, paint);
    canvas.box({-1.53, 0.94}, {1.53, 1.0}, paint.shaded(-0.35));
    for (int rib = 0; rib < 13; ++rib)
        canvas.line({-1.44 + 0.24 * rib, 0.22}, {-1.44 + 0.24 * rib, 0.94}, 0.03, paint.shaded(-0.25));
    canvas.box({-0.4, 0.22}, {0.4, 0.92}, paint.shaded(0.15)); // sliding door
    canvas.line({-0.4, 0.25}, {0.4, 0.9}, 0.03, paint.shaded(-0.4));
    canvas.line({-0.4, 0.9}, {0.4, 0.25}, 0.03, paint.shaded(-0.4));
    canvas.line({1.42, 0.25}, {1.42, 0.92}, 0.025, kSilver); // ladder
    canvas.box({-1.65, 0.17}, {1.65, 0.22}, kBlack);
    bogie(canvas, -1.0, pose);
    bogie(canvas, 1.0, pose);
}

void passengerCar(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 4> kPaints{{{25, 80, 60}, {35, 60, 130}, {120, 30, 40}, {100, 70, 130}}};
    const Colour paint = Variation(pose.seed).pick(kPaints);
    canvas.roundedBox({-2.1, 0.18}, {2.1, 1.0}, 0.1, paint);
    canvas.polygon({{-2.1, 0.88}, {-2.0, 1.0}, {2.0, 1.0}, {2.1, 0.88}}, kGrey);
    canvas.box({-2.1, 0.5}, {2.1, 0.82}, {245, 230, 190});
    windows(canvas, {-1.7, 0.54}, {1.7, 0.78}, 8, 0.12);
    for (const double x : {-1.92, 1.92}) {
        canvas.box({x - 0.1, 0.22}, {x + 0.1, 0.84}, paint.shaded(-0.3));
        canvas.box({x - 0.06, 0.58}, {x + 0.06, 0.78}, kDarkGlass);
    }
    canvas.line({-2.1, 0.34}, {2.1, 0.34}, 0.02, {220, 190, 90});
    canvas.box({-2.2, 0.15}, {2.2, 0.2}, kBlack);
    bogie(canvas, -1.5, pose);
    bogie(canvas, 1.5, pose);
}

void streetcar(Canvas &canvas, const Pose &pose) {
    constexpr std::array<Colour, 3> kPaints{{{190, 40, 35}, {225, 165, 20}, {35, 105, 80}}};
    const Colour paint = Variation(pose.seed).pick(kPaints);
    const Colour cream{245, 232, 200};
    canvas.line({-0.1, 0.84}, {-0.75, 1.08}, 0.025, kBlack); // trolley pole
    canvas.polygon({{-1.0, 0.78}, {-0.85, 0.88}, {0.85, 0.88}, {1.0, 0.78}}, paint.shaded(-0.35));
    canvas.box({-0.5, 0.84}, {0.5, 0.92}, paint.shaded(-0.2)); // clerestory
    canvas.polygon({{-1.1, 0.14}, {-1.14, 0.45}, {-1.04, 0.8}, {1.04, 0.8}, {1.14, 0.45}, {1.1, 0.14}}, cream);
    canvas.polygon({{-1.1, 0.14}, {-1.14, 0.44}, {1.14, 0.44}, {1.1, 0.14}}, paint);
    windows(canvas, {-0.78, 0.48}, {0.78, 0.74}, 5, 0.06);
    canvas.box({0.84, 0.2}, {1.04, 0.74}, kDarkGlass);
    canvas.box({-1.04, 0.2}, {-0.84, 0.74}, kDarkGlass);
    canvas.disc({1.1, 0.5}, 0.06, kHeadlight);
    canvas.box({-0.4, 0.25}, {0.4, 0.36}, cream); // advertisement
    canvas.box({-0.6, 0.09}, {0.6, 0.15}, kBlack);
    for (const double x : {-0.4, 0.4})
        railWheel(canvas, {x, 0.1}, 0.1, pose, kGrey);
}

constexpr std::array<DrawnObject, 6> kTrains{{{820, 2.9, steamLocomotive},
                                              {547, 3.3, electricLocomotive},
                                              {466, 5.3, bulletTrain},
                                              {565, 3.3, freightCar},
                                              {705, 4.4, passengerCar},
                                              {829, 2.3, streetcar}}};

} // namespace

std::span<const DrawnObject> drawnTrains() {
    return kTrains;
}

} // namespace tagscope::demo
