// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/flow_layout.h"

#include <algorithm>
#include <numeric>

namespace tagscope::ui {

namespace {

constexpr double kSmallest = 1e-6;   // probabilities below it are rounding
constexpr double kBarShare = 0.6;    // of a line: the bars' width
constexpr double kGapShare = 0.35;   // of a line, between bars
constexpr double kThinnestBar = 1.5; // pixels

double sumOf(const std::vector<FlowLayout::Node> &nodes) {
    return std::accumulate(nodes.begin(), nodes.end(), 0.0,
                           [](double sum, const FlowLayout::Node &node) { return sum + node.value; });
}

// Labels at the middles of their bars, moved apart where they would overlap.
void placeLabels(std::vector<FlowLayout::Node> &nodes, const QRectF &column, double line) {
    double free = column.top();
    for (FlowLayout::Node &node : nodes) {
        const double top = std::max(node.bar.center().y() - line / 2, free);
        node.label = QRectF(column.left(), top, column.width(), line);
        free = node.label.bottom();
    }
    double end = column.bottom();
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
        if (node->label.bottom() > end)
            node->label.moveBottom(end);
        end = node->label.top();
    }
}

void placeBars(std::vector<FlowLayout::Node> &nodes, const QRectF &place, double left, double width, double gap,
               double scale) {
    const double height = sumOf(nodes) * scale + gap * static_cast<double>(std::max<std::size_t>(nodes.size(), 1) - 1);
    double top = place.top() + std::max(place.height() - height, 0.0) / 2;
    for (FlowLayout::Node &node : nodes) {
        node.bar = QRectF(left, top, width, std::max(node.value * scale, kThinnestBar));
        top += node.value * scale + gap;
    }
}

std::vector<FlowLayout::Node> objectNodes(const ClipMapping &mapping) {
    std::vector<FlowLayout::Node> nodes;
    for (std::size_t i = 0; i < mapping.objects(); ++i) {
        double given = 0.0;
        for (std::size_t k = 0; k < mapping.events(); ++k)
            given += mapping.flow(i, k);
        // A table may give more of an object than there is of it; the bar then holds all that is given.
        nodes.push_back({static_cast<int>(i),
                         std::max(given, static_cast<double>(mapping.clip->video->objects[i].probability)),
                         {},
                         {}});
    }
    return nodes;
}

std::vector<FlowLayout::Node> eventNodes(const ClipMapping &mapping) {
    std::vector<FlowLayout::Node> nodes;
    for (std::size_t k = 0; k < mapping.events(); ++k) {
        double received = 0.0;
        for (std::size_t i = 0; i < mapping.objects(); ++i)
            received += mapping.flow(i, k);
        if (received > kSmallest)
            nodes.push_back({static_cast<int>(k), received, {}, {}});
    }
    std::ranges::stable_sort(nodes, std::ranges::greater(), &FlowLayout::Node::value);
    double lost = 0.0;
    for (std::size_t i = 0; i < mapping.objects(); ++i)
        lost += mapping.lost(i);
    if (lost > kSmallest)
        nodes.push_back({-1, lost, {}, {}});
    return nodes;
}

void placeBands(FlowLayout &layout, const ClipMapping &mapping, double scale) {
    std::vector<double> rightTop;
    for (const FlowLayout::Node &event : layout.events)
        rightTop.push_back(event.bar.top());
    for (std::size_t i = 0; i < layout.objects.size(); ++i) {
        double leftTop = layout.objects[i].bar.top();
        for (std::size_t j = 0; j < layout.events.size(); ++j) {
            const int event = layout.events[j].index;
            const double value = event < 0 ? mapping.lost(i) : mapping.flow(i, static_cast<std::size_t>(event));
            if (value <= kSmallest)
                continue;
            layout.bands.push_back({i, j, value, leftTop, rightTop[j], value * scale});
            leftTop += value * scale;
            rightTop[j] += value * scale;
        }
    }
}

} // namespace

FlowLayout layOutFlow(const ClipMapping &mapping, const QRectF &place, double line, double labelWidth) {
    FlowLayout layout;
    layout.place = place;
    if (mapping.objects() == 0 || mapping.share.empty())
        return layout;
    layout.objects = objectNodes(mapping);
    layout.events = eventNodes(mapping);
    const double bar = kBarShare * line;
    const auto most = static_cast<double>(std::max(layout.objects.size(), layout.events.size()));
    const double gap = std::min(kGapShare * line, 0.4 * place.height() / most);
    const double total = std::max({sumOf(layout.objects), sumOf(layout.events), kSmallest});
    const double scale = std::max(place.height() - gap * (most - 1), 0.0) / total;
    placeBars(layout.objects, place, place.left() + labelWidth, bar, gap, scale);
    placeBars(layout.events, place, place.right() - labelWidth - bar, bar, gap, scale);
    placeLabels(layout.objects, QRectF(place.left(), place.top(), labelWidth, place.height()), line);
    placeLabels(layout.events, QRectF(place.right() - labelWidth, place.top(), labelWidth, place.height()), line);
    placeBands(layout, mapping, scale);
    return layout;
}

} // namespace tagscope::ui
