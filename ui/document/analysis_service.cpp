// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/analysis_service.h"

#include "ui/base/text.h"

#include <ranges>
#include <utility>

namespace tagscope::ui {

AnalysisService::AnalysisService(AnalyseFunction analyse, QObject *parent)
    : QObject(parent), analyse_(std::move(analyse)), jobs_({"analysis", tr("Analysis"), JobTitle::Always}) {
    jobs_.setCancel([this] { cancelAll(); });
}

JobNumber AnalysisService::start(const std::filesystem::path &media) {
    const JobNumber job = jobs_.next();
    jobs_.add<Clip>(
        [this, media](const std::stop_token &stop, const JobReport<Clip> &report) {
            return analyse_(
                media,
                [&report](ClipAnalysis clip) { report.news(std::make_shared<const ClipAnalysis>(std::move(clip))); },
                report.progress, stop);
        },
        [this, job](const Result<void> &outcome) { end(job, outcome); },
        [this, job](double fraction, const QString &stage) { Q_EMIT progressed(job, fraction, stage); },
        [this, job](const std::vector<Clip> &clips) {
            for (const Clip &clip : clips) {
                if (!jobs_.has(job))
                    return;
                jobs_.log(LogKind::Done, pathText(clip->media.filename()));
                Q_EMIT received(job, clip);
            }
        });
    Q_EMIT started(job);
    return job;
}

void AnalysisService::cancel(JobNumber job) {
    if (!jobs_.has(job))
        return;
    jobs_.forget(job);
    Q_EMIT cancelled(job);
}

void AnalysisService::cancelAll() {
    const std::vector<JobNumber> jobs = jobs_.unfinished();
    for (const JobNumber job : std::views::reverse(jobs)) // those that wait first, so that none of them begins
        cancel(job);
}

void AnalysisService::end(JobNumber job, const Result<void> &outcome) {
    if (outcome)
        Q_EMIT finished(job);
    else if (outcome.error().isCancelled())
        Q_EMIT cancelled(job);
    else
        Q_EMIT failed(job, outcome.error());
}

} // namespace tagscope::ui
