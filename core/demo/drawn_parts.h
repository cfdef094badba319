// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/canvas.h"
#include "core/demo/drawn_objects.h"
#include "core/demo/variation.h"

#include <array>

// Inside of the demo's pictures: parts that several things have.
namespace tagscope::demo {

inline constexpr Colour kBlack{25, 25, 28};
inline constexpr Colour kDark{55, 57, 62};
inline constexpr Colour kGrey{125, 128, 132};
inline constexpr Colour kSilver{190, 194, 198};
inline constexpr Colour kWhite{246, 246, 244};
inline constexpr Colour kGlass{150, 190, 215};
inline constexpr Colour kDarkGlass{70, 95, 120};
inline constexpr Colour kRed{205, 30, 35};
inline constexpr Colour kYellow{250, 200, 20};
inline constexpr Colour kOrange{240, 125, 20};
inline constexpr Colour kBlue{30, 80, 190};
inline constexpr Colour kSkin{225, 175, 140};
inline constexpr Colour kHeadlight{255, 250, 205};

inline constexpr std::array<Colour, 7> kCarColours{
    {{175, 30, 40}, {35, 75, 150}, {60, 65, 70}, {200, 204, 208}, {240, 240, 238}, {40, 100, 70}, {130, 90, 60}}};
inline constexpr std::array<Colour, 6> kClothes{
    {{200, 50, 60}, {40, 110, 190}, {50, 150, 90}, {240, 170, 40}, {130, 70, 160}, {60, 65, 75}}};

// A tyre with a rim whose spokes turn.
void wheel(Canvas &canvas, Point centre, double radius, const Pose &pose, Colour rim = kSilver);
// A thin tyre with wire spokes.
void cycleWheel(Canvas &canvas, Point centre, double radius, const Pose &pose);
// A steel wheel of a train.
void railWheel(Canvas &canvas, Point centre, double radius, const Pose &pose, Colour colour);
// Two axles of a railway car in a frame.
void bogie(Canvas &canvas, double x, const Pose &pose);
// Evenly spaced panes between two heights.
void windows(Canvas &canvas, Point low, Point high, int count, double gap, Colour glass = kDarkGlass);
// Lamps that flash in turn, four times a second.
void lightBar(Canvas &canvas, Point low, Point high, double time, Colour left, Colour right);
void headlight(Canvas &canvas, Point at, double radius);
void tailLight(Canvas &canvas, Point at, double radius);
// Dark below a vehicle.
void shadow(Canvas &canvas, double left, double right);
// Squares in two rows.
void chequers(Canvas &canvas, Point low, Point high, int columns, Colour even, Colour odd);
void cross(Canvas &canvas, Point centre, double size, Colour colour);
void head(Canvas &canvas, Point centre, double radius, Colour hair);
void helmet(Canvas &canvas, Point centre, double radius, Colour colour);

// The angle of a wheel after the way travelled, clockwise.
[[nodiscard]] double turned(const Pose &pose, double radius);
[[nodiscard]] Point onCircle(Point centre, double radius, double angle);

} // namespace tagscope::demo
