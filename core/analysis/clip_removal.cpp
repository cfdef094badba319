// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_removal.h"

#include "core/analysis/given_scores.h"
#include "core/analysis/window_reader.h"
#include "core/audio/wav_file.h"
#include "core/base/try.h"
#include "core/media/media_info.h"

#include <system_error>
#include <utility>

namespace tagscope {

Result<RemovalExplanation> removalOf(const Analyzer &analyzer, const ClipAnalysis &clip, std::size_t event,
                                     const RemovalOptions &options, const Progress &progress, std::stop_token stop) {
    if (clip.audio && hasGivenScores(clip))
        return fail(Error::Kind::Inconsistent, {"analysis.given_scores", clip.audio->tagger});
    const LoadedModel<AudioTagger> &tagger = analyzer.models().tagger;
    if (!tagger.value)
        return fail(Error::Kind::Inconsistent, tagger.whyAbsent);
    if (tagger.label != clip.models.crnn)
        return fail(Error::Kind::Inconsistent, {"analysis.activations_of_other_crnn", clip.models.crnn, tagger.label});
    if (event >= clip.events.size())
        return fail(Error::Kind::Inconsistent, "analysis.nothing_to_remove");
    MediaInfo info = TAGSCOPE_TRY(probeMedia(clip.media, stop));
    info.video.reset();
    WindowReader reader = TAGSCOPE_TRY(
        WindowReader::open(info, tagger.value->description().sampleRate, clip.settings.picturesPerSecond, stop));
    const std::vector<float> samples = TAGSCOPE_TRY(reader.samples({clip.start, clip.duration}));
    return explainByRemoval(*tagger.value, {samples, clip.settings}, event, clip.events[event].threshold, options,
                            false, progress, std::move(stop));
}

Result<std::vector<std::filesystem::path>> writeRemovalSounds(const RemovalExplanation &explanation,
                                                              const std::filesystem::path &directory) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", directory}, error.message());
    const MomentRemoval &moment = explanation.moment;
    std::vector<std::filesystem::path> files;
    for (const auto &[name, sound] :
         {std::pair("moment-as-it-is.wav", &moment.asItIs), std::pair("moment-without.wav", &moment.without),
          std::pair("moment-only-it.wav", &moment.only), std::pair("moment-without-random.wav", &moment.random),
          std::pair("clip-without.wav", &explanation.clip.without)}) {
        if (sound->empty())
            continue;
        TAGSCOPE_TRY(writeWav(directory / name, *sound, explanation.sampleRate));
        files.push_back(directory / name);
    }
    return files;
}

} // namespace tagscope
