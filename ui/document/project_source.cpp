// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_source.h"

namespace tagscope::ui {

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

} // namespace tagscope::ui
