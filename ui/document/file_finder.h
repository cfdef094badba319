// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/clip_analyst.h"

#include <QObject>
#include <QStringList>
#include <filesystem>
#include <vector>

namespace tagscope::ui {

// Looks at the file system away from the GUI thread, as a disk may be slow or far away. Lives on the GUI thread.
class FileFinder : public QObject {
    Q_OBJECT

public:
    explicit FileFinder(FindMediaFunction findMedia, QObject *parent = nullptr);

    void findMedia(const std::vector<std::filesystem::path> &folders);
    void check(const QStringList &files); // whether they are there

Q_SIGNALS:
    void found(const std::vector<std::filesystem::path> &folders, const std::vector<std::filesystem::path> &media);
    void failed(const Error &error);
    void checked(const QStringList &missing); // of the latest check()

private:
    FindMediaFunction findMedia_;
    Job<QStringList> checking_;
    JobQueue finding_; // last, so that its work ends before what it uses
};

} // namespace tagscope::ui
