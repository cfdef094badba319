// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/events_feature.h"

#include "ui/base/core_text.h"
#include "ui/base/job_registry.h"
#include "ui/clips/events_dialog.h"
#include "ui/clips/score_dialog.h"
#include "ui/document/project_commands.h"

#include <QAction>
#include <algorithm>

namespace tagscope::ui {

EventsFeature::EventsFeature(const FeatureContext &context)
    : Feature(context),
      entry_(addEntry("project", 305, "project.events", tr("E&vents…"), {}, [this] { showDialog(); })) {
    const auto follow = [this] {
        entry_->setEnabled(context_.document.project() != nullptr);
        if (dialog_ != nullptr)
            fill();
    };
    for (const auto change : {&Document::opened, &Document::closed})
        connect(&context.document, change, this, follow);
    connect(&context.document, &Document::labelsChanged, this, follow);
    connect(&context.document.edits(), &ProjectEdits::failed, this, [this](const Error &error) {
        if (dialog_ == nullptr || !dialog_->isVisible())
            return;
        fill(); // what was typed is not what the project has
        dialog_->setProblem(tr("✗ %1").arg(translated(error.message)));
    });
    follow();
    addEntry("project", 307, "project.importScores", tr("Import s&cores or activations…"), {},
             [this] { offerScores(context_, {}); });
}

void EventsFeature::showDialog() {
    if (context_.auditor.stage()) {
        context_.say(tr("Events can be changed once the session of the audit has ended."));
        return;
    }
    if (dialog_ == nullptr) {
        dialog_ = new EventsDialog(&context_.parent);
        shareUndo(*dialog_);
        connect(dialog_, &EventsDialog::editAsked, this, [this](const EventEdit &edit, const QString &what) {
            if (const QString why = whyNot(); !why.isEmpty())
                fill();
            else
                context_.document.undo().push(new ChangeEvents(context_.document.edits(), edit, what));
        });
    }
    fill();
    dialog_->show();
    dialog_->raise();
    dialog_->activateWindow();
}

QString EventsFeature::whyNot() const {
    if (context_.document.project()->contents.isReadOnly)
        return tr("The project is open for reading only.");
    const auto &jobs = JobRegistry::instance().jobs();
    if (std::ranges::any_of(jobs, [](const auto &job) { return job.first.startsWith(QStringLiteral("training")); }))
        return tr("While a run is trained, the events stay as they are.");
    return {};
}

void EventsFeature::fill() {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    if (!project) {
        dialog_->hide();
        return;
    }
    std::vector<std::size_t> labels(project->contents.classes.size());
    for (const LabelledClip &clip : project->contents.clips)
        for (const int event : clip.labels)
            ++labels[static_cast<std::size_t>(event)];
    dialog_->setEvents(project->contents.classes, labels, whyNot());
}

} // namespace tagscope::ui
