// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/sources.h"

#include <filesystem>
#include <functional>

namespace tagscope::test {

// What a synthetic clip lacks.
struct Missing {
    bool sound = false;
    bool pictures = false;
    bool crnn = false;
    bool alexNet = false;
    bool inception = false;
    bool vectors = false;
};

// Everything an analysis may hold, made up but consistent: 17 events, 100 steps, a siren that rises and falls in the
// spectrogram, four scenes with a key frame each. Event 1 has the largest fused probability; event k's maximum is at
// step (7 k) mod 100.
[[nodiscard]] ClipAnalysis syntheticClip(const std::filesystem::path &media, const Missing &missing = {});

// Of the clip's objects with its events; event 7 and the last object have no vector.
[[nodiscard]] Matrix syntheticCosine();

// In any picture; each has another object in front.
[[nodiscard]] std::vector<ObjectProbability> syntheticObjects(int picture);

// Pictures that show their time: a box that moves to the right over a colour of the scene.
[[nodiscard]] Result<std::vector<RgbImage>> syntheticThumbnails(const std::filesystem::path &media, Seconds start,
                                                                const std::vector<Seconds> &times, int height,
                                                                const std::stop_token &stop);

// A tone of 1 kHz at half of full scale for a second, silence for the next, and so on, at 16 kHz. Of "opposed" channels
// that cancel are noted.
[[nodiscard]] Result<std::vector<Message>> syntheticSound(const std::filesystem::path &media, Seconds start,
                                                          Seconds duration, const ui::ReceiveSamples &receive,
                                                          const std::stop_token &stop);

// 10 s; an hour for "hour.mp4".
[[nodiscard]] Result<ui::RecordingFacts> syntheticProbe(const std::filesystem::path &media,
                                                        const std::stop_token &stop);

// bands + 2 edges, evenly spaced on O'Shaughnessy's mel scale: near enough to the program's own for a picture.
[[nodiscard]] std::vector<double> syntheticBandEdges(const LogMelOptions &options);

// Sources of synthetic clips that are there at once.
[[nodiscard]] ui::Sources syntheticSources(const Missing &missing = {});

// The same with another analysis.
[[nodiscard]] ui::Sources sourcesWith(ui::AnalyseFunction analyse);

} // namespace tagscope::test
