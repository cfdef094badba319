// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/region_editor.h"

#include "ui/base/text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope::ui {

namespace {

QString nameOf(SnapTime::Kind kind) {
    switch (kind) {
    case SnapTime::Kind::Playhead:
        return RegionEditor::tr("at the playhead");
    case SnapTime::Kind::Selection:
        return RegionEditor::tr("at the selection");
    case SnapTime::Kind::Region:
        return RegionEditor::tr("at a region");
    case SnapTime::Kind::Step:
        return RegionEditor::tr("at a tenth of a second");
    case SnapTime::Kind::ClipEnd:
        return RegionEditor::tr("at the clip's end");
    }
    return {};
}

double gripPixels(const QWidget &widget) {
    return widget.fontMetrics().height() / 3.0;
}

} // namespace

RegionEditor::RegionEditor(QWidget &widget, RegionMarking &marking, ViewState &view, EventAt eventAt)
    : QObject(&widget), widget_(widget), marking_(marking), view_(view), eventAt_(std::move(eventAt)) {
    widget.installEventFilter(this);
    connect(&marking, &RegionMarking::clipChanged, this, &RegionEditor::abandon);
}

void RegionEditor::setSnaps(bool snaps) {
    snaps_ = snaps;
}

bool RegionEditor::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(static_cast<const QMouseEvent &>(*event));
    case QEvent::MouseMove:
        return move(static_cast<const QMouseEvent &>(*event));
    case QEvent::MouseButtonRelease:
        return release(static_cast<const QMouseEvent &>(*event));
    case QEvent::ShortcutOverride: // else an entry of the menu gets the key
    case QEvent::KeyPress:
        if (!drag_ || static_cast<const QKeyEvent &>(*event).key() != Qt::Key_Escape)
            break;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            abandon();
        return true;
    case QEvent::Hide:
        abandon();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

// Beside the time axis its nearest end.
Seconds RegionEditor::timeAt(double x) const {
    const TimeGeometry geometry(widget_, view_.range());
    return std::clamp(geometry.timeAt(x), view_.range().lower, view_.range().upper);
}

Seconds RegionEditor::reach() const {
    return gripPixels(widget_) / TimeGeometry(widget_, view_.range()).width * view_.range().span();
}

bool RegionEditor::isSnapping(const QMouseEvent &event) const {
    return snaps_ != event.modifiers().testFlag(Qt::AltModifier);
}

bool RegionEditor::press(const QMouseEvent &event) {
    const bool isOurs = event.button() == Qt::LeftButton && !event.modifiers().testFlag(Qt::ShiftModifier) &&
                        marking_.clip() && TimeGeometry(widget_, view_.range()).contains(event.position().x());
    const std::optional<int> tier = isOurs ? eventAt_(event.position()) : std::nullopt;
    if (!tier)
        return false;
    pressed_ = event.position();
    isDragging_ = false;
    drag_ = taken(pressed_, *tier, isSnapping(event));
    return true;
}

// What a press there takes hold of.
RegionEditor::Drag RegionEditor::taken(QPointF point, int event, bool isSnapping) const {
    const Seconds time = timeAt(point.x());
    const std::vector<MarkedRegion> own = marking_.ownRegions(event);
    std::vector<TimeRange> ranges;
    ranges.reserve(own.size());
    for (const MarkedRegion &region : own)
        ranges.push_back(rangeOf(region));
    const TimeGeometry geometry(widget_, view_.range());
    if (const std::optional<RegionHit> hit = regionAt(ranges, geometry, point.x(), gripPixels(widget_))) {
        const TimeRange range = ranges[hit->region];
        return {event, own[hit->region], hit->part, range, time, range, std::nullopt};
    }
    const std::optional<SnapTime> snapped = isSnapping ? snapTime(time, snapTimes(), reach()) : std::nullopt;
    const Seconds from = snapped ? snapped->time : time;
    return {event, std::nullopt, RegionPart::Offset, {from, from}, from, {from, from}, std::nullopt};
}

bool RegionEditor::move(const QMouseEvent &event) {
    if (!drag_) {
        showCursor(event.position());
        return false;
    }
    if (!event.buttons().testFlag(Qt::LeftButton)) { // it went up where nobody saw it
        abandon();
        return false;
    }
    drag(event);
    return true;
}

void RegionEditor::drag(const QMouseEvent &event) {
    const double moved = std::abs(event.position().x() - pressed_.x());
    if (!isDragging_ && moved < QApplication::startDragDistance())
        return;
    if (!std::exchange(isDragging_, true)) {
        widget_.setCursor(drag_->part == RegionPart::Both ? Qt::ClosedHandCursor : Qt::SizeHorCursor);
        marking_.choose(drag_->region, drag_->part);
        view_.setEvent(drag_->event);
    }
    const Seconds time = timeAt(event.position().x());
    const Seconds reach = isSnapping(event) ? this->reach() : Seconds{0};
    if (drag_->region) {
        const SnappedRange now =
            snapRegion(drag_->before, drag_->part, time - drag_->anchor, snapTimes(), reach, view_.duration());
        drag_->range = now.range;
        drag_->snapped = now.snapped;
    } else {
        drag_->snapped = reach > Seconds{0} ? snapTime(time, snapTimes(), reach) : std::nullopt;
        drag_->range = fittedRegion({drag_->anchor, drag_->snapped ? drag_->snapped->time : time}, view_.duration());
    }
    widget_.update();
    notify();
}

bool RegionEditor::release(const QMouseEvent &event) {
    if (event.button() != Qt::LeftButton || !drag_)
        return false;
    if (!std::exchange(isDragging_, false)) {
        click(event);
        drag_.reset();
    } else {
        const Drag done = *std::exchange(drag_, std::nullopt);
        if (done.region)
            marking_.replace(*done.region, done.range);
        else if (std::abs(timeAt(event.position().x()).count() - done.anchor.count()) >= kShortestRegion.count())
            marking_.mark(done.event, done.range);
    }
    widget_.update();
    showCursor(event.position());
    return true;
}

void RegionEditor::click(const QMouseEvent &event) {
    view_.setPlayhead(timeAt(event.position().x()));
    view_.setEvent(drag_->event);
    marking_.choose(drag_->region, drag_->part);
}

void RegionEditor::abandon() {
    if (!std::exchange(drag_, std::nullopt))
        return;
    isDragging_ = false;
    widget_.unsetCursor();
    widget_.update();
    view_.setPointer(std::nullopt, {});
}

void RegionEditor::showCursor(QPointF point) {
    const std::optional<int> tier =
        marking_.clip() && TimeGeometry(widget_, view_.range()).contains(point.x()) ? eventAt_(point) : std::nullopt;
    if (!tier) {
        widget_.unsetCursor();
        return;
    }
    const Drag there = taken(point, *tier, false);
    if (!there.region)
        widget_.setCursor(Qt::CrossCursor);
    else
        widget_.setCursor(there.part == RegionPart::Both ? Qt::OpenHandCursor : Qt::SizeHorCursor);
}

std::vector<SnapTime> RegionEditor::snapTimes() const {
    using Kind = SnapTime::Kind;
    std::vector<SnapTime> times{
        {view_.playhead(), Kind::Playhead}, {Seconds{0}, Kind::ClipEnd}, {view_.duration(), Kind::ClipEnd}};
    if (const std::optional<TimeRange> selection = view_.selection()) {
        times.push_back({selection->lower, Kind::Selection});
        times.push_back({selection->upper, Kind::Selection});
    }
    if (marking_.clip())
        for (const Seconds edge : marking_.clip()->edges)
            times.push_back({edge, Kind::Region});
    for (const MarkedRegion &region : marking_.regions()) {
        if (drag_ && drag_->region && isSameRegion(region, *drag_->region))
            continue;
        times.push_back({region.onset, Kind::Region});
        times.push_back({region.offset, Kind::Region});
    }
    return times;
}

void RegionEditor::notify() {
    QString text = marking_.describe(drag_->event, drag_->range);
    if (drag_->snapped)
        text += QStringLiteral("  ·  ") + nameOf(drag_->snapped->kind);
    const Seconds end = drag_->part == RegionPart::Onset ? drag_->range.lower : drag_->range.upper;
    view_.setPointer(drag_->snapped ? drag_->snapped->time : end, text);
}

} // namespace tagscope::ui
