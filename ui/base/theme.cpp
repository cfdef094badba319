// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/theme.h"

#include "ui/base/quiet_style.h"
#include "ui/base/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleHints>
#include <QTimer>
#include <QWidget>

namespace tagscope::ui {

namespace {

QPalette paletteOf(const Tokens &tokens) {
    QPalette palette(tokens.raised, tokens.ground); // shades of edges follow from these
    palette.setColor(QPalette::Base, tokens.surface);
    palette.setColor(QPalette::AlternateBase, tokens.ground);
    palette.setColor(QPalette::Text, tokens.text);
    palette.setColor(QPalette::WindowText, tokens.text);
    palette.setColor(QPalette::ButtonText, tokens.text);
    palette.setColor(QPalette::PlaceholderText, tokens.dim);
    palette.setColor(QPalette::Highlight, tokens.accent);
    palette.setColor(QPalette::HighlightedText, tokens.onAccent);
    palette.setColor(QPalette::Link, tokens.link);
    palette.setColor(QPalette::LinkVisited, tokens.link);
    palette.setColor(QPalette::ToolTipBase, tokens.noteGround);
    palette.setColor(QPalette::ToolTipText, tokens.text);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.dim);
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

QPalette lightPalette() {
    return paletteOf(tokensOf(false));
}

void apply(Theme theme) {
    appliedTheme() = theme;
    const bool isDark = theme == Theme::Dark || (theme == Theme::System && isSystemDark());
    if (qobject_cast<QuietStyle *>(QApplication::style()) == nullptr)
        QApplication::setStyle(new QuietStyle);
    QApplication::setPalette(paletteOf(tokensOf(isDark)));
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
