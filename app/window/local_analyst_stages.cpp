// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_analyst.h"

#include "core/analysis/project_class_feeds.h"
#include "core/analysis/project_mapping.h"
#include "core/base/try.h"

#include <algorithm>
#include <thread>

namespace tagscope {

Result<std::vector<ObjectProbability>> LocalAnalyst::objectsOf(const ClipAnalysis &clip, int picture,
                                                               const std::stop_token &stop) {
    return analyzers_.video().and_then(
        [&](const std::shared_ptr<const Analyzer> &analyzer) { return analyzer->objectsOf(clip, picture, stop); });
}

Result<Matrix> LocalAnalyst::cosines(const std::stop_token &) {
    return analyzers_.video().map([](const std::shared_ptr<const Analyzer> &analyzer) { return analyzer->cosine(); });
}

Result<ProjectMapping> LocalAnalyst::applyMapping(const MappingOptions &mapping, const Progress &progress,
                                                  const std::stop_token &stop) {
    if (project().access() == Project::Access::ReadOnly)
        return fail(Error::Kind::Inconsistent, {"project.reopen_to_change", project().file().filename()});
    const Result<std::shared_ptr<const Analyzer>> whole = analyzers_.own();
    const Result<std::shared_ptr<const Analyzer>> video = analyzers_.video();
    if (!whole || !video)
        return tl::unexpected((whole ? video : whole).error());
    const unsigned threads = std::max(std::thread::hardware_concurrency(), 1U);
    Result<ProjectMapping> outcome = mapProject(project(), **whole, **video, mapping, threads, progress, stop);
    if (outcome)
        analyzers_.forgetSettings();
    return outcome;
}

Result<ProjectMapping> LocalAnalyst::mapAgain(const Progress &progress, const std::stop_token &stop) {
    return projectSettings(project()).and_then(
        [&](const AnalysisSettings &settings) { return applyMapping(settings.mapping, progress, stop); });
}

Result<void> LocalAnalyst::restoreVideo(const VideoState &state) {
    Result<void> restored = setVideoState(project(), state);
    if (restored)
        analyzers_.forgetSettings();
    return restored;
}

Result<ClassFeeds> LocalAnalyst::classFeeds(const ClipAnalysis *clip, const std::stop_token &stop) {
    const std::shared_ptr<const Analyzer> own = TAGSCOPE_TRY(analyzers_.own());
    return tagscope::classFeeds(*own, clip, stop);
}

Result<SettingTexts> LocalAnalyst::feedChange(const std::string &event,
                                              const std::optional<std::vector<std::string>> &classes) {
    return tagscope::feedChange(project(), event, classes);
}

} // namespace tagscope
