// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/flow_chart.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/base/tool_tip.h"
#include "ui/tracks/object_table_model.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <cmath>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr double kLabelShare = 0.34; // of the width, on each side
constexpr double kWidestLabel = 20;  // lines

// By the event, so that it is the same for every clip; what goes nowhere is grey.
QColor flowColour(int event, bool isOnDark) {
    return event < 0 ? tokensOf(isOnDark).dim : distinctColour(static_cast<std::size_t>(event), isOnDark);
}

QPainterPath pathOf(const FlowLayout &layout, const FlowLayout::Band &band) {
    const double left = layout.objects[band.from].bar.right();
    const double right = layout.events[band.to].bar.left();
    const double middle = (left + right) / 2;
    QPainterPath path(QPointF(left, band.leftTop));
    path.cubicTo({middle, band.leftTop}, {middle, band.rightTop}, {right, band.rightTop});
    path.lineTo(right, band.rightTop + band.width);
    path.cubicTo({middle, band.rightTop + band.width}, {middle, band.leftTop + band.width},
                 {left, band.leftTop + band.width});
    path.closeSubpath();
    return path;
}

} // namespace

FlowChart::FlowChart(ViewState &view, QWidget *parent) : QWidget(parent), view_(view) {
    setMouseTracking(true);
    setAccessibleName(tr("How the objects' probabilities flow to the events"));
    connect(&view, &ViewState::eventChanged, this, [this] { update(); });
}

void FlowChart::setMapping(ClipMapping mapping) {
    mapping_ = std::move(mapping);
    pointed_.reset();
    update();
}

void FlowChart::setMessage(const QString &message) {
    message_ = message;
    update();
}

QSize FlowChart::sizeHint() const {
    return QSize(34, 16) * fontMetrics().height();
}

QSize FlowChart::minimumSizeHint() const {
    return QSize(24, 12) * fontMetrics().height();
}

QRectF FlowChart::content() const {
    const double margin = fontMetrics().height() / 3.0;
    return QRectF(rect()).adjusted(margin, margin, -margin, -margin);
}

FlowLayout FlowChart::layoutIn(const QRectF &place) const {
    const double line = fontMetrics().height();
    return layOutFlow(mapping_, place, line, std::min(kLabelShare * place.width(), kWidestLabel * line));
}

void FlowChart::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().brush(QPalette::Base));
    paint(painter, content());
}

void FlowChart::paint(QPainter &painter, const QRectF &place) const {
    const FlowLayout layout = layoutIn(place);
    painter.save();
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    if (layout.objects.empty()) {
        painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap, message_);
    } else {
        const std::optional<int> chosen = pointed_ ? pointed_ : view_.event();
        painter.setRenderHint(QPainter::Antialiasing);
        paintBands(painter, layout, chosen);
        paintLabels(painter, layout, chosen);
    }
    painter.restore();
}

void FlowChart::paintBands(QPainter &painter, const FlowLayout &layout, std::optional<int> chosen) const {
    const bool isOnDark = palette().color(QPalette::Base).lightness() < 128;
    bool isChosenThere = false;
    for (const FlowLayout::Node &event : layout.events)
        isChosenThere = isChosenThere || event.index == chosen;
    painter.setPen(Qt::NoPen);
    for (const FlowLayout::Band &band : layout.bands) {
        const int event = layout.events[band.to].index;
        QColor colour = flowColour(event, isOnDark);
        colour.setAlphaF(!isChosenThere ? 0.5F : event == chosen ? 0.75F : 0.18F);
        painter.setBrush(colour);
        painter.drawPath(pathOf(layout, band));
    }
    painter.setBrush(palette().brush(QPalette::Text));
    for (const FlowLayout::Node &object : layout.objects)
        painter.drawRect(object.bar);
    for (const FlowLayout::Node &event : layout.events) {
        painter.setBrush(flowColour(event.index, isOnDark));
        painter.drawRect(event.bar);
    }
}

void FlowChart::paintLabels(QPainter &painter, const FlowLayout &layout, std::optional<int> chosen) const {
    const double gap = fontMetrics().height() / 3.0;
    const auto write = [&](const QRectF &place, Qt::Alignment side, const QString &name, const QString &figures) {
        const QFontMetrics metrics(painter.font(), this);
        const double room = place.width() - metrics.horizontalAdvance(figures);
        const QString elided = metrics.elidedText(name, Qt::ElideRight, static_cast<int>(room));
        painter.drawText(place, static_cast<int>(side | Qt::AlignVCenter), elided + figures);
    };
    // A line from a label to its bar, where it had to move away from it.
    const auto lead = [&](QPointF label, const QRectF &bar, double end) {
        painter.setPen(QPen(palette().color(QPalette::Mid), 1));
        painter.drawLine(label, QPointF(end, bar.center().y()));
        painter.setPen(palette().color(QPalette::Text));
    };
    painter.setFont(font());
    for (const FlowLayout::Node &object : layout.objects) {
        const double probability =
            static_cast<double>(mapping_.clip->video->objects[static_cast<std::size_t>(object.index)].probability);
        lead({object.label.right() - gap, object.label.center().y()}, object.bar, object.bar.left());
        write(object.label.adjusted(0, 0, -gap, 0), Qt::AlignRight, objectName(object),
              QStringLiteral("  ") + probabilityText(probability));
    }
    for (const FlowLayout::Node &event : layout.events) {
        lead({event.label.left() + gap, event.label.center().y()}, event.bar, event.bar.right());
        painter.setFont(event.index >= 0 && event.index == chosen ? strong(font()) : font());
        write(event.label.adjusted(gap, 0, 0, 0), Qt::AlignLeft, eventName(event), outcome(event));
        painter.setFont(font());
    }
}

QString FlowChart::objectName(const FlowLayout::Node &node) const {
    return nameOfObject(*mapping_.clip, mapping_.clip->video->objects[static_cast<std::size_t>(node.index)].index);
}

QString FlowChart::eventName(const FlowLayout::Node &node) const {
    return node.index < 0 ? tr("no event")
                          : toText(mapping_.clip->settings.events[static_cast<std::size_t>(node.index)].name);
}

QString FlowChart::outcome(const FlowLayout::Node &node) const {
    if (node.index < 0)
        return QStringLiteral("  ") + probabilityText(node.value);
    const QString received = tr("  v %1").arg(probabilityText(node.value));
    const auto k = static_cast<std::size_t>(node.index);
    const bool isTag = k < mapping_.clip->events.size() && mapping_.clip->events[k].tag;
    return isTag ? received + tr("  ✓ tag") : received;
}

QString FlowChart::bandText(const FlowLayout &layout, const FlowLayout::Band &band) const {
    const FlowLayout::Node &object = layout.objects[band.from];
    const FlowLayout::Node &event = layout.events[band.to];
    if (event.index < 0)
        return tr("%1: %2 goes to no event").arg(objectName(object), probabilityText(band.value));
    const float cosine = mapping_.cosine.empty() ? std::nanf("")
                                                 : mapping_.cosine(static_cast<std::size_t>(object.index),
                                                                   static_cast<std::size_t>(event.index));
    const QString flow = tr("%1 → %2: %3").arg(objectName(object), eventName(event), probabilityText(band.value));
    return std::isnan(cosine) ? flow : tr("%1 (cosine %2)").arg(flow, numberText(static_cast<double>(cosine), 3));
}

std::optional<std::size_t> FlowChart::eventAt(const FlowLayout &layout, QPointF point) const {
    for (std::size_t j = 0; j < layout.events.size(); ++j)
        if (layout.events[j].label.contains(point) || layout.events[j].bar.contains(point))
            return j;
    for (const FlowLayout::Band &band : layout.bands)
        if (pathOf(layout, band).contains(point))
            return band.to;
    return std::nullopt;
}

QString FlowChart::readOut(QPointF point) const {
    const FlowLayout layout = layoutIn(content());
    for (const FlowLayout::Band &band : layout.bands)
        if (pathOf(layout, band).contains(point))
            return bandText(layout, band);
    QStringList lines;
    for (std::size_t i = 0; i < layout.objects.size(); ++i)
        if (layout.objects[i].label.contains(point) || layout.objects[i].bar.contains(point))
            for (const FlowLayout::Band &band : layout.bands)
                if (band.from == i)
                    lines << bandText(layout, band);
    if (const std::optional<std::size_t> to = eventAt(layout, point))
        for (const FlowLayout::Band &band : layout.bands)
            if (band.to == *to)
                lines << bandText(layout, band);
    return lines.join(QLatin1Char('\n'));
}

void FlowChart::mousePressEvent(QMouseEvent *event) {
    const FlowLayout layout = layoutIn(content());
    const std::optional<std::size_t> chosen = eventAt(layout, event->position());
    if (event->button() == Qt::LeftButton && chosen && layout.events[*chosen].index >= 0)
        view_.setEvent(layout.events[*chosen].index);
}

void FlowChart::mouseMoveEvent(QMouseEvent *event) {
    const FlowLayout layout = layoutIn(content());
    const std::optional<std::size_t> at = eventAt(layout, event->position());
    const std::optional<int> pointed = at ? std::optional(layout.events[*at].index) : std::nullopt;
    if (std::exchange(pointed_, pointed) != pointed)
        update();
}

void FlowChart::leaveEvent(QEvent *) {
    pointed_.reset();
    update();
}

bool FlowChart::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = dynamic_cast<QHelpEvent *>(event);
    const QString text = help != nullptr ? readOut(help->pos()) : QString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        showToolTip(help->globalPos(), text, this);
    return true;
}

} // namespace tagscope::ui
