// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_analyses.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

ProjectAnalyses::ProjectAnalyses(QObject *parent)
    : QObject(parent),
      job_({"clip", tr("Analysis of a clip")}, [this](Result<Found> found) { take(std::move(found)); }) {
    job_.onProgress(
        [this](double fraction, const QString &stage) { Q_EMIT progressed(request_.clip, fraction, stage); });
    job_.setCancel([this] { cancel(); });
}

void ProjectAnalyses::setAnalyst(std::shared_ptr<ClipAnalyst> analyst) {
    cancel();
    kept_.clear();
    analyst_ = std::move(analyst);
}

void ProjectAnalyses::want(ClipId clip, const std::string &run) {
    if (!analyst_ || (job_.isRunning() && request_ == Request{clip, run}))
        return;
    stop(&ProjectAnalyses::abandoned);
    request_ = {clip, run};
    job_.start([analyst = analyst_, request = request_](const std::stop_token &stop, const auto &report) {
        return find(*analyst, request, report.progress, stop);
    });
    Q_EMIT progressed(clip, 0.0, {});
}

// On another thread.
Result<ProjectAnalyses::Found> ProjectAnalyses::find(ClipAnalyst &analyst, const Request &request,
                                                     const Progress &progress, const std::stop_token &stop) {
    return analyst.provideMedia(request.clip, stop)
        .and_then(
            [&](const std::filesystem::path &) { return analyst.analyse(request.clip, request.run, progress, stop); })
        .map([&](ClipAnalysis clip) {
            Found found{std::make_shared<const ClipAnalysis>(std::move(clip)), nullptr, {}};
            if (request.run.empty())
                found.kept = analyst.keepScores(request.clip, *found.analysis);
            if (Result<ClipAnnotations> known = readAnnotations(analyst.project(), request.clip))
                found.annotations = std::make_shared<const ClipAnnotations>(std::move(*known));
            return found;
        });
}

void ProjectAnalyses::cancel() {
    stop(&ProjectAnalyses::cancelled);
}

void ProjectAnalyses::stop(void (ProjectAnalyses::*signal)(ClipId)) {
    if (!job_.isRunning())
        return;
    job_.forget();
    Q_EMIT(this->*signal)(request_.clip);
}

void ProjectAnalyses::forgetRun(const std::string &run) {
    std::erase_if(kept_, [&run](const Kept &kept) { return kept.request.run == run; });
}

void ProjectAnalyses::forgetAllBut(ClipId clip, const std::string &run) {
    std::erase_if(kept_, [request = Request{clip, run}](const Kept &kept) { return !(kept.request == request); });
}

std::shared_ptr<const ClipAnalysis> ProjectAnalyses::find(ClipId clip, const std::string &run) const {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [request = Request{clip, run}](const Kept &kept) {
        return kept.request == request;
    });
    return found == kept_.end() ? nullptr : found->found.analysis;
}

std::shared_ptr<const ClipAnnotations> ProjectAnalyses::annotations(ClipId clip) const {
    // What was kept last was read last.
    const auto found =
        std::find_if(kept_.rbegin(), kept_.rend(), [clip](const Kept &kept) { return kept.request.clip == clip; });
    return found == kept_.rend() ? nullptr : found->found.annotations;
}

void ProjectAnalyses::take(Result<Found> found) {
    const Request request = request_;
    if (found) {
        const Result<void> stored = found->kept;
        std::erase_if(kept_, [&request](const Kept &kept) { return kept.request == request; });
        kept_.push_back({request, std::move(*found)});
        if (kept_.size() > kKept)
            kept_.pop_front();
        Q_EMIT analysed(request.clip, request.run);
        if (!stored)
            Q_EMIT notKept(stored.error());
    } else if (found.error().isCancelled()) {
        Q_EMIT cancelled(request.clip);
    } else {
        Q_EMIT failed(request.clip, request.run, found.error());
    }
}

} // namespace tagscope::ui
