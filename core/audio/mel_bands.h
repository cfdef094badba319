// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/log_mel.h"

#include <cstddef>
#include <vector>

namespace tagscope {

// One triangular band over the bins of a spectrum: only the bins inside it.
struct MelBand {
    std::size_t firstBin = 0;
    std::vector<float> weights; // of firstBin and those that follow
};

// One an option's band. The triangles have Slaney normalisation: height 2 / (upper edge - lower edge), which gives each
// the area 1 Hz. A band narrower than the distance of two bins may hold none.
// Slaney, Auditory Toolbox, version 2, Interval Research Corporation TR 1998-010.
[[nodiscard]] std::vector<MelBand> melBands(const LogMelOptions &options);

} // namespace tagscope
