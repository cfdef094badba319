// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_events.h"

namespace tagscope {

Decision decisionOf(const EventResult &event) {
    return {event.audio, event.video, event.videoWeight, event.threshold, event.calibration};
}

void decide(EventResult &event) {
    const Decision decision = decisionOf(event);
    event.fused = decision.fused();
    event.tag = decision.isTagged();
}

void applyOperatingPoint(ClipAnalysis &clip, const OperatingPoint &point) {
    clip.settings.operatingPoint = point;
    clip.events.assign(clip.settings.events.size(), {});
    for (std::size_t k = 0; k < clip.events.size(); ++k) {
        EventResult &event = clip.events[k];
        if (clip.audio && !clip.audio->probabilities.empty()) {
            event.audio = clip.audio->probabilities[k];
            if (!clip.audio->activations.empty()) // else no step is known
                event.audioPeak = clip.audio->stepMiddle(clip.audio->peakSteps[k]);
        }
        if (clip.video && !clip.video->probabilities.empty())
            event.video = clip.video->probabilities[k];
        event.videoWeight = point.videoWeight[k];
        event.threshold = point.threshold[k];
        if (point.isCalibrated())
            event.calibration = point.calibration[k];
        decide(event);
    }
}

} // namespace tagscope
