// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/watched_folder.h"
#include "core/exchange/import_report.h"
#include "ui/base/job.h"

#include <QTimer>
#include <QWidget>
#include <memory>
#include <set>

class QLabel;

namespace tagscope::ui {

// A line that says which folder is watched for what annotators send, and what came; hidden while none is. Looks every
// two seconds, away from the GUI thread, which it lives on.
class FolderWatch : public QWidget {
    Q_OBJECT

public:
    explicit FolderWatch(QWidget *parent = nullptr);

    void start(std::shared_ptr<Project> project, const std::filesystem::path &folder);
    void stop(); // what is being merged is still told
    [[nodiscard]] bool isWatching() const { return watched_ != nullptr; }
    // While somebody judges nothing is taken: it would come between the verdicts that can be undone.
    void setResting(bool isResting);

Q_SIGNALS:
    void came(const std::shared_ptr<Project> &project, const AuditImportReport &changes);
    void changed(); // it began or ended

private:
    struct Look {
        std::shared_ptr<Project> project;
        std::shared_ptr<WatchedFolder> watched;
        FolderNews news;
        AuditImportReport changes;
    };
    void look();
    void take(const Result<Look> &result);
    void show(const QString &latest);

    std::shared_ptr<Project> project_;
    std::shared_ptr<WatchedFolder> watched_; // shared with the look that runs
    bool isResting_ = false;
    std::set<std::filesystem::path> files_; // of which something came
    std::size_t verdicts_ = 0;              // that were added
    QLabel *text_;
    QTimer timer_;
    Job<Look> job_;
};

} // namespace tagscope::ui
