// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/text.h"
#include "ui/plot/key_frame_layout.h"
#include "ui/tracks/picture_strip.h"
#include "ui/tracks/time_geometry.h"

#include <QPainter>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr int kStandIns = 2; // levels

QColor readableOn(const QColor &background) {
    return qGray(background.rgb()) > 140 ? QColor(Qt::black) : QColor(Qt::white);
}

QString labelOf(int keyFrame) {
    return PictureStrip::tr("K%1").arg(keyFrame + 1);
}

} // namespace

void PictureStrip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    const TimeGeometry geometry(*this, view_.range());
    const int line = fontMetrics().height();
    painter.setPen(palette().color(QPalette::Text));
    const bool isOpen = !part_.media.empty();
    if (isOpen && !noPictures_.isEmpty()) {
        painter.drawText(QRect(geometry.left, 0, geometry.width, height()), Qt::AlignCenter | Qt::TextWordWrap,
                         noPictures_);
    } else if (isOpen) {
        const Rows places = rows();
        const auto title = [&](const QRect &row, const QString &text) {
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(QRect(0, row.top(), geometry.left - line / 2, row.height()),
                             Qt::AlignRight | Qt::AlignVCenter | Qt::TextWordWrap, text);
        };
        title(places.film, tr("Pictures"));
        title(places.band, clip_ && noKeyFrames_.isEmpty() ? tr("represented by") : QString());
        title(places.keyFrames, clip_ ? tr("Key frames") : QString());
        paintFilm(painter, geometry);
        if (clip_ && noKeyFrames_.isEmpty()) {
            paintBand(painter, geometry);
            paintKeyFrames(painter, geometry);
        } else if (clip_) {
            painter.drawText(places.keyFrames, Qt::AlignCenter | Qt::TextWordWrap, noKeyFrames_);
        }
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void PictureStrip::paintFilm(QPainter &painter, const TimeGeometry &geometry) const {
    const QRect row = rows().film;
    painter.save();
    painter.setClipRect(row);
    painter.fillRect(row, palette().brush(QPalette::AlternateBase));
    if (film_.isEmpty())
        painter.drawText(row, Qt::AlignCenter | Qt::TextWordWrap, failure_.isEmpty() ? tr("Decoding…") : failure_);
    QColor cover = palette().color(QPalette::Base);
    cover.setAlpha(190);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int finest = filmLevel();
    // Coarser ones first, for the places whose own are not there yet.
    for (int level = finest + kStandIns; level >= finest; --level) {
        const auto [first, end] = filmRange(level);
        for (std::int64_t index = first; index < end; ++index) {
            const QImage *picture = film_.object({level, index});
            if (picture == nullptr || picture->isNull())
                continue;
            // Each picture has the place of its grid step and shows its middle there.
            const Seconds time = filmTime({level, index});
            const double slot = gridStep(level) / geometry.range.span() * geometry.width;
            const double whole = row.height() * aspect_;
            const double width = std::min(slot, whole);
            const double middle = geometry.xOf((static_cast<double>(index) + 0.5) * gridStep(level));
            const QRectF tile(middle - width / 2, row.top(), width, row.height());
            const double cut = (1 - width / whole) / 2 * picture->width();
            painter.drawImage(tile, *picture, QRectF(picture->rect()).adjusted(cut, 0, -cut, 0));
            if (view_.keyFrame() && representativeAt(time) != view_.keyFrame())
                painter.fillRect(tile, cover);
        }
    }
    painter.restore();
}

void PictureStrip::paintBand(QPainter &painter, const TimeGeometry &geometry) const {
    const QRect row = rows().band.adjusted(0, 2, 0, -2);
    const std::vector<int> &representative = clip_->video->selection.representative;
    const double rate = clip_->video->picturesPerSecond;
    painter.save();
    painter.setClipRect(row);
    for (std::size_t begin = 0; begin < representative.size();) {
        std::size_t end = begin + 1;
        while (end < representative.size() && representative[end] == representative[begin])
            ++end;
        // A picture is the nearest one half a grid step around its time.
        const double from = geometry.xOf(Seconds{(static_cast<double>(begin) - 0.5) / rate});
        const double to = geometry.xOf(Seconds{(static_cast<double>(end) - 0.5) / rate});
        const QRectF stretch(from, row.top(), to - from, row.height());
        const int keyFrame = representative[begin];
        const bool isDimmed = view_.keyFrame() && view_.keyFrame() != keyFrame;
        const QColor colour = isDimmed ? palette().color(QPalette::AlternateBase) : keyFrameColour(keyFrame);
        painter.fillRect(stretch, colour);
        painter.setPen(palette().color(QPalette::Base));
        painter.drawLine(stretch.topRight(), stretch.bottomRight());
        painter.setPen(isDimmed ? palette().color(QPalette::Text) : readableOn(colour));
        const QRectF seen = stretch.intersected(row);
        if (seen.width() > fontMetrics().horizontalAdvance(labelOf(keyFrame)) + 2)
            painter.drawText(seen, Qt::AlignCenter, labelOf(keyFrame));
        begin = end;
    }
    painter.restore();
}

void PictureStrip::paintKeyFrames(QPainter &painter, const TimeGeometry &geometry) const {
    const std::vector<QRect> boxes = keyFrameBoxes();
    for (std::size_t k = 0; k < boxes.size(); ++k)
        if (boxes[k].isValid())
            paintKeyFrame(painter, static_cast<int>(k), boxes[k], geometry.xOf(clip_->video->keyFrames[k].time));
}

void PictureStrip::paintKeyFrame(QPainter &painter, int keyFrame, const QRect &box, double x) const {
    const auto k = static_cast<std::size_t>(keyFrame);
    const bool isChosen = view_.keyFrame() == keyFrame;
    const QColor colour = keyFrameColour(keyFrame);
    const QRect band = rows().band;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2));
    painter.drawLine(QPointF(x, band.bottom() - 1), QPointF(box.center().x() + 0.5, box.top()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (k < keyFramePictures_.size()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(box, keyFramePictures_[k]);
    } else {
        painter.fillRect(box, palette().brush(QPalette::AlternateBase));
    }
    const int border = isChosen ? 4 : 2;
    painter.setPen(QPen(colour, border, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(box.adjusted(border / 2, border / 2, -border / 2, -border / 2));

    const QString label = labelOf(keyFrame);
    const QRect tag(box.topLeft(), QSize(fontMetrics().horizontalAdvance(label) + 8, fontMetrics().height()));
    painter.fillRect(tag, colour);
    painter.setPen(readableOn(colour));
    painter.drawText(tag, Qt::AlignCenter, label);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(box.left() - 20, box.bottom() + 1, box.width() + 40, fontMetrics().height()),
                     Qt::AlignCenter, tr("%1 s").arg(numberText(clip_->video->keyFrames[k].time.count(), 2)));
    painter.restore();
}

} // namespace tagscope::ui
