// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/verdict_choice.h"

namespace tagscope {

std::string_view nameOf(VoteAxis axis) {
    return axis == VoteAxis::Heard ? "heard" : "seen";
}

std::optional<AuditAnswer> answerOn(VoteAxis axis, const Verdict &verdict) {
    const Answers answers = answersOf(verdict);
    return axis == VoteAxis::Heard ? answers.heard : answers.seen;
}

std::optional<bool> saidOn(VoteAxis axis, const Verdict &verdict) {
    return saidIn(answerOn(axis, verdict));
}

} // namespace tagscope
