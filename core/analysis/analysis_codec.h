// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tagscope {

// The stages of a ClipAnalysis as CBOR (RFC 8949), for the results cache: everything but what the reader of it knows
// already (media path, settings, object names) and what follows from the operating point (events).
[[nodiscard]] std::vector<std::uint8_t> encodeStages(const ClipAnalysis &clip);

// The inverse. Errors: Malformed (damaged, or of another version).
[[nodiscard]] Result<ClipAnalysis> decodeStages(std::span<const std::uint8_t> bytes);

} // namespace tagscope
