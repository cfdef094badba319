// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/project_class_feeds.h"

#include "core/analysis/project_analysis.h"
#include "core/analysis/settings_json.h"
#include "core/analysis/window_reader.h"
#include "core/audio/clip_log_mel.h"
#include "core/base/try.h"
#include "core/media/media_info.h"
#include "core/tagging/class_map.h"

#include <algorithm>

namespace tagscope {
namespace {

ClassFeeds::Way wayOf(const ClassMap::Entry &entry, const EventClass &event, const TaggerDescription &tagger) {
    if (entry.isByHand)
        return ClassFeeds::Way::ByHand;
    if (entry.classes.empty())
        return ClassFeeds::Way::None;
    const std::size_t found = entry.classes.front();
    const bool isById = !event.mid.empty() && found < tagger.classIds.size() && tagger.classIds[found] == event.mid;
    return isById ? ClassFeeds::Way::ById : ClassFeeds::Way::ByName;
}

// The largest activation of each class in the clip.
Result<std::vector<float>> heardIn(const ClipAnalysis &clip, const AudioTagger &tagger, const std::stop_token &stop) {
    MediaInfo info = TAGSCOPE_TRY(probeMedia(clip.media, stop));
    info.video.reset();
    WindowReader reader =
        TAGSCOPE_TRY(WindowReader::open(info, tagger.description().sampleRate, clip.settings.picturesPerSecond, stop));
    const std::vector<float> samples = TAGSCOPE_TRY(reader.samples({clip.start, clip.duration}));
    Matrix features;
    if (!tagger.description().takesSamples) {
        const LogMel logMel = TAGSCOPE_TRY(LogMel::make(clip.settings.logMel));
        ClipLogMel made = TAGSCOPE_TRY(clipLogMel(logMel, samples, clip.settings.clipDuration, stop));
        features = std::move(made.values);
    }
    const Matrix activations = TAGSCOPE_TRY(tagger.activations({samples, features}, stop));
    std::vector<float> largest(activations.columns, 0.0F);
    for (std::size_t step = 0; step < activations.rows; ++step)
        for (std::size_t i = 0; i < activations.columns; ++i)
            largest[i] = std::max(largest[i], activations(step, i));
    return largest;
}

} // namespace

Result<ClassFeeds> classFeeds(const Analyzer &analyzer, const ClipAnalysis *clip, const std::stop_token &stop) {
    ClassFeeds feeds;
    const AudioTagger *tagger = analyzer.models().tagger.value.get();
    if (tagger == nullptr)
        return feeds;
    const TaggerDescription &says = tagger->description();
    feeds.tagger = says.name;
    for (std::size_t i = 0; i < says.classes.size(); ++i)
        feeds.classes.push_back({says.classes[i], i < says.classIds.size() ? says.classIds[i] : std::string(), {}});
    const std::vector<EventClass> &events = analyzer.settings().events;
    const ClassMap map = classMapFor(says, events, analyzer.settings().taggerClasses);
    for (std::size_t k = 0; k < events.size(); ++k)
        feeds.events.push_back({events[k].name, map.events[k].classes, wayOf(map.events[k], events[k], says)});
    if (clip == nullptr || !clip->audio || !tagger->whyUnfit(clip->settings.logMel).empty())
        return feeds;
    const std::vector<float> values = TAGSCOPE_TRY(heardIn(*clip, *tagger, stop));
    for (std::size_t i = 0; i < std::min(values.size(), feeds.classes.size()); ++i)
        feeds.classes[i].value = values[i];
    return feeds;
}

Result<SettingTexts> feedChange(const Project &project, const std::string &event,
                                const std::optional<std::vector<std::string>> &classes) {
    AnalysisSettings settings = TAGSCOPE_TRY(projectSettings(project));
    if (!eventNamed(settings.events, event))
        return fail(Error::Kind::Inconsistent, {"audit.no_such_event", event});
    SettingTexts texts{"analysis", settingsToJson(settings), {}};
    if (classes)
        settings.taggerClasses[event] = *classes;
    else
        settings.taggerClasses.erase(event);
    texts.after = settingsToJson(settings);
    return texts;
}

} // namespace tagscope
