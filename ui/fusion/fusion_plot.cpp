// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/fusion_plot.h"

#include "ui/base/export.h"
#include "ui/base/tokens.h"
#include "ui/plot/chart_export.h"
#include "ui/plot/run_style.h"

#include <QAction>
#include <QLabel>
#include <QMouseEvent>
#include <algorithm>

namespace tagscope::ui {
namespace {

constexpr double kHeadroom = 0.02; // of an axis, so that marks at its ends are whole

} // namespace

FusionPlot::FusionPlot(const QString &name, const QString &title, const QString &xName, const QString &yName,
                       QWidget *parent)
    : QCustomPlot(parent), title_(new QCPTextElement(this)), message_(new QLabel(this)) {
    setObjectName(name);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(18 * fontMetrics().averageCharWidth(), 6 * fontMetrics().height());
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, title_);
    plotLayout()->setRowSpacing(0);
    plotLayout()->setMargins(QMargins(2, 2, 4, 2));
    title_->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    setTitle(title);
    xAxis->setLabel(xName);
    yAxis->setLabel(yName);
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setRange(-kHeadroom, 1.0 + kHeadroom);
        axis->setLabelPadding(1);
        axis->setSubTicks(false);
        axis->ticker()->setTickCount(4);
    }
    axisRect()->setMinimumMargins(QMargins(0, 2, 4, 0));
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    message_->setForegroundRole(QPalette::PlaceholderText);
    message_->hide();
    offerExport(*this, {.name = name, .paint = drawingOf(*this), .data = [this] { return csv(); }});
    auto *larger = new QAction(tr("En&large, or back"), this);
    connect(larger, &QAction::triggered, this, &FusionPlot::enlargeAsked);
    addAction(larger);
    FusionPlot::restyle();
}

void FusionPlot::setTitle(const QString &title) {
    if (title_->text() != title)
        title_->setText(title);
}

void FusionPlot::setMessage(const QString &message) {
    message_->setText(message);
    message_->setVisible(!message.isEmpty());
    for (const char *layer : {"grid", "main", "axes", "overlay"})
        this->layer(QString::fromLatin1(layer))->setVisible(message.isEmpty());
    title_->setLayer(QStringLiteral("background"));
    replot(QCustomPlot::rpQueuedReplot);
}

QString FusionPlot::message() const {
    return message_->text();
}

bool FusionPlot::isOnDark() const {
    return palette().color(QPalette::Base).lightness() < 128;
}

std::optional<QPointF> FusionPlot::coordinatesAt(QPointF position) const {
    const int reach = fontMetrics().height() / 2;
    if (!message_->text().isEmpty() ||
        !axisRect()->rect().adjusted(-reach, -reach, reach, reach).contains(position.toPoint()))
        return std::nullopt;
    return QPointF(std::clamp(xAxis->pixelToCoord(position.x()), 0.0, 1.0),
                   std::clamp(yAxis->pixelToCoord(position.y()), 0.0, 1.0));
}

QCPGraph *FusionPlot::addMark(bool isFull) {
    QCPGraph *mark = addGraph();
    mark->setLineStyle(QCPGraph::lsNone);
    mark->setLayer(QStringLiteral("overlay"));
    mark->setAdaptiveSampling(false);
    marks_.emplace_back(mark, isFull);
    FusionPlot::restyle(); // called while the chart itself is being made
    return mark;
}

QCPItemLine *FusionPlot::addLine(bool isSaved) {
    auto *line = new QCPItemLine(this); // owned by the plot
    line->start->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line->setVisible(false);
    lines_.emplace_back(line, isSaved);
    FusionPlot::restyle();
    return line;
}

void FusionPlot::place(QCPItemLine &line, double x) {
    const bool isShown = x >= 0.0 && x <= 1.0;
    line.setVisible(isShown);
    if (!isShown)
        return;
    line.start->setCoords(x, 0.0);
    line.end->setCoords(x, 1.0);
}

void FusionPlot::place(QCPGraph &mark, std::optional<QPointF> point) {
    mark.data()->clear();
    if (point)
        mark.addData(point->x(), point->y());
}

void FusionPlot::restyle() {
    const QColor text = palette().color(QPalette::Text);
    QColor grid = palette().color(QPalette::PlaceholderText);
    grid.setAlphaF(0.3F);
    setBackground(palette().brush(QPalette::Base));
    title_->setFont(fontOf(TextRole::Heading, font()));
    title_->setTextColor(text);
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setBasePen(QPen(text));
        axis->setTickPen(QPen(text));
        axis->setLabelColor(text);
        axis->setTickLabelColor(text);
        axis->setLabelFont(font());
        axis->setTickLabelFont(font());
        axis->grid()->setPen(QPen(grid));
        axis->grid()->setZeroLinePen(QPen(grid));
    }
    const double size = 0.6 * fontMetrics().height();
    for (const auto &[mark, isFull] : marks_)
        mark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(text, 2),
                                              isFull ? QBrush(lineStyle(1, isOnDark()).colour) : QBrush(Qt::NoBrush),
                                              isFull ? size : 0.75 * size));
    for (const auto &[line, isSaved] : lines_)
        line->setPen(QPen(isSaved ? text : lineStyle(1, isOnDark()).colour, isSaved ? 1.0 : 2.0,
                          isSaved ? Qt::DashLine : Qt::SolidLine));
}

void FusionPlot::changeEvent(QEvent *event) {
    QCustomPlot::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    restyle();
    replot(QCustomPlot::rpQueuedReplot);
}

void FusionPlot::resizeEvent(QResizeEvent *event) {
    QCustomPlot::resizeEvent(event);
    const int gap = fontMetrics().height();
    message_->setGeometry(rect().adjusted(gap, 2 * gap, -gap, -gap));
}

void FusionPlot::mouseDoubleClickEvent(QMouseEvent *event) {
    event->accept();
    Q_EMIT enlargeAsked();
}

} // namespace tagscope::ui
