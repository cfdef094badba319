// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_project.h"

#include <optional>
#include <string_view>
#include <utility>

// LocalProject's audit: what its clips are ordered by, verdicts and marked regions.
namespace tagscope {

Result<AuditMaterial> LocalProject::auditMaterial(const std::string &split, const std::stop_token &stop) {
    return tagscope::auditMaterial(project_, split.empty() ? std::nullopt : std::optional<std::string_view>(split), {},
                                   stop);
}

Result<ui::AuditRecord> LocalProject::auditRecord(const std::stop_token &) {
    Result<std::vector<Verdict>> verdicts = project_.verdictHistory();
    if (!verdicts)
        return tl::unexpected(verdicts.error());
    Result<std::vector<MarkedRegion>> regions = project_.markedRegions();
    if (!regions)
        return tl::unexpected(regions.error());
    return ui::AuditRecord{std::move(*verdicts), std::move(*regions)};
}

Result<std::vector<Verdict>> LocalProject::addVerdicts(const std::vector<Verdict> &verdicts) {
    return project_.addVerdicts(verdicts);
}

Result<std::vector<MarkedRegion>> LocalProject::changeMarkedRegions(const std::vector<MarkedRegion> &additions,
                                                                    const std::vector<MarkedRegion> &removals) {
    return project_.changeMarkedRegions(additions, removals);
}

Result<MergeReport> LocalProject::mergeAudit(const std::filesystem::path &other, UnknownPairs unknown, bool isPreview,
                                             const std::stop_token &stop) {
    const Result<Project> there = Project::open(other, Project::Access::ReadOnly);
    if (!there)
        return tl::unexpected(there.error());
    return isPreview ? previewMerge(project_, *there, unknown, stop)
                     : tagscope::mergeAudit(project_, *there, unknown, stop);
}

Result<AuditImportReport> LocalProject::importVerdicts(const std::filesystem::path &file) {
    return tagscope::importVerdicts(project_, file);
}

Result<AuditImportReport> LocalProject::importRegions(const RegionImport &import, const std::stop_token &stop) {
    return tagscope::importRegions(project_, import, stop);
}

} // namespace tagscope
