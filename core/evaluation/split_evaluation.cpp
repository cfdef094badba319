// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/split_evaluation.h"

#include "core/base/try.h"

#include <cstddef>
#include <utility>

namespace tagscope {
namespace {

// Measures systems one after the other, keeping their tags for the difference.
class SplitMeasurement {
public:
    SplitMeasurement(const Project &project, const SplitEvaluationRequest &request, std::stop_token stop)
        : project_(project), request_(request), stop_(std::move(stop)) {
        result_.events = namesOf(project.classes());
    }

    Result<SplitEvaluation> measure(std::vector<System> systems) {
        std::optional<Error> firstError;
        const std::size_t last = systems.size() - 1;
        for (std::size_t i = 0; i < systems.size(); ++i) {
            const Result<void> added = add(std::move(systems[i]));
            if (added)
                continue;
            const bool isAskedFor = i == last && !request_.pointName.empty();
            if (added.error().isCancelled() || isAskedFor)
                return tl::unexpected(added.error());
            result_.warnings.push_back("Left out: " + added.error().what());
            firstError = firstError ? firstError : added.error();
        }
        if (result_.systems.empty())
            return tl::unexpected(*firstError);
        TAGSCOPE_TRY(compare());
        return std::move(result_);
    }

private:
    Result<void> add(System system) {
        const SplitScores scores =
            TAGSCOPE_TRY(scoresOfSplit(project_, request_.split, request_.truth, system.sources));
        Evaluation evaluation = TAGSCOPE_TRY(evaluateSystem(scores, system, request_.bootstrap, stop_));
        if (system.isTunedOn(request_.split))
            result_.warnings.push_back(englishText({"evaluation.tuned_on_itself", system.point.name, request_.split}));
        if (!evaluation.withoutScores.empty())
            result_.warnings.push_back(system.name + ": " + std::to_string(evaluation.withoutScores.size()) +
                                       " clips have no scores and count as untagged, such as " +
                                       evaluation.withoutScores.front() + ".");
        warnOfEventsWithoutPositives(evaluation);
        truth_ = scores.truth;
        tags_.push_back(tagsAt(scores, system.point.point));
        result_.systems.push_back({std::move(system), std::move(evaluation)});
        return {};
    }

    // The same for each system: once.
    void warnOfEventsWithoutPositives(const Evaluation &evaluation) {
        if (!result_.systems.empty())
            return;
        for (const std::size_t event : evaluation.withoutPositives())
            result_.warnings.push_back("No clip has \"" + result_.events[event] + "\": it has no average precision.");
    }

    // Audio alone is the first where it is there at all.
    Result<void> compare() {
        const auto isTunedHere = [this](const MeasuredSystem &one) { return one.system.isTunedOn(request_.split); };
        if (result_.systems.size() < 2 || result_.systems.front().system.name != "audio" ||
            isTunedHere(result_.systems.front()) || isTunedHere(result_.systems.back()))
            return {};
        result_.difference =
            TAGSCOPE_TRY(bootstrapDifference(truth_, tags_.back(), tags_.front(), request_.bootstrap, stop_));
        const auto &first = result_.systems.front().system.sources.audio;
        const auto &last = result_.systems.back().system.sources.audio;
        if (last && *first != *last)
            result_.warnings.push_back("The difference is between two runs, \"" + last->name + "\" and \"" +
                                       first->name + "\", not between with and without video alone.");
        return {};
    }

    const Project &project_;
    const SplitEvaluationRequest &request_;
    std::stop_token stop_;
    SplitEvaluation result_;
    BinaryTable truth_;
    std::vector<BinaryTable> tags_; // of each system
};

} // namespace

Result<SplitEvaluation> evaluateSplit(const Project &project, const SplitEvaluationRequest &request,
                                      std::stop_token stop) {
    std::vector<System> systems = TAGSCOPE_TRY(systemsFor(project, request.split, request.pointName));
    return SplitMeasurement(project, request, std::move(stop)).measure(std::move(systems));
}

} // namespace tagscope
