// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_merge.h"
#include "core/audit/audit_scores.h"
#include "core/project/verdict_table.h"

#include <QString>
#include <cstdint>
#include <vector>

// The audit's words, in the language of the window.
namespace tagscope::ui {

[[nodiscard]] QString textOf(VerdictValue value);
[[nodiscard]] QString textOf(AuditStage stage);
// Microseconds since 1970, UTC, as a date and time of the person's place.
[[nodiscard]] QString momentText(std::int64_t microseconds);
// "Ada: both · Bo: visible"
[[nodiscard]] QString textOf(const std::vector<Verdict> &verdicts);
// "seen, not heard"
[[nodiscard]] QString textOf(QueueOrder order);

// What a merge did, or with `isPreview` would do, conflicts and what was left out included.
[[nodiscard]] QString textOf(const MergeReport &report, bool isPreview);

} // namespace tagscope::ui
