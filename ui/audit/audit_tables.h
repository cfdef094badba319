// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_progress.h"
#include "core/audit/vote_truth.h"
#include "core/evaluation/report.h"
#include "ui/audit/agreement_service.h"
#include "ui/base/figure_table_model.h"

#include <vector>

// What an audit comes to, as the window shows it.
namespace tagscope::ui {

[[nodiscard]] QString textOf(TruthRule rule); // "majority"

// Before the columns of Cohen's kappas, one for each PairKappa.
inline constexpr int kAgreementCounts = 3;

// `events`: names of the project's.
[[nodiscard]] FigureTable agreementTable(const AgreementSummary &summary, const std::vector<QString> &events);
[[nodiscard]] FigureTable noiseTable(const AuditEstimates &estimates);
// How many labels each order of the plans was right to ask about, so far.
[[nodiscard]] FigureTable ordersTable(const std::vector<OrderProgress> &orders);
// "Wrong labels among … 12 of 40 (30.0 %; …); among the random controls: …"; empty while none is decided.
[[nodiscard]] QString precisionSoFar(const JudgedRows &ordered, const JudgedRows &controls);
// Nothing but its header where there is no precision.
[[nodiscard]] FigureTable precisionTable(const AuditEstimates &estimates);
// F1 of the report's close-up split by each truth that is known there, and the labels that the audit changed.
// `changes`: of each event in the same split's clips; empty where they are of other clips.
[[nodiscard]] FigureTable truthTable(const Report &report, const std::vector<LabelChanges> &changes);

// What they were computed from, as sentences.
[[nodiscard]] QString noiseSource(const AuditEstimates &estimates);
[[nodiscard]] QString precisionSource(const AuditEstimates &estimates, const std::vector<QString> &events);
[[nodiscard]] QString truthSource(const Report &report, const std::vector<LabelChanges> &changes);

} // namespace tagscope::ui
