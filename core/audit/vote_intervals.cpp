// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/vote_intervals.h"

#include "core/audit/confident_joint.h"

#include <Eigen/Dense>
#include <algorithm>

namespace tagscope {
namespace {

constexpr double kLeastInformation = 1e-9; // of who never erred: nothing is divided by 0
constexpr double kFewestVotes = 0.5;

// In logits: the sensitivity and specificity of each annotator, then the share of what is true.
Eigen::MatrixXd informationOf(const RatingTable &votes, const DawidSkene &model) {
    const auto count = static_cast<Eigen::Index>(2 * votes.annotators + 1);
    Eigen::MatrixXd information = Eigen::MatrixXd::Zero(count, count);
    Eigen::VectorXd score(count);
    for (std::size_t item = 0; item < votes.items; ++item) {
        score.setZero();
        bool isVoted = false;
        for (std::size_t annotator = 0; annotator < votes.annotators; ++annotator) {
            const int vote = votes(item, annotator);
            if (vote < 0)
                continue;
            isVoted = true;
            const double saidYes = vote > 0 ? 1.0 : 0.0;
            const AnnotatorQuality &of = model.annotators[annotator];
            const auto at = static_cast<Eigen::Index>(2 * annotator);
            score[at] = model.posterior[item] * (saidYes - of.sensitivity);
            score[at + 1] = (1.0 - model.posterior[item]) * (1.0 - saidYes - of.specificity);
        }
        if (!isVoted)
            continue;
        score[count - 1] = model.posterior[item] - model.share;
        information.noalias() += score * score.transpose();
    }
    const auto add = [&information](Eigen::Index at, double weight, double share) {
        information(at, at) += weight * share * (1.0 - share) + kLeastInformation;
    };
    for (std::size_t annotator = 0; annotator < votes.annotators; ++annotator) {
        const auto at = static_cast<Eigen::Index>(2 * annotator);
        add(at, 1.0, model.annotators[annotator].sensitivity);
        add(at + 1, 1.0, model.annotators[annotator].specificity);
    }
    add(count - 1, 2.0, model.share);
    return information;
}

// `variance`: of the share's logit. No more than the votes there are, with that of the prior.
Interval intervalOf(double share, double variance, double votes) {
    const double worth = 1.0 / std::max(variance * share * (1.0 - share), kLeastInformation);
    return wilsonInterval(share, std::clamp(worth, kFewestVotes, votes + 1.0));
}

} // namespace

void addIntervals(const RatingTable &votes, DawidSkene &model) {
    if (votes.annotators == 0)
        return;
    const Eigen::MatrixXd information = informationOf(votes, model);
    const Eigen::MatrixXd variances =
        information.ldlt().solve(Eigen::MatrixXd::Identity(information.rows(), information.cols()));
    for (std::size_t annotator = 0; annotator < votes.annotators; ++annotator) {
        double positives = 0.0;
        double negatives = 0.0;
        for (std::size_t item = 0; item < votes.items; ++item)
            if (votes(item, annotator) >= 0) {
                positives += model.posterior[item];
                negatives += 1.0 - model.posterior[item];
            }
        AnnotatorQuality &quality = model.annotators[annotator];
        const auto at = static_cast<Eigen::Index>(2 * annotator);
        quality.sensitivityInterval = intervalOf(quality.sensitivity, variances(at, at), positives);
        quality.specificityInterval = intervalOf(quality.specificity, variances(at + 1, at + 1), negatives);
    }
}

} // namespace tagscope
