// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/training/run_list_model.h"
#include "ui/training/training_service.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace tagscope::ui {

class TrainingCharts;
class TrainingSetup;

// Training, for the dock at the bottom: what a run is made of, charts of the runs, and the list of runs, from which one
// can show its activations for the clip that is open. GUI thread.
class TrainingPanel : public QWidget {
    Q_OBJECT

public:
    // `document` and `service` outlive it.
    TrainingPanel(Document &document, TrainingService &service, CheckTrainingFunction check, QWidget *parent = nullptr);

    // Whether there is a clip whose activations could be shown.
    void setClipOpen(bool isOpen);
    void setCompared(const std::string &network); // whose activations are below the clip's; empty: none
    [[nodiscard]] const TrainingCharts &charts() const { return *charts_; }

Q_SIGNALS:
    // The network of the run (core/training/kept_epochs.h names it) is to give the open clip's activations.
    void activationsAsked(const QString &run);
    // Likewise, to be laid below those that are shown; empty: no more.
    void comparisonAsked(const QString &run);
    // A run has a new best model.
    void improved(const QString &run);

private:
    [[nodiscard]] QWidget *makeRuns();
    void followProject();
    void start();
    void take(const TrainingNews &news);
    void finish(const Result<TrainingOutcome> &outcome);
    void drawRuns();
    void offerActivations();
    void offerComparison();
    void offerScoring();
    void score();
    void takeScores(const Result<PredictionOutcome> &outcome);
    void useScored();
    void offerEpochs();
    [[nodiscard]] QString chosenRun() const;         // empty: none
    [[nodiscard]] std::string chosenNetwork() const; // of it: the best, or that of a kept epoch

    Document &document_;
    TrainingService &service_;
    bool isClipOpen_ = false;
    std::shared_ptr<const OpenProject> trained_; // whose run is under way; it may be closed meanwhile
    TrainingSetup *setup_;
    TrainingCharts *charts_;
    RunListModel *runs_;
    QListView *list_;
    QComboBox *epoch_; // of the chosen run; hidden where only the best is kept
    QPushButton *activations_;
    QPushButton *compare_;
    std::string compared_; // as setCompared()
    QPushButton *score_;
    QLabel *scored_; // what came of it
    QPushButton *use_;
    std::string scoredRun_; // latest; empty: none
    Job<PredictionOutcome> scoring_;
};

} // namespace tagscope::ui
