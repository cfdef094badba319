// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <vector>

namespace tagscope {

// Of a clip's notes those that say that what was analysed is not what the recording holds or held: channels that
// cancel, samples that cannot be meant, a damaged or broken off file.
[[nodiscard]] std::vector<Message> misleadingNotes(const ClipAnalysis &clip);

} // namespace tagscope
