// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_project.h"
#include "core/training/activation_export.h"

#include <utility>

// LocalProject's reports, and taking its labels and predictions out of it.
namespace tagscope {

Result<ui::EvaluationContents> LocalProject::evaluation(const ReportRequest &request, const Progress &progress,
                                                        const std::stop_token &stop) {
    Result<Report> report = makeReport(project(), request, progress, stop);
    if (!report)
        return tl::unexpected(report.error());
    const Result<std::vector<NamedOperatingPoint>> points = project().operatingPoints();
    if (!points)
        return tl::unexpected(points.error());
    ui::EvaluationContents contents{std::move(*report), {}};
    for (const NamedOperatingPoint &point : *points)
        contents.points.push_back(point.name);
    return contents;
}

Result<ExportOutcome> LocalProject::exportTo(const ExportRequest &request, const std::filesystem::path &target,
                                             const Progress &progress, const std::stop_token &stop) {
    ExportRequest complete = request;
    if (request.content == ExportContent::Activations) {
        Result<ActivationSource> activations = activationsFor(project(), request);
        if (!activations)
            return tl::unexpected(activations.error());
        complete.activations = std::move(*activations);
    }
    return exportFrom(project(), complete, target, progress, stop);
}

Result<AuditMaterial> LocalProject::auditMaterial(const std::string &split, const std::stop_token &stop) {
    return tagscope::auditMaterial(project(), split.empty() ? std::nullopt : std::optional<std::string_view>(split), {},
                                   stop);
}

} // namespace tagscope
