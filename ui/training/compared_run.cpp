// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/compared_run.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"

namespace tagscope::ui {

ComparedRun::ComparedRun(Document &document, CurrentClip &clip, CurrentPoint &point, QObject *parent)
    : QObject(parent), document_(document), clip_(clip), point_(point) {
    clip.setStep(CurrentClip::Step::Comparison, [this](ShownClip &shown) { complete(shown); });
    connect(&document, &Document::opened, this, &ComparedRun::followProject);
    connect(&document, &Document::closed, this, &ComparedRun::followProject);
    connect(&analyses_, &ProjectAnalyses::analysed, &clip, &CurrentClip::refresh);
    connect(&analyses_, &ProjectAnalyses::failed, this, [this](ClipId of, const std::string &, const Error &error) {
        failedOf_ = of;
        problem_ = translated(error.message);
        clip_.refresh();
    });
    connect(&analyses_, &ProjectAnalyses::cancelled, this, [this](ClipId of) { // not begun again by itself
        failedOf_ = of;
        problem_ = tr("Cancelled.");
        clip_.refresh();
    });
}

void ComparedRun::choose(const QString &network) {
    analyses_.cancel();
    network_ = network.toStdString();
    failedOf_.reset();
    Q_EMIT changed();
    clip_.refresh();
}

void ComparedRun::forget(const QString &run) {
    analyses_.forgetRun(run.toStdString());
    if (!network_.empty())
        clip_.refresh();
}

void ComparedRun::followProject() {
    const std::shared_ptr<const OpenProject> project = document_.project();
    analyses_.setAnalyst(project ? project->analyst : nullptr);
    failedOf_.reset();
    if (!network_.empty())
        choose({});
}

void ComparedRun::complete(ShownClip &shown) {
    if (network_.empty() || !shown.clip || !shown.analysis || shown.concealed.output)
        return;
    QString line;
    if (failedOf_ == shown.clip) {
        line = tr("✗ The activations of %1 cannot be shown: %2").arg(toText(network_), problem_);
    } else if (const std::shared_ptr<const ClipAnalysis> found = analyses_.find(*shown.clip, network_)) {
        shown.compared = point_.apply(found);
        line = tr("Compared with: %1").arg(toText(found->models.crnn));
    } else {
        analyses_.want(*shown.clip, network_);
        line = tr("Analysing the sound with %1…").arg(toText(network_));
    }
    shown.notice += (shown.notice.isEmpty() ? QString() : QStringLiteral("\n")) + line;
}

} // namespace tagscope::ui
