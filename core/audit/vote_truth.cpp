// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/vote_truth.h"

#include "core/audit/vote_intervals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array<std::pair<TruthRule, std::string_view>, 3> kTruthRules{
    {{TruthRule::Unanimous, "unanimous"}, {TruthRule::Majority, "majority"}, {TruthRule::DawidSkene, "dawid-skene"}}};
constexpr int kMostSteps = 1000;
constexpr double kSettled = 1e-10;

struct VotesOfItem {
    std::size_t yes = 0;
    std::size_t all = 0;
};

VotesOfItem countVotes(const RatingTable &votes, std::size_t item) {
    VotesOfItem count;
    for (std::size_t annotator = 0; annotator < votes.annotators; ++annotator) {
        const int vote = votes(item, annotator);
        count.all += vote >= 0 ? 1U : 0U;
        count.yes += vote > 0 ? 1U : 0U;
    }
    return count;
}

// What an annotator said where it was expected to be true, and where not.
struct ExpectedAnswers {
    double hits = 0.0;
    double positives = 0.0;
    double rejections = 0.0;
    double negatives = 0.0;

    // The modes under the priors.
    [[nodiscard]] double sensitivity() const { return (hits + 1.0) / (positives + 1.0); }
    [[nodiscard]] double specificity() const { return (rejections + 1.0) / (negatives + 1.0); }
};

std::vector<ExpectedAnswers> answersIn(const RatingTable &votes, const std::vector<double> &posterior) {
    std::vector<ExpectedAnswers> answers(votes.annotators);
    for (std::size_t item = 0; item < votes.items; ++item)
        for (std::size_t annotator = 0; annotator < votes.annotators; ++annotator) {
            const int vote = votes(item, annotator);
            if (vote < 0)
                continue;
            const double isTrue = posterior[item];
            ExpectedAnswers &of = answers[annotator];
            of.positives += isTrue;
            of.negatives += 1.0 - isTrue;
            (vote > 0 ? of.hits : of.rejections) += vote > 0 ? isTrue : 1.0 - isTrue;
        }
    return answers;
}

// log P(vote | yes) - log P(vote | no) of one annotator. Priors keep yes among the true and no among the false above 0;
// who never erred in one direction gives that answer full weight, bounded here.
struct Evidence {
    double ofYes = 0.0;
    double ofNo = 0.0;

    explicit Evidence(const ExpectedAnswers &answers) {
        const auto logOf = [](double probability) {
            constexpr double kLeast = 1e-9;
            return std::log(std::max(probability, kLeast));
        };
        const double sensitivity = answers.sensitivity();
        const double specificity = answers.specificity();
        ofYes = logOf(sensitivity) - logOf(1.0 - specificity);
        ofNo = logOf(1.0 - sensitivity) - logOf(specificity);
    }
};

// Summed over who voted.
double evidenceFor(const RatingTable &votes, std::size_t item, const std::vector<Evidence> &evidence) {
    double sum = 0.0;
    for (std::size_t annotator = 0; annotator < votes.annotators; ++annotator)
        if (const int vote = votes(item, annotator); vote >= 0)
            sum += vote > 0 ? evidence[annotator].ofYes : evidence[annotator].ofNo;
    return sum;
}

} // namespace

std::string_view nameOf(TruthRule rule) {
    return std::ranges::find(kTruthRules, rule, &decltype(kTruthRules)::value_type::first)->second;
}

std::optional<TruthRule> truthRuleNamed(std::string_view name) {
    const auto *found = std::ranges::find(kTruthRules, name, &decltype(kTruthRules)::value_type::second);
    return found == kTruthRules.end() ? std::nullopt : std::optional(found->first);
}

DawidSkene dawidSkene(const RatingTable &votes) {
    DawidSkene found;
    found.posterior.assign(votes.items, 0.5);
    std::vector<bool> isVoted(votes.items);
    double voted = 0.0;
    for (std::size_t item = 0; item < votes.items; ++item) {
        const VotesOfItem count = countVotes(votes, item);
        isVoted[item] = count.all > 0;
        voted += count.all > 0 ? 1.0 : 0.0;
        if (count.all > 0)
            found.posterior[item] = static_cast<double>(count.yes) / static_cast<double>(count.all);
    }
    std::vector<ExpectedAnswers> answers(votes.annotators);
    while (found.steps < kMostSteps && !found.hasConverged) {
        double sum = 0.0;
        for (std::size_t item = 0; item < votes.items; ++item)
            sum += isVoted[item] ? found.posterior[item] : 0.0;
        found.share = (sum + 1.0) / (voted + 2.0);
        answers = answersIn(votes, found.posterior);
        const std::vector<Evidence> evidence(answers.begin(), answers.end());
        double moved = 0.0;
        for (std::size_t item = 0; item < votes.items; ++item) {
            if (!isVoted[item])
                continue;
            const double logit = std::log(found.share / (1.0 - found.share)) + evidenceFor(votes, item, evidence);
            const double posterior = 1.0 / (1.0 + std::exp(-logit));
            moved = std::max(moved, std::abs(posterior - found.posterior[item]));
            found.posterior[item] = posterior;
        }
        ++found.steps;
        found.hasConverged = moved < kSettled;
    }
    for (std::size_t item = 0; item < votes.items; ++item)
        if (!isVoted[item])
            found.posterior[item] = found.share;
    for (std::size_t annotator = 0; annotator < votes.annotators; ++annotator) {
        const ExpectedAnswers &of = answers[annotator];
        AnnotatorQuality quality;
        quality.sensitivity = of.sensitivity();
        quality.specificity = of.specificity();
        quality.votes = static_cast<std::size_t>(std::llround(of.positives + of.negatives));
        found.annotators.push_back(quality);
    }
    addIntervals(votes, found);
    return found;
}

std::vector<std::optional<bool>> truthOf(const RatingTable &votes, TruthRule rule) {
    std::vector<std::optional<bool>> truth(votes.items);
    const std::vector<double> posterior =
        rule == TruthRule::DawidSkene ? dawidSkene(votes).posterior : std::vector<double>();
    for (std::size_t item = 0; item < votes.items; ++item) {
        const VotesOfItem count = countVotes(votes, item);
        if (count.all == 0)
            continue;
        switch (rule) {
        case TruthRule::Unanimous:
            truth[item] = count.yes == count.all;
            break;
        case TruthRule::Majority:
            truth[item] = 2 * count.yes > count.all;
            break;
        case TruthRule::DawidSkene:
            truth[item] = posterior[item] > 0.5;
            break;
        }
    }
    return truth;
}

std::optional<double> TruthFigures::precision() const {
    const std::size_t all = truePositives + falsePositives;
    return all == 0 ? std::nullopt : std::optional(static_cast<double>(truePositives) / static_cast<double>(all));
}

std::optional<double> TruthFigures::recall() const {
    const std::size_t all = truePositives + falseNegatives;
    return all == 0 ? std::nullopt : std::optional(static_cast<double>(truePositives) / static_cast<double>(all));
}

std::optional<double> TruthFigures::f1() const {
    const std::size_t all = 2 * truePositives + falsePositives + falseNegatives;
    return all == 0 ? std::nullopt : std::optional(2.0 * static_cast<double>(truePositives) / static_cast<double>(all));
}

TruthFigures truthAgainst(const std::vector<std::optional<bool>> &truth, const std::vector<std::optional<bool>> &gold) {
    TruthFigures figures;
    for (std::size_t item = 0; item < std::min(truth.size(), gold.size()); ++item) {
        if (!truth[item] || !gold[item])
            continue;
        ++figures.items;
        figures.truePositives += *truth[item] && *gold[item] ? 1U : 0U;
        figures.falsePositives += *truth[item] && !*gold[item] ? 1U : 0U;
        figures.falseNegatives += !*truth[item] && *gold[item] ? 1U : 0U;
    }
    return figures;
}

} // namespace tagscope
