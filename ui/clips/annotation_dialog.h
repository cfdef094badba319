// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_report.h"
#include "core/project/project.h"
#include "ui/base/work_dialog.h"

#include <QString>
#include <QStringList>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace tagscope::ui {

// What the dialog starts with.
struct AnnotationOffer {
    std::vector<std::filesystem::path> files;
    QString annotator;      // who marked the regions, as far as is known
    QStringList clips = {}; // names, to choose one of
};

// Brings verdicts, or regions that were marked in other programs, into the open project. Deletes itself when it is
// closed. `brought`: is told what was stored, once it is.
[[nodiscard]] WorkDialog *annotationDialog(const std::shared_ptr<Project> &project, const AnnotationOffer &offer,
                                           const std::function<void(const AuditImportReport &)> &brought,
                                           QWidget *parent);

} // namespace tagscope::ui
