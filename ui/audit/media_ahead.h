// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"
#include "ui/document/project_source.h"

#include <QObject>
#include <QTimer>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <vector>

namespace tagscope::ui {

// Has the recordings of the clips that come next at hand before they are wanted: finds or makes each, and reads its
// beginning once, so that it plays from memory. Lives on the GUI thread. Destroying it asks the work to stop and waits
// for it.
class MediaAhead : public QObject {
    Q_OBJECT

public:
    explicit MediaAhead(QObject *parent = nullptr);
    ~MediaAhead() override;

    void setSource(std::shared_ptr<ProjectSource> source); // forgets everything; null: none
    void forget();                                         // what could not be found may be there now
    // In the order in which they are needed.
    void want(const std::vector<ClipId> &clips);
    // Null until it is known.
    [[nodiscard]] const Result<std::filesystem::path> *find(ClipId clip) const;

Q_SIGNALS:
    void ready(ClipId clip);

private:
    struct Report {
        std::uint64_t number = 0;
        ClipId clip = 0;
        Result<std::filesystem::path> media;
    };
    void start();
    void deliver();

    std::shared_ptr<ProjectSource> source_;
    std::vector<ClipId> wanted_;
    std::set<ClipId> underWay_;
    std::map<ClipId, Result<std::filesystem::path>> known_;
    std::uint64_t number_ = 0; // of the project
    std::stop_source running_;
    Inbox<Report> inbox_;
    QTimer delivery_;
    WorkerPool pool_{2}; // last, so that its threads end before what they use
};

} // namespace tagscope::ui
