// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <array>
#include <cstddef>

class QLabel;
class QWidget;

namespace tagscope::ui {

// What the whole window is drawn with: every colour, size of text and distance is one of these.

// Logical pixels.
inline constexpr int kGrid = 8;   // distances are multiples of it, or its half
inline constexpr int kRadius = 4; // of what can be pressed or typed into

struct Tokens {
    QColor ground;  // of the window
    QColor surface; // of data: tables, tracks, fields
    QColor raised;  // what can be pressed, and every other row
    QColor line;    // hairlines between them; says nothing by itself
    QColor text;
    QColor dim;    // text of less weight
    QColor accent; // what is chosen or has the focus, and nothing else
    QColor onAccent;
    QColor link;
    QColor noteGround; // behind notes
    // Sound and pictures wherever both are told of; as fills and as text.
    QColor sound;
    QColor pictures;
};

// WCAG 2.1's (L1 + 0.05) / (L2 + 0.05), 1 to 21, of opaque colours.
[[nodiscard]] double contrastOf(const QColor &one, const QColor &other);

[[nodiscard]] const Tokens &tokensOf(bool isDark);
// Of the theme that is applied. GUI thread.
[[nodiscard]] const Tokens &tokens();

// Colours of things that are told apart by them, such as events: the same for the same number at every start. So many
// differ from each other, also for eyes that lack one kind of cone; then they come again, so that a dash, a number or a
// name goes with them.
inline constexpr std::size_t kDistinctColours = 7;
[[nodiscard]] QColor distinctColour(std::size_t index, bool isOnDark);
[[nodiscard]] const std::array<QRgb, kDistinctColours> &distinctColours(bool isOnDark);

// Text by its weight: a heading is bold, the display large too.
enum class TextRole { Body, Heading, Display };

[[nodiscard]] QFont fontOf(TextRole role, const QFont &body);
[[nodiscard]] QFont strong(QFont font);
[[nodiscard]] QFont scaled(QFont font, double factor);
void giveRole(QWidget &widget, TextRole role);
[[nodiscard]] QLabel *headingLabel(const QString &text); // owned by whoever gives it a place

} // namespace tagscope::ui
