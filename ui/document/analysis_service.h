// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/sources.h"

#include <QObject>
#include <memory>

namespace tagscope::ui {

// Analyses recordings away from the GUI thread, one after the other, and tells the GUI thread about it at most thirty
// times a second. After cancel() nothing more is heard of a job, whatever its thread still delivers.
// Lives on the GUI thread. Destroying it stops the job that runs and waits until it has looked at its token.
class AnalysisService : public QObject {
    Q_OBJECT

public:
    explicit AnalysisService(AnalyseFunction analyse, QObject *parent = nullptr);

    JobNumber start(const std::filesystem::path &media);
    // Tells cancelled() at once; immediate also where the job takes a while to notice.
    void cancel(JobNumber job);
    void cancelAll();
    [[nodiscard]] std::size_t unfinished() const { return jobs_.unfinished().size(); }

Q_SIGNALS:
    void started(JobNumber job); // that is, queued
    void progressed(JobNumber job, double fraction, const QString &stage);
    void received(JobNumber job, const std::shared_ptr<const ClipAnalysis> &clip);
    // Each job ends with exactly one of these.
    void finished(JobNumber job);
    void failed(JobNumber job, const Error &error);
    void cancelled(JobNumber job);

private:
    using Clip = std::shared_ptr<const ClipAnalysis>;
    void end(JobNumber job, const Result<void> &outcome);

    AnalyseFunction analyse_;
    JobQueue jobs_; // last, so that its work ends before what it uses; one at a time: the networks use all cores
};

} // namespace tagscope::ui
