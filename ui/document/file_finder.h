// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"
#include "ui/document/project_source.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <variant>
#include <vector>

namespace tagscope::ui {

// Looks at the file system away from the GUI thread, as a disk may be slow or far away. Lives on the GUI thread.
class FileFinder : public QObject {
    Q_OBJECT

public:
    explicit FileFinder(FindMediaFunction findMedia, QObject *parent = nullptr);
    ~FileFinder() override;

    void findMedia(const std::vector<std::filesystem::path> &folders);
    void check(const QStringList &files); // whether they are there

Q_SIGNALS:
    void found(const std::vector<std::filesystem::path> &folders, const std::vector<std::filesystem::path> &media);
    void failed(const Error &error);
    void checked(const QStringList &missing); // of the latest check()

private:
    struct Found {
        std::vector<std::filesystem::path> folders;
        Result<std::vector<std::filesystem::path>> media;
    };
    struct Checked {
        std::uint64_t number = 0;
        QStringList missing;
    };
    void run(const std::function<void(const std::stop_token &)> &work);
    void deliver();

    FindMediaFunction findMedia_;
    int underWay_ = 0;
    std::uint64_t latestCheck_ = 0;
    Inbox<std::variant<Found, Checked>> inbox_;
    QTimer delivery_;    // runs while something is under way
    WorkerPool pool_{2}; // last, so that its threads end before what they use
};

} // namespace tagscope::ui
