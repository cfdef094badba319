// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/verdict_table.h"

#include <QString>
#include <chrono>
#include <span>

namespace tagscope::ui {

// What an annotator can answer at a stage, in the order of the keys: at most kVerdictValues. Of the sound alone it is
// whether the event is heard, with pictures whether it is seen; who knows everything says both in one word.
[[nodiscard]] std::span<const VerdictValue> offeredAt(AuditStage stage);
// An answer as an entry of the menu, with its mnemonic: "&Heard".
[[nodiscard]] QString entryTextOf(VerdictValue offered);
// "Is it heard?"
[[nodiscard]] QString questionAt(AuditStage stage);

// How much of a clip must have sounded before an answer counts: who has heard nothing slipped. A setting.
[[nodiscard]] std::chrono::milliseconds leastHeard();

} // namespace tagscope::ui
