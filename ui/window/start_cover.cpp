// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/start_cover.h"

#include <QEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <utility>

namespace tagscope::ui {

StartCover::StartCover(QMainWindow &window, QWidget &page, QStackedWidget &centre)
    : QObject(&window), window_(window), page_(page), centre_(centre), place_(new QWidget) {
    page_.setAutoFillBackground(true);
    centre_.insertWidget(1, place_);
    window_.installEventFilter(this);
}

void StartCover::setNothingOpen(bool isNothing) {
    if (isNothing && !isCovering_ && centre_.currentWidget() != &page_)
        cover();
    else if (!isNothing)
        uncover();
}

void StartCover::cover() {
    isCovering_ = true;
    centre_.setCurrentWidget(place_);
    page_.setParent(&window_);
    fit();
    page_.show();
}

void StartCover::uncover() {
    if (!std::exchange(isCovering_, false))
        return;
    const bool isShown = centre_.currentWidget() == place_;
    centre_.insertWidget(0, &page_);
    if (isShown)
        centre_.setCurrentWidget(&page_);
}

void StartCover::fit() {
    const int top = window_.menuBar()->isVisibleTo(&window_) ? window_.menuBar()->geometry().bottom() + 1 : 0;
    const int bottom = window_.statusBar()->isVisibleTo(&window_) ? window_.statusBar()->height() : 0;
    page_.setGeometry(0, top, window_.width(), window_.height() - top - bottom);
    page_.raise(); // panels that come to the front stay behind it
}

bool StartCover::eventFilter(QObject *watched, QEvent *event) {
    const QEvent::Type type = event->type();
    if (isCovering_ && watched == &window_ &&
        (type == QEvent::Resize || type == QEvent::LayoutRequest || type == QEvent::Show)) {
        const bool isHandled = QObject::eventFilter(watched, event);
        fit();
        return isHandled;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tagscope::ui
