// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/analysis_service.h"

#include "ui/base/core_text.h"
#include "ui/base/delivery.h"
#include "ui/base/text.h"

#include <exception>
#include <utility>

namespace tagscope::ui {

AnalysisService::AnalysisService(AnalyseFunction analyse, QObject *parent)
    : QObject(parent), analyse_(std::move(analyse)) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &AnalysisService::deliver);
}

AnalysisService::~AnalysisService() {
    for (auto &[job, source] : jobs_)
        source.request_stop();
}

JobNumber AnalysisService::start(const std::filesystem::path &media) {
    const JobNumber job = ++last_;
    std::stop_source source;
    jobs_.emplace(job, source);
    pool_.run([this, job, media, source](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&source] { source.request_stop(); });
        work(job, media, source);
    });
    delivery_.start();
    Q_EMIT started(job);
    return job;
}

// On the pool's thread.
void AnalysisService::work(JobNumber job, const std::filesystem::path &media, std::stop_source &source) {
    const std::stop_token stop = source.get_token();
    Result<void> outcome = tagscope::cancelled();
    if (!stop.stop_requested()) {
        try {
            outcome = analyse_(
                media,
                [this, job](ClipAnalysis clip) {
                    inbox_.put({job, std::make_shared<const ClipAnalysis>(std::move(clip))});
                },
                [this, job](double fraction, std::string_view stage) {
                    inbox_.put({job, Advance{fraction, std::string(stage)}});
                },
                stop);
        } catch (const std::exception &exception) {
            outcome = fail(Error::Kind::Internal, {"ui.media_not_analysed", media.filename()}, exception.what());
        }
    }
    inbox_.put({job, std::move(outcome)});
}

void AnalysisService::cancel(JobNumber job) {
    const auto found = jobs_.find(job);
    if (found == jobs_.end())
        return;
    found->second.request_stop();
    end(job, tagscope::cancelled());
}

void AnalysisService::cancelAll() {
    while (!jobs_.empty())
        cancel(jobs_.rbegin()->first); // those that wait first, so that none of them begins
}

void AnalysisService::deliver() {
    const std::vector<Report> reports = inbox_.drain();
    std::map<JobNumber, const Advance *> advances;
    for (const Report &report : reports)
        if (const auto *advance = std::get_if<Advance>(&report.content))
            advances[report.job] = advance; // the last one says it all
    for (const auto &[job, advance] : advances)
        if (jobs_.contains(job))
            Q_EMIT progressed(job, advance->fraction, translated(advance->stage));
    for (const Report &report : reports) {
        if (!jobs_.contains(report.job))
            continue;
        if (const auto *clip = std::get_if<std::shared_ptr<const ClipAnalysis>>(&report.content))
            Q_EMIT received(report.job, *clip);
        else if (const auto *outcome = std::get_if<Result<void>>(&report.content))
            end(report.job, *outcome);
    }
}

void AnalysisService::end(JobNumber job, const Result<void> &outcome) {
    jobs_.erase(job);
    if (jobs_.empty())
        delivery_.stop();
    if (outcome)
        Q_EMIT finished(job);
    else if (outcome.error().isCancelled())
        Q_EMIT cancelled(job);
    else
        Q_EMIT failed(job, outcome.error());
}

} // namespace tagscope::ui
