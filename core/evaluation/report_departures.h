// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/evaluation/report_provenance.h"
#include "core/evaluation/systems.h"

#include <span>
#include <vector>

namespace tagscope {

// What was done otherwise than in the paper, a sentence each, as far as the stored settings tell: the training recipe,
// the key frames, how pictures are cut, the mapping, how weights and thresholds were tuned, networks of the demo.
[[nodiscard]] std::vector<Message> departuresOf(const Provenance &provenance, std::span<const System> systems);

} // namespace tagscope
