// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_records.h"

namespace tagscope::ui {
namespace {

// Of clips that have none yet.
void addRegions(RegionsByClip &to, const std::vector<MarkedRegion> &regions) {
    std::unordered_map<ClipId, std::vector<MarkedRegion>> byClip;
    for (const MarkedRegion &region : regions)
        byClip[region.clip].push_back(region);
    for (auto &[clip, some] : byClip)
        to[clip] = std::make_shared<const std::vector<MarkedRegion>>(std::move(some));
}

} // namespace

AuditRecords::AuditRecords(ProjectEdits &edits, QObject *parent) : QObject(parent), edits_(edits) {
    connect(&edits, &ProjectEdits::auditKnown, this, &AuditRecords::take);
    connect(&edits, &ProjectEdits::verdictsAdded, this, &AuditRecords::append);
    connect(&edits, &ProjectEdits::regionsChanged, this, &AuditRecords::replace);
    connect(&edits, &ProjectEdits::remarksAdded, this, [this](const std::vector<Remark> &remarks) {
        remarks_.insert(remarks_.end(), remarks.begin(), remarks.end());
        Q_EMIT remarksChanged();
    });
}

void AuditRecords::read() {
    areKnown_ = false;
    history_.clear();
    entries_.clear();
    regions_.clear();
    remarks_.clear();
    Q_EMIT known();
    edits_.readAudit();
}

void AuditRecords::take(const AuditRecord &record) {
    areKnown_ = true;
    history_.clear();
    entries_.clear();
    regions_.clear();
    for (const Verdict &verdict : record.verdicts) {
        entries_[verdict.clip].push_back(history_.size());
        history_.push_back(verdict);
    }
    addRegions(regions_, record.regions);
    remarks_ = record.remarks;
    Q_EMIT known();
}

void AuditRecords::append(const std::vector<Verdict> &verdicts) {
    for (const Verdict &verdict : verdicts) {
        entries_[verdict.clip].push_back(history_.size());
        history_.push_back(verdict);
    }
    Q_EMIT added(verdicts);
}

void AuditRecords::replace(const std::vector<ClipId> &clips, const std::vector<MarkedRegion> &regions) {
    for (const ClipId clip : clips)
        regions_.erase(clip);
    addRegions(regions_, regions);
    Q_EMIT regionsChanged(clips);
}

std::vector<Verdict> AuditRecords::standing(ClipId clip) const {
    std::vector<Verdict> said;
    if (const auto found = entries_.find(clip); found != entries_.end())
        for (const std::size_t entry : found->second)
            said.push_back(history_[entry]);
    return standingVerdicts(std::move(said));
}

std::vector<MarkedRegion> AuditRecords::regions(ClipId clip) const {
    const auto found = regions_.find(clip);
    return found == regions_.end() ? std::vector<MarkedRegion>() : *found->second;
}

} // namespace tagscope::ui
