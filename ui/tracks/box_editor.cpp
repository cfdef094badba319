// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/box_editor.h"

#include "ui/tracks/time_geometry.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr BoxEditor::Edges kWhole{true, true, true, true};
constexpr double kShortestBox = 3.0; // pixels, either way: less is a click that slipped

double reachOf(const QWidget &widget) {
    return widget.fontMetrics().height() / 3.0;
}

// The edges of a rectangle that are no farther than `reach`, the nearer of two opposite ones; all inside of them.
std::optional<BoxEditor::Edges> edgesAt(const QRectF &rect, QPointF point, double reach) {
    if (!rect.adjusted(-reach, -reach, reach, reach).contains(point))
        return std::nullopt;
    const auto near = [reach](double at, double edge, double other) {
        const double distance = std::abs(at - edge);
        return distance <= std::min(reach, std::abs(edge - other) / 3.0) ||
               (distance <= reach && distance < std::abs(at - other) && (at - edge) * (other - edge) <= 0.0);
    };
    const BoxEditor::Edges edges{near(point.x(), rect.left(), rect.right()), near(point.x(), rect.right(), rect.left()),
                                 near(point.y(), rect.bottom(), rect.top()),
                                 near(point.y(), rect.top(), rect.bottom())};
    return edges == BoxEditor::Edges() ? kWhole : edges;
}

Qt::CursorShape cursorOf(const BoxEditor::Edges &edges) {
    if (edges == kWhole)
        return Qt::SizeAllCursor;
    const bool isSide = edges.onset || edges.offset;
    if (isSide && (edges.low || edges.high))
        return edges.onset == edges.high ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
    return isSide ? Qt::SizeHorCursor : Qt::SizeVerCursor;
}

} // namespace

BoxEditor::BoxEditor(QWidget &plot, ViewState &view, FrequencyAxis axis)
    : QWidget(&plot), plot_(plot), view_(view), axis_(std::move(axis)) {
    setObjectName(QStringLiteral("spectrogramBoxes"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    resize(plot.size());
    plot.installEventFilter(this);
    const auto repaint = [this] { update(); };
    connect(&view, &ViewState::rangeChanged, this, repaint);
    connect(&view, &ViewState::frequenciesChanged, this, repaint);
    raise();
}

void BoxEditor::setMarking(RegionMarking &marking) {
    marking_ = &marking;
    connect(&marking, &RegionMarking::changed, this, [this] { update(); });
    connect(&marking, &RegionMarking::clipChanged, this, [this] {
        abandon();
        update();
    });
}

bool BoxEditor::eventFilter(QObject *watched, QEvent *event) {
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
    case QEvent::Resize:
        resize(plot_.size());
        break;
    case QEvent::Hide:
        abandon();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool BoxEditor::isShown(const MarkedRegion &region) const {
    return region.frequencies || (marking_->chosen() && isSameRegion(*marking_->chosen(), region));
}

RegionBand BoxEditor::frequenciesOf(const MarkedRegion &region) const {
    return region.frequencies.value_or(RegionBand{0.0, axis_.highestHz()});
}

QRectF BoxEditor::rectOf(const MarkedRegion &region) const {
    const TimeGeometry geometry(plot_, view_.range());
    const RegionBand band = frequenciesOf(region);
    return QRectF(QPointF(geometry.xOf(region.onset), axis_.yOf(std::min(band.high, axis_.highestHz()))),
                  QPointF(geometry.xOf(region.offset), axis_.yOf(band.low)));
}

Seconds BoxEditor::timeAt(double x) const {
    const TimeGeometry geometry(plot_, view_.range());
    return std::clamp(geometry.timeAt(x), view_.range().lower, view_.range().upper);
}

double BoxEditor::hzAt(double y) const {
    return std::round(std::clamp(axis_.hzAt(y), 0.0, axis_.highestHz()));
}

bool BoxEditor::isInPlot(QPointF point) const {
    return TimeGeometry(plot_, view_.range()).contains(point.x()) && axis_.highestHz() > 0.0;
}

std::optional<BoxEditor::Drag> BoxEditor::taken(QPointF point) const {
    std::optional<Drag> found;
    for (const MarkedRegion &region : marking_->regions()) {
        if (!marking_->isOwn(region) || !isShown(region))
            continue;
        const std::optional<Edges> edges = edgesAt(rectOf(region), point, reachOf(plot_));
        if (edges && !region.frequencies && (*edges == kWhole || (!edges->low && !edges->high)))
            continue; // inside of one that has the full height a box can begin
        const bool isChosen = marking_->chosen() && isSameRegion(*marking_->chosen(), region);
        if (edges && (!found || isChosen)) // of several the chosen one
            found = Drag{region, region, *edges, false, false, point};
    }
    return found;
}

std::optional<BoxEditor::Drag> BoxEditor::begun(QPointF point) const {
    if (!view_.event()) {
        Q_EMIT marking_->noted(tr("Choose an event first: a box belongs to an event."));
        return std::nullopt;
    }
    MarkedRegion region;
    region.clip = marking_->clip()->clip;
    region.event = *view_.event();
    region.onset = region.offset = timeAt(point.x());
    region.frequencies = RegionBand{hzAt(point.y()), hzAt(point.y())};
    return Drag{region, region, {false, true, false, true}, true, false, point};
}

bool BoxEditor::press(const QMouseEvent &event) {
    if (event.button() != Qt::LeftButton || !event.modifiers().testFlag(Qt::ControlModifier) || marking_ == nullptr ||
        !marking_->clip() || !isInPlot(event.position()))
        return false;
    drag_ = taken(event.position());
    if (!drag_)
        drag_ = begun(event.position());
    return true;
}

bool BoxEditor::move(const QMouseEvent &event) {
    if (!drag_) {
        const bool isOurs = event.modifiers().testFlag(Qt::ControlModifier) && marking_ != nullptr &&
                            marking_->clip() && isInPlot(event.position());
        if (isOurs)
            showCursor(event.position());
        else if (plot_.testAttribute(Qt::WA_SetCursor))
            plot_.unsetCursor();
        return false;
    }
    if (!event.buttons().testFlag(Qt::LeftButton)) { // it went up where nobody saw it
        abandon();
        return false;
    }
    const QPointF by = event.position() - drag_->from;
    drag_->isMoved = drag_->isMoved || by.manhattanLength() >= QApplication::startDragDistance();
    if (!drag_->isMoved)
        return true;
    const TimeGeometry geometry(plot_, view_.range());
    MarkedRegion &now = drag_->now;
    const MarkedRegion &before = drag_->before;
    const Seconds moved = timeAt(event.position().x()) - timeAt(drag_->from.x());
    TimeRange range{before.onset, before.offset};
    if (drag_->edges == kWhole)
        range = movedRegion(range, RegionPart::Both, moved, view_.duration());
    else
        range = fittedRegion({range.lower + (drag_->edges.onset ? moved : Seconds{0}),
                              range.upper + (drag_->edges.offset ? moved : Seconds{0})},
                             view_.duration());
    now.onset = range.lower;
    now.offset = range.upper;
    if (drag_->edges.low || drag_->edges.high) {
        const RegionBand band = frequenciesOf(before);
        // A whole box keeps its height on the screen, and stops at the axis's ends.
        double down = by.y();
        if (drag_->edges == kWhole)
            down = std::clamp(down, axis_.yOf(axis_.highestHz()) - axis_.yOf(band.high),
                              axis_.yOf(0.0) - axis_.yOf(band.low));
        const double low = drag_->edges.low ? hzAt(axis_.yOf(band.low) + down) : band.low;
        const double high = drag_->edges.high ? hzAt(axis_.yOf(band.high) + down) : band.high;
        if (before.frequencies || drag_->edges != kWhole)
            now.frequencies = RegionBand{std::min(low, high), std::max(low, high)};
    }
    update();
    notify();
    return true;
}

bool BoxEditor::release(const QMouseEvent &event) {
    if (event.button() != Qt::LeftButton || !drag_)
        return false;
    const Drag done = *std::exchange(drag_, std::nullopt);
    const QRectF rect = rectOf(done.now).normalized();
    if (!done.isMoved && !done.isNew)
        marking_->choose(done.before);
    else if (done.isMoved && !done.isNew)
        marking_->replace(done.before, done.now);
    else if (done.isMoved && rect.width() >= kShortestBox && rect.height() >= kShortestBox)
        marking_->mark(done.now.event, rangeOf(done.now), done.now.frequencies);
    update();
    showCursor(event.position());
    return true;
}

void BoxEditor::abandon() {
    if (!std::exchange(drag_, std::nullopt))
        return;
    plot_.unsetCursor();
    update();
    view_.setPointer(std::nullopt, {});
}

void BoxEditor::showCursor(QPointF point) {
    const std::optional<Drag> there = taken(point);
    plot_.setCursor(there ? cursorOf(there->edges) : Qt::CrossCursor);
}

void BoxEditor::notify() {
    view_.setPointer(drag_->edges.onset ? drag_->now.onset : drag_->now.offset,
                     marking_->describe(drag_->now.event, rangeOf(drag_->now), drag_->now.frequencies));
}

// Own boxes have full lines, those of others dashed ones: to be told apart without colours.
void BoxEditor::paintBox(QPainter &painter, const MarkedRegion &region, bool isDragged) const {
    const QRectF rect = rectOf(region).normalized();
    const bool isOwn = isDragged || marking_->isOwn(region);
    const bool isChosen = isDragged || (marking_->chosen() && isSameRegion(*marking_->chosen(), region));
    const auto frame = [&](const QColor &colour, double width) {
        painter.setPen(QPen(colour, width, isOwn ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect);
    };
    frame(Qt::black, isChosen ? 4.0 : 3.0); // both, so that it is seen on every colour of the map
    frame(Qt::white, isChosen ? 2.0 : 1.0);
    if (!isChosen)
        return;
    const QString name = marking_->nameOf(region.event);
    const QRectF text = painter.fontMetrics().boundingRect(name).translated(
        static_cast<int>(rect.left()) + 4, static_cast<int>(rect.top()) + painter.fontMetrics().ascent() + 3);
    painter.fillRect(text.adjusted(-2, 0, 2, 0), QColor(0, 0, 0, 160));
    painter.setPen(Qt::white);
    painter.drawText(QPointF(rect.left() + 4, rect.top() + painter.fontMetrics().ascent() + 3), name);
}

void BoxEditor::paintEvent(QPaintEvent *) {
    if (marking_ == nullptr || !marking_->clip() || axis_.highestHz() <= 0.0)
        return;
    QPainter painter(this);
    const TimeGeometry geometry(plot_, view_.range());
    const double top = axis_.yOf(view_.frequencies() ? view_.frequencies()->upperHz : axis_.highestHz());
    const double bottom = axis_.yOf(view_.frequencies() ? view_.frequencies()->lowerHz : 0.0);
    painter.setClipRect(QRectF(geometry.left, top, geometry.width, bottom - top).adjusted(0, -1, 0, 1));
    for (const MarkedRegion &region : marking_->regions())
        if (isShown(region) && !(drag_ && !drag_->isNew && isSameRegion(drag_->before, region)))
            paintBox(painter, region, false);
    if (drag_)
        paintBox(painter, drag_->now, true);
}

} // namespace tagscope::ui
