// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/labels_track.h"

#include "ui/base/audit_text.h"
#include "ui/base/text.h"
#include "ui/base/tool_tip.h"
#include "ui/tracks/region_by_key.h"
#include "ui/tracks/region_editor.h"
#include "ui/tracks/time_geometry.h"

#include <QHelpEvent>
#include <QWheelEvent>
#include <algorithm>
#include <set>

namespace tagscope::ui {

namespace {

bool contains(const std::vector<int> &events, int event) {
    return std::ranges::find(events, event) != events.end();
}

QString verdictName(VerdictValue value) {
    switch (value) {
    case VerdictValue::Audible:
        return LabelsTrack::tr("audible");
    case VerdictValue::Visible:
        return LabelsTrack::tr("visible");
    case VerdictValue::Both:
        return LabelsTrack::tr("audible and visible");
    case VerdictValue::Neither:
        return LabelsTrack::tr("neither audible nor visible");
    default:
        return textOf(value);
    }
}

std::set<int> rowsOf(const ClipLabels &labels) {
    std::set<int> events(labels.weak.begin(), labels.weak.end());
    events.insert(labels.tags.begin(), labels.tags.end());
    for (const StrongRegion &region : labels.annotations.regions)
        events.insert(region.event);
    for (const MarkedRegion &region : labels.annotations.markedRegions)
        events.insert(region.event);
    for (const KnownPresence &known : labels.annotations.presence)
        if (known.isAudible.value_or(false) || known.isVisible.value_or(false))
            events.insert(known.event);
    for (const Verdict &verdict : labels.annotations.verdicts)
        events.insert(verdict.event);
    return events;
}

} // namespace

LabelsTrack::LabelsTrack(ViewState &view, QWidget *parent) : QWidget(parent), view_(view) {
    setAccessibleName(tr("Labels"));
    connect(&view, &ViewState::rangeChanged, this, [this] { update(); });
    connect(&view, &ViewState::eventChanged, this, [this] {
        arrangeRows();
        followEvent();
    });
    new TrackInput(*this, *this, view); // owned by this widget
}

void LabelsTrack::setMarking(RegionMarking &marking, RegionByKey &byKey) {
    marking_ = &marking;
    byKey_ = &byKey;
    editor_ = new RegionEditor(*this, marking, view_, [this](QPointF point) -> std::optional<int> {
        const std::optional<std::size_t> row = rowAt(point.y());
        return row ? std::optional(rows_[*row]) : std::nullopt;
    });
    connect(&marking, &RegionMarking::changed, this, &LabelsTrack::arrangeRows);
    connect(&byKey, &RegionByKey::changed, this, &LabelsTrack::arrangeRows);
    connect(&byKey, &RegionByKey::grown, this, [this] { update(); });
}

void LabelsTrack::setLabels(const std::optional<ClipLabels> &labels) {
    labels_ = labels;
    arrangeRows();
    followEvent();
}

void LabelsTrack::arrangeRows() {
    std::set<int> events;
    if (labels_) {
        events = rowsOf(*labels_);
        if (view_.event())
            events.insert(*view_.event());
        if (byKey_ != nullptr && byKey_->open())
            events.insert(byKey_->open()->event);
    }
    rows_.assign(events.begin(), events.end());
    scrollTo(first_);
    updateGeometry();
    update();
}

// Rows that have no room are counted in the place of the last one.
std::size_t LabelsTrack::seenRows() const {
    const auto fitting = static_cast<std::size_t>(std::max((height() - 1) / rowHeight(), 1));
    return rows_.size() <= fitting ? rows_.size() : std::max<std::size_t>(fitting - 1, 1);
}

void LabelsTrack::scrollTo(std::size_t first) {
    first_ = std::min(first, rows_.size() - seenRows());
    update();
}

void LabelsTrack::followEvent() {
    const auto chosen = std::ranges::find(rows_, view_.event().value_or(-1));
    if (chosen == rows_.end())
        return;
    const auto row = static_cast<std::size_t>(chosen - rows_.begin());
    if (row < first_)
        scrollTo(row);
    else if (row >= first_ + seenRows())
        scrollTo(row + 1 - seenRows());
}

QString LabelsTrack::nameOf(int event) const {
    const auto k = static_cast<std::size_t>(event);
    return k < labels_->events.size() ? toText(labels_->events[k].name) : QString();
}

QString LabelsTrack::describe(int event) const {
    QStringList words;
    if (!labels_->isBlind) {
        words << (contains(labels_->weak, event) ? tr("labelled") : tr("not labelled"));
        words << (contains(labels_->tags, event) ? tr("tagged") : tr("not tagged"));
    }
    for (const KnownPresence &known : labels_->annotations.presence) {
        if (known.event != event)
            continue;
        if (known.isAudible)
            words << (*known.isAudible ? tr("known to be audible") : tr("known not to be audible"));
        if (known.isVisible)
            words << (*known.isVisible ? tr("known to be visible") : tr("known not to be visible"));
    }
    for (const Verdict &verdict : labels_->annotations.verdicts)
        if (verdict.event == event && verdict.value)
            //: An annotator's name and verdict.
            words << tr("%1: %2").arg(toText(verdict.annotator), verdictName(*verdict.value));
    return words.join(QStringLiteral("  ·  "));
}

std::vector<LabelsTrack::Stretch> LabelsTrack::stretchesOf(int event) const {
    std::vector<Stretch> stretches;
    for (const StrongRegion &region : labels_->annotations.regions)
        if (region.event == event)
            stretches.push_back({{region.onset, region.offset}, {}, false});
    const bool isMarking = marking_ != nullptr && marking_->clip();
    for (const MarkedRegion &region : isMarking ? marking_->regions() : labels_->annotations.markedRegions)
        if (region.event == event && !region.removed)
            stretches.push_back({rangeOf(region), toText(region.annotator), isMarking && marking_->isOwn(region)});
    // What is marked by hand is asked for before what lies below it.
    std::ranges::stable_partition(stretches, [](const Stretch &stretch) { return stretch.isOwn; });
    return stretches;
}

int LabelsTrack::rowHeight() const {
    return 3 * fontMetrics().height() / 2;
}

QRect LabelsTrack::rowRect(std::size_t row) const {
    const TimeGeometry geometry(*this, view_.range());
    const auto place = static_cast<int>(row) - static_cast<int>(first_);
    return {geometry.left, place * rowHeight() + 1, geometry.width, rowHeight()};
}

QRect LabelsTrack::tierOf(int event) const {
    const auto found = std::ranges::find(rows_, event);
    const auto row = static_cast<std::size_t>(found - rows_.begin());
    return found == rows_.end() || row < first_ || row >= first_ + seenRows() ? QRect() : rowRect(row);
}

std::optional<std::size_t> LabelsTrack::rowAt(double y) const {
    const auto place = static_cast<std::size_t>(std::max(y - 1, 0.0) / rowHeight());
    return labels_ && place < seenRows() ? std::optional(first_ + place) : std::nullopt;
}

QString LabelsTrack::readOut(QPointF point) const {
    const std::optional<std::size_t> row = rowAt(point.y());
    if (!row)
        return {};
    const int event = rows_[*row];
    const TimeGeometry geometry(*this, view_.range());
    const Seconds time = geometry.timeAt(point.x());
    for (const Stretch &stretch : stretchesOf(event)) {
        if (!geometry.contains(point.x()) || time < stretch.range.lower || time > stretch.range.upper)
            continue;
        const QString times =
            tr("%1–%2 s").arg(numberText(stretch.range.lower.count(), 2), numberText(stretch.range.upper.count(), 2));
        return stretch.annotator.isEmpty()
                   ? tr("%1  ·  region %2").arg(nameOf(event), times)
                   : tr("%1  ·  region %2, marked by %3").arg(nameOf(event), times, stretch.annotator);
    }
    return nameOf(event) + QStringLiteral("  ·  ") + describe(event);
}

void LabelsTrack::click(QPointF point) {
    if (const std::optional<std::size_t> row = rowAt(point.y()))
        view_.setEvent(rows_[*row]);
}

bool LabelsTrack::step(int rows) {
    if (rows_.empty())
        return false;
    const auto chosen = std::ranges::find(rows_, view_.event().value_or(-1));
    const auto last = static_cast<int>(rows_.size()) - 1;
    const int next = chosen == rows_.end() ? 0 : std::clamp(static_cast<int>(chosen - rows_.begin()) + rows, 0, last);
    view_.setEvent(rows_[static_cast<std::size_t>(next)]);
    return true;
}

bool LabelsTrack::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    showToolTip(help.globalPos(), readOut(help.pos()), this);
    return true;
}

void LabelsTrack::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    scrollTo(first_);
    followEvent();
}

// Without keys, which the gestures of all tracks take.
void LabelsTrack::wheelEvent(QWheelEvent *event) {
    if (WheelSteps::axisOf(event->angleDelta()) != WheelSteps::Axis::Vertical || event->angleDelta().isNull() ||
        seenRows() == rows_.size()) {
        event->ignore();
        return;
    }
    const int up = wheel_.take(event->angleDelta(), WheelSteps::Axis::Vertical);
    if (up < 0)
        scrollTo(first_ + static_cast<std::size_t>(-up));
    else if (up > 0)
        scrollTo(first_ - std::min(first_, static_cast<std::size_t>(up)));
    event->accept();
}

QSize LabelsTrack::sizeHint() const {
    const auto rows = std::clamp<std::size_t>(rows_.size(), 2, 6);
    return {60 * fontMetrics().height(), static_cast<int>(rows) * rowHeight() + 2};
}

QSize LabelsTrack::minimumSizeHint() const {
    return {20 * fontMetrics().height(), rowHeight() + 2};
}

} // namespace tagscope::ui
