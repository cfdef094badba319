// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_feature.h"

#include "ui/clips/clips_feature.h"
#include "ui/models/model_watch.h"
#include "ui/models/models_dialog.h"

namespace tagscope::ui {

ModelsFeature::ModelsFeature(const FeatureContext &context, ClipsFeature &clips)
    : Feature(context), clips_(clips), watch_(new ModelWatch(context.sources.models.directory, this)) {
    addEntry("file", 107, "file.models", tr("&Models…"), {}, [this] { showDialog(); });
    connect(&context.clip, &CurrentClip::modelsAsked, this, &ModelsFeature::showDialog);
    connect(watch_, &ModelWatch::changed, this, &ModelsFeature::followModels);
}

void ModelsFeature::showDialog() {
    if (dialog_ == nullptr) {
        dialog_ = new ModelsDialog(context_.sources.models, &context_.parent);
        connect(dialog_, &ModelsDialog::added, watch_, &ModelWatch::look);
    }
    dialog_->list();
    dialog_->show();
    dialog_->raise();
    dialog_->activateWindow();
}

void ModelsFeature::followModels() {
    if (context_.sources.models.reload)
        context_.sources.models.reload();
    if (const std::shared_ptr<const OpenProject> project = context_.document.project())
        project->analyst->reloadModels();
    clips_.analyseWithOtherModels();
    if (dialog_ != nullptr)
        dialog_->list();
    context_.say(tr("Other models are registered: clips are analysed with them now."));
}

} // namespace tagscope::ui
