// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_run.h"

#include "core/jobs/worker_pool.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

using Clock = std::chrono::steady_clock;

// A kill loses at most so many clips' scores, or so long a time's; the cache still has their analyses.
constexpr std::size_t kBatchClips = 64;
constexpr std::chrono::seconds kBatchTime{5};

class ClipRun {
public:
    ClipRun(const Analyzer &analyzer, const KeepScores &keep, const ReceiveClip &receive, const Progress &progress)
        : analyzer_(analyzer), keep_(keep), receive_(receive), progress_(progress) {}

    Result<ProjectAnalysis> run(const std::vector<const Clip *> &clips, ProjectAnalysis summary, unsigned threads,
                                const std::stop_token &stop) {
        summary_ = std::move(summary);
        doneClips_ = static_cast<double>(summary_.clips - clips.size());
        const std::stop_callback passOn(stop, [this] { stop_.request_stop(); });
        {
            WorkerPool pool(std::max(1U, threads));
            for (std::size_t i = 0; i < clips.size(); ++i)
                pool.run([this, &clips, i](const std::stop_token &) { analyse(i, *clips[i]); });
            pool.waitUntilIdle();
        }
        const std::lock_guard lock(mutex_);
        keepBatch();
        if (keepError_)
            return tl::unexpected(*keepError_);
        if (stop.stop_requested())
            return cancelled();
        for (auto &[at, failure] : failures_)
            summary_.failures.push_back(std::move(failure));
        return std::move(summary_);
    }

private:
    void analyse(std::size_t at, const Clip &clip) {
        if (stop_.stop_requested())
            return;
        double shown = 0.0; // of this clip
        const Progress ofClip = [&](double fraction, std::string_view stage) {
            const std::lock_guard lock(mutex_);
            showProgress(std::max(0.0, fraction - shown), stage);
            shown = std::max(shown, fraction);
        };
        const Result<ClipAnalysis> analysed =
            analyzer_.analyseClip(clip.media, clip.start, clip.duration, ofClip, stop_.get_token());
        const std::lock_guard lock(mutex_);
        if (analysed)
            take(clip, *analysed);
        else if (!analysed.error().isCancelled())
            failures_.emplace(at, ProjectAnalysis::Failure{clip.name, analysed.error()});
        showProgress(1.0 - shown, "clips");
    }

    // The rest needs the mutex.

    void take(const Clip &clip, const ClipAnalysis &analysis) {
        ScoredClip scored = scoredClip(clip, analysis);
        ++(scored.probabilities.empty() ? summary_.withoutPictures : summary_.analysed);
        if (!scored.probabilities.empty() || !scored.audio.empty())
            waiting_.push_back(std::move(scored));
        if (receive_)
            receive_(clip, analysis);
        if (waiting_.size() >= kBatchClips || Clock::now() - lastKept_ >= kBatchTime)
            keepBatch();
    }

    void keepBatch() {
        if (waiting_.empty() || keepError_)
            return;
        if (const Result<void> kept = keep_(waiting_); !kept) {
            keepError_ = kept.error();
            stop_.request_stop();
        }
        waiting_.clear();
        lastKept_ = Clock::now();
    }

    void showProgress(double more, std::string_view stage) {
        doneClips_ += more;
        if (progress_ && summary_.clips > 0)
            progress_(std::min(1.0, doneClips_ / static_cast<double>(summary_.clips)), stage);
    }

    const Analyzer &analyzer_;
    const KeepScores &keep_;
    const ReceiveClip &receive_;
    const Progress &progress_;
    std::stop_source stop_; // asked from outside, or where scores cannot be kept
    std::mutex mutex_;      // of what follows
    ProjectAnalysis summary_;
    std::map<std::size_t, ProjectAnalysis::Failure> failures_;
    std::vector<ScoredClip> waiting_;
    Clock::time_point lastKept_ = Clock::now();
    std::optional<Error> keepError_;
    double doneClips_ = 0.0;
};

bool hasMedia(const Clip &clip) {
    std::error_code error;
    return !clip.isMissing && !clip.media.empty() && std::filesystem::exists(clip.media, error);
}

} // namespace

ScoredClip scoredClip(const Clip &clip, const ClipAnalysis &analysis) {
    ScoredClip scored{clip, {}, {}};
    if (analysis.video)
        scored.probabilities = analysis.video->probabilities;
    if (analysis.audio)
        scored.audio = analysis.audio->probabilities;
    return scored;
}

Result<ProjectAnalysis> runClips(const Analyzer &analyzer, std::span<const Clip> clips,
                                 const std::function<bool(const Clip &)> &isDone, unsigned threads,
                                 const KeepScores &keep, const ReceiveClip &receive, const Progress &progress,
                                 std::stop_token stop) {
    ProjectAnalysis summary;
    summary.clips = clips.size();
    std::vector<const Clip *> toDo;
    for (const Clip &clip : clips) {
        if (isDone(clip))
            ++summary.skipped;
        else if (!hasMedia(clip))
            ++summary.missing;
        else
            toDo.push_back(&clip);
    }
    return ClipRun(analyzer, keep, receive, progress).run(toDo, std::move(summary), threads, stop);
}

} // namespace tagscope
