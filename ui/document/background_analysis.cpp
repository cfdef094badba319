// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/background_analysis.h"

#include "ui/base/count_text.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kPoliteness = 19; // behind everything

Result<std::vector<int>> analyseOne(ClipAnalyst &analyst, ClipId clip, const std::stop_token &stop) {
    return caught([&] {
        return analyst.provideMedia(clip, stop)
            .and_then([&](const std::filesystem::path &) {
                return analyst.analyse(
                    clip, {}, [](double, std::string_view) {}, stop);
            })
            .map(tagsOf);
    });
}

} // namespace

std::vector<int> tagsOf(const ClipAnalysis &clip) {
    std::vector<int> tags;
    for (std::size_t k = 0; k < clip.events.size(); ++k)
        if (clip.events[k].tag)
            tags.push_back(static_cast<int>(k));
    return tags;
}

BackgroundAnalysis::BackgroundAnalysis(YieldFunction yield, QObject *parent)
    : QObject(parent), yield_(std::move(yield)), job_(
                                                     {"background", tr("Background"), JobTitle::Always},
                                                     [this](const Result<void> &) { end(); }, JobQueue::Thread::Own) {
    job_.onNews([this](const std::vector<Report> &reports) { take(reports); });
    job_.setCancel([this] { cancel(); });
}

void BackgroundAnalysis::start(std::shared_ptr<ClipAnalyst> analyst, std::vector<ClipId> clips) {
    cancel();
    if (clips.empty())
        return;
    done_ = 0;
    total_ = static_cast<int>(clips.size());
    job_.start([this, analyst = std::move(analyst), clips = std::move(clips)](
                   const std::stop_token &stop, const JobReport<Report> &report) -> Result<void> {
        yield_(kPoliteness);
        for (const ClipId clip : clips) {
            if (stop.stop_requested())
                return tagscope::cancelled();
            report.news({clip, analyseOne(*analyst, clip, stop)});
        }
        return {};
    });
    show();
    Q_EMIT began();
}

void BackgroundAnalysis::cancel() {
    if (!job_.isRunning())
        return;
    job_.forget();
    end();
}

void BackgroundAnalysis::take(const std::vector<Report> &reports) {
    for (const Report &report : reports) {
        ++done_;
        if (report.tags)
            Q_EMIT analysed(report.clip, *report.tags);
        else if (!report.tags.error().isCancelled())
            Q_EMIT failed(report.clip, report.tags.error());
    }
    show();
    Q_EMIT advanced();
}

void BackgroundAnalysis::show() {
    job_.show(tr("%1 of %2 clips").arg(countText(done_), countText(total_)),
              static_cast<double>(done_) / std::max(total_, 1));
}

void BackgroundAnalysis::end() {
    job_.log(done_ >= total_ ? LogKind::Done : LogKind::Cancelled,
             tr("%1 of %2 clips").arg(countText(done_), countText(total_)));
    Q_EMIT ended();
}

} // namespace tagscope::ui
