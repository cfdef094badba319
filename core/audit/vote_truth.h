// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/agreement.h"
#include "core/fusion/bootstrap.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

// From the votes of several annotators on a question of yes or no to what is taken for true. No rule is the best in
// advance: truthAgainst() measures them where a gold standard is known.
namespace tagscope {

// In a RatingTable 1 is yes, 0 is no, below 0 nothing.
enum class TruthRule {
    Unanimous, // yes where all who answered said so
    Majority,  // yes where more than half of them did
    DawidSkene // yes where the model below finds it more probable than not
};
inline constexpr std::array kAllTruthRules{TruthRule::Unanimous, TruthRule::Majority, TruthRule::DawidSkene};
[[nodiscard]] std::string_view nameOf(TruthRule rule); // "unanimous", "majority", "dawid-skene"
[[nodiscard]] std::optional<TruthRule> truthRuleNamed(std::string_view name);

// How an annotator answers, as far as the votes of the others tell.
struct AnnotatorQuality {
    double sensitivity = 0.0;               // yes, where yes is true
    double specificity = 0.0;               // no, where no is true
    Interval sensitivityInterval{0.0, 1.0}; // 95 %, as addIntervals() has them
    Interval specificityInterval{0.0, 1.0};
    std::size_t votes = 0;
};

// Dawid and Skene (1979) for two answers, by expectation and maximisation: each annotator has one sensitivity and one
// specificity for all items (an event alone has too few votes to tell), each with a Beta(2, 1) prior, so that few votes
// do not run away to 0; the share of true items has a Beta(2, 2) prior. Begins with the share of yes among the votes.
struct DawidSkene {
    std::vector<double> posterior;            // of yes, one an item; the share where nobody voted
    std::vector<AnnotatorQuality> annotators; // one a column
    double share = 0.5;                       // of true items
    int steps = 0;
    bool hasConverged = false; // no posterior moved by more than 1e-10 in the last step
};
[[nodiscard]] DawidSkene dawidSkene(const RatingTable &votes);

// One an item; nothing where nobody voted.
[[nodiscard]] std::vector<std::optional<bool>> truthOf(const RatingTable &votes, TruthRule rule);

// Against a gold standard: items that have both.
struct TruthFigures {
    std::size_t items = 0;
    std::size_t truePositives = 0;
    std::size_t falsePositives = 0;
    std::size_t falseNegatives = 0;

    [[nodiscard]] std::optional<double> precision() const;
    [[nodiscard]] std::optional<double> recall() const;
    [[nodiscard]] std::optional<double> f1() const;
};
[[nodiscard]] TruthFigures truthAgainst(const std::vector<std::optional<bool>> &truth,
                                        const std::vector<std::optional<bool>> &gold);

} // namespace tagscope
