// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fusion/fusion_event_model.h"

#include <QStyledItemDelegate>
#include <QTableView>
#include <optional>

namespace tagscope::ui {

// Draws a weight or a threshold as a slider with its number, and edits it as text.
class SliderDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // Where the slider runs in a cell.
    [[nodiscard]] static QRect trackIn(const QRect &cell, const QFontMetrics &metrics);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// The events with their weights and thresholds: sliders to drag with the mouse, numbers to type (or F2), + and - for
// steps of a hundredth, with Alt of a tenth.
class FusionEventTable : public QTableView {
    Q_OBJECT

public:
    // Both outlive it.
    FusionEventTable(FusionEventModel &model, WorkbenchService &service, QWidget *parent = nullptr);

    // -1: none.
    [[nodiscard]] int chosenEvent() const;
    void chooseEvent(int event);

Q_SIGNALS:
    void eventChosen(int event);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Drag {
        QPersistentModelIndex cell;
        int gesture = 0;
    };
    [[nodiscard]] bool isSlider(const QModelIndex &cell) const;
    void dragTo(int x);
    void set(const QModelIndex &cell, double value, int gesture);
    void step(const QModelIndex &cell, double by);
    void fit();

    WorkbenchService &service_;
    std::optional<Drag> drag_;
};

} // namespace tagscope::ui
