// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluation_feature.h"

#include "ui/base/export.h"
#include "ui/base/text.h"
#include "ui/evaluation/class_figure.h"
#include "ui/evaluation/evaluation_panel.h"

#include <QAction>
#include <QDockWidget>

namespace tagscope::ui {

EvaluationFeature::EvaluationFeature(const FeatureContext &context)
    : Feature(context), panel_(new EvaluationPanel(context.document)) {
    const QDockWidget *dock = addDock({.name = QStringLiteral("evaluation"),
                                       .title = tr("Evaluation"),
                                       .content = panel_,
                                       .place = 80,
                                       .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_V,
                                       .workspaces = {Workspace::Tune},
                                       .height = 0.55});
    addEntry("project", 103, *dock->toggleViewAction());
    QAction *entry = addEntry("project", 308, "project.export", tr("E&xport labels and predictions…"), {},
                              [this] { panel_->exportSome(ExportContent::Tags); });
    const auto follow = [this, entry] { entry->setEnabled(context_.document.project() != nullptr); };
    connect(&context.document, &Document::opened, entry, follow);
    connect(&context.document, &Document::closed, entry, follow);
    follow();
    connect(panel_, &EvaluationPanel::said, this, [this](const QString &text) {
        if (!text.isEmpty() && !panel_->isVisible())
            context_.say(text);
    });
    ClassFigure *figure = panel_->figure();
    offerExport(*figure, {.name = QStringLiteral("class-f1"),
                          .paint = [figure](QPaintDevice &device) { figure->paintOn(device); },
                          .data = {}});
    connect(&context.point, &CurrentPoint::changed, this,
            [this] { panel_->setChosen(toText(context_.point.name()), context_.point.isMoved()); });
    connect(panel_, &EvaluationPanel::tuningAsked, &context.point, &CurrentPoint::tuningAsked);
    connect(panel_, &EvaluationPanel::clipAsked, this, [this](const QString &name, int event) {
        const std::shared_ptr<const OpenProject> project = context_.document.project();
        if (!project)
            return;
        for (const LabelledClip &clip : project->contents.clips) {
            if (clip.clip.name != name.toStdString())
                continue;
            Q_EMIT context_.clip.eventAsked(clip.clip.id, event);
            return;
        }
    });
}

void EvaluationFeature::exportCorrected() {
    panel_->exportSome(ExportContent::Corrected);
}

} // namespace tagscope::ui
