// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/noise_estimate.h"

#include <algorithm>
#include <map>

namespace tagscope {
namespace {

struct NoiseTally {
    std::int64_t certain = 0; // pairs
    std::int64_t rest = 0;
    std::int64_t certainJudged = 0;
    std::int64_t certainWrong = 0;
    std::int64_t drawn = 0;
    std::int64_t drawnWrong = 0;

    void add(bool isCertain, std::optional<bool> isWrong) {
        ++(isCertain ? certain : rest);
        if (!isWrong)
            return;
        ++(isCertain ? certainJudged : drawn);
        (isCertain ? certainWrong : drawnWrong) += *isWrong ? 1 : 0;
    }

    [[nodiscard]] NoiseEstimate estimate(std::optional<int> event) const {
        NoiseEstimate found;
        found.event = event;
        found.pairs = certain + rest;
        found.ordered = shareOf(certainWrong, certainJudged);
        found.controls = shareOf(drawnWrong, drawn);
        if (found.pairs == 0 || (drawn == 0 && rest > 0) || (certainJudged == 0 && certain > 0))
            return found;
        const auto of = [&](double share) {
            const double wrong = static_cast<double>(certain) * (certain > 0 ? found.ordered.share : 0.0) +
                                 static_cast<double>(rest) * share;
            return wrong / static_cast<double>(found.pairs);
        };
        found.wrong = of(rest > 0 ? found.controls.share : 0.0);
        found.interval = rest > 0 ? Interval{of(found.controls.interval.low), of(found.controls.interval.high)}
                                  : Interval{*found.wrong, *found.wrong};
        return found;
    }
};

} // namespace

std::vector<NoiseEstimate> estimateNoise(const AuditMaterial &material, const AuditQueue &queue, QueueOrder order,
                                         const std::vector<Verdict> &standing) {
    const bool isKnown =
        order == QueueOrder::LabelProbablyWrong || order == QueueOrder::SeenNotHeard || order == QueueOrder::Random;
    if (!isKnown)
        return {};
    std::map<AuditedPair, bool> heard;
    for (const AuditedSound &sound : auditedSound(standing))
        if (sound.isAudible)
            heard.emplace(sound.pair, *sound.isAudible);
    const auto saidOf = [&](const QueueRow &row) -> std::optional<bool> {
        const auto said = heard.find({material.clips[row.clip].id, static_cast<int>(row.event)});
        return said == heard.end() ? std::nullopt : std::optional(said->second);
    };
    std::size_t depth = 0; // the place after the last row of the order that was judged
    if (order != QueueOrder::Random)
        for (const QueueRow &row : queue.rows)
            if (!row.isControl && saidOf(row))
                depth = row.place + 1;
    std::vector<NoiseTally> events(material.scores.labels.events);
    NoiseTally all;
    for (const QueueRow &row : queue.rows) {
        const bool isCertain = row.place < depth;
        std::optional<bool> isWrong;
        if (const std::optional<bool> said = saidOf(row);
            said && (isCertain || row.isControl || order == QueueOrder::Random))
            isWrong = !*said;
        all.add(isCertain, isWrong);
        events[row.event].add(isCertain, isWrong);
    }
    std::vector<NoiseEstimate> estimates{all.estimate(std::nullopt)};
    for (std::size_t k = 0; k < events.size(); ++k)
        if (events[k].certain + events[k].rest > 0)
            estimates.push_back(events[k].estimate(static_cast<int>(k)));
    return estimates;
}

} // namespace tagscope
