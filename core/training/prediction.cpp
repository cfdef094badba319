// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/prediction.h"

#include "core/base/try.h"
#include "core/jobs/worker_pool.h"
#include "core/training/prediction_work.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace tagscope {
namespace {

constexpr std::size_t kClipsBetweenKeeps = 256; // half a minute of work on one core

class Predictor {
public:
    Predictor(const PredictionWork &work, PredictionFiles &files, const Progress &progress, std::stop_token stop)
        : work_(work), files_(files), progress_(progress), stop_(std::move(stop)) {}

    Result<void> run(int threads) {
        const std::size_t clips = work_.clips().size();
        predicted_ = files_.done();
        WorkerPool pool(static_cast<unsigned>(std::max(1, threads)));
        for (std::size_t first = files_.done(); first < clips; first += kClipsBetweenKeeps) {
            const std::size_t end = std::min(clips, first + kClipsBetweenKeeps);
            for (std::size_t clip = first; clip < end; ++clip)
                pool.run([this, clip](const std::stop_token &) { predict(clip); });
            pool.waitUntilIdle();
            if (failure_)
                return tl::unexpected(*failure_);
            if (stop_.stop_requested())
                return cancelled();
            TAGSCOPE_TRY(files_.keep(end));
        }
        return {};
    }

private:
    void predict(std::size_t clip) {
        if (stop_.stop_requested())
            return;
        const Result<void> predicted = predictOne(clip);
        const std::lock_guard lock(mutex_);
        if (!predicted && !predicted.error().isCancelled())
            failure_ = predicted.error();
        ++predicted_;
        if (progress_)
            progress_(static_cast<double>(predicted_) / static_cast<double>(work_.clips().size()), "predicting");
    }

    Result<void> predictOne(std::size_t clip) const {
        const PredictionWork::Computed computed = TAGSCOPE_TRY(work_.compute(clip, stop_));
        return files_.put(clip, computed.activations, computed.scores);
    }

    const PredictionWork &work_;
    PredictionFiles &files_;
    const Progress &progress_;
    std::stop_token stop_;

    std::mutex mutex_; // of what follows
    std::size_t predicted_ = 0;
    std::optional<Error> failure_;
};

Result<PredictionOutcome> predict(Project &project, const PredictionNetwork &network, const PredictionOptions &options,
                                  const Progress &progress, const std::stop_token &stop) {
    PredictionTask task = TAGSCOPE_TRY(taskOf(project, network, options.checkpoint));
    const PredictionWork work = TAGSCOPE_TRY(PredictionWork::make(project, std::move(task), options, stop));
    PredictionFiles files =
        TAGSCOPE_TRY(PredictionFiles::open(work.task().directory / (work.name() + ".predicting"), work.shape()));
    TAGSCOPE_TRY(Predictor(work, files, progress, stop).run(options.threads));
    return work.store(project, files);
}

} // namespace

Result<PredictionOutcome> predictRun(Project &project, const std::string &run, const PredictionOptions &options,
                                     const Progress &progress, std::stop_token stop) {
    return predict(project, {run, {}}, options, progress, stop);
}

Result<PredictionOutcome> predictModel(Project &project, const std::filesystem::path &model,
                                       const PredictionOptions &options, const Progress &progress,
                                       std::stop_token stop) {
    return predict(project, {{}, model}, options, progress, stop);
}

} // namespace tagscope
