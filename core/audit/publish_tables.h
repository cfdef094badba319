// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/agreement_summary.h"
#include "core/audit/project_votes.h"
#include "core/audit/publish.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

// The tables of a published audit, as text.
namespace tagscope {

// What becomes of a project's labels by a rule; pairs by the names of clip and event.
struct CorrectedLabels {
    std::vector<std::pair<std::string, std::string>> labels; // after the audit, sorted
    struct Change {
        std::string clip;
        std::string event;
        bool isLabelled = false; // after
        bool isByLead = false;
    };
    std::vector<Change> changes; // sorted
    std::size_t undecided = 0;   // judged pairs about which nothing is decided
};
[[nodiscard]] Result<CorrectedLabels> correctedLabels(const Project &project, const std::vector<VotesOfAxis> &votes,
                                                      TruthRule rule);

[[nodiscard]] std::string labelsCsv(const CorrectedLabels &corrected);
[[nodiscard]] std::string changesCsv(const CorrectedLabels &corrected, std::string_view rule);
[[nodiscard]] std::string votesCsv(const std::vector<VotesOfAxis> &votes);
[[nodiscard]] std::string annotatorsCsv(const std::vector<VotesOfAxis> &votes);

// How far annotators agree at a stage and on an axis.
struct StageAgreement {
    std::string stage; // or "final"
    std::string axis;
    AgreementSummary summary;
};
[[nodiscard]] Result<std::vector<StageAgreement>> agreementOf(const Project &project, const std::stop_token &stop);
[[nodiscard]] std::string agreementCsv(const std::vector<StageAgreement> &agreement,
                                       const std::vector<std::string> &events);

} // namespace tagscope
