// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_feature.h"

#include "ui/clips/project_clips.h"
#include "ui/training/training_panel.h"

#include <QDockWidget>

namespace tagscope::ui {

TrainingFeature::TrainingFeature(const FeatureContext &context, ProjectClips &project)
    : Feature(context), service_(context.sources.yield, this),
      compared_(context.document, context.clip, context.point) {
    auto *panel = new TrainingPanel(context.document, service_, context.sources.checkTraining);
    const QDockWidget *dock = addDock({.name = QStringLiteral("training"),
                                       .title = tr("Training"),
                                       .content = panel,
                                       .place = 30,
                                       .keys = Qt::CTRL | Qt::Key_T,
                                       .workspaces = {Workspace::Train},
                                       .height = 0.55});
    addEntry("project", 101, *dock->toggleViewAction());
    connect(panel, &TrainingPanel::activationsAsked, &project, &ProjectClips::showRun);
    connect(panel, &TrainingPanel::improved, &project, &ProjectClips::forgetRun);
    connect(panel, &TrainingPanel::improved, &compared_, &ComparedRun::forget);
    connect(panel, &TrainingPanel::comparisonAsked, &compared_, &ComparedRun::choose);
    connect(&compared_, &ComparedRun::changed, panel, [this, panel] { panel->setCompared(compared_.network()); });
    connect(&project, &ProjectClips::shownClipChanged, panel,
            [panel, &project] { panel->setClipOpen(project.hasClip()); });
}

} // namespace tagscope::ui
