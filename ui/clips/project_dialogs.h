// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/media_locate.h"
#include "core/project/project.h"
#include "core/project/project_change.h"
#include "ui/base/work_dialog.h"
#include "ui/document/model_source.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

// The dialogs that make and fill projects. Each deletes itself when it is closed.
namespace tagscope::ui {

// What stands in a dialog when it opens.
struct ImportOffer {
    std::vector<std::filesystem::path> lists;
    std::filesystem::path media;
};

// `models`: whose tagger's classes may be the events. `made`: is told the file of the project once it is there.
[[nodiscard]] WorkDialog *newProjectDialog(const ImportOffer &offer, const ModelSource &models,
                                           const std::function<void(const std::filesystem::path &)> &made,
                                           QWidget *parent);

// `imported`: is told once the project has changed, and what of its clips and labels.
[[nodiscard]] WorkDialog *importDialog(const std::shared_ptr<Project> &project, const ImportOffer &offer,
                                       const std::function<void(const ProjectChange &)> &imported, QWidget *parent);

// Begins at once. `found`: is told of the media that moved; nothing is changed yet.
[[nodiscard]] WorkDialog *locateDialog(const std::shared_ptr<Project> &project, const std::filesystem::path &folder,
                                       const std::function<void(const std::vector<LocatedMedia> &)> &found,
                                       QWidget *parent);

} // namespace tagscope::ui
