// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/score_distribution.h"

#include "ui/plot/run_style.h"

#include <algorithm>
#include <numeric>

namespace tagscope::ui {
namespace {

// In percent of all, as the outline of bars. The first bin often holds nearly everything.
QVector<double> sharesOf(const std::vector<std::int64_t> &bins) {
    const auto all = static_cast<double>(std::accumulate(bins.begin(), bins.end(), std::int64_t{0}));
    QVector<double> shares;
    for (const std::int64_t count : bins)
        shares.push_back(all > 0 ? 100.0 * static_cast<double>(count) / all : 0.0);
    shares.push_back(shares.isEmpty() ? 0.0 : shares.back()); // the last bar's right end
    return shares;
}

} // namespace

ScoreDistribution::ScoreDistribution(QWidget *parent)
    : FusionPlot(QStringLiteral("scores"), tr("Scores"), tr("fused probability"), tr("% of the clips"), parent),
      negatives_(addGraph()), positives_(addGraph()), saved_(addLine(true)), now_(addLine(false)) {
    setToolTip(tr("Filled: clips without the label; outlined: clips with it. Each as a percentage of its group."));
    for (QCPGraph *graph : {negatives_, positives_}) {
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->setAdaptiveSampling(false);
    }
    ScoreDistribution::restyle();
}

void ScoreDistribution::setHistogram(const ScoreHistogram &histogram) {
    histogram_ = histogram;
    QVector<double> edges;
    for (std::size_t i = 0; i <= histogram.positives.size(); ++i)
        edges.push_back(static_cast<double>(i) / static_cast<double>(histogram.positives.size()));
    const QVector<double> positives = sharesOf(histogram.positives);
    const QVector<double> negatives = sharesOf(histogram.negatives);
    positives_->setData(edges, positives, true);
    negatives_->setData(edges, negatives, true);
    // The highest bar of the positives decides, and the negatives' second: their first is zeros and towers over all.
    double top = positives.isEmpty() ? 1.0 : *std::max_element(positives.begin(), positives.end());
    if (negatives.size() > 1)
        top = std::max(top, *std::max_element(negatives.begin() + 1, negatives.end()));
    yAxis->setRange(0.0, std::max(1.05 * top, 1.0));
    replot(QCustomPlot::rpQueuedReplot);
}

void ScoreDistribution::setThresholds(double now, double saved) {
    place(*now_, now);
    place(*saved_, saved);
    replot(QCustomPlot::rpQueuedReplot);
}

void ScoreDistribution::restyle() {
    FusionPlot::restyle();
    QColor filling = palette().color(QPalette::PlaceholderText);
    filling.setAlphaF(0.45F);
    negatives_->setPen(QPen(palette().color(QPalette::PlaceholderText), 1));
    negatives_->setBrush(filling);
    positives_->setPen(QPen(lineStyle(0, isOnDark()).colour, 2));
}

QByteArray ScoreDistribution::csv() const {
    QByteArray text("from,to,positives,negatives\n");
    const auto bins = static_cast<double>(histogram_.positives.size());
    for (std::size_t i = 0; i < histogram_.positives.size(); ++i)
        text += QByteArray::number(static_cast<double>(i) / bins) + ',' +
                QByteArray::number(static_cast<double>(i + 1) / bins) + ',' +
                QByteArray::number(static_cast<qlonglong>(histogram_.positives[i])) + ',' +
                QByteArray::number(static_cast<qlonglong>(histogram_.negatives[i])) + '\n';
    return text;
}

} // namespace tagscope::ui
