// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/track_plot.h"

#include "ui/tracks/time_geometry.h"

#include <QLabel>
#include <QStyleOptionFocusRect>

namespace tagscope::ui {

TrackPlot::TrackPlot(ViewState &view, QWidget *parent)
    : QCustomPlot(parent), view_(view), map_(new QCPColorMap(xAxis, yAxis)), bar_(new ColourBar(this)),
      message_(new QLabel(this)) {
    map_->setInterpolate(false); // what the network saw, cell by cell
    map_->setTightBoundary(false);
    xAxis->grid()->setVisible(false);
    yAxis->grid()->setVisible(false);
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setupFullAxesBox(false);
    xAxis2->setTicks(false);
    yAxis2->setTicks(false);
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    message_->hide();
    connect(&view, &ViewState::rangeChanged, this, &TrackPlot::follow);
    new TrackInput(*this, *this, view); // owned by this widget
}

void TrackPlot::setColourMap(ColourMap colourMap) {
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const std::vector<QColor> colours = coloursOf(colourMap);
    for (std::size_t i = 0; i < colours.size(); ++i)
        gradient.setColorStopAt(static_cast<double>(i) / static_cast<double>(colours.size() - 1), colours[i]);
    gradient.setNanHandling(QCPColorGradient::nhTransparent); // where nothing is known yet
    map_->setGradient(gradient);
    bar_->setColourMap(colourMap);
    replot(QCustomPlot::rpQueuedReplot);
}

void TrackPlot::setMessage(const QString &message) {
    message_->setText(message);
    message_->setVisible(!message.isEmpty());
    bar_->setVisible(message.isEmpty());
    map_->setVisible(message.isEmpty());
    yAxis->setTickLabels(message.isEmpty());
    yAxis->setTicks(message.isEmpty());
    replot(QCustomPlot::rpQueuedReplot);
}

QString TrackPlot::message() const {
    return message_->text();
}

void TrackPlot::restyle() {
    const QColor text = palette().color(QPalette::Text);
    setBackground(palette().brush(QPalette::Base));
    for (QCPAxis *axis : {xAxis, yAxis, xAxis2, yAxis2}) {
        axis->setBasePen(QPen(text));
        axis->setTickPen(QPen(text));
        axis->setSubTickPen(QPen(text));
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
    }
}

void TrackPlot::follow() {
    xAxis->setRange(view_.range().lower.count(), view_.range().upper.count());
    replot(QCustomPlot::rpQueuedReplot);
}

int TrackPlot::roomAbove() const {
    return fontMetrics().height() / 2;
}

int TrackPlot::roomBelow() const {
    return xAxis->tickLabels() ? 5 * fontMetrics().height() / 2 : fontMetrics().height() / 4;
}

int TrackPlot::plotHeight() const {
    return std::max(height() - roomAbove() - roomBelow(), 1);
}

void TrackPlot::layOut() {
    const TrackMargins margins = trackMargins(*this);
    const int gap = fontMetrics().height();
    axisRect()->setMargins(QMargins(margins.left, roomAbove(), margins.right, roomBelow()));
    bar_->setGeometry(width() - margins.right, 0, margins.right, height() - roomBelow());
    const QRect plot(margins.left, roomAbove(), width() - margins.left - margins.right, plotHeight());
    message_->setGeometry(plot.adjusted(gap, 2, -gap, -2));
    restyle();
}

void TrackPlot::changeEvent(QEvent *event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        layOut();
        replot(QCustomPlot::rpQueuedReplot);
    }
}

void TrackPlot::resizeEvent(QResizeEvent *event) {
    layOut(); // before the base class, which paints with it
    QCustomPlot::resizeEvent(event);
}

void TrackPlot::paintEvent(QPaintEvent *event) {
    QCustomPlot::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tagscope::ui
