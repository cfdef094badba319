// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPointF>
#include <QWidget>
#include <vector>

class QChart;
class QChartView;
class QLabel;
class QLineSeries;
class QValueAxis;

namespace tagscope::ui {

// A line of a chart.
struct ChartLine {
    QString name;
    QColor colour;
    Qt::PenStyle style = Qt::SolidLine;
    double width = 2.0;    // pixels
    bool hasDots = false;  // at the points
    QList<QPointF> points; // x ascending, finite

    friend bool operator==(const ChartLine &, const ChartLine &) = default;
};

// A chart of lines with a title, axes with units, a read-out under the pointer, and a menu that exports it. Shows at
// most kMostPoints of a line's points, exports all. GUI thread.
class LineChart : public QWidget {
    Q_OBJECT

public:
    static constexpr qsizetype kMostPoints = 1200; // a line; more than it has pixels

    enum class Range {
        Fitted,   // to the data
        FromZero, // to the data and 0
        Unit      // 0 to 1
    };

    // `name`: of the exported file. `unit`: of y, such as "clips/s"; empty for plain numbers.
    LineChart(const QString &name, const QString &title, const QString &unit, Range range, QWidget *parent = nullptr);

    void setLines(const std::vector<ChartLine> &lines);
    [[nodiscard]] const std::vector<ChartLine> &lines() const { return lines_; }
    [[nodiscard]] QString title() const; // with its unit
    void setXTitle(const QString &title);
    // Stands in the place of the lines where there is none.
    void setMessage(const QString &message);
    // A word on what the lines are, under the title.
    void setLegend(const QString &richText);

    // x and y of each line, one row a point.
    [[nodiscard]] QByteArray csv() const;
    // By the file's suffix: png, svg, pdf, csv. False where it cannot be written.
    [[nodiscard]] bool exportTo(const QString &file) const;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restyle();
    void fitAxes();
    void placeMessage();
    void placeLegend();
    [[nodiscard]] QString readOut(QPointF inView) const;

    QString name_;
    QString unit_;
    Range range_;
    std::vector<ChartLine> lines_;
    QLabel *title_;
    QLabel *legend_;
    QChartView *view_;
    QChart *chart_;
    QValueAxis *xAxis_;
    QValueAxis *yAxis_;
    QLabel *message_;
    std::vector<QLineSeries *> series_; // owned by the chart; as many as were ever needed at once
};

} // namespace tagscope::ui
