// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/operating_point.h"

#include "core/fusion/absent_score.h"

namespace tagscope {

std::optional<double> fuse(std::optional<double> audio, std::optional<double> video, double videoWeight) {
    if (audio && video)
        return (1.0 - videoWeight) * *audio + videoWeight * *video;
    return audio ? audio : video;
}

std::optional<double> fusedProbability(const OperatingPoint &point, std::size_t event, std::optional<double> audio,
                                       std::optional<double> video) {
    if (!point.isCalibrated())
        return fuse(audio, video, point.videoWeight[event]);
    if (!audio && !video)
        return std::nullopt;
    return calibratedProbability(point.calibration[event], audio, video);
}

BinaryTable tagsAt(const OperatingPoint &point, const Matrix &audio, const Matrix &video) {
    BinaryTable tags(audio.rows, audio.columns);
    for (std::size_t clip = 0; clip < tags.clips; ++clip) {
        for (std::size_t k = 0; k < tags.events; ++k) {
            const auto fused = fusedProbability(point, k, presentScore(audio(clip, k)), presentScore(video(clip, k)));
            tags(clip, k) = fused && *fused >= point.threshold[k] ? 1 : 0;
        }
    }
    return tags;
}

} // namespace tagscope
