// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/current_clip.h"
#include "ui/document/current_point.h"
#include "ui/document/document.h"
#include "ui/document/project_analyses.h"

#include <QObject>
#include <QString>
#include <string>

namespace tagscope::ui {

// A second network's activations of the clip that is open, to be laid below those that are shown: of another run, or of
// another kept epoch. GUI thread.
class ComparedRun : public QObject {
    Q_OBJECT

public:
    // All outlive it.
    ComparedRun(Document &document, CurrentClip &clip, CurrentPoint &point, QObject *parent = nullptr);

    // As kept_epochs.h names networks; empty: none.
    void choose(const QString &network);
    [[nodiscard]] const std::string &network() const { return network_; }
    void forget(const QString &run); // whose best network is another now

Q_SIGNALS:
    void changed(); // network()

private:
    void complete(ShownClip &shown);
    void followProject();

    Document &document_;
    CurrentClip &clip_;
    CurrentPoint &point_;
    std::string network_;
    std::optional<ClipId> failedOf_; // the clip that it could not be asked about
    QString problem_;                // why
    ProjectAnalyses analyses_;
};

} // namespace tagscope::ui
