// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/chart_export.h"

#include "core/base/atomic_file.h"
#include "ui/base/figure.h"
#include "ui/base/text.h"
#include "ui/plot/custom_plot.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QResizeEvent>

namespace tagscope::ui {

namespace {

constexpr int kPictureScale = 2;

QString quoted(QString text) {
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

// A track leaves the numbers of its time axis to the lowest one; alone it needs them. They are there as long as this
// is.
class TimeAxisShown {
public:
    explicit TimeAxisShown(QCustomPlot &plot)
        : plot_(plot), hadNumbers_(plot.xAxis->tickLabels()), label_(plot.xAxis->label()) {
        if (hadNumbers_)
            return;
        plot.xAxis->setTickLabels(true);
        plot.xAxis->setLabel(QCoreApplication::translate("ChartExport", "Time (s)"));
        layOut();
    }
    TimeAxisShown(const TimeAxisShown &) = delete;
    TimeAxisShown &operator=(const TimeAxisShown &) = delete;
    ~TimeAxisShown() {
        if (hadNumbers_)
            return;
        plot_.xAxis->setTickLabels(false);
        plot_.xAxis->setLabel(label_);
        layOut();
    }

private:
    void layOut() {
        QResizeEvent event(plot_.size(), plot_.size());
        QCoreApplication::sendEvent(&plot_, &event);
    }

    QCustomPlot &plot_;
    bool hadNumbers_;
    QString label_;
};

} // namespace

QByteArray csvOf(const std::vector<ChartLine> &lines, const QString &xName, const QString &yName) {
    QString text = QStringLiteral("line,%1,%2\r\n").arg(quoted(xName), quoted(yName));
    for (const ChartLine &line : lines)
        for (const QPointF &point : line.points)
            text +=
                QStringLiteral("%1,%2,%3\r\n")
                    .arg(quoted(line.name), QString::number(point.x(), 'g', 10), QString::number(point.y(), 'g', 10));
    return text.toUtf8();
}

bool exportFigure(QWidget &widget, const QString &file) {
    const QString suffix = QFileInfo(file).suffix().toLower();
    const FigureFormat format = suffix == QStringLiteral("svg")   ? FigureFormat::Svg
                                : suffix == QStringLiteral("pdf") ? FigureFormat::Pdf
                                                                  : FigureFormat::Png;
    const Figure asItLooks{.name = QFileInfo(file).completeBaseName(), .paint = {}, .data = {}};
    return writeFile(file, drawFigure(widget, asItLooks, format, kPictureScale)());
}

bool writeFile(const QString &file, const QByteArray &bytes) {
    return !bytes.isEmpty() &&
           writeFileAtomically(toPath(file), {bytes.constData(), static_cast<std::size_t>(bytes.size())}).has_value();
}

std::function<void(QPaintDevice &)> drawingOf(QCustomPlot &plot) {
    return [&plot](QPaintDevice &device) {
        const TimeAxisShown withAxis(plot);
        QCPPainter painter(&device);
        painter.fillRect(plot.rect(), plot.palette().color(QPalette::Base));
        plot.toPainter(&painter, plot.width(), plot.height());
        for (QWidget *part : plot.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
            if (part->isVisibleTo(&plot))
                part->render(&painter, part->pos(), {}, QWidget::DrawChildren);
    };
}

} // namespace tagscope::ui
