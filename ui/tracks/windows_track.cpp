// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/windows_track.h"

#include "ui/base/text.h"
#include "ui/tracks/time_geometry.h"

#include <QPainter>
#include <algorithm>

namespace tagscope::ui {

WindowsTrack::WindowsTrack(ViewState &view, QWidget *parent) : QWidget(parent), view_(view) {
    setAccessibleName(tr("Windows of the recording"));
    setCursor(Qt::PointingHandCursor);
    connect(&view, &ViewState::rangeChanged, this, [this] { update(); });
    new TrackInput(*this, *this, view); // owned by this widget
}

void WindowsTrack::setRecording(std::shared_ptr<const RecordingOverview> recording) {
    recording_ = std::move(recording);
    update();
}

const WindowSummary *WindowsTrack::windowAt(Seconds time) const {
    if (!recording_)
        return nullptr;
    const auto found = std::ranges::upper_bound(
        recording_->windows, time, {}, [](const WindowSummary &window) { return window.start + window.duration; });
    return found != recording_->windows.end() && found->start <= time ? &*found : nullptr;
}

QString WindowsTrack::tagsOf(const WindowSummary &window) const {
    QStringList names;
    for (const int tag : window.tags)
        if (static_cast<std::size_t>(tag) < recording_->events.size())
            names << toText(recording_->events[static_cast<std::size_t>(tag)].name);
    return names.isEmpty() ? tr("no tag") : names.join(QStringLiteral(" · "));
}

void WindowsTrack::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    const TimeGeometry geometry(*this, view_.range());
    const int line = fontMetrics().height();
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRect(0, 0, geometry.left - line / 2, height()), Qt::AlignRight | Qt::AlignVCenter, tr("Windows"));
    if (!recording_)
        return;
    painter.setClipRect(QRect(geometry.left, 0, geometry.width + 1, height()));
    const auto box = [&](Seconds from, Seconds to) {
        return QRectF(geometry.xOf(from), 2, (to - from) / geometry.range.span() * geometry.width, height() - 5);
    };
    const Seconds done = recording_->windows.empty()
                             ? Seconds{0}
                             : recording_->windows.back().start + recording_->windows.back().duration;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(palette().color(QPalette::Mid), Qt::BDiagPattern));
    painter.drawRect(box(done, recording_->duration));
    for (const WindowSummary &window : recording_->windows) {
        const QRectF place = box(window.start, window.start + window.duration);
        if (place.right() < geometry.left || place.left() > geometry.left + geometry.width)
            continue;
        const bool isTagged = !window.tags.empty();
        const QPalette::ColorRole fill = isTagged ? QPalette::Highlight : QPalette::AlternateBase;
        const QPalette::ColorRole ink = isTagged ? QPalette::HighlightedText : QPalette::Text;
        painter.fillRect(place, palette().brush(fill));
        if (place.width() >= 4) {
            painter.setPen(palette().color(QPalette::Base));
            painter.drawLine(place.topRight(), place.bottomRight());
        }
        const QRectF seen = place.intersected(QRectF(geometry.left, 0, geometry.width, height()));
        if (seen.width() > 3 * line) {
            painter.setPen(palette().color(ink));
            const QRectF words = seen.adjusted(line / 4.0, 0, -line / 4.0, 0);
            painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                             fontMetrics().elidedText(tagsOf(window), Qt::ElideRight, static_cast<int>(words.width())));
        }
    }
    painter.setClipping(false);
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

QString WindowsTrack::readOut(QPointF point) const {
    const TimeGeometry geometry(*this, view_.range());
    if (!recording_ || !geometry.contains(point.x()))
        return {};
    const WindowSummary *window = windowAt(geometry.timeAt(point.x()));
    if (window == nullptr)
        return tr("not analysed yet");
    return tr("window %1–%2 s  ·  %3  ·  click to open it")
        .arg(numberText(window->start.count(), 0), numberText((window->start + window->duration).count(), 0),
             tagsOf(*window));
}

void WindowsTrack::click(QPointF point) {
    const TimeGeometry geometry(*this, view_.range());
    if (!geometry.contains(point.x()))
        return;
    if (const WindowSummary *window = windowAt(geometry.timeAt(point.x())))
        Q_EMIT windowChosen(window->start);
}

QSize WindowsTrack::sizeHint() const {
    return {60 * fontMetrics().height(), 2 * fontMetrics().height()};
}

} // namespace tagscope::ui
