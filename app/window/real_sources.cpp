// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/real_sources.h"

#include "app/window/analysis_source.h"
#include "app/window/local_analyst.h"
#include "app/window/media_playback.h"
#include "app/window/shown_sound.h"
#include "app/window/thread_priority.h"
#include "app/window/thumbnails.h"
#include "core/analysis/model_fetch.h"
#include "core/analysis/model_registry.h"
#include "core/audio/log_mel.h"
#include "core/base/paths.h"
#include "core/exchange/media_search.h"
#include "core/training/training_settings.h"

namespace tagscope {

namespace {

ui::ModelSource registeredModels(const std::shared_ptr<AnalysisSource> &source) {
    const std::filesystem::path directory = modelsDirectory();
    return {.directory = directory,
            .list = [directory](const std::stop_token &) { return listModels(directory); },
            .import =
                [directory](ModelKind kind, const std::filesystem::path &file, const Progress &progress,
                            const std::stop_token &stop) {
                    return importModel(kind, file, directory, progress, stop).map([](RegisteredModel model) {
                        return ui::AddedModel{std::move(model), {}};
                    });
                },
            .fetch =
                [directory](const PublishedFile &file, const Progress &progress, const std::stop_token &stop) {
                    return fetchModel(file, directory, {}, progress, stop).map([](FetchedModel fetched) {
                        return ui::AddedModel{std::move(fetched.model), std::move(fetched.check)};
                    });
                },
            .fetchedBytes = [directory](const PublishedFile &file) { return fetchedBytes(file, directory); },
            .taggerEvents = [directory] { return eventsOfRegisteredTagger(directory); },
            .reload = [source] { source->reload(); }};
}

} // namespace

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
                            const std::stop_token &stop) { return source->explain(clip, question, progress, stop); },
        .models = registeredModels(source)};
}

} // namespace tagscope
