// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/log_mel.h"
#include "core/base/matrix.h"
#include "core/base/seconds.h"
#include "core/fusion/operating_point.h"
#include "core/vision/key_frames.h"
#include "core/vision/objects.h"
#include "core/words/class_lists.h"
#include "core/words/mapping.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// Every choice that a result depends on, besides the media and the models. Stored with each result.
struct AnalysisSettings {
    Seconds clipDuration{10.0};      // longer recordings are cut into windows of this length
    double picturesPerSecond = 24.0; // section 3.4
    LogMelOptions logMel;
    KeyFrameOptions keyFrames;
    MappingOptions mapping;
    std::vector<EventClass> events; // the K events, with default weights and thresholds
    // Classes of the tagger, by name or AudioSet id, that an event of this name has by hand (core/tagging/class_map.h).
    std::map<std::string, std::vector<std::string>> taggerClasses = {};
    OperatingPoint operatingPoint; // one entry an event

    friend bool operator==(const AnalysisSettings &, const AnalysisSettings &) = default;
};

// The audio branch's stages.
struct AudioAnalysis {
    Matrix logMel;               // frames x bands, dB; the clip's whole length, padding included
    std::size_t soundFrames = 0; // frames of logMel before the padding
    Seconds frameHop{0.005};
    // By which the CRNN normalises each band before anything else; empty without one.
    std::vector<float> bandMean;      // dB
    std::vector<float> bandDeviation; // dB; all > 0
    std::string tagger;               // what gave the activations, by name; empty without one
    Matrix activations;               // steps x events; empty without a tagger
    Seconds stepStart{0};             // where the first step begins: half a hop before its middle
    Seconds stepHop{0.1};
    std::vector<float> probabilities; // a_k: maxima over the steps; empty without a tagger
    std::vector<int> peakSteps;       // the step of each maximum, the first where several are equal

    [[nodiscard]] Seconds stepBegin(double step) const { return stepStart + stepHop * step; }
    [[nodiscard]] Seconds stepMiddle(double step) const { return stepBegin(step + 0.5); }
};

// One picture of the sampling grid.
struct GridPicture {
    Seconds time{0};         // presentation time in the clip of the picture that is shown there
    std::int64_t source = 0; // equal numbers: the same decoded picture
};

struct KeyFrame {
    int picture = 0;                        // index into VideoAnalysis::pictures
    Seconds time{0};                        // of the grid point, in the clip
    std::vector<ObjectProbability> objects; // rectified; empty without an object network
};

// The video branch's stages.
struct VideoAnalysis {
    double picturesPerSecond = 24.0;
    std::vector<GridPicture> pictures; // one a grid point, from the clip's start
    Matrix dissimilarities;            // pictures x pictures; empty without AlexNet
    KeyFrames selection;
    std::vector<KeyFrame> keyFrames;   // at equal intervals without AlexNet
    std::vector<MappedObject> objects; // of the clip, most probable first; empty without an object network
    std::vector<float> probabilities;  // v_k; empty without objects or word vectors
};

// An event's row: what each branch said and what came of it.
struct EventResult {
    std::optional<double> audio;      // a_k
    std::optional<Seconds> audioPeak; // middle of the maximal step, in the clip
    std::optional<double> video;      // v_k
    double videoWeight = 0.5;
    std::optional<double> fused; // p_k; nothing where both branches are absent
    double threshold = 0.5;
    bool tag = false;                                 // p_k >= t_k
    std::optional<EventCalibration> calibration = {}; // of a calibrated point, where the weight says nothing
};

// Names and SHA-256 of what made the result; empty where there was none.
struct ModelsUsed {
    std::string crnn;
    std::string alexNet;
    std::string inceptionV4;
    std::string vectors;
};

// One clip with every stage kept: looking at the stages is the product. A value; immutable once made.
struct ClipAnalysis {
    std::filesystem::path media;
    std::string mediaHash; // SHA-256
    Seconds start{0};      // of the clip in the recording
    Seconds duration{0};   // of the clip; below settings.clipDuration at a recording's end
    AnalysisSettings settings;
    std::vector<std::string> objectNames; // first name of each object class, by index; empty without a class list
    std::optional<AudioAnalysis> audio;   // nothing where the recording has no sound
    std::optional<VideoAnalysis> video;   // nothing where it has no pictures
    std::vector<EventResult> events;      // K
    ModelsUsed models;
    std::vector<Message> notes; // what is missing, untrained, damaged: sentences for a person
};

} // namespace tagscope
