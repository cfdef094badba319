// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"

#include "core/analysis/audio_branch.h"
#include "core/analysis/clip_events.h"
#include "core/analysis/clip_stages.h"
#include "core/analysis/media_hashes.h"
#include "core/analysis/recording_analysis.h"
#include "core/analysis/result_cache.h"
#include "core/analysis/video_branch.h"
#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/base/try.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace tagscope {
namespace {

void noteMissing(ClipAnalysis &clip, const Models &models, Branches branches, const Message &whyTaggerDoesNotFit) {
    const auto note = [&clip](const Message &text) {
        if (!text.empty())
            clip.notes.push_back(text);
    };
    if (clip.audio) {
        note(models.tagger.value ? whyTaggerDoesNotFit : models.tagger.whyAbsent);
    } else if (branches != Branches::Video) {
        note({"analysis.no_sound", clip.media.filename()});
    }
    if (clip.video) {
        if (!models.alexNet.value)
            note(models.alexNet.whyAbsent.empty()
                     ? Message()
                     : Message("analysis.key_frames_at_intervals", models.alexNet.whyAbsent));
        note(models.inceptionV4.whyAbsent);
        note(models.vectors.whyAbsent);
    } else if (branches != Branches::Audio) {
        note({"analysis.no_pictures", clip.media.filename()});
    }
    clip.notes.insert(clip.notes.end(), models.notes.begin(), models.notes.end());
}

// Names a result in the cache: which branches, and what part of the recording.
std::string cacheKey(Branches branches, const std::string &part) {
    switch (branches) {
    case Branches::Audio:
        return "audio-" + part;
    case Branches::Video:
        return "video-" + part;
    case Branches::Both:
        break;
    }
    return part;
}

// The shortest text that reads as this very number.
std::string exactText(Seconds time) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), time.count()).ptr;
    return {text.data(), end};
}

std::string clipKey(Branches branches, const Window &window) {
    return cacheKey(branches, "clip-" + exactText(window.start) + "-" + exactText(window.duration));
}

Result<void> checkPlace(const std::filesystem::path &media, Seconds start, Seconds duration) {
    constexpr double kMost = 1e9; // 30 years; beyond it sample numbers lose their meaning
    if (start.count() >= 0.0 && start.count() <= kMost && duration.count() > 0.0 && duration.count() <= kMost)
        return {};
    return fail(Error::Kind::Inconsistent,
                {"analysis.no_such_place", media.filename(), exactText(duration), exactText(start)});
}

} // namespace

AnalysisSettings settingsFor(std::vector<EventClass> events) {
    AnalysisSettings settings;
    settings.events = std::move(events);
    for (const EventClass &event : settings.events) {
        settings.operatingPoint.videoWeight.push_back(event.videoWeight);
        settings.operatingPoint.threshold.push_back(event.threshold);
    }
    return settings;
}

Result<AnalysisSettings> defaultSettings() {
    return defaultEventClasses().map(settingsFor);
}

Analyzer::Analyzer(std::shared_ptr<const Models> models, AnalysisSettings settings, std::filesystem::path cache,
                   Branches branches)
    : models_(std::move(models)), settings_(std::move(settings)), cache_(std::move(cache)), branches_(branches),
      hashes_(std::make_shared<MediaHashes>()) {
    if (models_->vectors.value)
        cosine_ = computeSimilarities(*models_->vectors.value, models_->objects, settings_.events).cosine;
    if (models_->tagger.value)
        whyTaggerDoesNotFit_ = tagscope::whyTaggerDoesNotFit(*models_->tagger.value, settings_);
    if (models_->tagger.value && whyTaggerDoesNotFit_.empty())
        eventsWithoutClass_ = eventsWithoutClass(*models_->tagger.value, settings_);
}

bool Analyzer::scoresSound() const {
    return branches_ != Branches::Video && models_->tagger.value && whyTaggerDoesNotFit_.empty();
}

bool Analyzer::scoresPictures() const {
    return branches_ != Branches::Audio && models_->inceptionV4.value && !cosine_.empty();
}

ModelsUsed Analyzer::modelsUsedBy(Branches branches) const {
    ModelsUsed used;
    if (branches != Branches::Video)
        used.crnn = models_->tagger.label;
    if (branches != Branches::Audio) {
        used.alexNet = models_->alexNet.label;
        used.inceptionV4 = models_->inceptionV4.label;
        used.vectors = models_->vectors.label;
    }
    return used;
}

ResultCache Analyzer::cacheFor(const std::string &mediaHash, Branches branches) const {
    return {cache_, mediaHash, modelsUsedBy(branches), settings_};
}

std::optional<Analyzer::Found> Analyzer::find(const ResultCache &cache, const std::string &key) const {
    auto known = cache.find(key);
    auto *clip = known ? std::get_if<ClipAnalysis>(&*known) : nullptr;
    // Of a version before this one, which had no key frames without AlexNet.
    if (clip != nullptr && clip->video && clip->video->keyFrames.empty() && !clip->video->pictures.empty())
        return std::nullopt;
    // What cannot be mapped is made anew, which says why.
    if (clip != nullptr && clip->video && models_->inceptionV4.value && !clip->video->keyFrames.empty() &&
        !mapToEvents(*clip->video, cosine_, settings_.mapping, settings_.events.size()))
        return std::nullopt;
    return known;
}

std::optional<ClipAnalysis> Analyzer::findClip(const ResultCache &cache, const std::string &key) const {
    auto known = find(cache, key);
    if (!known || !std::holds_alternative<ClipAnalysis>(*known))
        return std::nullopt;
    return std::move(std::get<ClipAnalysis>(*known));
}

Result<std::optional<ClipAnalysis>> Analyzer::knownClip(const std::filesystem::path &media, Seconds start,
                                                        Seconds duration, std::stop_token stop) const {
    const std::string hash = TAGSCOPE_TRY(hashes_->of(media, stop));
    const Window window{start, std::min(duration, settings_.clipDuration)};
    std::optional<ClipAnalysis> clip = findClip(cacheFor(hash, branches_), clipKey(branches_, window));
    if (clip)
        complete(*clip, media, hash);
    return clip;
}

Result<std::vector<ObjectProbability>> Analyzer::objectsOf(const ClipAnalysis &clip, int picture,
                                                           std::stop_token stop) const {
    // As long as it was made with, so that the grid is the same; a shorter clip's pictures are those of its start.
    const Window window{clip.start, settings_.clipDuration};
    return objectsInPicture(clip.media, window, picture, *models_, settings_, stop);
}

void Analyzer::complete(ClipAnalysis &clip, const std::filesystem::path &media, const std::string &mediaHash) const {
    clip.media = media;
    clip.mediaHash = mediaHash;
    clip.settings = settings_;
    clip.models = modelsUsed();
    for (const ObjectClass &object : models_->objects)
        clip.objectNames.push_back(object.names.front());
    if (const AudioTagger *tagger = tools().tagger; tagger != nullptr && clip.audio) {
        clip.audio->tagger = tagger->description().name;
        clip.audio->bandMean = tagger->description().bandMean;
        clip.audio->bandDeviation = tagger->description().bandDeviation;
    }
    noteMissing(clip, *models_, branches_, whyTaggerDoesNotFit_);
    if (clip.audio && !eventsWithoutClass_.empty())
        clip.notes.push_back(eventsWithoutClass_);
    applyOperatingPoint(clip, settings_.operatingPoint);
}

AnalysisTools Analyzer::tools() const {
    const AudioTagger *tagger = whyTaggerDoesNotFit_.empty() ? models_->tagger.value.get() : nullptr;
    return {*models_, settings_, cosine_, tagger, branches_};
}

Result<void> Analyzer::analyse(const std::filesystem::path &media, const Receive &receive, const Progress &progress,
                               std::stop_token stop) const {
    const LoggedWork logged("analysis of " + media.string());
    RecordingAnalysis recording = TAGSCOPE_TRY(RecordingAnalysis::open(media, tools(), stop));
    const std::string hash = TAGSCOPE_TRY(hashes_->of(media, stop));
    const ResultCache cache = cacheFor(hash, branches_);
    const double windows = std::max(1.0, recording.info().duration / settings_.clipDuration); // what the file claims

    for (std::int64_t index = 0;; ++index) {
        if (stop.stop_requested())
            return cancelled();
        const Progress ofWindow = [&](double fraction, std::string_view stage) {
            if (progress)
                progress(std::min(1.0, (static_cast<double>(index) + fraction) / windows), stage);
        };
        const std::string key = cacheKey(branches_, std::to_string(index));
        ClipAnalysis clip;
        if (auto known = find(cache, key)) {
            if (std::holds_alternative<ResultCache::EndOfRecording>(*known))
                return {};
            clip = std::move(std::get<ClipAnalysis>(*known));
        } else {
            const Window window{settings_.clipDuration * static_cast<double>(index), settings_.clipDuration};
            const Seconds shortest = index == 0 ? Seconds(0) : kShortestLastWindow;
            std::optional<ClipAnalysis> found = TAGSCOPE_TRY(recording.analyse(window, shortest, ofWindow, stop));
            if (!found) {
                if (index == 0)
                    return fail(Error::Kind::Malformed, {"analysis.nothing_decodable", media});
                cache.keepEnd(key);
                return {};
            }
            clip = std::move(*found);
            cache.keep(key, clip);
        }
        complete(clip, media, hash);
        ofWindow(1.0, "done");
        receive(std::move(clip));
    }
}

Result<ClipAnalysis> Analyzer::analyseClip(const std::filesystem::path &media, Seconds start, Seconds duration,
                                           const Progress &progress, std::stop_token stop) const {
    TAGSCOPE_TRY(checkPlace(media, start, duration));
    const Window window{start, std::min(duration, settings_.clipDuration)};
    const std::string hash = TAGSCOPE_TRY(hashes_->of(media, stop));
    const ResultCache cache = cacheFor(hash, branches_);
    const std::string key = clipKey(branches_, window);
    std::optional<ClipAnalysis> clip = findClip(cache, key);
    // analyse() may have come by: its windows are the same clips.
    if (const double index = window.start / settings_.clipDuration;
        !clip && window.duration == settings_.clipDuration && index == std::floor(index))
        clip = findClip(cache, cacheKey(branches_, std::to_string(static_cast<std::int64_t>(index))));
    if (!clip) {
        clip = TAGSCOPE_TRY(makeClip(media, window, hash, progress, stop));
        cache.keep(key, *clip);
    }
    complete(*clip, media, hash);
    if (progress)
        progress(1.0, "done");
    return std::move(*clip);
}

Result<ClipAnalysis> Analyzer::makeClip(const std::filesystem::path &media, const Window &window,
                                        const std::string &mediaHash, const Progress &progress,
                                        const std::stop_token &stop) const {
    const LoggedWork logged("analysis of " + media.string() + " at " + exactText(window.start) + " s");
    RecordingAnalysis recording = TAGSCOPE_TRY(RecordingAnalysis::open(media, tools(), stop));
    if (branches_ == Branches::Both) {
        const ResultCache ofPictures = cacheFor(mediaHash, Branches::Video);
        if (auto seen = findClip(ofPictures, clipKey(Branches::Video, window)); seen && seen->video)
            return recording.addSound(*seen, window, stop).map([&] { return std::move(*seen); });
    }
    std::optional<ClipAnalysis> found = TAGSCOPE_TRY(recording.analyse(window, Seconds(0), progress, stop));
    if (found)
        return std::move(*found);
    // The branch that does not run may have something here.
    const MediaInfo &info = recording.info();
    const bool mayHaveOther =
        (branches_ == Branches::Audio && info.video) || (branches_ == Branches::Video && info.audio);
    if (!mayHaveOther)
        return fail(Error::Kind::Malformed, {"analysis.nothing_decodable_at", media, exactText(window.start)});
    ClipAnalysis none;
    none.start = window.start;
    none.duration = window.duration;
    return none;
}

} // namespace tagscope
