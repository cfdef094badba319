#include "core/analysis/analyzer.h"

#include "core/analysis/audio_branch.h"
#include "core/analysis/result_cache.h"
#include "core/analysis/video_branch.h"
#include "core/analysis/window_reader.h"
#include "core/base/file_hash.h"
#include "core/base/paths.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {
namespace {

// What all windows of a recording share while it is analysed.
struct Recording {
    const Models &models;
    const AnalysisSettings &settings;
    const Matrix &cosine;
    const Crnn *crnn; // null where absent or of another make
    MediaInfo info;
    LogMel logMel;
    WindowReader reader;
};

void noteMissing(ClipAnalysis &clip, const Models &models, const std::string &whyCrnnDoesNotFit) {
    const auto note = [&clip](const std::string &text) {
        if (!text.empty())
            clip.notes.push_back(text);
    };
    if (clip.audio) {
        note(models.crnn.value ? whyCrnnDoesNotFit : models.crnn.whyAbsent);
    } else {
        note(clip.media.filename().string() + " has no sound here; its tags come from the pictures alone.");
    }
    if (clip.video) {
        note(models.alexNet.whyAbsent);
        note(models.inceptionV4.whyAbsent);
        note(models.vectors.whyAbsent);
    } else {
        note(clip.media.filename().string() + " has no pictures here; its tags come from the sound alone.");
    }
    clip.notes.insert(clip.notes.end(), models.notes.begin(), models.notes.end());
}

// What the stages of one window found. Nothing where it holds nothing, or too little to be a clip of its own.
Result<std::optional<ClipAnalysis>> analyseWindow(Recording &recording, std::int64_t index, const Progress &progress,
                                                  const std::stop_token &stop) {
    const AnalysisSettings &settings = recording.settings;
    const Result<std::vector<float>> samples = recording.reader.samples(index);
    if (!samples)
        return tl::unexpected(samples.error());
    const double sound = static_cast<double>(samples->size()) / settings.logMel.sampleRate;
    const bool isLongEnough = index == 0 || sound >= Analyzer::kShortestLastWindow.count();
    const double enough = std::ceil(Analyzer::kShortestLastWindow.count() * settings.picturesPerSecond);
    const std::size_t fewest = isLongEnough ? 1 : static_cast<std::size_t>(enough);
    Result<std::optional<VideoAnalysis>> video =
        analysePictures(recording.reader, index, fewest, recording.models, recording.cosine, settings, progress, stop);
    if (!video)
        return tl::unexpected(video.error());

    const double pictures = *video ? static_cast<double>((*video)->pictures.size()) / settings.picturesPerSecond : 0.0;
    ClipAnalysis clip;
    clip.start = settings.clipDuration * static_cast<double>(index);
    clip.duration = std::min(settings.clipDuration, Seconds(std::max(sound, pictures)));
    if (clip.duration.count() <= 0.0 || (index > 0 && clip.duration < Analyzer::kShortestLastWindow))
        return std::optional<ClipAnalysis>();
    if (!samples->empty()) {
        Result<AudioAnalysis> audio = analyseSound(*samples, recording.logMel, recording.crnn, settings, stop);
        if (!audio)
            return tl::unexpected(audio.error());
        clip.audio = std::move(*audio);
    }
    clip.video = std::move(*video);
    clip.notes = recording.info.notes;
    if (const std::int64_t count = recording.reader.nonFiniteSamples(); count > 0)
        clip.notes.push_back(std::to_string(count) + " samples that are not numbers were taken as silence.");
    if (const std::int64_t count = recording.reader.damagedPackets(); count > 0)
        clip.notes.push_back(std::to_string(count) + " damaged packets were skipped.");
    return std::optional<ClipAnalysis>(std::move(clip));
}

Result<Recording> openRecording(const std::filesystem::path &media, const Models &models,
                                const AnalysisSettings &settings, const Matrix &cosine, const Crnn *crnn,
                                const std::stop_token &stop) {
    Result<MediaInfo> info = probeMedia(media, stop);
    if (!info)
        return tl::unexpected(info.error());
    Result<LogMel> logMel = LogMel::make(settings.logMel);
    if (!logMel)
        return tl::unexpected(logMel.error());
    Result<WindowReader> reader =
        WindowReader::open(*info, settings.logMel.sampleRate, settings.picturesPerSecond, settings.clipDuration, stop);
    if (!reader)
        return tl::unexpected(reader.error());
    return Recording{models, settings, cosine, crnn, std::move(*info), std::move(*logMel), std::move(*reader)};
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
    const Result<std::filesystem::path> file = resourceFile("classes/dcase2017-task4.tsv");
    if (!file)
        return tl::unexpected(file.error());
    return readEventClasses(*file).map(settingsFor);
}

Analyzer::Analyzer(std::shared_ptr<const Models> models, AnalysisSettings settings, std::filesystem::path cache)
    : models_(std::move(models)), settings_(std::move(settings)), cache_(std::move(cache)) {
    if (models_->vectors.value)
        cosine_ = computeSimilarities(*models_->vectors.value, models_->objects, settings_.events).cosine;
    if (models_->crnn.value)
        whyCrnnDoesNotFit_ = tagscope::whyCrnnDoesNotFit(*models_->crnn.value, settings_);
}

Result<void> Analyzer::analyse(const std::filesystem::path &media, const Receive &receive, const Progress &progress,
                               std::stop_token stop) const {
    const Crnn *crnn = whyCrnnDoesNotFit_.empty() ? models_->crnn.value.get() : nullptr;
    Result<Recording> recording = openRecording(media, *models_, settings_, cosine_, crnn, stop);
    if (!recording)
        return tl::unexpected(recording.error());
    const Result<std::string> hash = sha256OfFile(media, stop);
    if (!hash)
        return tl::unexpected(hash.error());
    const ModelsUsed used{models_->crnn.label, models_->alexNet.label, models_->inceptionV4.label,
                          models_->vectors.label};
    const ResultCache cache(cache_, *hash, used, settings_);
    const double windows =
        std::max(1.0, recording->info.duration.count() / settings_.clipDuration.count()); // what the file claims

    for (std::int64_t index = 0;; ++index) {
        if (stop.stop_requested())
            return cancelled();
        const Progress ofWindow = [&](double fraction, std::string_view stage) {
            if (progress)
                progress(std::min(1.0, (static_cast<double>(index) + fraction) / windows), stage);
        };
        ClipAnalysis clip;
        if (auto known = cache.find(index)) {
            if (std::holds_alternative<ResultCache::EndOfRecording>(*known))
                return {};
            clip = std::move(std::get<ClipAnalysis>(*known));
        } else {
            Result<std::optional<ClipAnalysis>> found = analyseWindow(*recording, index, ofWindow, stop);
            if (!found)
                return tl::unexpected(found.error());
            if (!*found) {
                if (index == 0)
                    return fail(Error::Kind::Malformed,
                                media.string() + " holds neither sound nor pictures that can be decoded.");
                cache.keepEnd(index);
                return {};
            }
            clip = std::move(**found);
            cache.keep(index, clip);
        }
        clip.media = media;
        clip.mediaHash = *hash;
        clip.settings = settings_;
        clip.models = used;
        for (const ObjectClass &object : models_->objects)
            clip.objectNames.push_back(object.names.front());
        noteMissing(clip, *models_, whyCrnnDoesNotFit_);
        applyOperatingPoint(clip, settings_.operatingPoint);
        ofWindow(1.0, "done");
        receive(std::move(clip));
    }
}

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
        event.fused = fuse(event.audio, event.video, event.videoWeight);
        event.tag = event.fused && *event.fused >= event.threshold;
    }
}

} // namespace tagscope
