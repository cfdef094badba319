// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/prediction_shards.h"

#include "core/base/file_names.h"
#include "core/base/try.h"
#include "core/exchange/pack_scores.h"
#include "core/jobs/worker_pool.h"
#include "core/training/prediction_work.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kClipsAtOnce = 64; // that wait in memory to be written in their order

fs::path directoryOfParts(const Project &project, const PredictionWork &work) {
    return project.dataDirectory() / "shards" / asFileName("predict-" + work.task().source + "-" + work.name());
}

// Clips of the work, by their numbers, computed on several threads and written in order.
class PartPrediction {
public:
    PartPrediction(const PredictionWork &work, std::vector<std::size_t> part, const Progress &progress,
                   std::stop_token stop)
        : work_(work), part_(std::move(part)), progress_(progress), stop_(std::move(stop)) {}

    Result<void> writeTo(ScorePackWriter &writer, int threads) const {
        WorkerPool pool(static_cast<unsigned>(std::max(1, threads)));
        for (std::size_t first = 0; first < part_.size(); first += kClipsAtOnce) {
            const auto some = std::span(part_).subspan(first, std::min(kClipsAtOnce, part_.size() - first));
            std::vector<std::optional<Result<PredictionWork::Computed>>> computed(some.size());
            for (std::size_t i = 0; i < some.size(); ++i)
                pool.run([&, i](const std::stop_token &) { computed[i] = work_.compute(some[i], stop_); });
            pool.waitUntilIdle();
            for (std::size_t i = 0; i < some.size(); ++i) {
                const PredictionWork::Computed clip = TAGSCOPE_TRY(*std::move(computed[i]));
                writer.add({work_.clips()[some[i]].name,
                            PackOutcome::Scored,
                            {},
                            clip.activations.rows,
                            Seconds(0),
                            work_.hop()},
                           clip.scores, clip.activations.values);
            }
            if (progress_)
                progress_(static_cast<double>(first + some.size()) / static_cast<double>(part_.size()), "predicting");
        }
        return {};
    }

private:
    const PredictionWork &work_;
    std::vector<std::size_t> part_;
    const Progress &progress_;
    std::stop_token stop_;
};

// Puts a part's clips at their places in the whole.
class PartCollection {
public:
    PartCollection(const PredictionWork &work, PredictionFiles &files) : files_(files), events_(work.shape().events) {
        for (std::size_t clip = 0; clip < work.clips().size(); ++clip)
            places_.emplace(work.clips()[clip].name, clip);
        steps_ = work.shape().steps;
    }

    Result<void> take(const ScorePack &pack) {
        for (std::size_t i = 0; i < pack.clips().size(); ++i) {
            const PackedClip &clip = pack.clips()[i];
            const auto place = places_.find(clip.name);
            if (place == places_.end() || clip.steps != steps_ || clip.outcome != PackOutcome::Scored)
                return fail(Error::Kind::Inconsistent, {"training.parts_out_of_date", pack.file()});
            const std::vector<float> scores = TAGSCOPE_TRY(pack.probabilities(i));
            Matrix activations(clip.steps, events_);
            activations.values = TAGSCOPE_TRY(pack.activations(i));
            TAGSCOPE_TRY(files_.put(place->second, activations, scores));
            places_.erase(place);
        }
        return {};
    }
    [[nodiscard]] bool isComplete() const { return places_.empty(); }

private:
    PredictionFiles &files_;
    std::size_t events_;
    std::size_t steps_ = 0;
    std::unordered_map<std::string, std::size_t> places_; // of clips that are still to come
};

} // namespace

Result<PredictionOutcome> predictShard(const Project &project, const PredictionNetwork &network,
                                       const PredictionOptions &options, const Shard &shard, const Progress &progress,
                                       std::stop_token stop) {
    if (!shard.isPossible())
        return fail(Error::Kind::Inconsistent, {"training.no_shard", shard.index, shard.count});
    PredictionTask task = TAGSCOPE_TRY(taskOf(project, network, options.checkpoint));
    const PredictionWork work = TAGSCOPE_TRY(PredictionWork::make(project, std::move(task), options, stop));
    std::vector<std::size_t> all(work.clips().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<std::size_t> part = partOf(std::span<const std::size_t>(all), shard);
    const std::size_t clips = part.size();
    const fs::path file = directoryOfParts(project, work) / packName(shard);
    ScorePackWriter writer = TAGSCOPE_TRY(
        ScorePackWriter::create(file, {work.task().source, work.shape().identity, selectionOf(work.clips()),
                                       work.events(), NpyType::Float16, shard}));
    TAGSCOPE_TRY(PartPrediction(work, std::move(part), progress, stop).writeTo(writer, options.threads));
    TAGSCOPE_TRY(project.checkFile()); // the clips are those of what was opened
    TAGSCOPE_TRY(writer.finish(true));
    PredictionOutcome outcome = work.outcome();
    outcome.clips = clips;
    outcome.activations = file;
    return outcome;
}

Result<PredictionOutcome> mergePrediction(Project &project, const PredictionNetwork &network,
                                          const PredictionOptions &options, const Progress &progress,
                                          std::stop_token stop) {
    PredictionTask task = TAGSCOPE_TRY(taskOf(project, network, options.checkpoint));
    const PredictionWork work = TAGSCOPE_TRY(PredictionWork::make(project, std::move(task), options, stop));
    const std::vector<ScorePack> packs = TAGSCOPE_TRY(wholePacksIn(directoryOfParts(project, work)));
    if (packs.front().head().recipe != work.shape().identity)
        return fail(Error::Kind::Inconsistent, {"training.parts_out_of_date", packs.front().file()});
    PredictionFiles files =
        TAGSCOPE_TRY(PredictionFiles::open(work.task().directory / (work.name() + ".merging"), work.shape()));
    PartCollection collection(work, files);
    std::size_t taken = 0;
    for (const ScorePack &pack : packs) {
        if (stop.stop_requested())
            return cancelled();
        TAGSCOPE_TRY(collection.take(pack));
        if (progress)
            progress(static_cast<double>(++taken) / static_cast<double>(packs.size()), "merging");
    }
    if (!collection.isComplete())
        return fail(Error::Kind::Inconsistent, {"training.parts_out_of_date", packs.front().file()});
    return work.store(project, files);
}

} // namespace tagscope
