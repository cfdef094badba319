// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/custom_plot.h"

#include <optional>

class QLabel;

namespace tagscope::ui {

// A chart of the workbench: a title, two named axes over [0, 1], the window's colours, a message where there is nothing
// to draw, and a menu that exports it. What is drawn waits for the next painting. GUI thread.
class FusionPlot : public QCustomPlot {
    Q_OBJECT

public:
    // `name`: of exported files.
    FusionPlot(const QString &name, const QString &title, const QString &xName, const QString &yName,
               QWidget *parent = nullptr);

    void setTitle(const QString &title);
    // In the place of the drawing; empty: the drawing.
    void setMessage(const QString &message);
    [[nodiscard]] QString message() const;
    // With a header; numbers as a program reads them.
    [[nodiscard]] virtual QByteArray csv() const = 0;

Q_SIGNALS:
    // The plot is asked to have all the room, or to give it back.
    void enlargeAsked();

protected:
    // Of the palette and the font.
    virtual void restyle();
    [[nodiscard]] bool isOnDark() const;
    // Within the axes, with room around them for an unsteady hand; coordinates clamped to the axes.
    [[nodiscard]] std::optional<QPointF> coordinatesAt(QPointF position) const;
    // A mark for a point: full for what is worked on, hollow for what was saved.
    [[nodiscard]] QCPGraph *addMark(bool isFull);
    // A line across the plot at an x: solid for what is worked on, dashed for what was saved.
    [[nodiscard]] QCPItemLine *addLine(bool isSaved);
    static void place(QCPItemLine &line, double x); // hidden where x is outside the axis
    static void place(QCPGraph &mark, std::optional<QPointF> point);

    void changeEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QCPTextElement *title_; // owned by the plot
    QLabel *message_;
    std::vector<std::pair<QCPGraph *, bool>> marks_;
    std::vector<std::pair<QCPItemLine *, bool>> lines_;
};

} // namespace tagscope::ui
