// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/fusion_plots.h"

#include "ui/fusion/f1_map.h"
#include "ui/fusion/pr_curve.h"
#include "ui/fusion/score_distribution.h"
#include "ui/fusion/threshold_curve.h"
#include "ui/plot/chart_pages.h"

#include <QVBoxLayout>
#include <array>

namespace tagscope::ui {
namespace {

constexpr std::size_t kMapWeights = 41;
constexpr std::size_t kMapThresholds = 101;
constexpr std::size_t kDistributionBins = 40;
constexpr QSize kLeastPlot{190, 130}; // below, it has more axis than curve

} // namespace

FusionPlots::FusionPlots(WorkbenchService &service, QWidget *parent)
    : QWidget(parent), service_(service), pr_(new PrCurve), threshold_(new ThresholdCurve), map_(new F1Map),
      scores_(new ScoreDistribution),
      pages_(new ChartPages({{pr_, tr("Precision and recall"), tr("Up and right is better; drag the mark.")},
                             {threshold_, tr("F1 over the threshold"), tr("Higher is better; drag the mark.")},
                             {map_, tr("F1 over weight and threshold"), tr("Bright is better; a click takes it.")},
                             {scores_, tr("Scores"), tr("Less overlap is better.")}},
                            kLeastPlot, 2)) {
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(pages_);
    for (FusionPlot *plot : std::array<FusionPlot *, 4>{pr_, threshold_, map_, scores_})
        connect(plot, &FusionPlot::enlargeAsked, this, [this, plot] { showAlone(alone_ == nullptr ? plot : nullptr); });
    const auto setThreshold = [this](double to, int gesture) {
        if (hasEvent())
            service_.change(static_cast<std::size_t>(event_), WorkbenchService::Value::Threshold, to, gesture);
    };
    connect(pr_, &PrCurve::thresholdPicked, this, setThreshold);
    connect(threshold_, &ThresholdCurve::thresholdPicked, this, setThreshold);
    connect(map_, &F1Map::picked, this, [this](double weight, double threshold, int gesture) {
        if (hasEvent())
            service_.changeBoth(static_cast<std::size_t>(event_), weight, threshold, gesture);
    });
    connect(&service, &WorkbenchService::edited, this, &FusionPlots::follow);
    connect(&service, &WorkbenchService::savedChanged, this, &FusionPlots::movePoints);
    connect(&service, &WorkbenchService::loaded, this, &FusionPlots::drawAll);
    connect(&service, &WorkbenchService::labelsChanged, this, &FusionPlots::drawAll);
    drawAll();
}

bool FusionPlots::hasEvent() const {
    return service_.bench() != nullptr && event_ >= 0 && event_ < static_cast<int>(service_.bench()->events());
}

void FusionPlots::setEvent(int event, const QString &name) {
    if (event == event_ && name == name_)
        return;
    event_ = event;
    name_ = name;
    drawAll();
}

void FusionPlots::setColourMap(ColourMap map) {
    map_->setColourMap(map);
}

void FusionPlots::setMapsMicro(bool isMicro) {
    mapsMicro_ = isMicro;
    drawMap();
}

void FusionPlots::showAlone(FusionPlot *plot) {
    alone_ = plot;
    pages_->showAlone(plot);
}

// Another event's threshold moves micro F1 only; the event's own weight moves everything but the map of class F1.
void FusionPlots::follow(int event) {
    if (!hasEvent())
        return;
    const auto k = static_cast<std::size_t>(event_);
    const OperatingPoint &point = service_.point();
    if (event == event_ && point.videoWeight[k] == drawnWeight_ && point.isCalibrated() == isCalibrated_) {
        movePoints();
        return;
    }
    if (event < 0) {
        drawAll();
        return;
    }
    const ThresholdCuts &cuts = service_.bench()->cuts(k, service_.labels());
    threshold_->setCuts(cuts, service_.bench()->others(k, service_.labels()));
    if (event == event_) {
        pr_->setCuts(cuts);
        scores_->setHistogram(service_.bench()->histogram(k, service_.labels(), kDistributionBins));
        drawnWeight_ = point.videoWeight[k];
    } else if (mapsMicro_) {
        drawMap();
    }
    movePoints();
}

void FusionPlots::drawAll() {
    grid_.reset();
    if (!hasEvent()) {
        const QString message = service_.bench() == nullptr ? QString(QLatin1Char(' ')) : tr("Choose an event.");
        for (FusionPlot *plot : std::array<FusionPlot *, 4>{pr_, threshold_, map_, scores_})
            plot->setMessage(message);
        return;
    }
    const auto k = static_cast<std::size_t>(event_);
    Workbench &bench = *service_.bench();
    const ThresholdCuts &cuts = bench.cuts(k, service_.labels());
    for (FusionPlot *plot : std::array<FusionPlot *, 3>{threshold_, scores_, map_})
        plot->setMessage({});
    pr_->setTitle(tr("Precision and recall: %1").arg(name_));
    pr_->setCuts(cuts);
    threshold_->setCuts(cuts, bench.others(k, service_.labels()));
    scores_->setHistogram(bench.histogram(k, service_.labels(), kDistributionBins));
    drawnWeight_ = service_.point().videoWeight[k];
    isCalibrated_ = service_.point().isCalibrated();
    grid_ = bench.grid(k, service_.labels(), kMapWeights, kMapThresholds);
    drawMap();
    movePoints();
}

void FusionPlots::drawMap() {
    if (!hasEvent())
        return;
    if (!grid_) {
        map_->setMessage(tr("This point has calibrated probabilities, which replace the weights."));
        return;
    }
    map_->setTitle(mapsMicro_ ? tr("Micro F1 over weight and threshold") : tr("F1 over weight and threshold"));
    const auto others = service_.bench()->others(static_cast<std::size_t>(event_), service_.labels());
    map_->setMap(grid_->f1(mapsMicro_ ? others : OtherEvents()));
}

void FusionPlots::movePoints() {
    if (!hasEvent())
        return;
    const auto k = static_cast<std::size_t>(event_);
    const Workbench &bench = *service_.bench();
    const OperatingPoint &now = bench.point();
    const OperatingPoint &saved = bench.saved();
    pr_->setPoints(now.threshold[k], bench.counts(service_.labels())[k], bench.savedCounts(service_.labels())[k]);
    threshold_->setThresholds(now.threshold[k], saved.threshold[k]);
    scores_->setThresholds(now.threshold[k], saved.threshold[k]);
    map_->setPoints(now.videoWeight[k], now.threshold[k], saved.videoWeight[k], saved.threshold[k]);
}

} // namespace tagscope::ui
