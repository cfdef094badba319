// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_analyses.h"

#include "ui/base/core_text.h"
#include "ui/base/delivery.h"
#include "ui/base/text.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace tagscope::ui {

ProjectAnalyses::ProjectAnalyses(QObject *parent) : QObject(parent) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &ProjectAnalyses::deliver);
}

ProjectAnalyses::~ProjectAnalyses() {
    running_.request_stop();
}

void ProjectAnalyses::setSource(std::shared_ptr<ProjectSource> source) {
    cancel();
    kept_.clear();
    source_ = std::move(source);
}

void ProjectAnalyses::want(ClipId clip, const std::string &run) {
    if (!source_ || (delivery_.isActive() && wish_ == Wish{clip, run}))
        return;
    stop(&ProjectAnalyses::abandoned);
    wish_ = {clip, run};
    running_ = std::stop_source();
    const std::uint64_t number = ++latest_;
    pool_.run(
        [this, number, source = source_, wish = wish_, stopper = running_](const std::stop_token &poolStop) mutable {
            const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
            work(number, *source, wish, stopper.get_token());
        });
    delivery_.start();
    Q_EMIT progressed(clip, 0.0, {});
}

// On the pool's thread.
void ProjectAnalyses::work(std::uint64_t number, ProjectSource &source, const Wish &wish, const std::stop_token &stop) {
    Outcome outcome = tagscope::cancelled();
    if (!stop.stop_requested()) {
        try {
            Result<std::filesystem::path> media = source.provideMedia(wish.clip, stop);
            if (media)
                outcome = source
                              .analyse(
                                  wish.clip, wish.run,
                                  [this, number](double fraction, std::string_view stage) {
                                      inbox_.put({number, Advance{fraction, std::string(stage)}});
                                  },
                                  stop)
                              .map([&](ClipAnalysis clip) {
                                  Found found{std::make_shared<const ClipAnalysis>(std::move(clip)), nullptr};
                                  if (Result<ClipAnnotations> known = source.annotations(wish.clip, stop))
                                      found.annotations = std::make_shared<const ClipAnnotations>(std::move(*known));
                                  return found;
                              });
            else
                outcome = tl::unexpected(media.error());
        } catch (const std::exception &exception) {
            outcome = fail(Error::Kind::Internal, "ui.clip_not_analysed", exception.what());
        }
    }
    inbox_.put({number, std::move(outcome)});
}

void ProjectAnalyses::cancel() {
    stop(&ProjectAnalyses::cancelled);
}

void ProjectAnalyses::stop(void (ProjectAnalyses::*tell)(ClipId)) {
    running_.request_stop();
    ++latest_;
    if (!delivery_.isActive())
        return;
    delivery_.stop();
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

void ProjectAnalyses::deliver() {
    std::vector<Report> reports = inbox_.drain();
    std::erase_if(reports, [this](const Report &report) { return report.number != latest_; });
    if (reports.empty())
        return;
    if (const auto *outcome = std::get_if<Outcome>(&reports.back().content)) {
        end(*outcome);
    } else {
        const auto &advance = std::get<Advance>(reports.back().content); // the last one says it all
        Q_EMIT progressed(wish_.clip, advance.fraction, translated(advance.stage));
    }
}

void ProjectAnalyses::end(const Outcome &outcome) {
    delivery_.stop();
    const Wish wish = wish_;
    if (outcome) {
        std::erase_if(kept_, [&wish](const Kept &kept) { return kept.wish == wish; });
        kept_.push_back({wish, *outcome});
        if (kept_.size() > kKept)
            kept_.pop_front();
        Q_EMIT analysed(wish.clip, wish.run);
    } else if (outcome.error().isCancelled()) {
        Q_EMIT cancelled(wish.clip);
    } else {
        Q_EMIT failed(wish.clip, wish.run, outcome.error());
    }
}

} // namespace tagscope::ui
