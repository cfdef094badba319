// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/audited_truth.h"

#include "core/project/project.h"

#include <string>
#include <tuple>
#include <unordered_map>

namespace tagscope {
namespace {

// What all that are sure say alike.
std::optional<bool> commonSound(const std::vector<Verdict> &verdicts) {
    std::optional<bool> common;
    for (const Verdict &verdict : verdicts) {
        const std::optional<bool> said = isAudible(*verdict.value);
        if (said && common && *said != *common)
            return std::nullopt;
        if (said)
            common = said;
    }
    return common;
}

// The later verdict with what only the earlier one answers, and could perceive.
Verdict completed(Verdict later, const Verdict &earlier) {
    Answers answers = answersIn(*later.value);
    const Answers before = answersOf(earlier);
    answers.heard = answers.heard ? answers.heard : before.heard;
    answers.seen = answers.seen ? answers.seen : before.seen;
    later.value = valueFor(answers);
    return later;
}

} // namespace

std::vector<Verdict> finalVerdicts(const std::vector<Verdict> &standing) {
    using Key = std::tuple<ClipId, int, bool, std::string>;
    std::map<Key, Verdict> latest;
    for (const Verdict &verdict : standing) {
        if (!verdict.value)
            continue;
        const auto [kept, isFirst] =
            latest.try_emplace({verdict.clip, verdict.event, isAdjudication(verdict), verdict.annotator}, verdict);
        if (!isFirst)
            kept->second = verdict.stage > kept->second.stage ? completed(verdict, kept->second)
                                                              : completed(kept->second, verdict);
    }
    std::vector<Verdict> final;
    final.reserve(latest.size());
    for (auto &[key, verdict] : latest)
        final.push_back(std::move(verdict));
    return final;
}

std::map<AuditedPair, std::vector<Verdict>> finalVerdictsByPair(const std::vector<Verdict> &standing) {
    std::map<AuditedPair, std::vector<Verdict>> pairs;
    for (Verdict &verdict : finalVerdicts(standing))
        pairs[pairOf(verdict)].push_back(std::move(verdict));
    return pairs;
}

std::optional<Verdict> takeAdjudication(std::vector<Verdict> &verdicts) {
    std::optional<Verdict> adjudication;
    for (const Verdict &verdict : verdicts)
        if (isAdjudication(verdict) && (!adjudication || verdict.time > adjudication->time))
            adjudication = verdict;
    std::erase_if(verdicts, isAdjudication);
    return adjudication;
}

std::vector<AuditedSound> auditedSound(const std::vector<Verdict> &standing) {
    std::vector<AuditedSound> heard;
    for (auto &[pair, verdicts] : finalVerdictsByPair(standing)) {
        const std::optional<Verdict> adjudication = takeAdjudication(verdicts);
        heard.push_back({pair, adjudication ? isAudible(*adjudication->value) : commonSound(verdicts)});
    }
    return heard;
}

BinaryTable auditedLabels(BinaryTable labels, std::span<const ClipId> clips, const std::vector<AuditedSound> &heard) {
    std::unordered_map<ClipId, std::size_t> rows;
    for (std::size_t i = 0; i < clips.size(); ++i)
        rows.emplace(clips[i], i);
    for (const AuditedSound &sound : heard) {
        const auto row = rows.find(sound.pair.first);
        if (row != rows.end() && sound.isAudible)
            labels(row->second, static_cast<std::size_t>(sound.pair.second)) = *sound.isAudible ? 1 : 0;
    }
    return labels;
}

Result<std::vector<KnownPresence>> knownPairs(const Project &project, std::span<const ClipId> clips,
                                              const std::vector<Verdict> &standing) {
    Result<std::vector<KnownPresence>> known = project.presence(clips);
    if (!known)
        return known;
    std::map<AuditedPair, std::optional<bool>> heard;
    for (const AuditedSound &sound : auditedSound(standing))
        heard.emplace(sound.pair, sound.isAudible);
    for (KnownPresence &pair : *known)
        if (const auto said = heard.find({pair.clip, pair.event}); said != heard.end()) {
            pair.isAudible = said->second;
            heard.erase(said);
        }
    for (const auto &[pair, said] : heard)
        if (said)
            known->push_back({pair.first, pair.second, said, std::nullopt});
    return known;
}

} // namespace tagscope
