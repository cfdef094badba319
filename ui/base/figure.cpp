// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/figure.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QWidget>

namespace tagscope::ui {

namespace {

void paintOn(QPaintDevice &device, QWidget &widget, const Figure &figure) {
    if (figure.paint) {
        figure.paint(device);
        return;
    }
    QPainter painter(&device);
    widget.render(&painter);
}

QImage pictureOf(QWidget &widget, const Figure &figure, int scale) {
    QImage picture(widget.size() * scale, QImage::Format_RGB32);
    if (picture.isNull())
        return picture;
    picture.setDevicePixelRatio(scale);
    picture.fill(widget.palette().color(QPalette::Window));
    paintOn(picture, widget, figure);
    return picture;
}

// Of the resolution for which the widget was laid out, so that letters are as large beside the lines as on the screen.
QByteArray svgOf(QWidget &widget, const Figure &figure) {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&bytes);
    generator.setResolution(widget.logicalDpiX());
    generator.setSize(widget.size());
    generator.setViewBox(widget.rect());
    paintOn(generator, widget, figure);
    return bytes.data();
}

QByteArray pdfOf(QWidget &widget, const Figure &figure) {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        const int resolution = widget.logicalDpiX();
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QSizeF(widget.size()) / resolution, QPageSize::Inch));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(figure.name);
        paintOn(writer, widget, figure);
    }
    return bytes.data();
}

} // namespace

Encoding drawFigure(QWidget &widget, const Figure &figure, FigureFormat format, int scale) {
    if (format == FigureFormat::Png) {
        const QImage picture = pictureOf(widget, figure, scale);
        return [picture] {
            QBuffer bytes;
            bytes.open(QIODevice::WriteOnly);
            picture.save(&bytes, "PNG");
            return bytes.data();
        };
    }
    const QByteArray drawn = format == FigureFormat::Svg ? svgOf(widget, figure) : pdfOf(widget, figure);
    return [drawn] { return drawn; };
}

} // namespace tagscope::ui
