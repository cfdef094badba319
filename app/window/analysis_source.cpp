// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/analysis_source.h"

#include "core/analysis/explain.h"
#include "core/base/paths.h"
#include "core/tagging/tagger_classes.h"

namespace tagscope {

Result<void> AnalysisSource::analyse(const std::filesystem::path &media,
                                     const std::function<void(ClipAnalysis)> &receive, const Progress &progress,
                                     const std::stop_token &stop) {
    progress(0.0, "loading models");
    const Result<std::shared_ptr<const Analyzer>> loaded = analyzer();
    if (!loaded)
        return tl::unexpected(loaded.error());
    return (*loaded)->analyse(media, receive, progress, stop);
}

Result<ClipAnalysis> AnalysisSource::analyseWindow(const std::filesystem::path &media, Seconds start,
                                                   const std::stop_token &stop) {
    return analyzer().and_then([&](const std::shared_ptr<const Analyzer> &loaded) {
        return loaded->analyseClip(media, start, loaded->settings().clipDuration, {}, stop);
    });
}

Result<std::vector<ObjectProbability>> AnalysisSource::objectsOf(const ClipAnalysis &clip, int picture,
                                                                 const std::stop_token &stop) {
    return analyzer().and_then(
        [&](const std::shared_ptr<const Analyzer> &loaded) { return loaded->objectsOf(clip, picture, stop); });
}

Result<Matrix> AnalysisSource::cosines() {
    return analyzer().map([](const std::shared_ptr<const Analyzer> &loaded) { return loaded->cosine(); });
}

Result<Answer> AnalysisSource::explain(const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                       const std::stop_token &stop) {
    const Result<std::shared_ptr<const Analyzer>> loaded = analyzer();
    if (!loaded)
        return tl::unexpected(loaded.error());
    return tagscope::explain(**loaded, clip, question, progress, stop);
}

void AnalysisSource::reload() {
    const std::lock_guard lock(mutex_);
    analyzer_.reset();
}

Result<std::shared_ptr<const Analyzer>> AnalysisSource::analyzer() {
    const std::lock_guard lock(mutex_);
    if (analyzer_)
        return analyzer_;
    Result<Models> models = loadModels(modelsDirectory());
    if (!models)
        return tl::unexpected(models.error());
    // A tagger of somebody else's tags media with its own classes; the paper's network has those of its task.
    const AudioTagger *tagger = models->tagger.value.get();
    const bool hasOwnClasses = tagger != nullptr && tagger->description().isForeign;
    Result<AnalysisSettings> settings =
        hasOwnClasses ? settingsFor(eventsOfClasses(tagger->description().classes, tagger->description().classIds))
                      : defaultSettings();
    if (!settings)
        return tl::unexpected(settings.error());
    analyzer_ = std::make_shared<const Analyzer>(std::make_shared<const Models>(std::move(*models)),
                                                 std::move(*settings), cacheDirectory());
    return analyzer_;
}

} // namespace tagscope
