// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/clip_import.h"
#include "core/jobs/progress.h"

#include <stop_token>

namespace tagscope {

// Listens to the beginning of each recording that an import brought, and notes those whose sound misleads: channels
// that cancel, samples that cannot be meant (core/media/sound_levels.h). Of many recordings the first ones only, which
// is said: analysing notes the others. What cannot be read is passed over; stopping ends it.
void noteOddSound(ImportReport &report, const Progress &progress, const std::stop_token &stop);

} // namespace tagscope
