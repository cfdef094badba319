// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stages/clip_mapping.h"

#include <QRectF>
#include <QString>
#include <vector>

namespace tagscope::ui {

// Where a drawing puts the objects (left), the events that receive something (right), and the bands between them whose
// widths are the probability that flows. All in the coordinates of `place`.
struct FlowLayout {
    struct Node {
        int index = 0; // of the clip's objects, or the event; -1: what goes nowhere
        double value = 0.0;
        QRectF bar;
        QRectF label; // beside the bar; lines never overlap, so that it may stand a little off it
    };
    struct Band {
        std::size_t from = 0; // position in `objects`
        std::size_t to = 0;   // in `events`
        double value = 0.0;
        double leftTop = 0.0;
        double rightTop = 0.0;
        double width = 0.0;
    };

    QRectF place;
    std::vector<Node> objects;
    std::vector<Node> events; // those of the largest v_k first, what goes nowhere last
    std::vector<Band> bands;
};

// `line`: the height of a line of text; `labelWidth`: the room for one on each side.
[[nodiscard]] FlowLayout layOutFlow(const ClipMapping &mapping, const QRectF &place, double line, double labelWidth);

} // namespace tagscope::ui
