// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/base/result.h"
#include "core/base/rgb_image.h"
#include "core/jobs/progress.h"
#include "ui/document/clip_analyst.h"
#include "ui/document/model_source.h"
#include "ui/document/playback_sources.h"
#include "ui/document/stage_source.h"

#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace tagscope::ui {

// Analyses a recording; as Analyzer::analyse(). Called on a worker thread, where it may also load the models.
using AnalyseFunction =
    std::function<Result<void>(const std::filesystem::path &media, const std::function<void(ClipAnalysis)> &receive,
                               const Progress &progress, std::stop_token stop)>;

// Decodes the pictures that are shown at `times` (ascending, in the clip that begins at `start` of the recording),
// `height` pixels high, one a time. Called on a worker thread.
using ThumbnailFunction =
    std::function<Result<std::vector<RgbImage>>(const std::filesystem::path &media, Seconds start,
                                                const std::vector<Seconds> &times, int height, std::stop_token stop)>;

// Decodes the sound from `start` of the recording, for `duration` or to its end: mono samples in order, piece by piece,
// at a sample rate that is the same for all. What is odd of them, a sentence each. Called on a worker thread. Errors:
// Unsupported where there is no sound.
using ReceiveSamples = std::function<void(int sampleRate, std::span<const float> samples)>;
using DecodeSoundFunction =
    std::function<Result<std::vector<Message>>(const std::filesystem::path &media, Seconds start, Seconds duration,
                                               const ReceiveSamples &receive, std::stop_token stop)>;

// What a recording says of itself before anything is decoded.
struct RecordingFacts {
    Seconds duration{0}; // 0 where unknown
    bool hasSound = false;
    bool hasPictures = false;
};
// Called on a worker thread. Errors: as probeMedia().
using ProbeFunction =
    std::function<Result<RecordingFacts>(const std::filesystem::path &media, const std::stop_token &stop)>;

// One of the windows that AnalyseFunction hands over, again; from the results that are kept, where it was analysed
// before. Called on a worker thread.
using AnalyseWindowFunction =
    std::function<Result<ClipAnalysis>(const std::filesystem::path &media, Seconds start, std::stop_token stop)>;

// As melBandEdges(); immediate.
using BandEdgesFunction = std::function<std::vector<double>(const LogMelOptions &options)>;

// As checkTrainingSettings(); immediate.
using CheckTrainingFunction = std::function<Result<void>(const TrainingSettings &settings)>;

// Called on a worker thread that is about to do work for which nobody waits (0 < politeness, more is humbler): leaves
// the processor to others.
using YieldFunction = std::function<void(int politeness)>;

// Where the window gets everything it shows. All are set.
struct Sources {
    AnalyseFunction analyse;
    ThumbnailFunction thumbnails;
    DecodeSoundFunction decodeSound;
    ProbeFunction probe;
    AnalyseWindowFunction analyseWindow;
    BandEdgesFunction bandEdges;
    OpenProjectFunction openProject;
    MakeDemoFunction makeDemo;
    CheckTrainingFunction checkTraining;
    YieldFunction yield;
    FindMediaFunction findMedia;
    PlaybackSources playback;
    StageSource stages;      // of media that are no project's
    ExplainFunction explain; // for the clips that `analyse` gives
    ModelSource models;
};

} // namespace tagscope::ui
