// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feature_maker.h"

#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/jobs/worker_pool.h"
#include "core/training/clip_features.h"
#include "core/training/project_training.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>
#include <variant>

namespace tagscope {
namespace {

namespace fs = std::filesystem;
using ClipOutcome = std::variant<MadeFeatures, OmittedClip>;

// A block whose clips are being made.
struct OpenBlock {
    std::vector<ClipOutcome> clips;
    std::size_t left = 0; // still to be made
};

// Writes the array, whose bytes are those of `made` one after the other. The answer is its SHA-256.
Result<std::string> writeArray(const fs::path &file, const FeatureFormat &format,
                               const std::vector<const MadeFeatures *> &made) {
    AtomicFile target = TAGSCOPE_TRY(AtomicFile::create(file));
    Sha256 sum;
    const auto write = [&](const std::string &bytes) {
        sum.add(bytes);
        target.stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    };
    const NpyHeader header = arrayHeader(format, made.size());
    write(npyHeader(header.type, header.shape));
    for (const MadeFeatures *clip : made)
        write(clip->bytes);
    TAGSCOPE_TRY(target.commit());
    return sum.hexadecimal();
}

class FeatureMaker {
public:
    FeatureMaker(const FeaturePlan &plan, const LogMel &logMel, const FeatureOptions &options,
                 const ClipProgress &progress, std::stop_token stop)
        : plan_(plan), logMel_(logMel), options_(options), progress_(progress), stop_(std::move(stop)),
          threads_(static_cast<unsigned>(std::max(1, options.threads))) {}

    Result<FeatureReport> run() {
        findWhatIsThere();
        if (!stop_.stop_requested() && !failure_)
            makeWhatIsNot();
        if (failure_)
            return tl::unexpected(*failure_);
        if (stop_.stop_requested())
            return cancelled();
        std::ranges::sort(report_.damaged);
        std::ranges::sort(report_.omitted, {}, [](const OmittedClip &clip) { return clip.source.clip; });
        return std::move(report_);
    }

private:
    void findWhatIsThere() {
        WorkerPool pool(threads_);
        for (auto block = static_cast<std::size_t>(options_.shard.index - 1); block < plan_.blocks();
             block += static_cast<std::size_t>(options_.shard.count))
            pool.run([this, block](const std::stop_token &) { look(block); });
        pool.waitUntilIdle();
        std::ranges::sort(wanted_);
        for (const std::size_t block : wanted_)
            clipsToMake_ += plan_.clipsOf(block).size();
    }

    void look(std::size_t block) {
        if (stop_.stop_requested())
            return;
        const Result<FeatureBlock> found = findBlock(plan_, block, options_.withChecksums, stop_);
        const std::lock_guard lock(mutex_);
        ++report_.blocks;
        if (found) {
            report_.clips += found->rows.size();
            std::ranges::copy(found->omitted, std::back_inserter(report_.omitted));
            return;
        }
        wanted_.push_back(block);
        if (found.error().kind == Error::Kind::Malformed)
            report_.damaged.push_back(found.error().what());
    }

    // The threads take clip after clip, so that few blocks are open at a time and no thread waits for another's block.
    void makeWhatIsNot() {
        WorkerPool pool(threads_);
        for (unsigned i = 0; i < threads_; ++i) {
            pool.run([this](const std::stop_token &) {
                for (std::size_t clip = next_++; clip < wanted_.size() * kBlockClips; clip = next_++) {
                    if (stop_.stop_requested() || hasFailed_)
                        return;
                    makeClip(wanted_[clip / kBlockClips], clip % kBlockClips);
                }
            });
        }
        pool.waitUntilIdle();
    }

    void makeClip(std::size_t block, std::size_t clip) {
        const std::span<const Clip> clips = plan_.clipsOf(block);
        if (clip >= clips.size()) // the last block is a shorter one
            return;
        Result<ClipOutcome> outcome = makeClipFeatures(clips[clip], plan_.format, logMel_, stop_);
        if (!outcome)
            return; // stopped
        if (const std::unique_ptr<OpenBlock> full = put(block, clip, std::move(*outcome)))
            finish(block, full->clips);
    }

    // The block, once its last clip has come.
    std::unique_ptr<OpenBlock> put(std::size_t block, std::size_t clip, ClipOutcome outcome) {
        const std::lock_guard lock(mutex_);
        std::unique_ptr<OpenBlock> &open = open_[block];
        if (!open) {
            const std::size_t clips = plan_.clipsOf(block).size();
            open = std::make_unique<OpenBlock>();
            open->clips.resize(clips);
            open->left = clips;
        }
        open->clips[clip] = std::move(outcome);
        ++clipsMade_;
        if (progress_)
            progress_(clipsMade_, clipsToMake_, "features");
        if (--open->left > 0)
            return nullptr;
        std::unique_ptr<OpenBlock> full = std::move(open);
        open_.erase(block);
        return full;
    }

    void finish(std::size_t index, const std::vector<ClipOutcome> &outcomes) {
        FeatureBlock block = describe(index, outcomes);
        std::vector<const MadeFeatures *> made;
        for (const ClipOutcome &outcome : outcomes) {
            if (const auto *features = std::get_if<MadeFeatures>(&outcome))
                made.push_back(features);
        }
        const Result<std::optional<fs::path>> written = write(index, block, made);
        if (!written) {
            const std::lock_guard lock(mutex_);
            hasFailed_ = true;
            failure_ = written.error();
            return;
        }
        const std::lock_guard lock(mutex_);
        if (*written)
            report_.setAside.push_back(**written);
        ++report_.madeBlocks;
        report_.madeClips += made.size();
        report_.clips += made.size();
        std::ranges::copy(block.omitted, std::back_inserter(report_.omitted));
    }

    [[nodiscard]] FeatureBlock describe(std::size_t index, const std::vector<ClipOutcome> &outcomes) const {
        FeatureBlock block;
        block.format = plan_.format;
        block.training = BandSums(plan_.format.bands());
        block.all = block.training;
        const std::span<const Clip> clips = plan_.clipsOf(index);
        for (std::size_t i = 0; i < clips.size(); ++i) {
            if (const auto *omitted = std::get_if<OmittedClip>(&outcomes[i])) {
                block.omitted.push_back(*omitted);
                continue;
            }
            const auto &made = std::get<MadeFeatures>(outcomes[i]);
            block.rows.push_back(
                {sourceOf(clips[i]), made.soundFrames, clips[i].split, sumOf(std::as_bytes(std::span(made.bytes)))});
            block.all += made.sums;
            if (clips[i].split == kTrainingSplit)
                block.training += made.sums;
        }
        return block;
    }

    // The description goes first and comes last: where it is, the array is the one that it describes, whenever the
    // program may be killed. The answer is where the array was set aside that had been there.
    [[nodiscard]] Result<std::optional<fs::path>> write(std::size_t index, FeatureBlock &block,
                                                        const std::vector<const MadeFeatures *> &made) const {
        const fs::path array = blockArray(plan_.directory, index);
        std::error_code error;
        fs::remove(blockDescription(plan_.directory, index), error);
        std::optional<fs::path> aside;
        if (!block.omitted.empty() && made.size() < clipsIn(array)) {
            aside = freePathFor(array);
            fs::rename(array, *aside, error);
            if (error)
                return fail(Error::Kind::Unreadable, {"base.cannot_replace", array}, error.message());
        }
        if (made.empty()) {
            fs::remove(array, error);
        } else {
            block.sha256 = TAGSCOPE_TRY(writeArray(array, plan_.format, made));
        }
        TAGSCOPE_TRY(writeFileAtomically(blockDescription(plan_.directory, index), toJson(block)));
        return aside;
    }

    // By the length of the file, whose header may be damaged as anything else; a clip that is cut off counts.
    [[nodiscard]] std::size_t clipsIn(const fs::path &array) const {
        std::error_code error;
        const std::uintmax_t bytes = fs::file_size(array, error);
        const NpyHeader one = arrayHeader(plan_.format, 1);
        if (error || bytes <= one.dataOffset)
            return 0;
        const std::uintmax_t clipBytes = npyFileBytes(one) - one.dataOffset;
        return static_cast<std::size_t>((bytes - one.dataOffset + clipBytes - 1) / clipBytes);
    }

    [[nodiscard]] static fs::path freePathFor(const fs::path &array) {
        std::error_code error;
        for (int number = 1;; ++number) {
            fs::path path = array;
            path += number == 1 ? ".old" : ".old" + std::to_string(number);
            if (!fs::exists(path, error))
                return path;
        }
    }

    const FeaturePlan &plan_;
    const LogMel &logMel_;
    const FeatureOptions &options_;
    const ClipProgress &progress_;
    std::stop_token stop_;
    unsigned threads_;
    std::vector<std::size_t> wanted_; // blocks, ascending once all were looked at
    std::size_t clipsToMake_ = 0;
    std::atomic<std::size_t> next_ = 0; // clip of the wanted blocks
    std::atomic<bool> hasFailed_ = false;

    std::mutex mutex_; // of what follows
    std::map<std::size_t, std::unique_ptr<OpenBlock>> open_;
    std::size_t clipsMade_ = 0;
    FeatureReport report_;
    std::optional<Error> failure_;
};

} // namespace

Result<FeatureReport> makeFeatures(const Project &project, const FeatureOptions &options, const ClipProgress &progress,
                                   std::stop_token stop) {
    if (!options.shard.isPossible())
        return fail(Error::Kind::Inconsistent, {"training.no_shard", options.shard.index, options.shard.count});
    const FeaturePlan plan = TAGSCOPE_TRY(planFeatures(project, options.precision));
    const LogMel logMel = TAGSCOPE_TRY(LogMel::make(plan.format.logMel));
    return FeatureMaker(plan, logMel, options, progress, std::move(stop)).run();
}

} // namespace tagscope
