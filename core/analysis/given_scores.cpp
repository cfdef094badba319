// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/given_scores.h"

#include "core/analysis/clip_events.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/stored_activations.h"
#include "core/project/branch_choice.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

constexpr char kQuote = '"'; // around a source's name in the place of a network's, which ends with its SHA-256

// "(0123456789ab)" at the end of a label: of which file it is.
std::string_view fileMarkOf(std::string_view label) {
    const std::size_t open = label.rfind('(');
    const std::size_t close = label.find(')', open == std::string_view::npos ? 0 : open);
    return open == std::string_view::npos || close == std::string_view::npos ? std::string_view()
                                                                             : label.substr(open, close - open + 1);
}

// What says that there is no network, or one that does not fit: of no matter where none is asked.
bool isAboutTagger(const Message &note) {
    const auto isCrnn = [&note] { return !note.arguments.empty() && note.arguments.front().text == "CRNN"; };
    return note.id == "analysis.no_tagger" || note.id == "analysis.tagger_without_event" ||
           note.id == "analysis.events_without_class" ||
           ((note.id == "analysis.not_registered" || note.id == "analysis.untrained") && isCrnn());
}

// Of the clip, on their own grid; nothing where the source has scores alone, or is of other events than now.
Result<std::optional<ClipActivations>> activationsOf(const Project &project, const Clip &clip,
                                                     const std::string &source) {
    const std::filesystem::path directory = TAGSCOPE_TRY(project.runDirectory(source));
    std::error_code error;
    if (!std::filesystem::exists(directory / "activations.npy", error))
        return std::optional<ClipActivations>();
    const StoredActivations stored = TAGSCOPE_TRY(StoredActivations::open(directory));
    if (stored.events() != namesOf(project.classes()))
        return std::optional<ClipActivations>();
    return stored.of(clip.name);
}

std::vector<int> peaksOf(const Matrix &activations, std::size_t events) {
    std::vector<int> peaks(events, 0);
    for (std::size_t step = 1; step < activations.rows; ++step)
        for (std::size_t k = 0; k < events; ++k)
            if (activations(step, k) > activations(static_cast<std::size_t>(peaks[k]), k))
                peaks[k] = static_cast<int>(step);
    return peaks;
}

} // namespace

Result<std::optional<std::string>> givenAudioSource(const Project &project, const std::string &tagger) {
    const std::optional<std::string> setting = TAGSCOPE_TRY(project.setting(kBranchSetting));
    const std::string chosen = branchChoiceIn(setting.value_or("{}")).audio;
    if (chosen.empty())
        return std::optional<std::string>();
    const std::optional<std::string> origin = TAGSCOPE_TRY(project.setting(originSetting({Branch::Audio, chosen})));
    if (!origin)
        return std::optional<std::string>();
    const nlohmann::json document = foreignJson(*origin);
    const auto made = document.is_object() ? document.find("tagger") : document.end();
    if (made != document.end() && made->is_string()) {
        const std::string by = made->get<std::string>();
        if (!fileMarkOf(by).empty() && fileMarkOf(by) == fileMarkOf(tagger))
            return std::optional<std::string>();
    }
    return std::optional(chosen);
}

Result<ClipAnalysis> withGivenScores(const Project &project, const Clip &clip, const std::string &source,
                                     ClipAnalysis analysis) {
    if (!analysis.audio)
        return analysis;
    const ClipId id = clip.id;
    const ScoresOfClips scores = TAGSCOPE_TRY(project.scores({Branch::Audio, source}, std::span(&id, 1)));
    if (scores.hasScore.front() == 0 || scores.scores.columns != analysis.settings.events.size())
        return analysis;
    std::optional<ClipActivations> given = TAGSCOPE_TRY(activationsOf(project, clip, source));
    AudioAnalysis &audio = *analysis.audio;
    const std::span<const float> row = scores.scores.row(0);
    audio.probabilities.assign(row.begin(), row.end());
    audio.activations = {};
    audio.bandMean.clear(); // of a network that is not asked
    audio.bandDeviation.clear();
    audio.tagger = source;
    if (given && given->values.rows > 0) {
        audio.activations = std::move(given->values);
        audio.stepStart = given->first;
        audio.stepHop = given->hop;
    }
    audio.peakSteps = peaksOf(audio.activations, row.size());
    analysis.models.crnn = kQuote + source + kQuote;
    std::erase_if(analysis.notes, isAboutTagger);
    const OperatingPoint point = analysis.settings.operatingPoint;
    applyOperatingPoint(analysis, point);
    return analysis;
}

bool hasGivenScores(const ClipAnalysis &analysis) {
    return analysis.models.crnn.starts_with(kQuote) && analysis.models.crnn.ends_with(kQuote);
}

} // namespace tagscope
