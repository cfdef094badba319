// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/real_sources.h"

#include "app/window/analysis_source.h"
#include "app/window/local_analyst.h"
#include "app/window/media_playback.h"
#include "app/window/shown_sound.h"
#include "app/window/thread_priority.h"
#include "app/window/thumbnails.h"
#include "core/audio/log_mel.h"
#include "core/exchange/media_search.h"
#include "core/training/training_settings.h"

namespace tagscope {

ui::Sources realSources() {
    auto source = std::make_shared<AnalysisSource>();
    return {
        .analyse = [source](const std::filesystem::path &media, const std::function<void(ClipAnalysis)> &receive,
                            const Progress &progress,
                            const std::stop_token &stop) { return source->analyse(media, receive, progress, stop); },
        .thumbnails = decodeThumbnails,
        .decodeSound = decodeSound,
        .probe = probeRecording,
        .analyseWindow = [source](const std::filesystem::path &media, Seconds start,
                                  const std::stop_token &stop) { return source->analyseWindow(media, start, stop); },
        .bandEdges = melBandEdges,
        .openProject = LocalAnalyst::open,
        .makeDemo = LocalAnalyst::makeDemo,
        .checkTraining = checkTrainingSettings,
        .yield = yieldToOthers,
        .findMedia = findMediaFiles,
        .playback = mediaPlayback(),
        .stages = {.objects = [source](const ClipAnalysis &clip, int picture,
                                       const std::stop_token &stop) { return source->objectsOf(clip, picture, stop); },
                   .cosines = [source](const ClipAnalysis &, const std::stop_token &) { return source->cosines(); }},
        .explain = [source](const ClipAnalysis &clip, const Question &question, const Progress &progress,
                            const std::stop_token &stop) { return source->explain(clip, question, progress, stop); }};
}

} // namespace tagscope
