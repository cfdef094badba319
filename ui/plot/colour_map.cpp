// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/colour_map.h"

namespace tagscope::ui {

namespace {

std::vector<QColor> colours(std::initializer_list<QRgb> values) {
    return {values.begin(), values.end()};
}

} // namespace

QString nameOf(ColourMap map) {
    switch (map) {
    case ColourMap::Magma:
        return QStringLiteral("magma");
    case ColourMap::Cividis:
        return QStringLiteral("cividis");
    case ColourMap::Grey:
        return QStringLiteral("grey");
    case ColourMap::Viridis:
        break;
    }
    return QStringLiteral("viridis");
}

ColourMap colourMapNamed(const QString &name) {
    for (const ColourMap map : kColourMaps)
        if (nameOf(map) == name)
            return map;
    return ColourMap::Viridis;
}

// Ten samples each of the maps by van der Walt and Smith (viridis, magma) and Nuñez, Anderton and Renslow (cividis).
std::vector<QColor> coloursOf(ColourMap map) {
    switch (map) {
    case ColourMap::Magma:
        return colours(
            {0x000004, 0x180f3d, 0x440f76, 0x721f81, 0x9e2f7f, 0xcd4071, 0xf1605d, 0xfd9668, 0xfeca8d, 0xfcfdbf});
    case ColourMap::Cividis:
        return colours(
            {0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55, 0xfee838});
    case ColourMap::Grey:
        return colours({0x000000, 0xffffff});
    case ColourMap::Viridis:
        break;
    }
    return colours(
        {0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725});
}

} // namespace tagscope::ui
