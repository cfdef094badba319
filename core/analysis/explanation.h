// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_events.h"
#include "core/analysis/removal_result.h"
#include "core/base/rgb_image.h"
#include "core/base/seconds.h"
#include "core/network/crnn_attribution.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What can be asked about an analysed clip beyond its own numbers, and the answers, as values; explain.h answers.
namespace tagscope {

// A part of a clip's sound: frames of the log-mel, and bands of it. Ends are after the last.
struct SoundRegion {
    std::size_t firstFrame = 0;
    std::size_t endFrame = 0;
    std::size_t firstBand = 0;
    std::size_t endBand = 0;

    friend bool operator==(const SoundRegion &, const SoundRegion &) = default;
};

// The region of all bands between two times of the clip, inside the clip's log-mel; may be empty.
[[nodiscard]] SoundRegion regionBetween(const AudioAnalysis &audio, Seconds from, Seconds to);

// The level that silence has in every band of the log-mel: what padding has, and the baseline of all explanations.
[[nodiscard]] double silenceLevel(const AnalysisSettings &settings);

// Which parts of the log-mel made the event's clip probability: integrated gradients of the logit of its maximal step,
// against silence.
struct AttributionQuestion {
    int event = 0;

    friend bool operator==(const AttributionQuestion &, const AttributionQuestion &) = default;
};
struct EventAttribution {
    int event = 0;
    int step = 0;            // the maximal one
    double silence = 0.0;    // dB: the baseline, in every cell
    Attribution attribution; // values: frames x bands, logits
};

// What becomes of all events where a region is silent. All bands: the samples are silenced and go through everything
// anew; some bands: their cells of the log-mel are.
struct OcclusionQuestion {
    SoundRegion region;

    friend bool operator==(const OcclusionQuestion &, const OcclusionQuestion &) = default;
};
struct Occlusion {
    SoundRegion region;
    bool isInSound = false;          // the samples, not the log-mel
    std::vector<EventResult> events; // K, with the region silent; peaks where they are then
};

// The change of an event's a_k where each cell of a coarse grid over the log-mel is silent.
struct OcclusionMapQuestion {
    int event = 0;

    friend bool operator==(const OcclusionMapQuestion &, const OcclusionMapQuestion &) = default;
};
struct OcclusionMap {
    int event = 0;
    std::size_t framesOfCell = 0;
    std::size_t bandsOfCell = 0;
    Matrix change; // cells of time x cells of bands: a_k with the cell silent less a_k
};

// Where in a key frame the object network saw an object class: Grad-CAM.
struct ObjectCamQuestion {
    int keyFrame = 0; // position in VideoAnalysis::keyFrames
    int object = 0;   // object class

    friend bool operator==(const ObjectCamQuestion &, const ObjectCamQuestion &) = default;
};
struct ObjectCam {
    int keyFrame = 0;
    int object = 0;
    Matrix heat;      // rows x columns of the network's last map, >= 0
    RgbImage picture; // the whole key frame, scaled down
    // Where the centres of the first and the last cells lie, as shares of the picture's width and height: the network
    // sees the picture's central square, and its cells do not reach that square's edges.
    double left = 0.0;
    double top = 0.0;
    double right = 1.0;
    double bottom = 1.0;
};

// What of the sound, taken out, takes the event with it (removal.h).
struct RemovalQuestion {
    int event = 0;

    friend bool operator==(const RemovalQuestion &, const RemovalQuestion &) = default;
};

using Question =
    std::variant<AttributionQuestion, OcclusionQuestion, OcclusionMapQuestion, ObjectCamQuestion, RemovalQuestion>;
using Answer = std::variant<EventAttribution, Occlusion, OcclusionMap, ObjectCam, RemovalExplanation>;

// Where an attribution is strongest, to be said in words.
struct StrongestPart {
    // The shortest stretch of time, and the narrowest stretch of bands, that hold half of what speaks for the event.
    SoundRegion region;
    double speaksFor = 0.0;     // logits: the sum of the positive values
    double speaksAgainst = 0.0; // of the negative ones, <= 0
};

// Nothing where nothing speaks for the event.
[[nodiscard]] std::optional<StrongestPart> strongestPart(const Matrix &attribution);

} // namespace tagscope
