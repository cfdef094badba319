// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/tokens.h"

#include <QApplication>
#include <QLabel>
#include <QPalette>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kDisplaySize = 1.5; // of the body's

QColor colour(QRgb rgb) {
    return QColor(rgb);
}

Tokens lightTokens() {
    return {.ground = colour(0xf4f5f7),
            .surface = colour(0xffffff),
            .raised = colour(0xe9ecf0),
            .line = colour(0xd3d8de),
            .text = colour(0x1b1f24),
            .dim = colour(0x57606a),
            .accent = colour(0x1f5fbf),
            .onAccent = colour(0xffffff),
            .link = colour(0x0b57d0),
            .noteGround = colour(0xfff4d6),
            .sound = colour(0x0067a5),
            .pictures = colour(0xa85200)};
}

Tokens darkTokens() {
    return {.ground = colour(0x22252a),
            .surface = colour(0x181a1e),
            .raised = colour(0x30343a),
            .line = colour(0x434850),
            .text = colour(0xe8eaed),
            .dim = colour(0xa9b0b8),
            .accent = colour(0x64a8f0),
            .onAccent = colour(0x0b0c0d),
            .link = colour(0x8ab4f8),
            .noteGround = colour(0x3d3522),
            .sound = colour(0x5cb8f0),
            .pictures = colour(0xf0a040)};
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &of) {
    return 0.2126 * linear(of.redF()) + 0.7152 * linear(of.greenF()) + 0.0722 * linear(of.blueF());
}

} // namespace

double contrastOf(const QColor &one, const QColor &other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

const Tokens &tokensOf(bool isDark) {
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    return isDark ? dark : light;
}

const Tokens &tokens() {
    return tokensOf(QApplication::palette().color(QPalette::Window).lightness() < 128);
}

const std::array<QRgb, kDistinctColours> &distinctColours(bool isOnDark) {
    // Found by a search for the largest smallest distance in CIELAB over normal sight and the three kinds of colour
    // blindness (Machado, Oliveira and Fernandes 2009), with a contrast of 3 : 1 to the ground; the first three stay
    // near the blue, vermilion and green of Okabe and Ito (2008).
    static constexpr std::array<QRgb, kDistinctColours> kOnLight{0xff1f5393, 0xffdb7600, 0xff00a76e, 0xffb12cff,
                                                                 0xff783e00, 0xff2e0037, 0xff041f07};
    static constexpr std::array<QRgb, kDistinctColours> kOnDark{0xff7596e1, 0xffe06b28, 0xff0feb8e, 0xff8b6252,
                                                                0xffffd91f, 0xff9041fe, 0xffd4ffff};
    return isOnDark ? kOnDark : kOnLight;
}

QColor distinctColour(std::size_t index, bool isOnDark) {
    return QColor(distinctColours(isOnDark)[index % kDistinctColours]);
}

QFont strong(QFont font) {
    font.setBold(true);
    return font;
}

QFont scaled(QFont font, double factor) {
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

QFont fontOf(TextRole role, const QFont &body) {
    if (role == TextRole::Body)
        return body;
    return strong(role == TextRole::Display ? scaled(body, kDisplaySize) : body);
}

void giveRole(QWidget &widget, TextRole role) {
    widget.setFont(fontOf(role, widget.font()));
}

QLabel *headingLabel(const QString &text) {
    auto *label = new QLabel(text);
    giveRole(*label, TextRole::Heading);
    return label;
}

} // namespace tagscope::ui
