// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feature_merge.h"

#include "core/base/atomic_file.h"
#include "core/base/try.h"
#include "core/exchange/open_files.h"
#include "core/jobs/worker_pool.h"
#include "core/training/project_training.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <optional>
#include <string>

namespace tagscope {
namespace {

constexpr std::size_t kMostNamed = 5; // of the blocks that are wrong, in one sentence

// Finds all blocks, several at once.
class BlockSearch {
public:
    BlockSearch(const FeaturePlan &plan, bool withChecksums, const ClipProgress &progress)
        : plan_(plan), withChecksums_(withChecksums), progress_(progress), found_(plan.blocks()) {}

    // In the order of the blocks; one error for all that are wrong.
    Result<std::vector<FeatureBlock>> run(int threads, const std::stop_token &stop) {
        {
            WorkerPool pool(static_cast<unsigned>(std::max(1, threads)));
            for (std::size_t block = 0; block < plan_.blocks(); ++block)
                pool.run([this, block, &stop](const std::stop_token &) { find(block, stop); });
            pool.waitUntilIdle();
        }
        if (stop.stop_requested())
            return cancelled();
        std::vector<FeatureBlock> blocks;
        std::vector<Message> wrong;
        for (std::optional<Result<FeatureBlock>> &found : found_) {
            if (*found)
                blocks.push_back(std::move(**found));
            else
                wrong.push_back(std::move(found->error().message));
        }
        if (!wrong.empty())
            return whatIsWrong(wrong);
        return blocks;
    }

private:
    void find(std::size_t block, const std::stop_token &stop) {
        if (stop.stop_requested())
            return;
        Result<FeatureBlock> found = findBlock(plan_, block, withChecksums_, stop);
        const std::lock_guard lock(mutex_);
        found_[block] = std::move(found);
        done_ += plan_.clipsOf(block).size();
        if (progress_)
            progress_(done_, plan_.clips.size(), "checking");
    }

    [[nodiscard]] tl::unexpected<Error> whatIsWrong(const std::vector<Message> &wrong) const {
        Message named = wrong.front();
        for (std::size_t i = 1; i < std::min(wrong.size(), kMostNamed); ++i)
            named = {"base.followed_by", named, wrong[i]};
        if (wrong.size() > kMostNamed)
            named = {"training.and_so_on", named};
        return fail(Error::Kind::Inconsistent, {"training.wrong_blocks", wrong.size(), plan_.blocks(), named});
    }

    const FeaturePlan &plan_;
    bool withChecksums_;
    const ClipProgress &progress_;
    std::mutex mutex_; // of what follows
    std::vector<std::optional<Result<FeatureBlock>>> found_;
    std::size_t done_ = 0;
};

// Whether the sums of the training split are still those of its clips.
bool hasSameSplits(const FeatureBlock &block, std::span<const Clip> clips) {
    return std::ranges::all_of(block.rows, [&](const FeatureBlock::Row &row) {
        const auto clip = std::ranges::find(clips, row.source.clip, &Clip::name);
        return (row.split == kTrainingSplit) == (clip->split == kTrainingSplit);
    });
}

// Reads the block again for the splits as they are now, and keeps what it finds.
Result<void> sumAgain(const FeaturePlan &plan, std::size_t index, FeatureBlock &block) {
    const FeatureFormat &format = block.format;
    const NpyHeader header = arrayHeader(format, block.rows.size());
    const OpenFiles::File array = TAGSCOPE_TRY(RandomAccessFile::open(blockArray(plan.directory, index)));
    std::vector<std::byte> stored(format.frames() * format.bands() * bytesOf(header.type));
    std::vector<float> values(format.frames() * format.bands());
    block.training = BandSums(format.bands());
    const std::span<const Clip> clips = plan.clipsOf(index);
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        FeatureBlock::Row &row = block.rows[i];
        row.split = std::ranges::find(clips, row.source.clip, &Clip::name)->split;
        if (row.split != kTrainingSplit)
            continue;
        TAGSCOPE_TRY(array->read(header.dataOffset + i * stored.size(), stored));
        npyToFloats(header.type, stored, values);
        BandSums sums(format.bands());
        sums.add(std::span(values).first(row.soundFrames * format.bands()));
        block.training += sums;
    }
    return writeFileAtomically(blockDescription(plan.directory, index), toJson(block));
}

FeatureIndex indexOf(const FeaturePlan &plan, std::vector<FeatureBlock> &blocks) {
    FeatureIndex index;
    index.format = plan.format;
    BandSums training(plan.format.bands());
    BandSums all(plan.format.bands());
    for (FeatureBlock &block : blocks) {
        training += block.training;
        all += block.all;
        index.blocks.push_back({block.sha256, block.rows.size()});
        std::ranges::move(block.omitted, std::back_inserter(index.omitted));
    }
    const bool hasTraining = training.frames > 0;
    index.statisticsOf = hasTraining ? kTrainingSplit : "";
    index.statisticsFrames = hasTraining ? training.frames : all.frames;
    index.statistics = statisticsOf(hasTraining ? training : all);
    return index;
}

} // namespace

Result<FeatureSummary> mergeFeatures(const Project &project, bool withChecksums, int threads,
                                     const ClipProgress &progress, std::stop_token stop) {
    const FeaturePlan plan = TAGSCOPE_TRY(planFeatures(project, std::nullopt));
    return mergeFeatures(plan, withChecksums, threads, progress, std::move(stop));
}

Result<FeatureSummary> mergeFeatures(const FeaturePlan &plan, bool withChecksums, int threads,
                                     const ClipProgress &progress, std::stop_token stop) {
    std::vector<FeatureBlock> blocks = TAGSCOPE_TRY(BlockSearch(plan, withChecksums, progress).run(threads, stop));
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (stop.stop_requested())
            return cancelled();
        if (hasSameSplits(blocks[i], plan.clipsOf(i)))
            continue;
        TAGSCOPE_TRY(sumAgain(plan, i, blocks[i]));
    }
    FeatureIndex index = indexOf(plan, blocks);
    FeatureSummary summary{index.blocks.size(), 0, {}, index.statisticsFrames};
    for (const FeatureIndex::Block &block : index.blocks)
        summary.clips += block.clips;
    if (summary.clips == 0)
        return fail(Error::Kind::Inconsistent, {"training.no_clip_has_features", plan.clips.size(),
                                                index.omitted.empty() ? "" : index.omitted.front().reason});
    TAGSCOPE_TRY(writeFileAtomically(indexFile(plan.directory), toJson(index)));
    summary.omitted = std::move(index.omitted);
    return summary;
}

} // namespace tagscope
