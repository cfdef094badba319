// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/fusion_controller.h"

#include "ui/base/text.h"
#include "ui/fusion/fusion_panel.h"

namespace tagscope::ui {

FusionController::FusionController(Document &document, CurrentPoint &point, QUndoStack &undo, QObject *parent)
    : QObject(parent), document_(document), workbench_(point, undo),
      panel_(new FusionPanel(workbench_, library_, tuning_, document.branches())) {
    connect(&document, &Document::opened, this, &FusionController::followProject);
    connect(&document, &Document::closed, this, &FusionController::followProject);
    connect(&library_, &PointLibrary::read, this, &FusionController::takeChosen);
    connect(&document.edits(), &ProjectEdits::scoresChanged, panel_, &FusionPanel::followScores);
    connect(&document.edits(), &ProjectEdits::pointsChanged, &library_, &PointLibrary::reload);
}

void FusionController::followProject() {
    const std::shared_ptr<const OpenProject> project = document_.project();
    if (project == project_)
        return; // the same was opened again
    project_ = project;
    tuning_.cancel();
    OperatingPoint defaults;
    QStringList names;
    if (project_)
        for (const EventClass &event : project_->contents.classes) {
            defaults.videoWeight.push_back(event.videoWeight);
            defaults.threshold.push_back(event.threshold);
            names << toText(event.name);
        }
    workbench_.setProject(project_ ? project_->store : nullptr, std::move(defaults));
    library_.setProject(project_ ? project_->store : nullptr);
    panel_->setEvents(names);
}

// Until somebody moves a slider, the project's own point judges its clips.
void FusionController::takeChosen() {
    const auto chosen = library_.find(library_.list().chosen);
    if (!chosen || workbench_.isChanged()) // what somebody works on stays
        return;
    workbench_.begin(*chosen);
    panel_->takeUp(chosen->name);
}

} // namespace tagscope::ui
