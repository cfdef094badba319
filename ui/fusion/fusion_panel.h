// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/paced.h"
#include "ui/document/branch_sources.h"
#include "ui/fusion/paired_difference.h"
#include "ui/fusion/point_library.h"
#include "ui/fusion/tuning_service.h"
#include "ui/fusion/workbench_service.h"
#include "ui/plot/colour_map.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace tagscope::ui {

class EmptyState;
class FlipsView;
class FusionEventModel;
class FusionEventTable;
class FusionHistoryDialog;
class FusionPlots;
class FusionTuneDialog;

// "Fusion and thresholds", for the dock at the bottom: weights and thresholds to move, what they do to the figures, the
// curves of an event, the clips that flipped, and the operating points. GUI thread.
class FusionPanel : public QWidget {
    Q_OBJECT

public:
    // All outlive it.
    FusionPanel(WorkbenchService &workbench, PointLibrary &library, TuningService &tuning, BranchSources &branches,
                QWidget *parent = nullptr);
    ~FusionPanel() override;

    // Of the open project; empty: none is open.
    void setEvents(const QStringList &names);
    void chooseEvent(int event);
    void setColourMap(ColourMap map);
    // The name of what is worked on from now on.
    void takeUp(const std::string &name);

    [[nodiscard]] FusionPlots &plots() { return *plots_; }

public Q_SLOTS:
    void followScores(); // others are stored
    void tune();
    void saveAs();
    // Stores what is worked on under this name, as set by hand.
    void save(const QString &name);
    void revert();
    void showHistory();

Q_SIGNALS:
    void eventChosen(int event);
    void clipAsked(ClipId clip, int event);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBar(BranchSources &branches);
    [[nodiscard]] QWidget *makeFigures();
    [[nodiscard]] QWidget *makeAge();
    void makePointMenu(QPushButton &button, BranchSources &branches);
    void fillSources(QMenu &menu, Branch branch, BranchSources &branches);
    void loadIfShown();
    void reload();
    void fillSplits(const WorkbenchContents &contents);
    void followLoad();
    void followPoints();
    void followEdit();
    void showFigures();
    void showFlips();
    void wantDifference();
    void notify(const QString &text);
    void work(const NamedOperatingPoint &point);
    void followUse(const std::string &name);
    void showAge();
    void exportPoints();
    void importPoints();
    void removePoint();
    [[nodiscard]] NamedOperatingPoint defaults() const;

    WorkbenchService &workbench_;
    PointLibrary &library_;
    TuningService &tuning_;
    PairedDifference difference_;
    FusionEventModel *events_;
    FlipsView *flips_;
    QStringList names_;
    std::string workingName_; // of the point that was taken up last; empty: the project's defaults
    OperatingPoint defaults_;
    QLabel *banner_;
    QLabel *ageText_; // that the point was tuned on other scores; with a button beside it
    EmptyState *message_;
    QLabel *figures_;
    QLabel *status_;
    QComboBox *split_;
    QComboBox *labels_;
    QComboBox *point_;
    QComboBox *beside_;
    QComboBox *map_;
    QPushButton *tune_;
    QPushButton *save_;
    QPushButton *revert_;
    QPushButton *more_;
    FusionEventTable *table_;
    FusionPlots *plots_;
    QStackedWidget *pages_;
    FusionTuneDialog *tuneDialog_ = nullptr;
    FusionHistoryDialog *historyDialog_ = nullptr;
    Paced loading_;
    bool isLoadDue_ = false;
};

} // namespace tagscope::ui
