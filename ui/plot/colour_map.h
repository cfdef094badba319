// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <array>
#include <vector>

namespace tagscope::ui {

// The colour maps offered: all are of even lightness steps and can be read without seeing hues.
enum class ColourMap { Viridis, Magma, Cividis, Grey };

inline constexpr std::array kColourMaps{ColourMap::Viridis, ColourMap::Magma, ColourMap::Cividis, ColourMap::Grey};

// "viridis" …: as in the menu and the settings.
[[nodiscard]] QString nameOf(ColourMap map);
[[nodiscard]] ColourMap colourMapNamed(const QString &name); // Viridis for names that are none

// Colours at equal steps from the lowest value to the highest, to be interpolated.
[[nodiscard]] std::vector<QColor> coloursOf(ColourMap map);

} // namespace tagscope::ui
