// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/project/clip_table.h"
#include "core/tagging/audio_tagger.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

// Only in builds with media.
namespace tagscope {

struct ClipEmbeddings {
    std::vector<Matrix> clips;         // steps x numbers of each clip, in their order; empty where there is no sound
    std::size_t withoutSound = 0;      // no media, no sound, or what cannot be read
    std::vector<std::string> failures; // a sentence for each file that is there and cannot be read
};

// What a tagger knows of each clip's sound before it names classes, at most `longest` of it. Errors: those of
// AudioTagger::embeddings(), Unsupported (more than a few gigabytes of them), Cancelled.
[[nodiscard]] Result<ClipEmbeddings> embeddingsOf(const AudioTagger &tagger, std::span<const Clip> clips,
                                                  Seconds longest, unsigned threads, const Progress &progress,
                                                  const std::stop_token &stop);

} // namespace tagscope
