#include "ui/plot/labels_track.h"

#include "ui/plot/time_geometry.h"
#include "ui/services/text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <set>

namespace tagscope::ui {

namespace {

bool contains(const std::vector<int> &events, int event) {
    return std::ranges::find(events, event) != events.end();
}

QString nameOf(VerdictValue value) {
    switch (value) {
    case VerdictValue::Audible:
        return LabelsTrack::tr("audible");
    case VerdictValue::Visible:
        return LabelsTrack::tr("visible");
    case VerdictValue::Both:
        return LabelsTrack::tr("audible and visible");
    case VerdictValue::Neither:
        return LabelsTrack::tr("neither audible nor visible");
    case VerdictValue::Unsure:
        return LabelsTrack::tr("unsure");
    }
    return {};
}

std::vector<int> rowsOf(const ClipLabels &labels) {
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
    return {events.begin(), events.end()};
}

} // namespace

LabelsTrack::LabelsTrack(ViewState &view, QWidget *parent) : QWidget(parent), view_(view) {
    setAccessibleName(tr("Labels"));
    connect(&view, &ViewState::rangeChanged, this, [this] { update(); });
    connect(&view, &ViewState::eventChanged, this, [this] { update(); });
    new TrackInput(*this, *this, view); // owned by this widget
}

void LabelsTrack::setLabels(const std::optional<ClipLabels> &labels) {
    labels_ = labels;
    rows_ = labels ? rowsOf(*labels) : std::vector<int>();
    updateGeometry();
    update();
}

QString LabelsTrack::nameOf(int event) const {
    const auto k = static_cast<std::size_t>(event);
    return k < labels_->events.size() ? toText(labels_->events[k].name) : QString();
}

QString LabelsTrack::describe(int event) const {
    QStringList words;
    words << (contains(labels_->weak, event) ? tr("labelled") : tr("not labelled"));
    words << (contains(labels_->tags, event) ? tr("tagged") : tr("not tagged"));
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
            words << tr("%1: %2").arg(toText(verdict.annotator), tagscope::ui::nameOf(*verdict.value));
    return words.join(QStringLiteral("  ·  "));
}

std::vector<LabelsTrack::Stretch> LabelsTrack::stretchesOf(int event) const {
    std::vector<Stretch> stretches;
    for (const StrongRegion &region : labels_->annotations.regions)
        if (region.event == event)
            stretches.push_back({{region.onset, region.offset}, {}});
    for (const MarkedRegion &region : labels_->annotations.markedRegions)
        if (region.event == event && !region.removed)
            stretches.push_back({{region.onset, region.offset}, toText(region.annotator)});
    return stretches;
}

int LabelsTrack::rowHeight() const {
    return 3 * fontMetrics().height() / 2;
}

QRect LabelsTrack::rowRect(std::size_t row) const {
    const TimeGeometry geometry(*this, view_.range());
    return {geometry.left, static_cast<int>(row) * rowHeight() + 1, geometry.width, rowHeight()};
}

std::optional<std::size_t> LabelsTrack::rowAt(double y) const {
    const auto row = static_cast<std::size_t>(std::max(y - 1, 0.0) / rowHeight());
    return labels_ && row < rows_.size() ? std::optional(row) : std::nullopt;
}

void LabelsTrack::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    painter.setPen(palette().color(QPalette::Text));
    const TimeGeometry geometry(*this, view_.range());
    const QRect all(geometry.left, 0, geometry.width, height());
    if (rows_.empty()) {
        painter.drawText(all, Qt::AlignCenter | Qt::TextWordWrap,
                         labels_ ? tr("No label, no tag and no verdict.")
                                 : tr("The clip is not a project's: it has no labels."));
    } else {
        // What has no room is counted in the place of the last row.
        const auto fitting = static_cast<std::size_t>(std::max(height() / rowHeight(), 1));
        const std::size_t shown = rows_.size() <= fitting ? rows_.size() : fitting - 1;
        for (std::size_t row = 0; row < shown; ++row)
            paintRow(painter, row);
        painter.setPen(palette().color(QPalette::Text));
        if (shown < rows_.size())
            painter.drawText(rowRect(shown), Qt::AlignLeft | Qt::AlignVCenter,
                             tr("… and %n more", nullptr, static_cast<int>(rows_.size() - shown)));
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void LabelsTrack::paintRow(QPainter &painter, std::size_t row) const {
    const int event = rows_[row];
    const QRect place = rowRect(row);
    const int line = fontMetrics().height();
    const bool isChosen = view_.event() == event;
    const QColor text = palette().color(QPalette::Text);
    if (row % 2 == 1)
        painter.fillRect(place, palette().brush(QPalette::AlternateBase));
    painter.setPen(text);
    const QRect margin(0, place.top(), place.left() - line / 2, place.height());
    const QString name = (isChosen ? QStringLiteral("▸ ") : QString()) + nameOf(event);
    painter.drawText(margin, Qt::AlignRight | Qt::AlignVCenter,
                     fontMetrics().elidedText(name, Qt::ElideRight, margin.width() - line / 4));
    const QRect words = place.adjusted(line / 2, 0, -line / 4, -line / 2); // beside a playhead at the start
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(describe(event), Qt::ElideRight, words.width()));
    const TimeGeometry geometry(*this, view_.range());
    painter.save();
    painter.setClipRect(place.adjusted(0, 0, 1, 0));
    for (const Stretch &stretch : stretchesOf(event)) {
        const double from = geometry.xOf(stretch.range.lower);
        const double to = std::max(geometry.xOf(stretch.range.upper), from + 2);
        const QRectF bar(from, place.bottom() - line / 2 + 1, to - from, line / 2 - 2);
        // The list's regions are full, those of annotators hatched: to be told apart without colours.
        painter.setPen(QPen(text, 1));
        painter.setBrush(stretch.annotator.isEmpty() ? QBrush(palette().color(QPalette::Highlight))
                                                     : QBrush(text, Qt::BDiagPattern));
        painter.drawRect(bar);
    }
    painter.restore();
    if (isChosen) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(1, 1, -1, -1));
    }
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
    QToolTip::showText(help.globalPos(), readOut(help.pos()), this);
    return true;
}

QSize LabelsTrack::sizeHint() const {
    const auto rows = std::clamp<std::size_t>(rows_.size(), 2, 6);
    return {60 * fontMetrics().height(), static_cast<int>(rows) * rowHeight() + 2};
}

QSize LabelsTrack::minimumSizeHint() const {
    return {20 * fontMetrics().height(), rowHeight() + 2};
}

} // namespace tagscope::ui
