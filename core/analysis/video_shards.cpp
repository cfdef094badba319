// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/video_shards.h"

#include "core/analysis/clip_run.h"
#include "core/analysis/video_scores.h"
#include "core/base/try.h"
#include "core/exchange/pack_scores.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// What is known of a part's clips so far, and its file.
class ShardFile {
public:
    ShardFile(fs::path file, PackHead head, std::span<const Clip> clips)
        : file_(std::move(file)), head_(std::move(head)), clips_(clips) {}

    // Takes over what is there of the same work.
    void begin() {
        const Result<ScorePack> before = ScorePack::open(file_);
        if (!before || before->head().recipe != head_.recipe || before->head().selection != head_.selection ||
            before->head().events != head_.events)
            return;
        for (std::size_t i = 0; i < before->clips().size(); ++i) {
            const PackedClip &clip = before->clips()[i];
            if (clip.outcome == PackOutcome::NothingToScore)
                known_[clip.name] = {clip, {}};
            if (clip.outcome != PackOutcome::Scored)
                continue;
            if (Result<std::vector<float>> values = before->probabilities(i))
                known_[clip.name] = {clip, *std::move(values)};
        }
    }

    [[nodiscard]] bool knows(const Clip &clip) const { return known_.contains(clip.name); }
    void note(const std::string &clip, PackOutcome outcome, std::string reason = {},
              std::vector<float> probabilities = {}) {
        known_[clip] = {PackedClip{clip, outcome, std::move(reason)}, std::move(probabilities)};
    }

    [[nodiscard]] Result<void> write(bool isWhole) const {
        ScorePackWriter writer = TAGSCOPE_TRY(ScorePackWriter::create(file_, head_));
        for (const Clip &clip : clips_) {
            if (const auto found = known_.find(clip.name); found != known_.end())
                writer.add(found->second.clip, found->second.probabilities);
        }
        return writer.finish(isWhole);
    }

private:
    struct Known {
        PackedClip clip;
        std::vector<float> probabilities;
    };

    fs::path file_;
    PackHead head_;
    std::span<const Clip> clips_;
    std::unordered_map<std::string, Known> known_;
};

// What the project has already of this recipe needs not be made again.
Result<void> takeStored(const Project &project, const std::string &recipe, std::span<const Clip> clips,
                        ShardFile &file) {
    const std::optional<std::string> stored = TAGSCOPE_TRY(project.setting(kVideoRecipeSetting));
    if (stored != recipe)
        return {};
    const ScoresOfClips scores = TAGSCOPE_TRY(project.scores(videoScores(), idsOf(clips)));
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const std::span<const float> row = scores.scores.row(i);
        if (scores.hasScore[i] != 0)
            file.note(clips[i].name, PackOutcome::Scored, {}, {row.begin(), row.end()});
    }
    return {};
}

// The whole part, once its clips were looked at.
Result<void> finishShard(ShardFile &file, std::span<const Clip> clips, const ProjectAnalysis &done) {
    for (const ProjectAnalysis::Failure &failure : done.failures)
        file.note(failure.clip, PackOutcome::Failed, failure.error.what());
    for (const Clip &clip : clips) {
        if (!file.knows(clip))
            file.note(clip.name, PackOutcome::NoMedia);
    }
    return file.write(true);
}

void count(const ScorePack &pack, MergedScores &merged) {
    ++merged.files;
    for (const PackedClip &clip : pack.clips()) {
        merged.clips += clip.outcome == PackOutcome::Scored ? 1 : 0;
        merged.withoutPictures += clip.outcome == PackOutcome::NothingToScore ? 1 : 0;
        merged.missing += clip.outcome == PackOutcome::NoMedia ? 1 : 0;
        if (clip.outcome == PackOutcome::Failed)
            merged.failures.push_back({clip.name, clip.reason});
    }
}

Result<MergedScores> storePacks(Project &project, std::span<const ScorePack> packs) {
    MergedScores merged;
    const Result<void> stored = project.atomically([&]() -> Result<void> {
        PackScores scores = TAGSCOPE_TRY(PackScores::of(project));
        for (const ScorePack &pack : packs) {
            TAGSCOPE_TRY(adoptVideoRecipe(project, pack.head().recipe));
            const std::vector<ClipScore> rows = TAGSCOPE_TRY(scores.in(pack));
            TAGSCOPE_TRY(project.storeScores(videoScores(), rows));
            count(pack, merged);
        }
        return {};
    });
    TAGSCOPE_TRY(stored);
    return merged;
}

} // namespace

fs::path videoShardDirectory(const Project &project) {
    return project.dataDirectory() / "shards" / "video";
}

Result<ProjectAnalysis> analyseShard(const Project &project, const Analyzer &analyzer, std::span<const Clip> clips,
                                     const Shard &shard, unsigned threads, const ReceiveClip &receive,
                                     const Progress &progress, std::stop_token stop) {
    TAGSCOPE_TRY(requireVideoModels(analyzer));
    if (!shard.isPossible())
        return fail(Error::Kind::Inconsistent, {"training.no_shard", shard.index, shard.count});
    const std::vector<Clip> own = partOf(clips, shard);
    const std::string recipe = videoRecipe(analyzer);
    PackHead head{std::string(videoScores().name), recipe,           selectionOf(clips),
                  namesOf(project.classes()),      NpyType::Float16, shard};
    ShardFile file(videoShardDirectory(project) / packName(shard), std::move(head), own);
    file.begin();
    TAGSCOPE_TRY(takeStored(project, recipe, own, file));
    const ReceiveClip note = [&](const Clip &clip, const ClipAnalysis &analysis) {
        if (scoredClip(clip, analysis).probabilities.empty())
            file.note(clip.name, PackOutcome::NothingToScore);
        if (receive)
            receive(clip, analysis);
    };
    const KeepScores keep = [&](std::span<const ScoredClip> batch) {
        for (const ScoredClip &scored : batch)
            if (!scored.probabilities.empty())
                file.note(scored.clip.name, PackOutcome::Scored, {}, scored.probabilities);
        return file.write(false);
    };
    ProjectAnalysis done = TAGSCOPE_TRY(runClips(
        analyzer, own, [&](const Clip &clip) { return file.knows(clip); }, threads, keep, note, progress,
        std::move(stop)));
    TAGSCOPE_TRY(project.checkFile()); // the clips are those of what was opened
    TAGSCOPE_TRY(finishShard(file, own, done));
    return done;
}

Result<MergedScores> mergeVideoScores(Project &project) {
    const std::vector<ScorePack> packs = TAGSCOPE_TRY(wholePacksIn(videoShardDirectory(project)));
    return storePacks(project, packs);
}

Result<MergedScores> collectVideoScores(Project &project, const std::string &recipe) {
    const std::vector<fs::path> files = TAGSCOPE_TRY(packsIn(videoShardDirectory(project)));
    std::vector<ScorePack> packs;
    std::vector<fs::path> others;
    for (const fs::path &file : files) {
        ScorePack pack = TAGSCOPE_TRY(ScorePack::open(file));
        if (pack.head().recipe == recipe)
            packs.push_back(std::move(pack));
        else
            others.push_back(file);
    }
    MergedScores merged = TAGSCOPE_TRY(storePacks(project, packs));
    merged.others = std::move(others);
    return merged;
}

} // namespace tagscope
