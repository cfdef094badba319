// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/operating_point.h"

#include "core/fusion/absent_score.h"
#include "core/fusion/decision.h"

namespace tagscope {

std::optional<double> fuse(std::optional<double> audio, std::optional<double> video, double videoWeight) {
    if (audio && video)
        return (1.0 - videoWeight) * *audio + videoWeight * *video;
    return audio ? audio : video;
}

std::optional<double> fusedProbability(const OperatingPoint &point, std::size_t event, std::optional<double> audio,
                                       std::optional<double> video) {
    return decisionAt(point, event, audio, video).fused();
}

BinaryTable tagsAt(const OperatingPoint &point, const Matrix &audio, const Matrix &video) {
    BinaryTable tags(audio.rows, audio.columns);
    for (std::size_t clip = 0; clip < tags.clips; ++clip) {
        for (std::size_t k = 0; k < tags.events; ++k)
            tags(clip, k) =
                decisionAt(point, k, presentScore(audio(clip, k)), presentScore(video(clip, k))).isTagged() ? 1 : 0;
    }
    return tags;
}

} // namespace tagscope
