// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/analysis/models.h"
#include "core/analysis/result_cache.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace tagscope {

// The settings for the program's own class list, resources/classes/dcase2017-task4.tsv, with its weights and
// thresholds.
[[nodiscard]] Result<AnalysisSettings> defaultSettings();

// The settings for any class list, all else by default.
[[nodiscard]] AnalysisSettings settingsFor(std::vector<EventClass> events);

// The branches that an Analyzer runs. One that does not run costs nothing and is absent from the result, without a
// note; the result does not depend on its models either.
enum class Branches { Both, Audio, Video };

class MediaHashes;
struct AnalysisTools;
struct Window;

// Analyses recordings with fixed models and settings. analyse() and analyseClip() may be called from several threads.
class Analyzer {
public:
    // A last window shorter than this is left out, unless it is the only one: AudioSet's "10 s" clips are often a few
    // hundredths longer.
    static constexpr Seconds kShortestLastWindow{1.0};

    // `cache`: a directory for results (core/base/paths.h); empty: none.
    Analyzer(std::shared_ptr<const Models> models, AnalysisSettings settings, std::filesystem::path cache = {},
             Branches branches = Branches::Both);

    // Called with each window's result in order, before the next window is looked at.
    using Receive = std::function<void(ClipAnalysis)>;

    // Cuts the recording into windows of settings.clipDuration and hands over each one's analysis; memory is constant
    // in the recording's length. Results come from the cache where the same media, models and settings were analysed
    // before, also the first part of a recording whose analysis was stopped.
    // Errors: those of probeMedia(), Cancelled; what is missing without being an error is in the notes.
    [[nodiscard]] Result<void> analyse(const std::filesystem::path &media, const Receive &receive,
                                       const Progress &progress = {}, std::stop_token stop = {}) const;

    // Analyses one clip, anywhere in a recording; at most settings.clipDuration of it. Begins with the sample, and the
    // point of the recording's grid of pictures, nearest to `start`, so that a clip at 0 is analyse()'s first window.
    // Media are sought, not decoded from their start, where their format allows it. Results come from the cache where
    // the same part of the same media was analysed before; the pictures' part of them also from an analysis of the
    // video branch alone.
    // Errors: those of probeMedia(), Inconsistent (a start or duration that is none), Malformed (nothing there at
    // `start`), Cancelled.
    [[nodiscard]] Result<ClipAnalysis> analyseClip(const std::filesystem::path &media, Seconds start, Seconds duration,
                                                   const Progress &progress = {}, std::stop_token stop = {}) const;

    // What analyseClip() answers, where the cache has it: all of it, for both branches. Errors: Unreadable, Cancelled.
    [[nodiscard]] Result<std::optional<ClipAnalysis>> knownClip(const std::filesystem::path &media, Seconds start,
                                                                Seconds duration, std::stop_token stop = {}) const;

    // The objects in any picture of an analysed clip: those that it would have as a key frame. Decodes it anew.
    // Errors: Inconsistent (no object network), Cancelled, those of the readers.
    [[nodiscard]] Result<std::vector<ObjectProbability>> objectsOf(const ClipAnalysis &clip, int picture,
                                                                   std::stop_token stop = {}) const;
    // The cosine of every object with every event of the settings; empty without word vectors.
    [[nodiscard]] const Matrix &cosine() const { return cosine_; }

    [[nodiscard]] const AnalysisSettings &settings() const { return settings_; }
    [[nodiscard]] const Models &models() const { return *models_; }
    [[nodiscard]] Branches branches() const { return branches_; }
    // Whether a clip with sound, or with pictures, gets probabilities: the branch runs and has the models that it
    // needs.
    [[nodiscard]] bool scoresSound() const;
    [[nodiscard]] bool scoresPictures() const;
    // The labels of the models that the branches use.
    [[nodiscard]] ModelsUsed modelsUsed() const { return modelsUsedBy(branches_); }

private:
    [[nodiscard]] ModelsUsed modelsUsedBy(Branches branches) const;
    [[nodiscard]] ResultCache cacheFor(const std::string &mediaHash, Branches branches) const;
    // What the cache has, mapped by the settings.
    using Found = std::variant<ClipAnalysis, ResultCache::EndOfRecording>;
    [[nodiscard]] std::optional<Found> find(const ResultCache &cache, const std::string &key) const;
    [[nodiscard]] std::optional<ClipAnalysis> findClip(const ResultCache &cache, const std::string &key) const;
    [[nodiscard]] AnalysisTools tools() const;
    // The stages of a clip that is not in the cache.
    [[nodiscard]] Result<ClipAnalysis> makeClip(const std::filesystem::path &media, const Window &window,
                                                const std::string &mediaHash, const Progress &progress,
                                                const std::stop_token &stop) const;
    // Adds to the stages all that a result says of itself.
    void complete(ClipAnalysis &clip, const std::filesystem::path &media, const std::string &mediaHash) const;

    std::shared_ptr<const Models> models_;
    AnalysisSettings settings_;
    std::filesystem::path cache_;
    Branches branches_;
    std::shared_ptr<MediaHashes> hashes_;
    Matrix cosine_;               // objects x events; empty without vectors
    Message whyTaggerDoesNotFit_; // empty where it does, or there is none
    Message eventsWithoutClass_;  // empty where there are none
};

} // namespace tagscope
