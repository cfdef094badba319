// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QSlider>
#include <QTabBar>

namespace tagscope::ui {
namespace {

bool isSetByTheWheel(const QWidget &widget) {
    return qobject_cast<const QAbstractSpinBox *>(&widget) != nullptr ||
           qobject_cast<const QComboBox *>(&widget) != nullptr || qobject_cast<const QSlider *>(&widget) != nullptr ||
           qobject_cast<const QTabBar *>(&widget) != nullptr;
}

} // namespace

WheelGuard::WheelGuard(QObject *parent) : QObject(parent) {
    QApplication::instance()->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::Polish && event->type() != QEvent::Wheel)
        return QObject::eventFilter(watched, event);
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr || !isSetByTheWheel(*widget))
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::Polish && widget->focusPolicy() == Qt::WheelFocus)
        widget->setFocusPolicy(Qt::StrongFocus);
    if (event->type() == QEvent::Wheel && !widget->hasFocus()) {
        event->ignore(); // who it lies in gets it
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tagscope::ui
