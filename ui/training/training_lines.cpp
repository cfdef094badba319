// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_lines.h"

#include "ui/plot/thinning.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <optional>

namespace tagscope::ui {

namespace {

class TrainingLines {
    Q_DECLARE_TR_FUNCTIONS(TrainingLines)
};

constexpr double kFaint = 0.45;
constexpr double kBytesInGiB = 1024.0 * 1024.0 * 1024.0;
constexpr double kBestDot = 4.0;

double endOf(const EpochReport &epoch) {
    return epoch.epoch + 1.0;
}

double placeOf(const BatchReport &batch) {
    return batch.epoch + (batch.batch + 1.0) / std::max(batch.batches, 1);
}

template <class Reports, class X, class Y>
QList<QPointF> pointsOf(const Reports &reports, const X &x, const Y &y) {
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(reports.size()));
    for (const auto &report : reports)
        if (const double value = y(report); std::isfinite(value))
            points << QPointF(x(report), value);
    return points;
}

// Each value from the start of its epoch to the end: it does not change in between.
QList<QPointF> asSteps(const QList<QPointF> &ends) {
    QList<QPointF> steps;
    for (const QPointF &end : ends)
        steps << QPointF(end.x() - 1.0, end.y()) << end;
    return steps;
}

// The figure's value of each report; nothing where that kind of report does not tell it.
std::optional<double> valueOf(TrainingFigure figure, const EpochReport &epoch) {
    switch (figure) {
    case TrainingFigure::Loss:
        return epoch.trainingLoss;
    case TrainingFigure::MicroF1:
        return epoch.microF1;
    case TrainingFigure::LearningRate:
        return epoch.learningRate;
    case TrainingFigure::ClipsPerSecond:
        return epoch.clipsPerSecond;
    case TrainingFigure::DeviceMemory:
        return static_cast<double>(epoch.deviceBytes) / kBytesInGiB;
    case TrainingFigure::ClassF1:
        break;
    }
    return std::nullopt;
}

std::optional<double> valueOf(TrainingFigure figure, const BatchReport &batch) {
    switch (figure) {
    case TrainingFigure::Loss:
        return batch.loss;
    case TrainingFigure::LearningRate:
        return batch.learningRate;
    case TrainingFigure::ClipsPerSecond:
        return batch.clipsPerSecond;
    case TrainingFigure::DeviceMemory:
        return static_cast<double>(batch.deviceBytes) / kBytesInGiB;
    case TrainingFigure::MicroF1:
    case TrainingFigure::ClassF1:
        break;
    }
    return std::nullopt;
}

ChartLine lineOf(const RunCurves &run, const QString &what) {
    ChartLine line;
    line.name = run.name + QStringLiteral(" · ") + what;
    line.colour = run.style.colour;
    line.style = run.style.dashes;
    return line;
}

void addBatches(std::vector<ChartLine> &lines, TrainingFigure figure, const RunCurves &run,
                const LineChoices &choices) {
    if (run.batches.empty() || !valueOf(figure, run.batches.front()))
        return;
    const auto y = [figure](const BatchReport &batch) { return valueOf(figure, batch).value_or(std::nan("")); };
    ChartLine line = lineOf(run, TrainingLines::tr("batches"));
    if (choices.isWithinEpoch) {
        const int latest = run.batches.back().epoch;
        const auto first = std::find_if(run.batches.begin(), run.batches.end(),
                                        [latest](const BatchReport &batch) { return batch.epoch == latest; });
        line.points = pointsOf(
            std::vector<BatchReport>(first, run.batches.end()),
            [](const BatchReport &batch) { return batch.batch + 1.0; }, y);
    } else {
        line.points = pointsOf(run.batches, placeOf, y);
        line.width = 1.0;
        line.style = Qt::SolidLine;
        line.colour.setAlphaF(static_cast<float>(kFaint));
    }
    line.points = smoothed(line.points, choices.smoothing);
    lines.push_back(std::move(line));
}

void addEpochs(std::vector<ChartLine> &lines, TrainingFigure figure, const RunCurves &run, const LineChoices &choices) {
    if (choices.isWithinEpoch || run.epochs.empty())
        return;
    if (figure == TrainingFigure::Loss) {
        ChartLine validation = lineOf(run, TrainingLines::tr("validation"));
        validation.hasDots = true;
        validation.points =
            smoothed(pointsOf(run.epochs, endOf, [](const EpochReport &epoch) { return epoch.validationLoss; }),
                     choices.smoothing);
        lines.push_back(std::move(validation));
    }
    ChartLine line =
        lineOf(run, figure == TrainingFigure::Loss ? TrainingLines::tr("training") : TrainingLines::tr("epochs"));
    line.hasDots = figure == TrainingFigure::MicroF1;
    line.points =
        smoothed(pointsOf(run.epochs, endOf,
                          [figure](const EpochReport &epoch) { return valueOf(figure, epoch).value_or(std::nan("")); }),
                 choices.smoothing);
    if (figure == TrainingFigure::LearningRate)
        line.points = asSteps(line.points);
    lines.push_back(std::move(line));
}

void addBest(std::vector<ChartLine> &lines, const RunCurves &run, const LineChoices &choices) {
    const auto best =
        std::find_if(run.epochs.rbegin(), run.epochs.rend(), [](const EpochReport &epoch) { return epoch.isBest; });
    if (choices.isWithinEpoch || best == run.epochs.rend())
        return;
    ChartLine dot = lineOf(run, TrainingLines::tr("best"));
    dot.width = kBestDot;
    dot.points << QPointF(endOf(*best), best->microF1);
    lines.push_back(std::move(dot));
}

// One run: the events' own colours. Several: the run's colour, the events' dashes.
LineStyle eventStyle(const LineChoices &choices, std::size_t place) {
    return lineStyle(static_cast<int>(place), choices.isOnDark);
}

void addClasses(std::vector<ChartLine> &lines, const RunCurves &run, bool isAlone, const LineChoices &choices) {
    for (std::size_t i = 0; i < choices.events.size() && !choices.isWithinEpoch; ++i) {
        const auto k = static_cast<std::size_t>(choices.events[i]);
        ChartLine line = lineOf(run, choices.eventNames.value(choices.events[i]));
        const LineStyle style = eventStyle(choices, i);
        line.style = style.dashes;
        if (isAlone)
            line.colour = style.colour;
        line.points = smoothed(pointsOf(run.epochs, endOf,
                                        [k](const EpochReport &epoch) {
                                            return k < epoch.classF1.size() ? epoch.classF1[k] : std::nan("");
                                        }),
                               choices.smoothing);
        lines.push_back(std::move(line));
    }
}

QString dashesInWords(Qt::PenStyle style) {
    switch (style) {
    case Qt::DashLine:
        return QStringLiteral("╌╌");
    case Qt::DotLine:
        return QStringLiteral("····");
    case Qt::DashDotLine:
        return QStringLiteral("╌·╌");
    default:
        return QStringLiteral("──");
    }
}

} // namespace

std::vector<ChartLine> linesOf(TrainingFigure figure, const std::vector<RunCurves> &runs, const LineChoices &choices) {
    std::vector<ChartLine> lines;
    for (const RunCurves &run : runs) {
        if (figure == TrainingFigure::ClassF1) {
            addClasses(lines, run, runs.size() == 1, choices);
            continue;
        }
        addBatches(lines, figure, run, choices);
        addEpochs(lines, figure, run, choices);
        if (figure == TrainingFigure::MicroF1)
            addBest(lines, run, choices);
    }
    return lines;
}

QString eventLegend(const std::vector<RunCurves> &runs, const LineChoices &choices) {
    QStringList parts;
    for (std::size_t i = 0; i < choices.events.size(); ++i) {
        const LineStyle style = eventStyle(choices, i);
        const QString name = choices.eventNames.value(choices.events[i]).toHtmlEscaped();
        const QString sample = dashesInWords(style.dashes);
        parts << (runs.size() == 1
                      ? QStringLiteral("<span style='color:%1'>%2</span> %3").arg(style.colour.name(), sample, name)
                      : sample + QLatin1Char(' ') + name);
    }
    return parts.join(QStringLiteral("&nbsp;&nbsp; "));
}

} // namespace tagscope::ui
