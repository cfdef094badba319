// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/clip_embeddings.h"

#include "core/base/try.h"
#include "core/jobs/worker_pool.h"
#include "core/media/audio_reader.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

constexpr std::size_t kMostEmbeddingNumbers = std::size_t{1} << 30U; // 4 GiB, of half a million seconds of YAMNet's

// Mono samples of the clip; fewer at the recording's end.
Result<std::vector<float>> soundOf(const Clip &clip, Seconds longest, int sampleRate, const std::stop_token &stop) {
    AudioReader reader = TAGSCOPE_TRY(AudioReader::open(clip.media, sampleRate, stop));
    if (clip.start > Seconds(0))
        TAGSCOPE_TRY(reader.seek(clip.start));
    const double seconds = std::clamp(clip.duration.count(), 0.0, longest.count());
    std::vector<float> samples(static_cast<std::size_t>(std::llround(seconds * sampleRate)));
    const std::size_t count = TAGSCOPE_TRY(reader.read(samples));
    samples.resize(count);
    return samples;
}

class Listener {
public:
    Listener(const AudioTagger &tagger, std::span<const Clip> clips, Seconds longest, const Progress &progress,
             std::stop_token stop)
        : tagger_(tagger), clips_(clips), longest_(longest), progress_(progress), stop_(std::move(stop)) {
        found_.clips.resize(clips.size());
    }

    Result<ClipEmbeddings> run(unsigned threads) {
        {
            WorkerPool pool(std::max(1U, threads));
            for (std::size_t i = 0; i < clips_.size(); ++i)
                pool.run([this, i](const std::stop_token &) { listen(i); });
            pool.waitUntilIdle();
        }
        if (stop_.stop_requested())
            return cancelled();
        if (failure_)
            return tl::unexpected(*failure_);
        return std::move(found_);
    }

private:
    void listen(std::size_t i) {
        {
            const std::lock_guard lock(mutex_);
            if (failure_ || stop_.stop_requested())
                return;
        }
        const Clip &clip = clips_[i];
        std::error_code error;
        if (clip.isMissing || clip.media.empty() || !std::filesystem::exists(clip.media, error))
            return leaveOut({});
        const Result<std::vector<float>> sound = soundOf(clip, longest_, tagger_.description().sampleRate, stop_);
        if (!sound &&
            sound.error().kind == Error::Kind::Internal) { // there is no decoder at all, which no clip can help
            const std::lock_guard lock(mutex_);
            failure_ = sound.error();
            return;
        }
        if (!sound)
            return leaveOut(clip.name + ": " + sound.error().what());
        if (sound->empty())
            return leaveOut({});
        const Matrix noFeatures;
        Result<Matrix> embedding = tagger_.embeddings({*sound, noFeatures}, stop_);
        const std::lock_guard lock(mutex_);
        if (embedding) {
            numbers_ += embedding->values.size();
            found_.clips[i] = std::move(*embedding);
        } else if (!failure_) {
            failure_ = embedding.error();
        }
        if (numbers_ > kMostEmbeddingNumbers && !failure_)
            failure_ = Error{Error::Kind::Unsupported, {"training.too_many_embeddings", clips_.size()}, {}};
        tell();
    }

    void leaveOut(const std::string &failure) {
        const std::lock_guard lock(mutex_);
        ++found_.withoutSound;
        if (!failure.empty() && !stop_.stop_requested())
            found_.failures.push_back(failure);
        tell();
    }

    void tell() {
        ++done_;
        if (progress_)
            progress_(static_cast<double>(done_) / static_cast<double>(clips_.size()), "listening");
    }

    const AudioTagger &tagger_;
    std::span<const Clip> clips_;
    Seconds longest_;
    const Progress &progress_;
    std::stop_token stop_;
    std::mutex mutex_; // of what follows
    ClipEmbeddings found_;
    std::optional<Error> failure_;
    std::size_t numbers_ = 0;
    std::size_t done_ = 0;
};

} // namespace

Result<ClipEmbeddings> embeddingsOf(const AudioTagger &tagger, std::span<const Clip> clips, Seconds longest,
                                    unsigned threads, const Progress &progress, const std::stop_token &stop) {
    Result<ClipEmbeddings> found = Listener(tagger, clips, longest, progress, stop).run(threads);
    if (found)
        std::ranges::sort(found->failures);
    return found;
}

} // namespace tagscope
