// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/vote_truth.h"

namespace tagscope {

// Gives the annotators of a model that has settled the intervals of their qualities. What is true is not known but
// inferred, from these very qualities, so that they are known less well than the number of votes says: the variances
// are those of the observed information of all of them together (the sum of the outer products of each item's score,
// with the priors), and the interval is Wilson's of as many votes as have that variance. Simulated cover of 95 %:
// tst_vote_truth.
void addIntervals(const RatingTable &votes, DawidSkene &model);

} // namespace tagscope
