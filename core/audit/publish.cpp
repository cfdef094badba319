// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/publish.h"

#include "core/audit/publish_card.h"
#include "core/audit/publish_tables.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/evaluation/report_files.h"
#include "core/exchange/export_audit.h"
#include "core/exchange/export_target.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tagscope {
namespace {

// F1 against the labels before and after the audit; nothing where nothing was computed that could be measured.
std::optional<std::string> figuresCsv(const Project &project, const PublishOptions &options,
                                      const std::stop_token &stop) {
    ReportRequest request;
    request.truths = {Truth::Weak, Truth::Audited};
    request.programVersion = options.programVersion;
    const Result<Report> report = makeReport(project, request, {}, stop);
    return report ? std::optional(reportCsv(*report)) : std::nullopt;
}

std::string sumsOf(const std::map<std::string, std::string> &files) {
    std::string sums;
    for (const auto &[name, content] : files)
        sums += sha256Of(content) + "  " + name + "\n";
    return sums;
}

} // namespace

Result<Published> publishAudit(const Project &project, const PublishOptions &options,
                               const std::filesystem::path &folder, std::stop_token stop) {
    if (options.creators.empty())
        return fail(Error::Kind::Inconsistent, "audit.publish_without_creator");
    const std::vector<VotesOfAxis> votes = TAGSCOPE_TRY(votesIn(project, {}));
    if (votes.empty())
        return fail(Error::Kind::Inconsistent, {"audit.publish_without_verdicts", project.file()});
    const CorrectedLabels corrected = TAGSCOPE_TRY(correctedLabels(project, votes, options.rule));
    const std::vector<StageAgreement> agreement = TAGSCOPE_TRY(agreementOf(project, stop));
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    std::map<std::string, std::string> files;
    files["labels.csv"] = labelsCsv(corrected);
    files["changes.csv"] = changesCsv(corrected, nameOf(options.rule));
    files["votes.csv"] = votesCsv(votes);
    files["annotators.csv"] = annotatorsCsv(votes);
    files["agreement.csv"] = agreementCsv(agreement, namesOf(project.classes()));
    files["verdicts.csv"] = TAGSCOPE_TRY(verdictTable(project, clips, true));
    if (std::optional<std::string> figures = figuresCsv(project, options, stop))
        files["figures.csv"] = std::move(*figures);
    const AuditCard card = TAGSCOPE_TRY(auditCard(project, options, corrected, votes, agreement));
    files["README.md"] = readmeOf(card, files.contains("figures.csv"));
    files["zenodo.json"] = zenodoOf(card);
    if (stop.stop_requested())
        return cancelled();
    files["SHA256SUMS"] = sumsOf(files);
    AtomicDirectory target = TAGSCOPE_TRY(AtomicDirectory::create(folder));
    Published published;
    for (const auto &[name, content] : files) {
        TAGSCOPE_TRY(target.write(name, "", content));
        published.files.push_back(name);
    }
    TAGSCOPE_TRY(target.commit());
    published.labels = corrected.labels.size();
    published.changed = corrected.changes.size();
    published.undecided = corrected.undecided;
    return published;
}

} // namespace tagscope
