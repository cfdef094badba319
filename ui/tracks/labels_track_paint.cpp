// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/labels_track.h"
#include "ui/tracks/region_by_key.h"
#include "ui/tracks/region_editor.h"
#include "ui/tracks/time_geometry.h"

#include <QPainter>
#include <algorithm>

// How the labels are drawn.
namespace tagscope::ui {

namespace {

enum class Block { Marked, Chosen, Dragged, Open };

// A region of the auditor's own, as high as its tier. The words below it stay readable.
void paintBlock(QPainter &painter, const QRectF &block, Block kind, const QPalette &palette) {
    QColor fill = palette.color(QPalette::Highlight);
    fill.setAlpha(kind == Block::Marked ? 70 : 110);
    const QColor line = palette.color(QPalette::Text);
    painter.fillRect(block, kind == Block::Open ? QBrush(fill, Qt::Dense4Pattern) : QBrush(fill));
    painter.setBrush(Qt::NoBrush);
    if (kind == Block::Chosen || kind == Block::Dragged) {
        painter.setPen(QPen(line, 1, kind == Block::Dragged ? Qt::DashLine : Qt::SolidLine));
        painter.drawRect(block.adjusted(0, 0, 0, -1));
    }
    painter.setPen(QPen(line, 2));
    painter.drawLine(block.topLeft(), block.bottomLeft());
    painter.setPen(QPen(line, 2, kind == Block::Open ? Qt::DotLine : Qt::SolidLine));
    painter.drawLine(block.topRight(), block.bottomRight());
}

// At the ends that keys move.
void paintGrips(QPainter &painter, const QRectF &block, RegionPart held, const QColor &colour) {
    const double size = block.height() / 3;
    QRectF grip(0, 0, size, size);
    const auto paint = [&](double x) {
        grip.moveCenter({x, block.center().y()});
        painter.fillRect(grip, colour);
    };
    if (held != RegionPart::Offset)
        paint(block.left());
    if (held != RegionPart::Onset)
        paint(block.right());
}

} // namespace

void LabelsTrack::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    painter.setPen(palette().color(QPalette::Text));
    if (rows_.empty()) {
        const TimeGeometry geometry(*this, view_.range());
        painter.drawText(QRect(geometry.left, 0, geometry.width, height()), Qt::AlignCenter | Qt::TextWordWrap,
                         labels_ ? tr("No label, no tag and no verdict.")
                                 : tr("The clip does not belong to a project: it has no labels."));
    }
    for (std::size_t row = first_; row < first_ + seenRows(); ++row)
        paintRow(painter, row);
    paintRest(painter);
    paintGuide(painter);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void LabelsTrack::paintRest(QPainter &painter) const {
    const QRect place = rowRect(first_ + seenRows());
    if (seenRows() == rows_.size() || place.bottom() > height())
        return;
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(place.adjusted(fontMetrics().height() / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("… and %n more", nullptr, static_cast<int>(rows_.size() - seenRows())));
}

void LabelsTrack::paintRow(QPainter &painter, std::size_t row) const {
    const int event = rows_[row];
    const QRect place = rowRect(row);
    const int line = fontMetrics().height();
    const bool isChosen = view_.event() == event;
    if (row % 2 == 1)
        painter.fillRect(place, palette().brush(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Text));
    const QRect margin(0, place.top(), place.left() - line / 2, place.height());
    const QString name = (isChosen ? QStringLiteral("▸ ") : QString()) + nameOf(event);
    painter.drawText(margin, Qt::AlignRight | Qt::AlignVCenter,
                     fontMetrics().elidedText(name, Qt::ElideRight, margin.width() - line / 4));
    painter.save();
    painter.setClipRect(place.adjusted(-1, 0, 1, 0));
    paintBars(painter, place, event);
    paintOwn(painter, place, event);
    painter.restore();
    const QRect words = place.adjusted(line / 2, 0, -line / 4, -line / 2); // beside a playhead at the start
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(describe(event), Qt::ElideRight, words.width()));
    if (isChosen) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(1, 1, -1, -1));
    }
}

// Of those that cannot be changed here the list's are full, those of annotators hatched: to be told apart without
// colours.
void LabelsTrack::paintBars(QPainter &painter, const QRect &place, int event) const {
    const TimeGeometry geometry(*this, view_.range());
    const int line = fontMetrics().height();
    const QColor text = palette().color(QPalette::Text);
    for (const Stretch &stretch : stretchesOf(event)) {
        if (stretch.isOwn)
            continue;
        const double from = geometry.xOf(stretch.range.lower);
        const double to = std::max(geometry.xOf(stretch.range.upper), from + 2);
        painter.setPen(QPen(text, 1));
        painter.setBrush(stretch.annotator.isEmpty() ? QBrush(palette().color(QPalette::Highlight))
                                                     : QBrush(text, Qt::BDiagPattern));
        painter.drawRect(QRectF(from, place.bottom() - line / 2 + 1, to - from, line / 2 - 2));
    }
}

void LabelsTrack::paintOwn(QPainter &painter, const QRect &place, int event) const {
    if (marking_ == nullptr)
        return;
    const TimeGeometry geometry(*this, view_.range());
    const auto blockOf = [&](TimeRange range) {
        const double from = geometry.xOf(range.lower);
        return QRectF(from, place.top() + 1, std::max(geometry.xOf(range.upper) - from, 2.0), place.height() - 2);
    };
    const RegionEditor::Drag *drag = editor_->drag();
    for (const MarkedRegion &region : marking_->ownRegions(event)) {
        if (drag != nullptr && drag->region && isSameRegion(*drag->region, region))
            continue;
        const bool isChosen = marking_->chosen() && isSameRegion(*marking_->chosen(), region);
        const QRectF block = blockOf(rangeOf(region));
        paintBlock(painter, block, isChosen ? Block::Chosen : Block::Marked, palette());
        if (isChosen)
            paintGrips(painter, block, marking_->held(), palette().color(QPalette::Text));
    }
    if (drag != nullptr && drag->event == event)
        paintBlock(painter, blockOf(drag->range), Block::Dragged, palette());
    if (byKey_->open() && byKey_->open()->event == event)
        paintBlock(painter, blockOf(byKey_->openRange()), Block::Open, palette());
}

// What the region snaps to; the pointer's line carries it through the other tracks.
void LabelsTrack::paintGuide(QPainter &painter) const {
    const RegionEditor::Drag *drag = editor_ != nullptr ? editor_->drag() : nullptr;
    if (drag == nullptr || !drag->snapped)
        return;
    const double x = TimeGeometry(*this, view_.range()).xOf(drag->snapped->time);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
}

} // namespace tagscope::ui
