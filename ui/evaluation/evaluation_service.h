// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/clip_analyst.h"
#include "ui/document/evaluation_contents.h"

#include <QByteArray>
#include <QObject>
#include <functional>
#include <memory>

namespace tagscope::ui {

// Makes reports on a thread of its own; of several that were asked for only the last one is told of. Lives on the GUI
// thread. Destroying it asks what runs to stop and waits for it.
class EvaluationService : public QObject {
    Q_OBJECT

public:
    // How a report is made; as makeReport(), on a worker thread.
    using MakeReport = std::function<Result<Report>(const Project &project, const ReportRequest &request,
                                                    const Progress &progress, const std::stop_token &stop)>;

    explicit EvaluationService(MakeReport makeReport = tagscope::makeReport, QObject *parent = nullptr);

    // In place of one that is being made.
    void start(std::shared_ptr<const Project> project, const ReportRequest &request);
    void cancel() { report_.cancel(); }
    [[nodiscard]] bool isRunning() const { return report_.isRunning(); }

    // Makes a file's bytes on the thread and writes them, whole or not at all. No bytes: they could not be made.
    void save(const QString &file, std::function<QByteArray()> make);
    // Takes labels or predictions out of the project.
    void exportTo(std::shared_ptr<ClipAnalyst> analyst, const ExportRequest &request, const QString &target);

Q_SIGNALS:
    void began();
    void progressed(double fraction, const QString &stage);
    void made(const std::shared_ptr<const EvaluationContents> &contents);
    void failed(const Error &error); // Cancelled after cancel()
    void saved(const QString &file, const QString &remark);
    void saveFailed(const Error &error);

private:
    void notify(const QString &file, const Result<QString> &remark);

    MakeReport makeReport_;
    JobQueue files_;
    Job<std::shared_ptr<const EvaluationContents>> report_;
};

} // namespace tagscope::ui
