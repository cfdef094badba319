// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_json.h"

#include "core/fusion/fusion_json.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace tagscope {
namespace {

using json = nlohmann::ordered_json;

json microFiguresToJson(const Evaluation &evaluation) {
    json micro = countsToJson(evaluation.micro);
    micro["interval"] = evaluation.intervals ? intervalToJson(evaluation.intervals->micro) : json();
    if (evaluation.newClips) {
        json &estimate = micro["estimate"] = {{"micro_f1", evaluation.newClips->microF1}};
        if (const std::optional<Interval> &interval = evaluation.newClips->interval)
            estimate.update({{"low", interval->low}, {"high", interval->high}});
    }
    return micro;
}

json macroFiguresToJson(const Evaluation &evaluation) {
    return {{"f1", evaluation.macroF1},
            {"interval", evaluation.intervals ? intervalToJson(evaluation.intervals->macro) : json()},
            {"events_left_out", evaluation.neverOccurring()},
            {"organisers_f1", evaluation.organisersMacroF1},
            {"average_precision", orNull(evaluation.meanAveragePrecision)}};
}

json eventFiguresToJson(const Evaluation &evaluation, const std::string &name, std::size_t k) {
    const Counts &counts = evaluation.perEvent[k];
    json event{{"name", name}};
    event.update(countsToJson(counts));
    event["interval"] = evaluation.intervals ? intervalToJson(evaluation.intervals->events[k]) : json();
    event["positives"] = counts.truePositives + counts.falseNegatives;
    event["few"] = isFew(counts);
    event["average_precision"] = orNull(evaluation.averagePrecision[k]);
    event["auc"] = orNull(evaluation.ranking.auc[k]);
    return event;
}

json rankingToJson(const RankingFigures &ranking) {
    return {{"auc_macro", orNull(ranking.macroAuc)},
            {"auc_micro", orNull(ranking.microAuc)},
            {"average_precision_micro", orNull(ranking.microAveragePrecision)},
            {"d_prime", ranking.dPrime ? numberToJson(*ranking.dPrime) : json()}};
}

// The rows are the labels, the columns the answers; the last is "none".
json singleLabelToJson(const SingleLabelFigures &figures) {
    json rows = json::array();
    for (std::size_t labelled = 0; labelled < figures.events; ++labelled) {
        json row = json::array();
        for (std::size_t answered = 0; answered <= figures.events; ++answered)
            row.push_back(figures.count(labelled, answered));
        rows.push_back(std::move(row));
    }
    return {{"accuracy", figures.accuracy()},
            {"interval", intervalToJson(figures.interval)},
            {"right", figures.right},
            {"clips", figures.clips},
            {"confusion", std::move(rows)}};
}

} // namespace

json figuresToJson(const Evaluation &evaluation, const std::vector<std::string> &events) {
    json list = json::array();
    for (std::size_t k = 0; k < events.size(); ++k)
        list.push_back(eventFiguresToJson(evaluation, events[k], k));
    json figures{{"micro", microFiguresToJson(evaluation)},
                 {"macro", macroFiguresToJson(evaluation)},
                 {"ranking", rankingToJson(evaluation.ranking)}};
    if (evaluation.singleLabel)
        figures["single_label"] = singleLabelToJson(*evaluation.singleLabel);
    figures["events"] = std::move(list);
    return figures;
}

} // namespace tagscope
