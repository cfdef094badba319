// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/drawn_parts.h"

#include <cmath>
#include <numbers>

namespace tagscope::demo {

namespace {

constexpr Colour kTyre{32, 32, 35};
constexpr Colour kShade{62, 64, 66};

} // namespace

double turned(const Pose &pose, double radius) {
    return -pose.travelled / radius;
}

Point onCircle(Point centre, double radius, double angle) {
    return {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
}

void wheel(Canvas &canvas, Point centre, double radius, const Pose &pose, Colour rim) {
    constexpr int kSpokes = 5;
    canvas.disc(centre, radius, kTyre);
    canvas.disc(centre, 0.62 * radius, rim);
    for (int spoke = 0; spoke < kSpokes; ++spoke) {
        const double angle = turned(pose, radius) + 2.0 * std::numbers::pi * spoke / kSpokes;
        canvas.line(centre, onCircle(centre, 0.55 * radius, angle), 0.12 * radius, kDark);
    }
    canvas.disc(centre, 0.18 * radius, rim.shaded(-0.4));
}

void cycleWheel(Canvas &canvas, Point centre, double radius, const Pose &pose) {
    constexpr int kSpokes = 8;
    for (int spoke = 0; spoke < kSpokes; ++spoke) {
        const double angle = turned(pose, radius) + 2.0 * std::numbers::pi * spoke / kSpokes;
        canvas.line(centre, onCircle(centre, 0.92 * radius, angle), 0.01 * radius, kGrey);
    }
    canvas.ring(centre, 0.93 * radius, 0.14 * radius, kTyre);
    canvas.disc(centre, 0.12 * radius, kDark);
}

void railWheel(Canvas &canvas, Point centre, double radius, const Pose &pose, Colour colour) {
    constexpr int kSpokes = 6;
    canvas.disc(centre, radius, kDark);
    canvas.disc(centre, 0.84 * radius, colour.shaded(-0.55));
    for (int spoke = 0; spoke < kSpokes; ++spoke) {
        const double angle = turned(pose, radius) + 2.0 * std::numbers::pi * spoke / kSpokes;
        canvas.line(centre, onCircle(centre, 0.84 * radius, angle), 0.14 * radius, colour);
    }
    canvas.ring(centre, 0.9 * radius, 0.14 * radius, colour);
    canvas.disc(centre, 0.2 * radius, colour);
}

void bogie(Canvas &canvas, double x, const Pose &pose) {
    constexpr double kRadius = 0.1;
    canvas.box({x - 0.3, 0.1}, {x + 0.3, 0.2}, kBlack);
    for (const double axle : {x - 0.2, x + 0.2})
        railWheel(canvas, {axle, kRadius}, kRadius, pose, kGrey);
}

void windows(Canvas &canvas, Point low, Point high, int count, double gap, Colour glass) {
    const double width = (high.x - low.x + gap) / count - gap;
    for (int i = 0; i < count; ++i) {
        const double left = low.x + i * (width + gap);
        canvas.box({left, low.y}, {left + width, high.y}, glass);
        canvas.polygon({{left + 0.15 * width, high.y},
                        {left + 0.45 * width, high.y},
                        {left + 0.25 * width, low.y},
                        {left, low.y},
                        {left, (low.y + high.y) / 2}},
                       glass.shaded(0.25));
    }
}

void lightBar(Canvas &canvas, Point low, Point high, double time, Colour left, Colour right) {
    constexpr double kFlashes = 4.0; // a second
    const bool isLeftOn = std::fmod(time * kFlashes, 1.0) < 0.5;
    const double middle = (low.x + high.x) / 2;
    canvas.box({low.x, low.y - 0.015}, {high.x, low.y + 0.01}, kDark);
    canvas.box(low, {middle, high.y}, isLeftOn ? left.shaded(0.15) : left.shaded(-0.55));
    canvas.box({middle, low.y}, high, isLeftOn ? right.shaded(-0.55) : right.shaded(0.15));
    const Point lit{isLeftOn ? (low.x + middle) / 2 : (middle + high.x) / 2, (low.y + high.y) / 2};
    canvas.disc(lit, 0.45 * (high.y - low.y), (isLeftOn ? left : right).shaded(0.7));
}

void headlight(Canvas &canvas, Point at, double radius) {
    canvas.ellipse(at, 0.7 * radius, radius, kHeadlight);
}

void tailLight(Canvas &canvas, Point at, double radius) {
    canvas.ellipse(at, 0.6 * radius, radius, {220, 25, 25});
}

void shadow(Canvas &canvas, double left, double right) {
    canvas.ellipse({(left + right) / 2, 0.0}, (right - left) / 2, 0.035, kShade);
}

void chequers(Canvas &canvas, Point low, Point high, int columns, Colour even, Colour odd) {
    const double width = (high.x - low.x) / columns;
    const double middle = (low.y + high.y) / 2;
    canvas.box(low, high, even);
    for (int column = 0; column < columns; ++column) {
        const double left = low.x + column * width;
        const bool isUpper = column % 2 == 0;
        canvas.box({left, isUpper ? middle : low.y}, {left + width, isUpper ? high.y : middle}, odd);
    }
}

void cross(Canvas &canvas, Point centre, double size, Colour colour) {
    const double arm = size / 2;
    const double half = size / 6;
    canvas.box({centre.x - arm, centre.y - half}, {centre.x + arm, centre.y + half}, colour);
    canvas.box({centre.x - half, centre.y - arm}, {centre.x + half, centre.y + arm}, colour);
}

void head(Canvas &canvas, Point centre, double radius, Colour hair) {
    canvas.disc({centre.x - 0.15 * radius, centre.y + 0.2 * radius}, radius, hair);
    canvas.disc({centre.x + 0.15 * radius, centre.y - 0.1 * radius}, 0.82 * radius, kSkin);
}

void helmet(Canvas &canvas, Point centre, double radius, Colour colour) {
    canvas.disc({centre.x + 0.15 * radius, centre.y - 0.25 * radius}, 0.8 * radius, kSkin);
    canvas.polygon({{centre.x - 1.05 * radius, centre.y - 0.3 * radius},
                    {centre.x - 0.95 * radius, centre.y + 0.45 * radius},
                    {centre.x - 0.45 * radius, centre.y + 0.95 * radius},
                    {centre.x + 0.35 * radius, centre.y + 0.95 * radius},
                    {centre.x + 0.95 * radius, centre.y + 0.45 * radius},
                    {centre.x + 1.1 * radius, centre.y + 0.05 * radius},
                    {centre.x + 0.1 * radius, centre.y + 0.1 * radius},
                    {centre.x - 0.3 * radius, centre.y - 0.5 * radius}},
                   colour);
    canvas.line({centre.x - 0.6 * radius, centre.y + 0.55 * radius},
                {centre.x + 0.5 * radius, centre.y + 0.65 * radius}, 0.15 * radius, colour.shaded(0.5));
}

} // namespace tagscope::demo
