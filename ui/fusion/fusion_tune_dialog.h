// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fusion/point_library.h"
#include "ui/fusion/tuning_service.h"
#include "ui/fusion/workbench_service.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace tagscope::ui {

class LineChart;

// Tunes on the clips of the workbench: method, weights, seed, a live chart of micro F1, and what came of it, which is
// stored as a new point, which judges the clips once somebody said so. Can stay open while the window is used.
class FusionTuneDialog : public QDialog {
    Q_OBJECT

public:
    // All outlive it.
    FusionTuneDialog(WorkbenchService &workbench, TuningService &tuning, PointLibrary &library,
                     QWidget *parent = nullptr);

private:
    void makeForm();
    [[nodiscard]] QWidget *makeQuestion();
    void ask(const TuningEnd::Outcome &outcome);
    void answer(bool isUsed);
    void follow();
    void start();
    void take(const std::vector<TuningNews> &news);
    void finish(const TuningEnd &end);
    [[nodiscard]] SystemTuning chosen() const;
    [[nodiscard]] bool triesAll() const;

    WorkbenchService &workbench_;
    TuningService &tuning_;
    PointLibrary &library_;
    QLabel *clips_;
    QLabel *banner_;
    QComboBox *method_;
    QComboBox *weights_;
    QSpinBox *seed_;
    QPushButton *start_;
    QPushButton *cancel_;
    QProgressBar *progress_;
    QLabel *stage_; // of the work, in words
    LineChart *chart_;
    QLabel *estimate_;
    QLabel *outcome_;
    QWidget *question_;
    QLabel *change_;
    QPushButton *use_;
    QPushButton *keep_;
    NamedOperatingPoint tuned_; // that is asked about
    QList<QPointF> steps_;
    QList<QPointF> folds_;
};

} // namespace tagscope::ui
