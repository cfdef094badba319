// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/agreement_summary.h"

#include "core/base/try.h"

#include <algorithm>

namespace tagscope {
namespace {

// Counts the items with at least two verdicts, and those of them that have different ones.
void count(const RatingTable &table, EventAgreement &row) {
    for (std::size_t i = 0; i < table.items; ++i) {
        std::size_t verdicts = 0;
        int first = -1;
        bool differ = false;
        for (std::size_t a = 0; a < table.annotators; ++a) {
            if (table(i, a) < 0)
                continue;
            if (verdicts++ == 0)
                first = table(i, a);
            differ = differ || table(i, a) != first;
        }
        row.pairs += verdicts >= 2 ? 1 : 0;
        row.differing += differ ? 1 : 0;
    }
}

Result<EventAgreement> agreementIn(const RatingTable &table, std::optional<int> event,
                                   const BootstrapOptions &bootstrap, const std::stop_token &stop) {
    EventAgreement row;
    row.event = event;
    count(table, row);
    for (std::size_t a = 0; a < table.annotators; ++a)
        for (std::size_t b = a + 1; b < table.annotators; ++b) {
            if (stop.stop_requested())
                return cancelled();
            row.cohen.push_back({a, b, cohensKappa(table, a, b, bootstrap)});
        }
    row.fleiss = fleissKappa(table, bootstrap);
    if (stop.stop_requested())
        return cancelled();
    row.alpha = krippendorffsAlpha(table, bootstrap);
    return row;
}

} // namespace

Result<AgreementSummary> summariseAgreement(const std::vector<Verdict> &standing, std::size_t events,
                                            const AgreementRequest &request, std::stop_token stop) {
    const Ratings ratings =
        request.axis ? ratingsOn(*request.axis, standing, request.choice) : ratingsOf(standing, request.choice);
    AgreementSummary summary;
    summary.annotators = ratings.annotators;
    summary.verdicts =
        static_cast<std::size_t>(std::ranges::count_if(ratings.table.values, [](int value) { return value >= 0; }));
    EventAgreement all = TAGSCOPE_TRY(agreementIn(ratings.table, std::nullopt, request.bootstrap, stop));
    summary.rows.push_back(std::move(all));
    for (std::size_t k = 0; k < events; ++k) {
        const RatingTable table = ofEvent(ratings, static_cast<int>(k));
        EventAgreement counted;
        count(table, counted);
        if (counted.pairs == 0)
            continue;
        EventAgreement row = TAGSCOPE_TRY(agreementIn(table, static_cast<int>(k), request.bootstrap, stop));
        summary.rows.push_back(std::move(row));
    }
    return summary;
}

} // namespace tagscope
