// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"
#include "ui/document/sources.h"

#include <QObject>
#include <QTimer>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <variant>

namespace tagscope::ui {

using JobNumber = std::uint64_t; // never used twice in a run of the program; 0: no job

// Analyses recordings away from the GUI thread, one after the other, and tells the GUI thread about it at most thirty
// times a second. After cancel() nothing more is heard of a job, whatever its thread still delivers.
// Lives on the GUI thread. Destroying it stops the job that runs and waits until it has looked at its token.
class AnalysisService : public QObject {
    Q_OBJECT

public:
    explicit AnalysisService(AnalyseFunction analyse, QObject *parent = nullptr);
    ~AnalysisService() override;

    JobNumber start(const std::filesystem::path &media);
    // Tells cancelled() at once; immediate also where the job takes a while to notice.
    void cancel(JobNumber job);
    void cancelAll();
    [[nodiscard]] std::size_t unfinished() const { return jobs_.size(); }

Q_SIGNALS:
    void started(JobNumber job); // that is, queued
    void progressed(JobNumber job, double fraction, const QString &stage);
    void received(JobNumber job, const std::shared_ptr<const ClipAnalysis> &clip);
    // Each job ends with exactly one of these.
    void finished(JobNumber job);
    void failed(JobNumber job, const Error &error);
    void cancelled(JobNumber job);

private:
    struct Advance {
        double fraction = 0.0;
        std::string stage;
    };
    struct Report {
        JobNumber job = 0;
        std::variant<Advance, std::shared_ptr<const ClipAnalysis>, Result<void>> content;
    };

    void work(JobNumber job, const std::filesystem::path &media, std::stop_source &source);
    void deliver();
    void end(JobNumber job, const Result<void> &outcome);

    AnalyseFunction analyse_;
    std::map<JobNumber, std::stop_source> jobs_; // those that have not ended, in the order of their start
    JobNumber last_ = 0;
    Inbox<Report> inbox_; // filled by the pool's thread
    QTimer delivery_;     // runs while there are jobs
    WorkerPool pool_{1};  // last, so that its thread ends before what it uses; the networks use all cores by themselves
};

} // namespace tagscope::ui
