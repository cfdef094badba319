// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_merge.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace tagscope {
namespace {

// Finds the clips and events of one project in another, by name.
class Translation {
public:
    static Result<Translation> between(const Project &from, const Project &to) {
        Translation translation;
        const Result<std::vector<Clip>> source = from.clips();
        const Result<std::vector<Clip>> target = to.clips();
        if (!source || !target)
            return tl::unexpected(source ? target.error() : source.error());
        std::unordered_map<std::string, ClipId> ids;
        for (const Clip &clip : *target)
            ids.emplace(clip.name, clip.id);
        for (const Clip &clip : *source) {
            const auto at = ids.find(clip.name);
            translation.clips_[clip.id] = {clip.name, at == ids.end() ? std::nullopt : std::optional(at->second)};
        }
        for (const EventClass &event : from.classes()) {
            const auto at = std::find_if(to.classes().begin(), to.classes().end(),
                                         [&event](const EventClass &other) { return other.name == event.name; });
            const bool isThere = at != to.classes().end();
            translation.events_.push_back(
                {event.name, isThere ? std::optional(static_cast<int>(at - to.classes().begin())) : std::nullopt});
        }
        return translation;
    }

    // False where the other project lacks the clip or the event, which is then noted.
    template <class Entry>
    bool translate(Entry &entry) {
        const auto &[clipName, clip] = clips_.at(entry.clip);
        const auto &[eventName, event] = events_.at(static_cast<std::size_t>(entry.event));
        if (!clip)
            unknownClips_.insert(clipName);
        if (!event)
            unknownEvents_.insert(eventName);
        if (!clip || !event)
            return false;
        entry.clip = *clip;
        entry.event = *event;
        return true;
    }

    [[nodiscard]] const std::set<std::string> &unknownClips() const { return unknownClips_; }
    [[nodiscard]] const std::set<std::string> &unknownEvents() const { return unknownEvents_; }

private:
    std::map<ClipId, std::pair<std::string, std::optional<ClipId>>> clips_;
    std::vector<std::pair<std::string, std::optional<int>>> events_;
    std::set<std::string> unknownClips_;
    std::set<std::string> unknownEvents_;
};

using VerdictKey = std::tuple<ClipId, int, AuditStage, std::string>;

VerdictKey keyOf(const Verdict &verdict) {
    return {verdict.clip, verdict.event, verdict.stage, verdict.annotator};
}

Result<std::vector<MergeConflict>> conflictsBetween(const Project &into, const std::vector<Verdict> &here,
                                                    const std::vector<Verdict> &there) {
    std::map<VerdictKey, Verdict> standingHere;
    for (Verdict &verdict : standingVerdicts(here))
        standingHere.emplace(keyOf(verdict), std::move(verdict));
    const Result<std::vector<Clip>> clips = into.clips();
    if (!clips)
        return tl::unexpected(clips.error());
    std::unordered_map<ClipId, std::string> names;
    for (const Clip &clip : *clips)
        names.emplace(clip.id, clip.name);
    std::vector<MergeConflict> conflicts;
    for (const Verdict &verdict : standingVerdicts(there)) {
        const auto at = standingHere.find(keyOf(verdict));
        if (at != standingHere.end() && at->second.value != verdict.value)
            conflicts.push_back({names.at(verdict.clip),
                                 into.classes().at(static_cast<std::size_t>(verdict.event)).name, at->second, verdict});
    }
    return conflicts;
}

Result<void> mergeVerdicts(Project &into, const Project &other, Translation &translation, MergeReport &report) {
    Result<std::vector<Verdict>> there = other.verdictHistory();
    const Result<std::vector<Verdict>> here = into.verdictHistory();
    if (!there || !here)
        return tl::unexpected(there ? here.error() : there.error());
    std::erase_if(*there, [&translation](Verdict &verdict) { return !translation.translate(verdict); });
    Result<std::vector<MergeConflict>> conflicts = conflictsBetween(into, *here, *there);
    if (!conflicts)
        return tl::unexpected(conflicts.error());
    report.conflicts = std::move(*conflicts);
    const auto added = into.addVerdicts(*there);
    const Result<std::vector<Verdict>> after = into.verdictHistory();
    if (!added || !after)
        return tl::unexpected(added ? after.error() : added.error());
    report.verdictsAdded = after->size() - here->size();
    report.verdictsKnown = there->size() - report.verdictsAdded;
    return {};
}

Result<void> mergeRegions(Project &into, const Project &other, Translation &translation, MergeReport &report) {
    Result<std::vector<MarkedRegion>> there = other.markedRegions(std::nullopt, true);
    const Result<std::vector<MarkedRegion>> before = into.markedRegions(std::nullopt, true);
    if (!there || !before)
        return tl::unexpected(there ? before.error() : there.error());
    std::erase_if(*there, [&translation](MarkedRegion &region) { return !translation.translate(region); });
    std::vector<MarkedRegion> removals;
    std::copy_if(there->begin(), there->end(), std::back_inserter(removals),
                 [](const MarkedRegion &region) { return region.removed.has_value(); });
    const auto changed = into.changeMarkedRegions(*there, removals);
    const Result<std::vector<MarkedRegion>> after = into.markedRegions(std::nullopt, true);
    if (!changed || !after)
        return tl::unexpected(changed ? after.error() : changed.error());
    const auto removedIn = [](const std::vector<MarkedRegion> &regions) {
        return static_cast<std::size_t>(std::count_if(
            regions.begin(), regions.end(), [](const MarkedRegion &region) { return region.removed.has_value(); }));
    };
    report.regionsAdded = after->size() - before->size();
    report.regionsTakenBack = removedIn(*after) - removedIn(*before);
    return {};
}

Result<void> requireKnown(const Translation &translation, const Project &into, const Project &other) {
    const bool isClip = !translation.unknownClips().empty();
    const std::set<std::string> &names = isClip ? translation.unknownClips() : translation.unknownEvents();
    if (names.empty())
        return {};
    return fail(Error::Kind::Inconsistent,
                other.file().string() + " has verdicts on " + std::to_string(names.size()) +
                    (isClip ? " clips" : " events") + " that " + into.file().string() + " does not have, such as \"" +
                    *names.begin() + "\". Nothing was merged. Import them first, or leave their verdicts out.");
}

// With `isPreview` the transaction ends in an error, so that nothing of it stays.
Result<MergeReport> merge(Project &into, const Project &other, UnknownPairs unknown, bool isPreview,
                          const std::stop_token &stop) {
    Result<Translation> translation = Translation::between(other, into);
    if (!translation)
        return tl::unexpected(translation.error());
    MergeReport report;
    bool isWhole = false;
    const Result<void> merged = into.atomically([&]() -> Result<void> {
        if (Result<void> verdicts = mergeVerdicts(into, other, *translation, report); !verdicts)
            return verdicts;
        if (Result<void> regions = mergeRegions(into, other, *translation, report); !regions)
            return regions;
        if (stop.stop_requested())
            return cancelled();
        if (unknown == UnknownPairs::Refuse)
            if (Result<void> known = requireKnown(*translation, into, other); !known)
                return known;
        isWhole = true;
        return isPreview ? cancelled() : Result<void>();
    });
    if (!merged && !(isPreview && isWhole))
        return tl::unexpected(merged.error());
    report.leftOutClips.assign(translation->unknownClips().begin(), translation->unknownClips().end());
    report.leftOutEvents.assign(translation->unknownEvents().begin(), translation->unknownEvents().end());
    return report;
}

} // namespace

Result<MergeReport> mergeAudit(Project &into, const Project &other, UnknownPairs unknown, std::stop_token stop) {
    return merge(into, other, unknown, false, stop);
}

Result<MergeReport> previewMerge(Project &into, const Project &other, UnknownPairs unknown, std::stop_token stop) {
    return merge(into, other, unknown, true, stop);
}

} // namespace tagscope
