// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fusion/workbench_service.h"
#include "ui/plot/colour_map.h"

#include <QWidget>
#include <optional>

namespace tagscope::ui {

class ChartPages;
class F1Map;
class FusionPlot;
class PrCurve;
class ScoreDistribution;
class ThresholdCurve;

// The four charts of one event: precision and recall, F1 over the threshold, F1 over weight and threshold, scores. They
// follow the workbench, and what is dragged in them changes it. A double click gives a chart all the room.
class FusionPlots : public QWidget {
    Q_OBJECT

public:
    // `service` outlives it.
    explicit FusionPlots(WorkbenchService &service, QWidget *parent = nullptr);

    // -1: none.
    void setEvent(int event, const QString &name);
    void setColourMap(ColourMap map);
    // Whether the map shows micro F1 of all events instead of the event's own.
    void setMapsMicro(bool isMicro);

private:
    void showAlone(FusionPlot *plot);
    void follow(int event);
    void drawAll();
    void drawMap();
    void movePoints();
    [[nodiscard]] bool hasEvent() const;

    WorkbenchService &service_;
    int event_ = -1;
    QString name_;
    bool mapsMicro_ = false;
    double drawnWeight_ = -1.0; // of the curves as they are drawn
    bool isCalibrated_ = false;
    std::optional<WeightThresholdGrid> grid_; // of the event
    PrCurve *pr_;
    ThresholdCurve *threshold_;
    F1Map *map_;
    ScoreDistribution *scores_;
    ChartPages *pages_;
    FusionPlot *alone_ = nullptr;
};

} // namespace tagscope::ui
