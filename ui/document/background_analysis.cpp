// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/background_analysis.h"

#include "core/analysis/misleading_media.h"
#include "core/base/try.h"
#include "ui/base/count_text.h"
#include "ui/document/absence.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kPoliteness = 19; // behind everything

} // namespace

TagsOfClip tagsOf(const ClipAnalysis &clip) {
    if (!wasAnalysed(clip))
        return std::nullopt;
    std::vector<int> tags;
    for (std::size_t k = 0; k < clip.events.size(); ++k)
        if (clip.events[k].tag)
            tags.push_back(static_cast<int>(k));
    return tags;
}

// The work on its thread.
class BackgroundAnalysis::Run {
public:
    Run(ClipAnalyst &analyst, const BackgroundWork &work, const JobReport<News> &report, const std::stop_token &stop)
        : analyst_(analyst), work_(work), report_(report), stop_(stop) {}

    Result<void> run() {
        const std::vector<ClipId> clips = TAGSCOPE_TRY(clipsToDo());
        report_.news(Found{clips.size()});
        const std::unordered_set<ClipId> tunedOn(work_.tunedOn.begin(), work_.tunedOn.end());
        auto left = std::ranges::count_if(clips, [&tunedOn](ClipId clip) { return tunedOn.contains(clip); });
        const bool areAll = clips.size() == unscored_;
        if (left == 0)
            makePoints(areAll);
        for (const ClipId clip : clips) {
            if (stop_.stop_requested())
                return tagscope::cancelled();
            report_.news(Report{clip, caught([&] { return analyse(clip); })});
            if (tunedOn.contains(clip) && --left == 0)
                makePoints(areAll);
        }
        return {};
    }

private:
    Result<std::vector<ClipId>> clipsToDo() {
        unscored_ = work_.clips.size();
        if (!work_.isForScores)
            return work_.clips;
        std::vector<ClipId> unscored = TAGSCOPE_TRY(caught([&] { return analyst_.unscored(work_.clips, stop_); }));
        unscored_ = unscored.size();
        if (work_.most > 0 && unscored.size() > work_.most)
            unscored.clear();
        return unscored;
    }

    Result<Outcome> analyse(ClipId clip) {
        if (work_.isForScores) { // somebody may have looked at it in the meantime
            const std::vector<ClipId> still = TAGSCOPE_TRY(analyst_.unscored({clip}, stop_));
            if (still.empty())
                return tagscope::cancelled();
        }
        TAGSCOPE_TRY(analyst_.provideMedia(clip, stop_));
        const ClipAnalysis analysis = TAGSCOPE_TRY(analyst_.analyse(
            clip, {}, [](double, std::string_view) {}, stop_));
        TAGSCOPE_TRY(analyst_.keepScores(clip, analysis));
        return Outcome{tagsOf(analysis), misleadingNotes(analysis)};
    }

    void makePoints(bool isSplitDone) {
        if (!work_.tunedOn.empty() && !stop_.stop_requested())
            report_.news(Points{caught([&] { return analyst_.makePoints(isSplitDone, stop_); })});
    }

    ClipAnalyst &analyst_;
    const BackgroundWork &work_;
    const JobReport<News> &report_;
    const std::stop_token &stop_;
    std::size_t unscored_ = 0;
};

BackgroundAnalysis::BackgroundAnalysis(YieldFunction yield, QObject *parent)
    : QObject(parent), yield_(std::move(yield)), job_(
                                                     {"background", tr("Background"), JobTitle::Always},
                                                     [this](const Result<void> &) { end(); }, JobQueue::Thread::Own) {
    job_.onNews([this](const std::vector<News> &news) { take(news); });
    job_.setCancel([this] { cancel(); });
}

void BackgroundAnalysis::start(std::shared_ptr<ClipAnalyst> analyst, BackgroundWork work) {
    cancel();
    if (work.clips.empty())
        return;
    done_ = 0;
    total_ = 0;
    job_.start([this, analyst = std::move(analyst),
                work = std::move(work)](const std::stop_token &stop, const JobReport<News> &report) -> Result<void> {
        yield_(kPoliteness);
        return Run(*analyst, work, report, stop).run();
    });
}

void BackgroundAnalysis::cancel() {
    if (!job_.isRunning())
        return;
    job_.forget();
    end();
}

void BackgroundAnalysis::take(const std::vector<News> &news) {
    for (const News &one : news)
        std::visit([this](const auto &told) { take(told); }, one);
    if (total_ == 0)
        return;
    show();
    Q_EMIT advanced();
}

void BackgroundAnalysis::take(const Found &found) {
    total_ = static_cast<int>(found.clips);
    if (total_ > 0)
        Q_EMIT began();
}

void BackgroundAnalysis::take(const Report &report) {
    ++done_;
    if (report.outcome)
        Q_EMIT analysed(report.clip, report.outcome->tags, report.outcome->misleads);
    else if (!report.outcome.error().isCancelled())
        Q_EMIT failed(report.clip, report.outcome.error());
}

void BackgroundAnalysis::take(const Points &points) {
    if (points.made && !points.made->empty()) {
        QStringList names;
        for (const std::string &name : *points.made)
            names << QString::fromStdString(name);
        job_.log(LogKind::Done, tr("Operating points made: %1").arg(names.join(QStringLiteral(", "))));
        Q_EMIT pointsMade();
    } else if (!points.made && !points.made.error().isCancelled()) {
        Q_EMIT pointsFailed(points.made.error());
    }
}

void BackgroundAnalysis::show() {
    job_.show(tr("%1 of %2 clips").arg(countText(done_), countText(total_)),
              static_cast<double>(done_) / std::max(total_, 1));
}

void BackgroundAnalysis::end() {
    if (total_ > 0)
        job_.log(done_ >= total_ ? LogKind::Done : LogKind::Cancelled,
                 tr("%1 of %2 clips").arg(countText(done_), countText(total_)));
    Q_EMIT ended();
}

} // namespace tagscope::ui
