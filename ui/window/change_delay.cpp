// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/change_delay.h"

#include <QDockWidget>
#include <QEvent>
#include <utility>

namespace tagscope::ui {

ChangeDelay::ChangeDelay(QWidget &window, std::function<void()> store) : QObject(&window) {
    timer_.setSingleShot(true);
    timer_.setInterval(kMilliseconds);
    connect(&timer_, &QTimer::timeout, this, std::move(store));
    window.installEventFilter(this);
}

void ChangeDelay::follow(const QDockWidget &dock) {
    connect(&dock, &QDockWidget::visibilityChanged, this, &ChangeDelay::note);
    connect(&dock, &QDockWidget::dockLocationChanged, this, &ChangeDelay::note);
    connect(&dock, &QDockWidget::topLevelChanged, this, &ChangeDelay::note);
}

bool ChangeDelay::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::WindowStateChange)
        note();
    return QObject::eventFilter(watched, event);
}

} // namespace tagscope::ui
