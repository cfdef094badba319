// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_merge.h"

#include "core/base/try.h"

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
        const std::vector<Clip> source = TAGSCOPE_TRY(from.clips());
        const std::vector<Clip> target = TAGSCOPE_TRY(to.clips());
        std::unordered_map<std::string, ClipId> ids;
        for (const Clip &clip : target)
            ids.emplace(clip.name, clip.id);
        for (const Clip &clip : source) {
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

    bool translateClip(ClipId &clip) {
        const auto &[name, there] = clips_.at(clip);
        if (there)
            clip = *there;
        else
            unknownClips_.insert(name);
        return there.has_value();
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
    const std::vector<Clip> clips = TAGSCOPE_TRY(into.clips());
    std::unordered_map<ClipId, std::string> names;
    for (const Clip &clip : clips)
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

// Pairs, stages and annotators of whom both have a verdict that holds, given at another time.
std::size_t judgedTwice(const std::vector<Verdict> &here, const std::vector<Verdict> &there) {
    std::map<VerdictKey, std::int64_t> times;
    for (const Verdict &verdict : standingVerdicts(here))
        times.emplace(keyOf(verdict), verdict.time);
    const std::vector<Verdict> standing = standingVerdicts(there);
    return static_cast<std::size_t>(std::ranges::count_if(standing, [&times](const Verdict &verdict) {
        const auto held = times.find(keyOf(verdict));
        return held != times.end() && held->second != verdict.time && verdict.stage != AuditStage::Adjudicated;
    }));
}

Result<void> addVerdictsTo(Project &into, std::vector<Verdict> there, const MergeOptions &options,
                           MergeReport &report) {
    const std::vector<Verdict> here = TAGSCOPE_TRY(into.verdictHistory());
    if (!options.as.empty())
        for (Verdict &verdict : there)
            verdict.annotator = options.as;
    report.conflicts = TAGSCOPE_TRY(conflictsBetween(into, here, there));
    report.judgedTwice = judgedTwice(here, there);
    TAGSCOPE_TRY(into.addVerdicts(there));
    const std::vector<Verdict> after = TAGSCOPE_TRY(into.verdictHistory());
    report.verdictsAdded = after.size() - here.size();
    report.verdictsKnown = there.size() - report.verdictsAdded;
    return {};
}

Result<void> mergeRegions(Project &into, const Project &other, Translation &translation, const MergeOptions &options,
                          MergeReport &report) {
    std::vector<MarkedRegion> there = TAGSCOPE_TRY(other.markedRegions(std::nullopt, true));
    const std::vector<MarkedRegion> before = TAGSCOPE_TRY(into.markedRegions(std::nullopt, true));
    std::erase_if(there, [&translation](MarkedRegion &region) { return !translation.translate(region); });
    if (!options.as.empty())
        for (MarkedRegion &region : there)
            region.annotator = options.as;
    std::vector<MarkedRegion> removals;
    std::copy_if(there.begin(), there.end(), std::back_inserter(removals),
                 [](const MarkedRegion &region) { return region.removed.has_value(); });
    TAGSCOPE_TRY(into.changeMarkedRegions(there, removals));
    const std::vector<MarkedRegion> after = TAGSCOPE_TRY(into.markedRegions(std::nullopt, true));
    const auto removedIn = [](const std::vector<MarkedRegion> &regions) {
        return static_cast<std::size_t>(std::count_if(
            regions.begin(), regions.end(), [](const MarkedRegion &region) { return region.removed.has_value(); }));
    };
    report.regionsAdded = after.size() - before.size();
    report.regionsTakenBack = removedIn(after) - removedIn(before);
    return {};
}

Result<void> addRemarksTo(Project &into, std::vector<Remark> there, const MergeOptions &options, MergeReport &report) {
    const std::vector<Remark> here = TAGSCOPE_TRY(into.remarkHistory());
    if (!options.as.empty())
        for (Remark &remark : there)
            remark.annotator = options.as;
    TAGSCOPE_TRY(into.addRemarks(there));
    const std::vector<Remark> after = TAGSCOPE_TRY(into.remarkHistory());
    report.remarksAdded = after.size() - here.size();
    return {};
}

Result<void> requireKnown(const Translation &translation, const Project &into, const Project &other) {
    const bool isClip = !translation.unknownClips().empty();
    const std::set<std::string> &names = isClip ? translation.unknownClips() : translation.unknownEvents();
    if (names.empty())
        return {};
    return fail(Error::Kind::Inconsistent,
                isClip ? Message("audit.unknown_clips", other.file(), names.size(), into.file(), *names.begin())
                       : Message("audit.unknown_events", other.file(), names.size(), into.file(), *names.begin()));
}

// With `isPreview` the transaction ends in an error, so that nothing of it stays.
Result<MergeReport> merge(Project &into, const Project &other, const MergeOptions &options, bool isPreview,
                          const std::stop_token &stop) {
    Translation translation = TAGSCOPE_TRY(Translation::between(other, into));
    MergeReport report;
    bool isWhole = false;
    const Result<void> merged = into.atomically([&]() -> Result<void> {
        std::vector<Verdict> there = TAGSCOPE_TRY(other.verdictHistory());
        std::erase_if(there, [&translation](Verdict &verdict) { return !translation.translate(verdict); });
        TAGSCOPE_TRY(addVerdictsTo(into, std::move(there), options, report));
        TAGSCOPE_TRY(mergeRegions(into, other, translation, options, report));
        std::vector<Remark> remarks = TAGSCOPE_TRY(other.remarkHistory());
        std::erase_if(remarks, [&translation](Remark &remark) { return !translation.translateClip(remark.clip); });
        TAGSCOPE_TRY(addRemarksTo(into, std::move(remarks), options, report));
        if (stop.stop_requested())
            return cancelled();
        if (options.unknown == UnknownPairs::Refuse)
            TAGSCOPE_TRY(requireKnown(translation, into, other));
        isWhole = true;
        return isPreview ? cancelled() : Result<void>();
    });
    if (!merged && !(isPreview && isWhole))
        return tl::unexpected(merged.error());
    report.leftOutClips.assign(translation.unknownClips().begin(), translation.unknownClips().end());
    report.leftOutEvents.assign(translation.unknownEvents().begin(), translation.unknownEvents().end());
    return report;
}

} // namespace

Result<MergeReport> mergeAudit(Project &into, const Project &other, const MergeOptions &options, std::stop_token stop) {
    return merge(into, other, options, false, stop);
}

Result<MergeReport> mergeVerdicts(Project &into, std::vector<Verdict> verdicts, const MergeOptions &options,
                                  std::vector<Remark> remarks) {
    MergeReport report;
    TAGSCOPE_TRY(into.atomically([&]() -> Result<void> {
        TAGSCOPE_TRY(addVerdictsTo(into, std::move(verdicts), options, report));
        return addRemarksTo(into, std::move(remarks), options, report);
    }));
    return report;
}

Result<MergeReport> previewMerge(Project &into, const Project &other, const MergeOptions &options,
                                 std::stop_token stop) {
    return merge(into, other, options, true, stop);
}

} // namespace tagscope
