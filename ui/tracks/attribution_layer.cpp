// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/attribution_layer.h"

#include "ui/base/tokens.h"
#include "ui/tracks/time_geometry.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

namespace tagscope::ui {

namespace {

constexpr double kCover = 0.55;     // opacity where nothing speaks
constexpr double kStrongest = 0.99; // the share of cells below full colour

QRgb blended(const QColor &cover, QRgb colour, double strength) {
    const auto mix = [strength](int from, int to) {
        return static_cast<int>(std::lround(from + strength * (to - from)));
    };
    const int alpha = mix(static_cast<int>(255 * kCover), 200);
    return qRgba(mix(cover.red(), qRed(colour)), mix(cover.green(), qGreen(colour)), mix(cover.blue(), qBlue(colour)),
                 alpha);
}

} // namespace

QImage attributionImage(const Matrix &values, int framesOfColumn, const QColor &cover) {
    const auto frames = static_cast<std::size_t>(framesOfColumn);
    const std::size_t columns = values.rows / frames;
    Matrix cells(columns, values.columns);
    for (std::size_t frame = 0; frame < columns * frames; ++frame)
        for (std::size_t band = 0; band < values.columns; ++band)
            cells(frame / frames, band) += values(frame, band);
    std::vector<float> sizes(cells.values.size());
    std::ranges::transform(cells.values, sizes.begin(), [](float value) { return std::abs(value); });
    float full = 0.0F;
    if (!sizes.empty()) {
        const auto nth =
            sizes.begin() + static_cast<std::ptrdiff_t>(kStrongest * static_cast<double>(sizes.size() - 1));
        std::ranges::nth_element(sizes, nth);
        full = *nth;
    }
    QImage image(static_cast<int>(columns), static_cast<int>(values.columns), QImage::Format_ARGB32);
    for (std::size_t band = 0; band < values.columns; ++band) {
        const int row = static_cast<int>(values.columns - 1 - band);
        for (std::size_t column = 0; column < columns; ++column) {
            const float value = cells(column, band);
            const double strength =
                full > 0.0F ? static_cast<double>(std::min(1.0F, std::sqrt(std::abs(value) / full))) : 0.0;
            const bool isGap = value < 0.0F && (column + band) % 2 == 0; // the dots of what speaks against
            image.setPixel(static_cast<int>(column), row,
                           blended(cover, distinctColours(false)[value < 0.0F ? 0 : 1], isGap ? 0.0 : strength));
        }
    }
    return image;
}

AttributionLayer::AttributionLayer(QWidget &track, ViewState &view, std::function<double(double)> pixelOfBand)
    : QWidget(&track), view_(view), pixelOfBand_(std::move(pixelOfBand)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(track.rect());
    hide();
    track.installEventFilter(this);
    connect(&view, &ViewState::rangeChanged, this, [this] { update(); });
}

void AttributionLayer::setAttribution(std::shared_ptr<const EventAttribution> attribution, Seconds frameHop) {
    if (attribution == attribution_ && frameHop == frameHop_)
        return;
    attribution_ = std::move(attribution);
    frameHop_ = frameHop;
    colour();
    setVisible(attribution_ != nullptr);
}

void AttributionLayer::colour() {
    cells_ = attribution_ ? attributionImage(attribution_->attribution.values, kAttributionFrames,
                                             palette().color(QPalette::Base))
                          : QImage();
    update();
}

bool AttributionLayer::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    else if (event->type() == QEvent::PaletteChange)
        colour();
    return QWidget::eventFilter(watched, event);
}

void AttributionLayer::paintEvent(QPaintEvent *) {
    if (cells_.isNull())
        return;
    const TimeGeometry geometry(*this, view_.range());
    const double bands = cells_.height();
    const double top = pixelOfBand_(bands - 0.5);
    const double bottom = pixelOfBand_(-0.5);
    QPainter painter(this);
    painter.setClipRect(QRectF(geometry.left, top, geometry.width, bottom - top));
    const double hop = frameHop_.count() * kAttributionFrames;
    // Frame n is centred on n hops.
    const double first = -frameHop_.count() / 2.0;
    const double left = geometry.xOf(Seconds{first});
    const double right = geometry.xOf(Seconds{first + hop * cells_.width()});
    for (int row = 0; row < cells_.height(); ++row) { // the bands' places are not evenly spaced on every axis
        const double upper = pixelOfBand_(bands - 0.5 - row);
        const double lower = pixelOfBand_(bands - 1.5 - row);
        painter.drawImage(QRectF(left, upper, right - left, lower - upper), cells_, QRectF(0, row, cells_.width(), 1));
    }
    painter.setClipping(false);
    const QString legend = tr("orange: speaks for the event; blue, dotted: against it");
    const QRectF box = painter
                           .boundingRect(QRectF(geometry.left, top, geometry.width, bottom - top),
                                         Qt::AlignRight | Qt::AlignTop, legend)
                           .adjusted(-4, 0, 0, 2);
    painter.fillRect(box, palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(box, Qt::AlignCenter, legend);
}

} // namespace tagscope::ui
