// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QTimer>
#include <QWidget>

namespace tagscope::ui {

namespace {

struct Colours {
    QRgb window, base, alternate, text, dimText, button, highlight, highlightedText, link, toolTip;
};

constexpr Colours kLight{0xf2f2f2, 0xffffff, 0xe9ecef, 0x1a1a1a, 0x5f6368,
                         0xe6e6e6, 0x1565c0, 0xffffff, 0x0b57d0, 0xfffbe6};
constexpr Colours kDark{0x26282b, 0x1b1d1f, 0x2d3033, 0xe8e8e8, 0xa3a7ab,
                        0x35383c, 0x64a8f0, 0x0b0c0d, 0x8ab4f8, 0x3a3d40};

QPalette paletteOf(const Colours &colours) {
    QPalette palette(QColor(colours.button), QColor(colours.window)); // shades of edges follow from these
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) { palette.setColor(role, QColor(colour)); };
    set(QPalette::Base, colours.base);
    set(QPalette::AlternateBase, colours.alternate);
    set(QPalette::Text, colours.text);
    set(QPalette::WindowText, colours.text);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::PlaceholderText, colours.dimText);
    set(QPalette::Highlight, colours.highlight);
    set(QPalette::HighlightedText, colours.highlightedText);
    set(QPalette::Link, colours.link);
    set(QPalette::LinkVisited, colours.link);
    set(QPalette::ToolTipBase, colours.toolTip);
    set(QPalette::ToolTipText, colours.text);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colours.dimText));
    return palette;
}

Theme &appliedTheme() {
    static Theme theme = Theme::System;
    return theme;
}

bool isSystemDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    QApplication::setPalette(QPalette()); // takes ours away, and leaves what the platform wants
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

QString nameOf(Theme theme) {
    switch (theme) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::System:
        break;
    }
    return QStringLiteral("system");
}

Theme themeNamed(const QString &name) {
    for (const Theme theme : kThemes)
        if (nameOf(theme) == name)
            return theme;
    return Theme::System;
}

void apply(Theme theme) {
    appliedTheme() = theme;
    const bool isDark = theme == Theme::Dark || (theme == Theme::System && isSystemDark());
    if (QApplication::style()->name() != QStringLiteral("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(isDark ? kDark : kLight));
}

void keepTheme(Theme theme) {
    apply(theme);
    QSettings().setValue(QStringLiteral("window/theme"), nameOf(theme));
}

ThemeFollower::ThemeFollower(QWidget &window) : QObject(&window) {
    window.installEventFilter(this);
}

bool ThemeFollower::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::ThemeChange && appliedTheme() == Theme::System)
        QTimer::singleShot(0, this, [] { apply(appliedTheme()); }); // after all others have been told
    return QObject::eventFilter(watched, event);
}

} // namespace tagscope::ui
