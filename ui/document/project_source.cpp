// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_source.h"

namespace tagscope::ui {
namespace {

tl::unexpected<Error> keepsNoPoints() {
    return fail(Error::Kind::Unsupported, "ui.project_keeps_no_points");
}

tl::unexpected<Error> cannotBeChanged() {
    return fail(Error::Kind::Unsupported, "ui.project_fixed");
}

} // namespace

Result<PointList> ProjectSource::points(const std::stop_token &) {
    return PointList();
}

Result<PointList> ProjectSource::storePoint(const NamedOperatingPoint &) {
    return keepsNoPoints();
}

Result<PointList> ProjectSource::choosePoint(const std::string &) {
    return keepsNoPoints();
}

Result<PointList> ProjectSource::removePoint(const std::string &) {
    return keepsNoPoints();
}

Result<PointList> ProjectSource::importPoints(const std::string &) {
    return keepsNoPoints();
}

Result<std::string> ProjectSource::exportPoints(const std::vector<std::string> &) {
    return keepsNoPoints();
}

Result<WorkbenchContents> ProjectSource::workbench(const std::string &, const std::stop_token &) {
    WorkbenchContents none;
    none.problem = "evaluation.no_probabilities";
    return none;
}

Result<EvaluationContents> ProjectSource::evaluation(const ReportRequest &, const Progress &, const std::stop_token &) {
    return fail(Error::Kind::Unsupported, "ui.project_without_figures");
}

Result<ExportOutcome> ProjectSource::exportTo(const ExportRequest &, const std::filesystem::path &, const Progress &,
                                              const std::stop_token &) {
    return fail(Error::Kind::Unsupported, "ui.project_not_exported");
}

Result<AuditMaterial> ProjectSource::auditMaterial(const std::string &, const std::stop_token &) {
    return fail(Error::Kind::Unsupported, "ui.nothing_to_audit");
}

Result<AuditRecord> ProjectSource::auditRecord(const std::stop_token &) {
    return AuditRecord();
}

Result<std::vector<Verdict>> ProjectSource::addVerdicts(const std::vector<Verdict> &) {
    return cannotBeChanged();
}

Result<std::vector<MarkedRegion>> ProjectSource::changeMarkedRegions(const std::vector<MarkedRegion> &,
                                                                     const std::vector<MarkedRegion> &) {
    return cannotBeChanged();
}

Result<MergeReport> ProjectSource::mergeAudit(const std::filesystem::path &, UnknownPairs, bool,
                                              const std::stop_token &) {
    return cannotBeChanged();
}

Result<AuditImportReport> ProjectSource::importVerdicts(const std::filesystem::path &) {
    return cannotBeChanged();
}

Result<AuditImportReport> ProjectSource::importRegions(const RegionImport &, const std::stop_token &) {
    return cannotBeChanged();
}

Result<ClipFigures> ProjectSource::figures(const std::stop_token &) {
    return ClipFigures();
}

Result<void> ProjectSource::setSplits(const std::vector<SplitOfClip> &) {
    return cannotBeChanged();
}

Result<void> ProjectSource::setPlaces(const std::vector<FoundMedia> &) {
    return cannotBeChanged();
}

Result<ImportReport> ProjectSource::import(const ImportRequest &, const Progress &, const std::stop_token &) {
    return cannotBeChanged();
}

Result<LocateOutcome> ProjectSource::locate(const std::filesystem::path &, const Progress &, const std::stop_token &) {
    return LocateOutcome();
}

Result<std::optional<std::string>> ProjectSource::setting(const std::string &) {
    return std::nullopt;
}

Result<void> ProjectSource::setSetting(const std::string &, const std::string &) {
    return cannotBeChanged();
}

} // namespace tagscope::ui
