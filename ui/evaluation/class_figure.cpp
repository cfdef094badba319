// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/class_figure.h"

#include "ui/base/text.h"

#include <QEvent>
#include <QPainter>

namespace tagscope::ui {

namespace {

FigureColours coloursOf(const QPalette &palette) {
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    FigureColours colours;
    colours.text = palette.color(QPalette::Text).name().toStdString();
    colours.faint = isDark ? "#a0a0a0" : "#767676";
    colours.grid = isDark ? "#5a5a5a" : "#c8c8c8";
    colours.against = isDark ? "#e69f00" : "#b35900";
    colours.shown = isDark ? "#56b4e9" : "#0072b2";
    return colours;
}

QByteArray svgOf(const Report &report, const FigureColours &colours) {
    return QByteArray::fromStdString(classFigureSvg(report, colours));
}

} // namespace

ClassFigure::ClassFigure(QWidget *parent) : QWidget(parent) {
    setAccessibleName(tr("F1 of each event"));
}

void ClassFigure::setReport(std::shared_ptr<const Report> report) {
    report_ = std::move(report);
    draw();
}

void ClassFigure::draw() {
    if (report_)
        drawing_.load(svgOf(*report_, coloursOf(palette())));
    updateGeometry();
    update();
}

QSize ClassFigure::sizeHint() const {
    // The drawing's letters are 12 points of its own high.
    const double scale = fontMetrics().height() / 15.0;
    return (QSizeF(drawing_.defaultSize()) * scale).toSize();
}

void ClassFigure::paintOn(QPaintDevice &device) const {
    if (!report_)
        return;
    QSvgRenderer paper(svgOf(*report_, {}));
    paper.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&device);
    painter.fillRect(QRect(0, 0, width(), height()), Qt::white);
    paper.render(&painter, QRectF(0, 0, width(), height()));
}

void ClassFigure::paintEvent(QPaintEvent *) {
    if (!report_)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    drawing_.render(&painter, QRectF(QPointF(0, 0), QSizeF(sizeHint())));
}

void ClassFigure::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

} // namespace tagscope::ui
