// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/sound_feed.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace tagscope::ui {

namespace {

constexpr std::size_t kBlock = 4096;
constexpr double kAheadSeconds = 1.0;      // decoded before it is heard: more than any worker is kept waiting
constexpr double kKeptLoopSeconds = 120.0; // shorter loops are decoded once: 46 MB at 48,000 samples a second

} // namespace

// Samples on their way from the worker to the window.
class SoundFeed::Queue {
public:
    explicit Queue(std::size_t limit) : limit_(limit) {}

    // Waits for room; false where someone asked to stop.
    bool put(std::span<const SoundSample> samples, const std::stop_token &stop) {
        std::unique_lock lock(mutex_);
        if (!hasRoom_.wait(lock, stop, [this] { return samples_.size() < limit_; }))
            return false;
        samples_.insert(samples_.end(), samples.begin(), samples.end());
        return true;
    }

    std::size_t take(std::span<SoundSample> samples) {
        std::size_t count = 0;
        {
            const std::lock_guard lock(mutex_);
            count = std::min(samples.size(), samples_.size());
            const auto end = samples_.begin() + static_cast<std::ptrdiff_t>(count);
            std::copy(samples_.begin(), end, samples.begin());
            samples_.erase(samples_.begin(), end);
        }
        hasRoom_.notify_all();
        return count;
    }

    void end() {
        const std::lock_guard lock(mutex_);
        hasEnded_ = true;
    }
    void fail(Error error) {
        const std::lock_guard lock(mutex_);
        error_ = std::move(error);
    }
    [[nodiscard]] bool hasEnded() const {
        const std::lock_guard lock(mutex_);
        return hasEnded_;
    }
    [[nodiscard]] bool isAhead() const {
        const std::lock_guard lock(mutex_);
        return hasEnded_ || samples_.size() >= limit_;
    }
    [[nodiscard]] std::optional<Error> error() const {
        const std::lock_guard lock(mutex_);
        return error_;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable_any hasRoom_;
    std::deque<SoundSample> samples_;
    std::size_t limit_;
    bool hasEnded_ = false;
    std::optional<Error> error_;
};

namespace {

// Reads the passes of a stretch, on the worker.
class Passes {
public:
    Passes(std::unique_ptr<SoundSource> source, const PlayedRange &range, int sampleRate)
        : source_(std::move(source)), range_(range), sampleRate_(sampleRate) {}

    // Calls `put` with all samples of the pass, block by block, until it returns false.
    template <class Put>
    Result<void> play(std::int64_t pass, const Put &put) {
        const bool isWhole = pass > 0 || range_.begin == range_.from;
        const std::int64_t samples = range_.samplesOfPass(pass, sampleRate_);
        if (isWhole && kept_.size() == static_cast<std::size_t>(samples))
            return playKept(put);
        const bool isKept = range_.loops && isWhole && static_cast<double>(samples) <= kKeptLoopSeconds * sampleRate_;
        kept_.clear();
        Result<void> read = begin(pass);
        std::vector<SoundSample> block(kBlock);
        for (std::int64_t done = 0; done < samples; done += static_cast<std::int64_t>(block.size())) {
            block.resize(static_cast<std::size_t>(std::min<std::int64_t>(kBlock, samples - done)));
            std::size_t count = 0;
            if (read && source_) {
                const Result<std::size_t> got = source_->read(block);
                count = got.value_or(0);
                if (!got)
                    read = tl::unexpected(got.error());
            }
            std::fill(block.begin() + static_cast<std::ptrdiff_t>(count), block.end(), SoundSample());
            if (isKept)
                kept_.insert(kept_.end(), block.begin(), block.end());
            if (!put(block))
                return cancelled();
        }
        return read;
    }

private:
    Result<void> begin(std::int64_t pass) {
        if (!source_)
            return {};
        return source_->begin(pass == 0 ? range_.begin : range_.from, range_.until, range_.speed);
    }

    template <class Put>
    Result<void> playKept(const Put &put) const {
        for (std::size_t done = 0; done < kept_.size(); done += kBlock)
            if (!put(std::span(kept_).subspan(done, std::min(kBlock, kept_.size() - done))))
                return cancelled();
        return {};
    }

    std::unique_ptr<SoundSource> source_; // null: silence
    PlayedRange range_;
    int sampleRate_;
    std::vector<SoundSample> kept_; // a whole pass
};

} // namespace

SoundFeed::SoundFeed(OpenSoundFunction open)
    : open_(std::move(open)), job_(
                                  {"playedSound", {}, JobTitle::Never},
                                  [this](const Result<void> &played) {
                                      if (played)
                                          return;
                                      queue_->fail(played.error()); // what was thrown
                                      queue_->end();
                                  },
                                  JobQueue::Thread::Own) {}

SoundFeed::~SoundFeed() = default;

void SoundFeed::play(const std::filesystem::path &media, const PlayedRange &range, int sampleRate) {
    stop();
    queue_ = std::make_shared<Queue>(static_cast<std::size_t>(kAheadSeconds * sampleRate));
    job_.start([this, media, range, sampleRate, queue = queue_](const std::stop_token &stop) -> Result<void> {
        Result<std::unique_ptr<SoundSource>> sound = open_(media, sampleRate, stop);
        if (!sound)
            queue->fail(sound.error());
        Passes passes(sound ? std::move(*sound) : nullptr, range, sampleRate);
        for (std::int64_t pass = 0; !stop.stop_requested() && (pass == 0 || range.loops); ++pass) {
            const Result<void> played =
                passes.play(pass, [&](std::span<const SoundSample> samples) { return queue->put(samples, stop); });
            if (!played)
                queue->fail(played.error());
        }
        queue->end();
        return {};
    });
}

void SoundFeed::stop() {
    job_.forget();
    queue_.reset();
}

std::size_t SoundFeed::take(std::span<SoundSample> samples) {
    return queue_ ? queue_->take(samples) : 0;
}

bool SoundFeed::hasEnded() const {
    return !queue_ || queue_->hasEnded();
}

bool SoundFeed::isAhead() const {
    return !queue_ || queue_->isAhead();
}

std::optional<Error> SoundFeed::error() const {
    return queue_ ? queue_->error() : std::nullopt;
}

} // namespace tagscope::ui
