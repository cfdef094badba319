// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/jobs_feature.h"

#include "ui/window/job_status.h"
#include "ui/window/jobs_panel.h"
#include "ui/window/work_log_model.h"

#include <QStatusBar>

namespace tagscope::ui {

JobsFeature::JobsFeature(const FeatureContext &context, QStatusBar &status) : Feature(context) {
    auto *log = new WorkLogModel(this);
    auto *panel = new JobsPanel(*log);
    addDock({.name = QStringLiteral("jobs"),
             .title = tr("Jobs and log"),
             .content = panel,
             .place = 110,
             .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_J});
    addStatus(new JobStatus);
    // What is said there for a moment can be read here afterwards.
    connect(&status, &QStatusBar::messageChanged, panel, [log](const QString &message) {
        if (!message.isEmpty())
            log->add(LogKind::Note, {}, message);
    });
}

} // namespace tagscope::ui
