// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QStringList>
#include <QWidget>

namespace tagscope::test {

inline QString nameOf(const QWidget &widget) {
    return QStringLiteral("%1 “%2” in %3")
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(),
             widget.parentWidget() != nullptr ? QString::fromLatin1(widget.parentWidget()->metaObject()->className())
                                              : QString());
}

// Labels that may be cut say so by a minimum width of one, and buttons by an elided text.
inline bool isClipped(const QWidget &widget) {
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty() || label->minimumWidth() == 1)
            return false;
        if (label->wordWrap())
            return label->height() < label->heightForWidth(label->width());
        return label->width() < label->sizeHint().width() || label->height() < label->sizeHint().height();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return !button->text().isEmpty() && (button->width() < button->minimumSizeHint().width() ||
                                             button->height() < button->minimumSizeHint().height());
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        return box->height() < box->minimumSizeHint().height();
    return false;
}

// The visible labels, buttons and boxes whose texts do not fit into them.
inline QStringList clippedTexts(const QWidget &window) {
    QStringList clipped;
    for (const QWidget *widget : window.findChildren<QWidget *>())
        if (widget->isVisible() && isClipped(*widget)) {
            const QVariant text = widget->property("text");
            clipped << QStringLiteral("%1: %2 (%3 x %4, wants %5 x %6)")
                           .arg(nameOf(*widget), text.toString())
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(widget->sizeHint().width())
                           .arg(widget->sizeHint().height());
        }
    return clipped;
}

} // namespace tagscope::test
