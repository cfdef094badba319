// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tagging/audio_tagger.h"
#include "core/tagging/sidecar.h"

#include <memory>
#include <string>
#include <vector>

namespace tagscope {

// The tagger of one of the networks that a sidecar names. Errors: Inconsistent (another SHA-256 than it says), those
// of DnnNetwork::open() and MelFrontEnd::make().
[[nodiscard]] Result<std::shared_ptr<const AudioTagger>> openSidecarNetwork(const TaggerSidecar &sidecar,
                                                                            const TaggerSidecar::Network &network);

// How far a network is from a reference input's answer.
struct ReferenceCheck {
    std::string network; // file name
    std::string input;   // of the reference
    double worst = 0.0;  // largest difference of a score
    std::string where;   // step and class of it
    double tolerance = 0.0;

    [[nodiscard]] bool isRight() const { return worst <= tolerance; }
};

// Runs every network that is there on all of the sidecar's references. Errors: those of the reader, of opening and of
// running; Inconsistent where it has no references or none fits.
[[nodiscard]] Result<std::vector<ReferenceCheck>> checkReferences(const TaggerSidecar &sidecar);

} // namespace tagscope
