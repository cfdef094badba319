// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recording_analysis.h"

#include "core/analysis/audio_branch.h"
#include "core/analysis/explanation_text.h"
#include "core/analysis/video_branch.h"
#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace tagscope {
namespace {

constexpr Seconds kCutOff{0.5}; // what streams of a whole file may differ by, their last pictures and packets

void addOnce(std::vector<Message> &notes, const Message &note) {
    if (std::ranges::find(notes, note) == notes.end())
        notes.push_back(note);
}

} // namespace

RecordingAnalysis::RecordingAnalysis(const AnalysisTools &tools, MediaInfo info, LogMel logMel, WindowReader reader,
                                     std::optional<WindowReader> taggerReader)
    : tools_(tools), info_(std::move(info)), logMel_(std::move(logMel)), reader_(std::move(reader)),
      taggerReader_(std::move(taggerReader)) {}

Result<RecordingAnalysis> RecordingAnalysis::open(const std::filesystem::path &media, const AnalysisTools &tools,
                                                  const std::stop_token &stop) {
    MediaInfo info = TAGSCOPE_TRY(probeMedia(media, stop));
    LogMel logMel = TAGSCOPE_TRY(LogMel::make(tools.settings.logMel));
    MediaInfo wanted = info; // a stream that is not wanted is not decoded
    if (tools.branches == Branches::Video)
        wanted.audio.reset();
    if (tools.branches == Branches::Audio)
        wanted.video.reset();
    WindowReader reader = TAGSCOPE_TRY(
        WindowReader::open(wanted, tools.settings.logMel.sampleRate, tools.settings.picturesPerSecond, stop));
    std::optional<WindowReader> taggerReader;
    if (wanted.audio && tools.tagger != nullptr && tools.tagger->description().takesSamples &&
        tools.tagger->description().sampleRate != tools.settings.logMel.sampleRate) {
        wanted.video.reset();
        taggerReader = TAGSCOPE_TRY(
            WindowReader::open(wanted, tools.tagger->description().sampleRate, tools.settings.picturesPerSecond, stop));
    }
    return RecordingAnalysis(tools, std::move(info), std::move(logMel), std::move(reader), std::move(taggerReader));
}

Result<AudioAnalysis> RecordingAnalysis::soundOf(const std::vector<float> &samples, const Window &window,
                                                 const std::stop_token &stop) {
    std::vector<float> ofTagger;
    if (taggerReader_)
        ofTagger = TAGSCOPE_TRY(taggerReader_->samples(window));
    return analyseSound(samples, logMel_, tools_.tagger, tools_.settings, stop, ofTagger);
}

Result<std::optional<ClipAnalysis>> RecordingAnalysis::analyse(const Window &window, Seconds shortest,
                                                               const Progress &progress, const std::stop_token &stop) {
    const AnalysisSettings &settings = tools_.settings;
    const std::vector<float> samples = TAGSCOPE_TRY(reader_.samples(window));
    const Seconds sound(static_cast<double>(samples.size()) / settings.logMel.sampleRate);
    const double enough = sound >= shortest ? 1.0 : std::ceil(shortest.count() * settings.picturesPerSecond);
    std::optional<VideoAnalysis> video = TAGSCOPE_TRY(analysePictures(
        reader_, window, static_cast<std::size_t>(enough), tools_.models, tools_.cosine, settings, progress, stop));

    const Seconds pictures(video ? static_cast<double>(video->pictures.size()) / settings.picturesPerSecond : 0.0);
    ClipAnalysis clip;
    clip.start = window.start;
    clip.duration = std::min(window.duration, std::max(sound, pictures));
    if (clip.duration.count() <= 0.0 || clip.duration < shortest)
        return std::optional<ClipAnalysis>();
    if (!samples.empty()) {
        clip.audio = TAGSCOPE_TRY(soundOf(samples, window, stop));
    }
    clip.video = std::move(video);
    noteDamage(clip, window);
    return std::optional<ClipAnalysis>(std::move(clip));
}

Result<void> RecordingAnalysis::addSound(ClipAnalysis &clip, const Window &window, const std::stop_token &stop) {
    const std::vector<float> samples = TAGSCOPE_TRY(reader_.samples(window));
    if (!samples.empty())
        clip.audio = TAGSCOPE_TRY(soundOf(samples, window, stop));
    const Seconds sound(static_cast<double>(samples.size()) / tools_.settings.logMel.sampleRate);
    clip.duration = std::min(window.duration, std::max(sound, clip.duration));
    noteDamage(clip, window);
    return {};
}

void RecordingAnalysis::noteDamage(ClipAnalysis &clip, const Window &window) {
    for (const Message &note : info_.notes)
        addOnce(clip.notes, note);
    for (const Message &note : notesOf(reader_.takeLevels()))
        addOnce(clip.notes, note);
    if (const std::int64_t count = reader_.damagedPackets(); count > 0)
        addOnce(clip.notes, {"analysis.damaged_packets", count});
    const Seconds claimed = info_.isDurationGuessed ? Seconds(0) : info_.duration;
    const Seconds end = clip.start + clip.duration;
    if (clip.duration < window.duration && tools_.branches == Branches::Both && end + kCutOff < claimed)
        addOnce(clip.notes, {"analysis.cut_off", fixedText(claimed.count(), 1), fixedText(end.count(), 1)});
}

} // namespace tagscope
