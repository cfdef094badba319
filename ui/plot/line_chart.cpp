// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/line_chart.h"

#include "ui/base/export.h"
#include "ui/base/tokens.h"
#include "ui/base/tool_tip.h"
#include "ui/plot/axis_steps.h"
#include "ui/plot/chart_export.h"
#include "ui/plot/thinning.h"

#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QTextDocument>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <optional>

namespace tagscope::ui {

namespace {

constexpr double kDotBeyondLine = 1.5; // pixels of radius
constexpr double kHeadroom = 0.02;     // of an axis, so that the last dot and a line at the top are whole
constexpr double kReach = 24;          // pixels between the pointer and a point that it reads out

QValueAxis *makeAxis() {
    auto *axis = new QValueAxis;
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    return axis;
}

} // namespace

LineChart::LineChart(const QString &name, const QString &title, const QString &unit, Range range, QWidget *parent)
    : QWidget(parent), name_(name), unit_(unit), range_(range), title_(new QLabel), legend_(new QLabel),
      view_(new QChartView), chart_(view_->chart()), xAxis_(makeAxis()), yAxis_(makeAxis()),
      message_(new QLabel(view_)) {
    setObjectName(name);
    setMinimumSize(18 * fontMetrics().averageCharWidth(), 6 * fontMetrics().height());
    //: Title of a chart and the unit of its values.
    title_->setText(unit.isEmpty() ? title : tr("%1 (%2)").arg(title, unit));
    giveRole(*title_, TextRole::Heading);
    legend_->setTextFormat(Qt::RichText);
    legend_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    legend_->setMinimumWidth(1); // a long legend does not widen the window
    message_->setWordWrap(true);
    message_->setAlignment(Qt::AlignCenter);
    message_->setForegroundRole(QPalette::PlaceholderText);
    message_->hide();
    view_->setFrameShape(QFrame::NoFrame);
    view_->setRenderHint(QPainter::Antialiasing);
    view_->setMouseTracking(true);
    view_->setContextMenuPolicy(Qt::NoContextMenu); // left to this widget
    view_->viewport()->installEventFilter(this);
    chart_->legend()->hide();
    chart_->setMargins(QMargins(2, 2, 6, 2));
    chart_->setBackgroundRoundness(0);
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    chart_->addAxis(xAxis_, Qt::AlignBottom);
    chart_->addAxis(yAxis_, Qt::AlignLeft);

    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(6, 2, 6, 0);
    heading->setSpacing(fontMetrics().height());
    heading->addWidget(title_);
    heading->addWidget(legend_, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(heading);
    rows->addWidget(view_, 1);
    offerExport(*this, {.name = name, .paint = {}, .data = [this] { return csv(); }});
    restyle();
    fitAxes();
}

void LineChart::setLines(const std::vector<ChartLine> &lines) {
    if (lines == lines_)
        return;
    lines_ = lines;
    while (series_.size() < lines_.size()) {
        auto *series = new QLineSeries;
        chart_->addSeries(series);
        series->attachAxis(xAxis_);
        series->attachAxis(yAxis_);
        series_.push_back(series);
    }
    fitAxes();
    for (std::size_t i = 0; i < series_.size(); ++i) {
        const bool isUsed = i < lines_.size();
        series_[i]->setVisible(isUsed);
        if (!isUsed) {
            series_[i]->clear();
            continue;
        }
        const ChartLine &line = lines_[i];
        QPen pen(line.colour, line.width, line.style);
        series_[i]->setPen(pen);
        series_[i]->setMarkerSize(line.width + kDotBeyondLine);
        // A line of one point would show nothing.
        series_[i]->setPointsVisible(line.hasDots || line.points.size() == 1);
        series_[i]->replace(thinned(line.points, kMostPoints));
    }
    placeMessage();
}

QString LineChart::title() const {
    return title_->text();
}

void LineChart::setXTitle(const QString &title) {
    if (xAxis_->titleText() != title)
        xAxis_->setTitleText(title);
}

void LineChart::setMessage(const QString &message) {
    message_->setText(message);
    placeMessage();
}

void LineChart::setLegend(const QString &richText) {
    legend_->setText(richText);
    placeLegend();
}

// To the right under its end, or from the left in several lines where it is too long for one.
void LineChart::placeLegend() {
    QTextDocument words;
    words.setDefaultFont(legend_->font());
    words.setHtml(legend_->text());
    const bool isLong = words.idealWidth() > legend_->width();
    legend_->setWordWrap(isLong);
    legend_->setAlignment((isLong ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

void LineChart::placeMessage() {
    const bool isEmpty =
        std::all_of(lines_.begin(), lines_.end(), [](const ChartLine &line) { return line.points.isEmpty(); });
    message_->setVisible(isEmpty && !message_->text().isEmpty());
    xAxis_->setVisible(!isEmpty); // an empty grid with made-up numbers says nothing
    yAxis_->setVisible(!isEmpty);
    const int gap = fontMetrics().height();
    message_->setGeometry(view_->rect().adjusted(gap, gap / 2, -gap, -gap / 2));
}

void LineChart::fitAxes() {
    std::optional<Extent> x = Extent{0.0, 0.0}; // runs begin there
    std::optional<Extent> y;
    for (const ChartLine &line : lines_)
        for (const QPointF &point : line.points) {
            extend(x, point.x());
            extend(y, point.y());
        }
    if (y && range_ == Range::FromZero)
        extend(y, 0.0);
    if (range_ == Range::Unit)
        y = Extent{0.0, 1.0};
    const AxisSteps across = wholeSteps(*x, 8);
    const AxisSteps up = evenSteps(y.value_or(Extent{0, 1}), 5);
    const auto set = [](QValueAxis &axis, const AxisSteps &steps) {
        if (axis.tickInterval() != steps.interval)
            axis.setTickInterval(steps.interval);
        const double span = steps.extent.upper - steps.extent.lower;
        axis.setRange(steps.extent.lower, steps.extent.upper + kHeadroom * span);
        axis.setLabelFormat(QStringLiteral("%.%1f").arg(steps.decimals));
    };
    set(*xAxis_, across);
    set(*yAxis_, up);
}

void LineChart::restyle() {
    const QColor text = palette().color(QPalette::Text);
    QColor grid = palette().color(QPalette::PlaceholderText);
    grid.setAlphaF(0.3F);
    chart_->setBackgroundBrush(palette().brush(QPalette::Base));
    view_->setBackgroundBrush(palette().brush(QPalette::Base));
    for (QValueAxis *axis : {xAxis_, yAxis_}) {
        axis->setLabelsBrush(text);
        axis->setTitleBrush(text);
        axis->setLabelsFont(font());
        axis->setTitleFont(font());
        axis->setLinePen(QPen(text, 1));
        axis->setGridLinePen(QPen(grid, 1));
    }
}

void LineChart::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

bool LineChart::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize) {
        placeMessage();
        placeLegend();
    }
    if (event->type() == QEvent::MouseMove) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QString text = readOut(mouse->position());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            showToolTip(mouse->globalPosition().toPoint(), text, view_);
    }
    return QWidget::eventFilter(watched, event);
}

QString LineChart::readOut(QPointF inView) const {
    const QPointF inChart = chart_->mapFromScene(view_->mapToScene(inView.toPoint()));
    double nearest = kReach;
    QString text;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        for (const QPointF &point : series_[i]->points()) {
            const QPointF place = chart_->mapToPosition(point, series_[i]);
            const double distance = std::hypot(place.x() - inChart.x(), place.y() - inChart.y());
            if (distance >= nearest)
                continue;
            nearest = distance;
            const QLocale locale;
            text = tr("%1\n%2: %3\n%4 %5")
                       .arg(lines_[i].name, xAxis_->titleText(), locale.toString(point.x(), 'g', 6),
                            locale.toString(point.y(), 'g', 6), unit_)
                       .trimmed();
        }
    return text;
}

QByteArray LineChart::csv() const {
    return csvOf(lines_, xAxis_->titleText(), title_->text());
}

bool LineChart::exportTo(const QString &file) const {
    if (file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive))
        return writeFile(file, csv());
    return exportFigure(*const_cast<LineChart *>(this), file); // rendering a widget is not const in Qt
}

} // namespace tagscope::ui
