// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace tagscope {

// Replaces each value by 10 log10(max(floor, value)), within 1e-5 dB; what is at or below the floor becomes exactly
// 10 log10(floor) rounded to float. Values: finite; floor: positive and not subnormal.
// A loop of plain arithmetic that compilers vectorise: std::log10 would cost as much as the rest of log-mel.
void toDecibels(std::span<float> values, double floor);

} // namespace tagscope
