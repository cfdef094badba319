// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_audit.h"

#include "core/base/try.h"
#include "core/exchange/verdict_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// What an annotator says something of, at a stage.
using PairKey = std::tuple<ClipId, int, AuditStage, std::string>;
PairKey auditedPairOf(const Verdict &verdict) {
    return {verdict.clip, verdict.event, verdict.stage, verdict.annotator};
}
using EntryKey = std::pair<PairKey, std::int64_t>;
EntryKey entryOf(const Verdict &verdict) {
    return {auditedPairOf(verdict), verdict.time};
}

using StandingVerdicts = std::map<PairKey, Verdict>;
StandingVerdicts standingIn(const std::vector<Verdict> &history) {
    StandingVerdicts standing;
    for (Verdict &verdict : standingVerdicts(history))
        standing.emplace(auditedPairOf(verdict), std::move(verdict));
    return standing;
}

// Of those without times those that say what holds already; how many.
std::size_t dropRepeated(std::vector<Verdict> &verdicts, const StandingVerdicts &standing) {
    return std::erase_if(verdicts, [&standing](const Verdict &verdict) {
        const auto held = standing.find(auditedPairOf(verdict));
        return verdict.time == 0 && held != standing.end() && held->second.value == verdict.value &&
               held->second.note == verdict.note;
    });
}

// What would bring back what held before the verdicts.
std::vector<Verdict> heldBefore(const std::vector<Verdict> &verdicts, const StandingVerdicts &standing) {
    StandingVerdicts held;
    for (Verdict verdict : verdicts) {
        const auto before = standing.find(auditedPairOf(verdict));
        if (before != standing.end())
            verdict = before->second;
        else
            verdict.value.reset();
        verdict.time = 0;
        held.emplace(auditedPairOf(verdict), std::move(verdict));
    }
    std::vector<Verdict> all;
    for (auto &[pair, verdict] : held)
        all.push_back(std::move(verdict));
    return all;
}

// What would bring back the remarks that held before these.
std::vector<Remark> remarkedBefore(const std::vector<Remark> &remarks, const std::vector<Remark> &history) {
    using Key = std::tuple<ClipId, RemarkKind, std::string, std::string>;
    const auto keyOf = [](const Remark &remark) {
        return Key{remark.clip, remark.kind, remark.word, remark.annotator};
    };
    std::map<Key, Remark> held;
    for (Remark &remark : standingRemarks(history))
        held.emplace(keyOf(remark), std::move(remark));
    std::map<Key, Remark> before;
    for (Remark remark : remarks) {
        const auto found = held.find(keyOf(remark));
        if (found != held.end())
            remark = found->second;
        else
            remark.holds = false;
        remark.time = 0;
        before.emplace(keyOf(remark), std::move(remark));
    }
    std::vector<Remark> all;
    for (auto &[key, remark] : before)
        all.push_back(std::move(remark));
    return all;
}

// A region whatever became of it.
using AuditedRegionKey = std::tuple<ClipId, int, std::string, double, double, std::int64_t, double, double, int>;
AuditedRegionKey markedOf(const MarkedRegion &region) {
    const FrequencyRange band = region.frequencies.value_or(FrequencyRange{-1.0, -1.0});
    return {region.clip,  region.event, region.annotator, region.onset.count(),      region.offset.count(),
            region.added, band.low,     band.high,        region.channel.value_or(0)};
}

// Those that are not in the history; they are stored, unless it is to be seen what would be.
Result<std::vector<Remark>> newRemarks(Project &project, const std::vector<Remark> &remarks,
                                       const std::vector<Remark> &history, bool isDryRun) {
    std::vector<Remark> added;
    for (const Remark &remark : remarks)
        if (std::ranges::find(history, remark) == history.end())
            added.push_back(remark);
    if (!isDryRun)
        added = TAGSCOPE_TRY(project.addRemarks(added));
    return added;
}

} // namespace

Result<SaidInProject> saidIn(const Project &project) {
    SaidInProject said;
    said.verdicts = TAGSCOPE_TRY(project.verdictHistory());
    said.regions = TAGSCOPE_TRY(project.markedRegions(std::nullopt, true));
    said.remarks = TAGSCOPE_TRY(project.remarkHistory());
    return said;
}

AuditImportReport addedBetween(const SaidInProject &before, const SaidInProject &after) {
    AuditImportReport report;
    const auto known = static_cast<std::ptrdiff_t>(std::min(before.verdicts.size(), after.verdicts.size()));
    report.verdicts.assign(after.verdicts.begin() + known, after.verdicts.end());
    report.verdictsBefore = heldBefore(report.verdicts, standingIn(before.verdicts));
    std::map<AuditedRegionKey, bool> held; // whether it was not taken back
    for (const MarkedRegion &region : before.regions)
        held.emplace(markedOf(region), !region.removed);
    for (const MarkedRegion &region : after.regions) {
        const auto found = held.find(markedOf(region));
        if (found == held.end() && !region.removed)
            report.regions.push_back(region);
        else if (found != held.end() && found->second && region.removed)
            report.regionsTakenBack.push_back(region);
    }
    const auto remarked = static_cast<std::ptrdiff_t>(std::min(before.remarks.size(), after.remarks.size()));
    report.remarks.assign(after.remarks.begin() + remarked, after.remarks.end());
    report.remarksBefore = remarkedBefore(report.remarks, before.remarks);
    report.added =
        report.verdicts.size() + report.regions.size() + report.regionsTakenBack.size() + report.remarks.size();
    return report;
}

Result<AuditImportReport> importVerdicts(Project &project, const fs::path &file, bool isDryRun) {
    FileReport report;
    report.file = file;
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    ReadVerdicts read = TAGSCOPE_TRY(readVerdicts(project, file, std::move(clips), report));
    std::vector<Verdict> &verdicts = read.verdicts;
    const std::vector<Remark> remarked = TAGSCOPE_TRY(project.remarkHistory());
    const std::vector<Verdict> before = TAGSCOPE_TRY(project.verdictHistory());
    const StandingVerdicts standing = standingIn(before);
    const std::size_t repeated = dropRepeated(verdicts, standing);
    std::set<EntryKey> known;
    for (const Verdict &verdict : before)
        known.insert(entryOf(verdict));
    std::vector<Verdict> added = verdicts;
    if (!isDryRun)
        added = TAGSCOPE_TRY(project.addVerdicts(verdicts)); // with their times
    std::erase_if(added, [&known](const Verdict &verdict) { return known.contains(entryOf(verdict)); });
    const std::vector<Remark> remarks = TAGSCOPE_TRY(newRemarks(project, read.remarks, remarked, isDryRun));
    report.added = added.size() + remarks.size();
    report.known = repeated + verdicts.size() - added.size() + read.remarks.size() - remarks.size();
    AuditImportReport all;
    all.added = report.added;
    all.known = report.known;
    if (!isDryRun) {
        all.verdictsBefore = heldBefore(added, standing);
        all.verdicts = std::move(added);
        all.remarksBefore = remarkedBefore(remarks, remarked);
        all.remarks = remarks;
    }
    all.take(std::move(report));
    return all;
}

} // namespace tagscope
