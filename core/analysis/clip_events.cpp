// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_events.h"

namespace tagscope {

void applyOperatingPoint(ClipAnalysis &clip, const OperatingPoint &point) {
    clip.settings.operatingPoint = point;
    clip.events.assign(clip.settings.events.size(), {});
    for (std::size_t k = 0; k < clip.events.size(); ++k) {
        EventResult &event = clip.events[k];
        if (clip.audio && !clip.audio->probabilities.empty()) {
            event.audio = clip.audio->probabilities[k];
            event.audioPeak = clip.audio->stepHop * (clip.audio->peakSteps[k] + 0.5);
        }
        if (clip.video && !clip.video->probabilities.empty())
            event.video = clip.video->probabilities[k];
        event.videoWeight = point.videoWeight[k];
        event.threshold = point.threshold[k];
        event.fused = fusedProbability(point, k, event.audio, event.video);
        event.tag = event.fused && *event.fused >= event.threshold;
    }
}

} // namespace tagscope
