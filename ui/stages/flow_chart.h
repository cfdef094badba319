// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/view_state.h"
#include "ui/stages/clip_mapping.h"
#include "ui/stages/flow_layout.h"

#include <QWidget>
#include <optional>

namespace tagscope::ui {

// How the probability of a clip's objects flows to the events: what was seen on the left, v_k and what comes of it on
// the right. The event that is looked at, or under the pointer, stands out; a click chooses it. GUI thread.
class FlowChart : public QWidget {
    Q_OBJECT

public:
    explicit FlowChart(ViewState &view, QWidget *parent = nullptr);

    void setMapping(ClipMapping mapping);
    [[nodiscard]] const ClipMapping &mapping() const { return mapping_; }
    // Stands in the drawing's place where there is none.
    void setMessage(const QString &message);

    // The drawing in any place, as for a figure of a paper.
    void paint(QPainter &painter, const QRectF &place) const;

    [[nodiscard]] FlowLayout layoutIn(const QRectF &place) const;
    // What is at a point, in words; empty where nothing is.
    [[nodiscard]] QString readOut(QPointF point) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF content() const;
    [[nodiscard]] std::optional<std::size_t> eventAt(const FlowLayout &layout, QPointF point) const;
    [[nodiscard]] QString bandText(const FlowLayout &layout, const FlowLayout::Band &band) const;
    [[nodiscard]] QString objectName(const FlowLayout::Node &node) const;
    [[nodiscard]] QString eventName(const FlowLayout::Node &node) const;
    [[nodiscard]] QString outcome(const FlowLayout::Node &node) const;
    void paintBands(QPainter &painter, const FlowLayout &layout, std::optional<int> chosen) const;
    void paintLabels(QPainter &painter, const FlowLayout &layout, std::optional<int> chosen) const;

    ViewState &view_;
    ClipMapping mapping_;
    QString message_;
    std::optional<int> pointed_; // event
};

} // namespace tagscope::ui
