// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace tagscope {

// The device of a name, "auto", "cpu", "cuda" or "cuda:N": "cpu" or "cuda:N". "auto" is the first CUDA device, and the
// processor where there is none. "cpu" starts no CUDA. Errors: Inconsistent (no such name), Unsupported (a device that
// is not there; says whether LibTorch or the driver lacks).
[[nodiscard]] Result<std::string> chosenDevice(const std::string &name);

} // namespace tagscope
