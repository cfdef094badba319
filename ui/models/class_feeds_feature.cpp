// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/class_feeds_feature.h"

#include "ui/base/core_text.h"
#include "ui/clips/clips_feature.h"
#include "ui/document/project_commands.h"
#include "ui/models/class_feeds_dialog.h"

#include <QAction>

namespace tagscope::ui {

namespace {

const std::string kAnalysisSetting = "analysis";

} // namespace

ClassFeedsFeature::ClassFeedsFeature(const FeatureContext &context, ClipsFeature &clips)
    : Feature(context), clips_(clips), entry_(addEntry("project", 309, "project.taggerClasses",
                                                       tr("Classes of the ta&gger…"), {}, [this] { showDialog(); })),
      changing_({"models.feeds", tr("Classes of the tagger"), JobTitle::WhenLong},
                [this](const Result<SettingTexts> &texts) { takeChange(texts); }),
      listing_({"models.feeds", tr("Classes of the tagger"), JobTitle::WhenLong},
               [this](const Result<ClassFeeds> &feeds) {
                   if (feeds)
                       dialog_->setFeeds(*feeds, whyNot());
                   else if (!feeds.error().isCancelled())
                       dialog_->setProblem(tr("✗ %1").arg(translated(feeds.error().message)));
               }) {
    for (const auto change : {&Document::opened, &Document::closed})
        connect(&context.document, change, this, &ClassFeedsFeature::follow);
    connect(&context.clip, &CurrentClip::changed, this, &ClassFeedsFeature::follow);
    // Changed, undone or done again: what was analysed by the classes before is analysed anew.
    connect(&context.document.edits(), &ProjectEdits::settingKnown, this, [this](const std::string &key) {
        const std::shared_ptr<const OpenProject> project = context_.document.project();
        if (key != kAnalysisSetting || !project)
            return;
        project->analyst->reloadModels();
        clips_.analyseWithOtherModels();
        follow();
    });
    follow();
}

QString ClassFeedsFeature::whyNot() const {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    return project && project->contents.isReadOnly ? tr("The project is open for reading only.") : QString();
}

void ClassFeedsFeature::showDialog() {
    if (context_.auditor.stage()) {
        context_.say(tr("The tagger's classes can be changed once the session of the audit has ended."));
        return;
    }
    if (dialog_ == nullptr) {
        dialog_ = new ClassFeedsDialog(&context_.parent);
        shareUndo(*dialog_);
        connect(dialog_, &ClassFeedsDialog::feedAsked, this, &ClassFeedsFeature::change);
    }
    dialog_->show();
    dialog_->raise();
    dialog_->activateWindow();
    follow();
}

void ClassFeedsFeature::follow() {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    entry_->setEnabled(project != nullptr);
    if (dialog_ == nullptr || !dialog_->isVisible())
        return;
    if (!project || context_.auditor.stage()) { // an annotator is not to see what the tagger heard
        dialog_->hide();
        return;
    }
    const ShownClip &shown = context_.clip.shown();
    listing_.start([analyst = project->analyst, clip = shown.clip ? shown.analysis : nullptr](
                       const std::stop_token &stop) { return analyst->classFeeds(clip.get(), stop); });
}

void ClassFeedsFeature::change(const std::string &event, const std::optional<std::vector<std::string>> &classes) {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    if (!project || !whyNot().isEmpty())
        return;
    changed_ = project;
    changing_.start([analyst = project->analyst, event, classes](const std::stop_token &) {
        return analyst->feedChange(event, classes);
    });
}

void ClassFeedsFeature::takeChange(const Result<SettingTexts> &texts) {
    if (changed_.lock() != context_.document.project())
        return;
    if (!texts) {
        if (!texts.error().isCancelled())
            dialog_->setProblem(tr("✗ %1").arg(translated(texts.error().message)));
        return;
    }
    context_.document.undo().push(new ChangeSetting(context_.document.edits(), texts->key, texts->before, texts->after,
                                                    tr("changing the tagger's classes")));
}

} // namespace tagscope::ui
