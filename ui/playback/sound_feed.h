// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/playback_sources.h"
#include "ui/playback/played_range.h"

#include <memory>
#include <optional>

namespace tagscope::ui {

// Decodes the sound of a stretch ahead of its being heard, again and again where it loops: without a gap, every sample
// in its place. Silence where the recording has no sound, or less of it than the stretch asks for. GUI thread.
class SoundFeed {
public:
    explicit SoundFeed(OpenSoundFunction open);
    ~SoundFeed();
    SoundFeed(const SoundFeed &) = delete;
    SoundFeed &operator=(const SoundFeed &) = delete;

    // Drops what was before.
    void play(const std::filesystem::path &media, const PlayedRange &range, int sampleRate);
    void stop();

    // Fewer samples where no more are ready, or the stretch ends.
    [[nodiscard]] std::size_t take(std::span<SoundSample> samples);
    // The stretch was decoded to its end: what take() gives is the rest.
    [[nodiscard]] bool hasEnded() const;
    // Everything that is decoded ahead is there.
    [[nodiscard]] bool isAhead() const;
    // Why nothing is heard.
    [[nodiscard]] std::optional<Error> error() const;

private:
    class Queue;

    OpenSoundFunction open_;
    std::shared_ptr<Queue> queue_; // of what plays now; a job that was stopped keeps its own
    Job<void> job_;                // last, so that its work ends before what it uses
};

} // namespace tagscope::ui
