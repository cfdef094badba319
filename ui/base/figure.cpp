// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/figure.h"

#include "ui/base/theme.h"

#include <QBuffer>
#include <QEvent>
#include <QImage>
#include <QLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kMillimetresPerInch = 25.4;

// How a figure lies on its device.
struct Sheet {
    double scale = 1.0;                     // a picture's pixels for each point of the widget
    std::optional<QSizeF> millimetres = {}; // of a page; none: as large as on the screen
};

void paintOn(QPaintDevice &device, QWidget &widget, const Figure &figure) {
    if (figure.paint) {
        figure.paint(device);
        return;
    }
    QPainter painter(&device);
    widget.render(&painter);
}

QImage pictureOf(QWidget &widget, const Figure &figure, const Sheet &sheet) {
    const QSizeF pixels = QSizeF(widget.size()) * sheet.scale;
    QImage picture(static_cast<int>(std::lround(pixels.width())), static_cast<int>(std::lround(pixels.height())),
                   QImage::Format_RGB32);
    if (picture.isNull())
        return picture;
    picture.setDevicePixelRatio(sheet.scale);
    picture.fill(widget.palette().color(sheet.millimetres ? QPalette::Base : QPalette::Window));
    paintOn(picture, widget, figure);
    if (sheet.millimetres) {
        const double dotsPerMetre = 1000.0 * picture.width() / sheet.millimetres->width();
        picture.setDotsPerMeterX(static_cast<int>(std::lround(dotsPerMetre)));
        picture.setDotsPerMeterY(static_cast<int>(std::lround(dotsPerMetre)));
    }
    return picture;
}

// Of the resolution for which the widget was laid out, so that letters are as large beside the lines as on the screen.
double resolutionOf(const QWidget &widget, const Sheet &sheet) {
    return sheet.millimetres ? widget.width() / (sheet.millimetres->width() / kMillimetresPerInch)
                             : widget.logicalDpiX();
}

QByteArray svgOf(QWidget &widget, const Figure &figure, const Sheet &sheet) {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&bytes);
    generator.setResolution(static_cast<int>(std::lround(resolutionOf(widget, sheet))));
    generator.setSize(widget.size());
    generator.setViewBox(widget.rect());
    generator.setTitle(figure.name);
    paintOn(generator, widget, figure);
    return bytes.data();
}

QByteArray pdfOf(QWidget &widget, const Figure &figure, const Sheet &sheet) {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        const double resolution = resolutionOf(widget, sheet);
        writer.setResolution(static_cast<int>(std::lround(resolution)));
        writer.setPageSize(QPageSize(QSizeF(widget.size()) / resolution, QPageSize::Inch, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(figure.name);
        paintOn(writer, widget, figure);
    }
    return bytes.data();
}

Encoding encodingOf(QWidget &widget, const Figure &figure, FigureFormat format, const Sheet &sheet) {
    if (format == FigureFormat::Png) {
        const QImage picture = pictureOf(widget, figure, sheet);
        return [picture] {
            QBuffer bytes;
            bytes.open(QIODevice::WriteOnly);
            picture.save(&bytes, "PNG");
            return bytes.data();
        };
    }
    const QByteArray drawn = format == FigureFormat::Svg ? svgOf(widget, figure, sheet) : pdfOf(widget, figure, sheet);
    return [drawn] { return drawn; };
}

// The widget as it stands on a page, as long as this is. The screen shows nothing of it: updates wait.
class LaidOutForPrint {
public:
    LaidOutForPrint(QWidget &widget, const Figure &figure, const PrintSize &size)
        : widget_(widget), geometry_(widget.geometry()), font_(widget.font()), palette_(widget.palette()),
          hasFont_(widget.testAttribute(Qt::WA_SetFont)), hasPalette_(widget.testAttribute(Qt::WA_SetPalette)) {
        widget.setUpdatesEnabled(false);
        for (const QPointer<QWidget> &part : figure.furniture)
            if (part && part->isVisibleTo(&widget)) {
                part->hide();
                hidden_.push_back(part);
            }
        QFont font = widget.font();
        font.setPointSizeF(size.points);
        widget.setFont(font);
        widget.setPalette(lightPalette());
        const double dots = widget.logicalDpiX() / kMillimetresPerInch;
        layOut(QSize(static_cast<int>(std::lround(size.millimetres.width() * dots)),
                     static_cast<int>(std::lround(size.millimetres.height() * dots))));
    }
    LaidOutForPrint(const LaidOutForPrint &) = delete;
    LaidOutForPrint &operator=(const LaidOutForPrint &) = delete;
    ~LaidOutForPrint() {
        widget_.setFont(hasFont_ ? font_ : QFont());
        widget_.setPalette(hasPalette_ ? palette_ : QPalette());
        for (const QPointer<QWidget> &part : hidden_)
            if (part)
                part->show();
        widget_.setGeometry(geometry_);
        activate();
        widget_.setUpdatesEnabled(true);
    }

private:
    void layOut(const QSize &size) {
        widget_.resize(size);
        activate();
        widget_.resize(size); // what it could not be smaller than, before its parts were
    }
    void activate() {
        if (QLayout *layout = widget_.layout())
            layout->activate();
    }

    QWidget &widget_;
    QRect geometry_;
    QFont font_;
    QPalette palette_;
    bool hasFont_;
    bool hasPalette_;
    std::vector<QPointer<QWidget>> hidden_;
};

} // namespace

Encoding drawFigure(QWidget &widget, const Figure &figure, FigureFormat format, int scale) {
    return encodingOf(widget, figure, format, {.scale = static_cast<double>(scale)});
}

Encoding drawFigure(QWidget &widget, const Figure &figure, FigureFormat format, const PrintSize &size) {
    const LaidOutForPrint layout(widget, figure, size);
    QSizeF millimetres = size.millimetres;
    millimetres.setHeight(millimetres.width() * widget.height() / std::max(widget.width(), 1));
    const double pixels = millimetres.width() / kMillimetresPerInch * size.dotsPerInch;
    return encodingOf(widget, figure, format, {.scale = pixels / widget.width(), .millimetres = millimetres});
}

} // namespace tagscope::ui
