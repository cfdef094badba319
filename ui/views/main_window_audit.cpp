#include "ui/views/main_window.h"
#include "ui/views/project_desk.h"

namespace tagscope::ui {

// The audit: its queue, its keys and what is hidden meanwhile.
void MainWindow::makeAudit() {
    const auto read = [this] { records_->read(); };
    connect(&desk_->session(), &ProjectSession::opened, records_, read);
    connect(&desk_->session(), &ProjectSession::closed, records_, read);
    connect(records_, &AuditRecords::known, this, &MainWindow::showCurrentClip);
    connect(records_, &AuditRecords::added, this, &MainWindow::showCurrentClip);
    connect(records_, &AuditRecords::regionsChanged, this, &MainWindow::showCurrentClip);
}

void MainWindow::annotate(ShownClip &shown) const {
    if (!shown.clip || !records_->areKnown())
        return;
    ClipAnnotations annotations = shown.annotations ? *shown.annotations : ClipAnnotations();
    annotations.verdicts = records_->standing(*shown.clip);
    annotations.markedRegions = records_->regions(*shown.clip);
    shown.annotations = std::make_shared<const ClipAnnotations>(std::move(annotations));
}

} // namespace tagscope::ui
