// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>
#include <QString>
#include <array>

class QWidget;

namespace tagscope::ui {

// Colours of the whole program: as the system has them, or always light or dark.
enum class Theme { System, Light, Dark };

inline constexpr std::array kThemes{Theme::System, Theme::Light, Theme::Dark};

// "system", "light", "dark": as kept in the settings.
[[nodiscard]] QString nameOf(Theme theme);
[[nodiscard]] Theme themeNamed(const QString &name); // System for names that are none

// For what is drawn on paper, whatever the window looks like.
[[nodiscard]] QPalette lightPalette();

// Sets the style (quiet_style.h) and the palette (tokens.h) of the QApplication. GUI thread.
void apply(Theme theme);
// The same, and also at the next start.
void keepTheme(Theme theme);

// While the theme is the system's: takes the system's colours anew when they change. Belongs to the window, whose
// events tell of it. GUI thread.
class ThemeFollower : public QObject {
    Q_OBJECT

public:
    explicit ThemeFollower(QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tagscope::ui
