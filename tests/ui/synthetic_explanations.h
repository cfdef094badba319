// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <stop_token>

namespace tagscope::test {

// Made-up answers about synthetic clips: the attribution follows the siren's path, silence halves all activations, an
// object lies right of the picture's middle. Errors: Inconsistent for clips without sound, or whose file is *.mute.
[[nodiscard]] Result<Answer> syntheticExplain(const ClipAnalysis &clip, const Question &question,
                                              const Progress &progress, const std::stop_token &stop);

} // namespace tagscope::test
