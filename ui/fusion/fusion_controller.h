// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/fusion/point_library.h"
#include "ui/fusion/tuning_service.h"
#include "ui/fusion/workbench_service.h"

#include <QObject>

namespace tagscope::ui {

class FusionPanel;

// Weights and thresholds of the open project: by which its clips are judged from the moment when it is opened, and the
// panel to work on them. GUI thread; the panel belongs to who takes it.
class FusionController : public QObject {
    Q_OBJECT

public:
    // All outlive it.
    FusionController(Document &document, CurrentPoint &point, QUndoStack &undo, QObject *parent = nullptr);

    [[nodiscard]] FusionPanel *panel() { return panel_; }
    [[nodiscard]] WorkbenchService &workbench() { return workbench_; }
    [[nodiscard]] TuningService &tuning() { return tuning_; }

private:
    void followProject();
    void takeChosen();

    Document &document_;
    std::shared_ptr<const OpenProject> project_; // null: none
    PointLibrary library_;
    WorkbenchService workbench_;
    TuningService tuning_;
    FusionPanel *panel_;
};

} // namespace tagscope::ui
