// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_figures.h"

#include "core/project/audited_truth.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr std::size_t kClipsBetweenLooks = 1024; // at the stop token

bool contains(const std::vector<int> &events, int event) {
    return std::ranges::find(events, event) != events.end();
}

std::optional<double> scoreOf(const Matrix &scores, std::size_t clip, std::size_t event) {
    if (scores.empty() || std::isnan(scores(clip, event)))
        return std::nullopt;
    return scores(clip, event);
}

void judge(const ClipFigures &figures, const OperatingPoint &point, std::size_t clip, const std::vector<int> &labels,
           ClipJudgement &judgement) {
    std::vector<int> tags;
    std::vector<double> distances(point.threshold.size());
    for (std::size_t k = 0; k < point.threshold.size(); ++k) {
        const Decision decision = decisionIn(figures, point, clip, k);
        const std::optional<double> margin = decision.margin();
        if (!margin)
            continue;
        judgement.isScored = true;
        distances[k] = std::isfinite(*margin) ? std::abs(*margin) : 0.0; // no probability is far from an infinite one
        if (decision.isTagged())
            tags.push_back(static_cast<int>(k));
    }
    if (!judgement.isScored)
        return;
    setTags(judgement, labels, std::move(tags));
    for (const std::vector<int> *events : {&judgement.untagged, &judgement.unlabelled})
        for (const int event : *events)
            judgement.margin = std::max(judgement.margin, distances[static_cast<std::size_t>(event)]);
}

// Of one pair. What was decided holds alone.
void addVerdicts(std::vector<Verdict> verdicts, ClipJudgement &judgement) {
    if (const std::optional<Verdict> decided = takeAdjudication(verdicts))
        verdicts = {*decided};
    for (const Verdict &verdict : verdicts) {
        if (verdict.value)
            judgement.verdicts.push_back(*verdict.value);
        judgement.isContested = judgement.isContested || verdict.value != verdicts.front().value;
    }
}

} // namespace

void setTags(ClipJudgement &judgement, const std::vector<int> &labels, std::vector<int> tags) {
    judgement.isTagged = true;
    judgement.untagged.clear();
    judgement.unlabelled.clear();
    judgement.margin = 0.0;
    for (const int label : labels)
        if (!contains(tags, label))
            judgement.untagged.push_back(label);
    for (const int tag : tags)
        if (!contains(labels, tag))
            judgement.unlabelled.push_back(tag);
    judgement.tags = std::move(tags);
}

Decision decisionIn(const ClipFigures &figures, const OperatingPoint &point, std::size_t row, std::size_t event) {
    return decisionAt(point, event, scoreOf(figures.audio, row, event), scoreOf(figures.video, row, event));
}

OperatingPoint pointOf(const std::vector<EventClass> &classes) {
    OperatingPoint point;
    for (const EventClass &event : classes) {
        point.videoWeight.push_back(event.videoWeight);
        point.threshold.push_back(event.threshold);
    }
    return point;
}

Result<std::vector<ClipJudgement>> judgeClips(const ProjectContents &contents, const ClipFigures &figures,
                                              const OperatingPoint &point, const std::stop_token &stop) {
    std::vector<ClipJudgement> judgements(contents.clips.size());
    std::unordered_map<ClipId, std::size_t> positions;
    positions.reserve(contents.clips.size());
    for (std::size_t clip = 0; clip < contents.clips.size(); ++clip)
        positions.emplace(contents.clips[clip].clip.id, clip);
    for (std::size_t row = 0; row < figures.clips.size(); ++row) {
        if (row % kClipsBetweenLooks == 0 && stop.stop_requested())
            return cancelled();
        if (const auto found = positions.find(figures.clips[row]); found != positions.end())
            judge(figures, point, row, contents.clips[found->second].labels, judgements[found->second]);
    }
    for (const KnownPresence &pair : figures.known) {
        const auto found = positions.find(pair.clip);
        if (found == positions.end() || !pair.isAudible || !contains(contents.clips[found->second].labels, pair.event))
            continue;
        ClipJudgement &judgement = judgements[found->second];
        if (!*pair.isAudible)
            judgement.unheard.push_back(pair.event);
        judgement.heard = *pair.isAudible && judgement.heard != Heard::No ? Heard::Yes : Heard::No;
    }
    for (const auto &[pair, verdicts] : finalVerdictsByPair(figures.verdicts))
        if (const auto found = positions.find(pair.first); found != positions.end())
            addVerdicts(verdicts, judgements[found->second]);
    return judgements;
}

} // namespace tagscope::ui
