// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/view_state.h"
#include "ui/stages/clip_revisions.h"
#include "ui/stages/revise_clip.h"

#include <QElapsedTimer>
#include <QUndoStack>
#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace tagscope::ui {

class EmptyState;
class FittedTable;
class FlowChart;
class MappingModel;
class MappingTable;
class NumberBox;
class RevisionEffectModel;

// "Mapping": which event each object was given to and how similar they are, how the probability flows, and what it
// makes of the tags; the rule, the cut-off and single cells are changed here. Every change goes through the undo stack.
class MappingPanel : public QWidget {
    Q_OBJECT

public:
    // All outlive it.
    MappingPanel(ClipRevisions &revisions, ViewState &view, QUndoStack &undo, QWidget *parent = nullptr);

    // The open clip as analysed and as it is with the changes, both judged alike; null: none.
    void setClip(const std::shared_ptr<const ClipAnalysis> &before, const std::shared_ptr<const ClipAnalysis> &now);
    // Whether the clip is a project's, to whose clips the mapping can be applied, and why it cannot be just now.
    void setProject(bool isThere, const QString &whyNotNow);
    // The project's clips are being mapped; until setStatus().
    void setWork(double fraction);
    void setStatus(const QString &status);

    [[nodiscard]] FlowChart &chart() { return *flow_; }

public Q_SLOTS:
    void goBackToAnalysis();

Q_SIGNALS:
    void projectAsked(const MappingOptions &mapping);
    void cancelAsked();
    void modelsAsked(); // to add what is missing

private:
    QWidget *makeControls();
    void showControls();
    void takeRule(int rule);
    void takeCutOff(double cutOff);
    void takeTemperature(double temperature);
    void takeShare(int object, int event, double share);
    void push(MappingOptions mapping, const QString &text, ReviseClip::Kind kind = ReviseClip::Kind::Once);
    void showMapping();
    void followView();
    [[nodiscard]] MappingOptions mapping() const; // as it is now
    [[nodiscard]] std::optional<MappingOptions> asTable() const;

    ClipRevisions &revisions_;
    ViewState &view_;
    QUndoStack &undo_;
    MappingModel *cells_;
    RevisionEffectModel *effects_;
    std::shared_ptr<const ClipAnalysis> now_;
    QStackedWidget *pages_; // why there is none; the panel
    EmptyState *nothing_;
    QComboBox *rule_;
    NumberBox *temperature_;
    QSlider *cutOffSlider_;
    NumberBox *cutOff_;
    QPushButton *back_;
    QPushButton *project_;
    QLabel *status_;
    QLabel *excess_;
    QProgressBar *progress_;
    QPushButton *cancel_;
    QElapsedTimer since_; // the work began
    MappingTable *table_;
    FlowChart *flow_;
    FittedTable *effectTable_;
};

} // namespace tagscope::ui
