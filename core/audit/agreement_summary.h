// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/agreement.h"
#include "core/audit/verdict_summary.h"
#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// How far a project's annotators agree, for each event and over all: what the command line and the window tell.
namespace tagscope {

struct AgreementRequest {
    VerdictChoice choice;
    std::optional<VoteAxis> axis; // nothing: both answers together
    BootstrapOptions bootstrap;
};

// Of two annotators, as places in AgreementSummary::annotators.
struct PairKappa {
    std::size_t first = 0;
    std::size_t second = 0;
    Agreement kappa;
};

// Coefficients of one event, or of all pairs of clip and event together.
struct EventAgreement {
    std::optional<int> event;     // nothing: all
    std::size_t pairs = 0;        // of clip and event, with at least two verdicts
    std::size_t differing = 0;    // of them
    std::vector<PairKappa> cohen; // of each two annotators
    Agreement fleiss;             // of all of them
    Agreement alpha;              // likewise, Krippendorff's
};

struct AgreementSummary {
    std::vector<std::string> annotators; // in the order of the alphabet
    std::size_t verdicts = 0;            // that count
    std::vector<EventAgreement> rows;    // of all first, then of each event with at least one such pair, in order
};

// `standing`: as of standingVerdicts(); adjudications do not count. `events`: of the project. O(draws x verdicts x
// coefficients). Error: Cancelled.
[[nodiscard]] Result<AgreementSummary> summariseAgreement(const std::vector<Verdict> &standing, std::size_t events,
                                                          const AgreementRequest &request, std::stop_token stop = {});

} // namespace tagscope
