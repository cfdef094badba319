// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_analyses.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

ProjectAnalyses::ProjectAnalyses(QObject *parent)
    : QObject(parent),
      job_({"clip", tr("Analysis of a clip")}, [this](Result<Found> found) { take(std::move(found)); }) {
    job_.onProgress([this](double fraction, const QString &stage) { Q_EMIT progressed(wish_.clip, fraction, stage); });
    job_.setCancel([this] { cancel(); });
}

void ProjectAnalyses::setAnalyst(std::shared_ptr<ClipAnalyst> analyst) {
    cancel();
    kept_.clear();
    analyst_ = std::move(analyst);
}

void ProjectAnalyses::want(ClipId clip, const std::string &run) {
    if (!analyst_ || (job_.isRunning() && wish_ == Wish{clip, run}))
        return;
    stop(&ProjectAnalyses::abandoned);
    wish_ = {clip, run};
    job_.start([analyst = analyst_, wish = wish_](const std::stop_token &stop, const auto &report) {
        return find(*analyst, wish, report.progress, stop);
    });
    Q_EMIT progressed(clip, 0.0, {});
}

// On another thread.
Result<ProjectAnalyses::Found> ProjectAnalyses::find(ClipAnalyst &analyst, const Wish &wish, const Progress &progress,
                                                     const std::stop_token &stop) {
    return analyst.provideMedia(wish.clip, stop)
        .and_then([&](const std::filesystem::path &) { return analyst.analyse(wish.clip, wish.run, progress, stop); })
        .map([&](ClipAnalysis clip) {
            Found found{std::make_shared<const ClipAnalysis>(std::move(clip)), nullptr};
            if (Result<ClipAnnotations> known = readAnnotations(analyst.project(), wish.clip))
                found.annotations = std::make_shared<const ClipAnnotations>(std::move(*known));
            return found;
        });
}

void ProjectAnalyses::cancel() {
    stop(&ProjectAnalyses::cancelled);
}

void ProjectAnalyses::stop(void (ProjectAnalyses::*tell)(ClipId)) {
    if (!job_.isRunning())
        return;
    job_.forget();
    Q_EMIT(this->*tell)(wish_.clip);
}

void ProjectAnalyses::forgetRun(const std::string &run) {
    std::erase_if(kept_, [&run](const Kept &kept) { return kept.wish.run == run; });
}

void ProjectAnalyses::forgetAllBut(ClipId clip, const std::string &run) {
    std::erase_if(kept_, [wish = Wish{clip, run}](const Kept &kept) { return !(kept.wish == wish); });
}

std::shared_ptr<const ClipAnalysis> ProjectAnalyses::find(ClipId clip, const std::string &run) const {
    const auto found = std::find_if(kept_.begin(), kept_.end(),
                                    [wish = Wish{clip, run}](const Kept &kept) { return kept.wish == wish; });
    return found == kept_.end() ? nullptr : found->found.analysis;
}

std::shared_ptr<const ClipAnnotations> ProjectAnalyses::annotations(ClipId clip) const {
    // What was kept last was read last.
    const auto found =
        std::find_if(kept_.rbegin(), kept_.rend(), [clip](const Kept &kept) { return kept.wish.clip == clip; });
    return found == kept_.rend() ? nullptr : found->found.annotations;
}

void ProjectAnalyses::take(Result<Found> found) {
    const Wish wish = wish_;
    if (found) {
        std::erase_if(kept_, [&wish](const Kept &kept) { return kept.wish == wish; });
        kept_.push_back({wish, std::move(*found)});
        if (kept_.size() > kKept)
            kept_.pop_front();
        Q_EMIT analysed(wish.clip, wish.run);
    } else if (found.error().isCancelled()) {
        Q_EMIT cancelled(wish.clip);
    } else {
        Q_EMIT failed(wish.clip, wish.run, found.error());
    }
}

} // namespace tagscope::ui
