// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_project.h"

#include <algorithm>
#include <set>

// The synthetic project's audit.
namespace tagscope::test {

Result<AuditMaterial> SyntheticProject::auditMaterial(const std::string &split, const std::stop_token &stop) {
    const Result<ClipFigures> all = figures(stop);
    const std::vector<ui::LabelledClip> labelled = clips();
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < labelled.size(); ++i)
        if (split.empty() || labelled[i].clip.split == split)
            rows.push_back(i);
    const std::size_t events = all->audio.columns;
    AuditMaterial material;
    material.scores = {BinaryTable(rows.size(), events), Matrix(rows.size(), events), Matrix(rows.size(), events)};
    for (std::size_t row = 0; row < rows.size(); ++row) {
        material.clips.push_back(labelled[rows[row]].clip);
        material.groups.push_back(row);
        for (const int event : labelled[rows[row]].labels)
            material.scores.labels(row, static_cast<std::size_t>(event)) = 1;
        for (std::size_t k = 0; k < events; ++k) {
            material.scores.audio(row, k) = all->audio(rows[row], k);
            material.scores.video(row, k) = 1.0F - all->audio(rows[row], k);
        }
    }
    return material;
}

Result<ui::AuditRecord> SyntheticProject::auditRecord(const std::stop_token &) {
    const std::lock_guard lock(mutex_);
    return ui::AuditRecord{verdicts_, regions_};
}

Result<std::vector<Verdict>> SyntheticProject::addVerdicts(const std::vector<Verdict> &verdicts) {
    if (std::ranges::any_of(verdicts, [](const Verdict &verdict) { return verdict.annotator == "nobody"; }))
        return fail(Error::Kind::Unreadable, plainText("The verdict could not be stored: the disk is full."));
    const std::lock_guard lock(mutex_);
    std::vector<Verdict> stored = verdicts;
    for (Verdict &verdict : stored) {
        if (verdict.time == 0)
            verdict.time = static_cast<std::int64_t>(verdicts_.size()) + 1;
        verdicts_.push_back(verdict);
    }
    return stored;
}

Result<std::vector<MarkedRegion>> SyntheticProject::changeMarkedRegions(const std::vector<MarkedRegion> &additions,
                                                                        const std::vector<MarkedRegion> &removals) {
    if (std::ranges::any_of(additions, [](const MarkedRegion &region) { return region.annotator == "nobody"; }))
        return fail(Error::Kind::Unreadable, plainText("The region could not be stored: the disk is full."));
    const std::lock_guard lock(mutex_);
    std::set<ClipId> concerned;
    for (const MarkedRegion &region : removals) {
        concerned.insert(region.clip);
        std::erase_if(regions_, [&region](MarkedRegion kept) {
            kept.removed = region.removed;
            return kept == region;
        });
    }
    for (MarkedRegion region : additions) {
        concerned.insert(region.clip);
        if (region.added == 0)
            region.added = nowInMicroseconds();
        regions_.push_back(region);
    }
    std::vector<MarkedRegion> holding;
    std::ranges::copy_if(regions_, std::back_inserter(holding),
                         [&](const MarkedRegion &region) { return concerned.contains(region.clip); });
    std::ranges::sort(holding, {},
                      [](const MarkedRegion &region) { return std::tuple(region.clip, region.onset, region.event); });
    return holding;
}

} // namespace tagscope::test
