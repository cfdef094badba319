// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/clip_analyst.h"

#include <QObject>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace tagscope::ui {

// Has the recordings of the clips that come next at hand before they are wanted: finds or makes each, and reads its
// beginning once, so that it plays from memory. Lives on the GUI thread. Destroying it asks the work to stop and waits
// for it.
class MediaAhead : public QObject {
    Q_OBJECT

public:
    explicit MediaAhead(QObject *parent = nullptr);

    void setAnalyst(std::shared_ptr<ClipAnalyst> analyst); // forgets everything; null: none
    void forget();                                         // what could not be found may be there now
    // In the order in which they are needed.
    void want(const std::vector<ClipId> &clips);
    // Null until it is known.
    [[nodiscard]] const Result<std::filesystem::path> *find(ClipId clip) const;

Q_SIGNALS:
    void ready(ClipId clip);

private:
    void start();

    std::shared_ptr<ClipAnalyst> analyst_;
    std::vector<ClipId> wanted_;
    std::set<ClipId> underWay_;
    std::map<ClipId, Result<std::filesystem::path>> known_;
    JobQueue queue_;
};

} // namespace tagscope::ui
