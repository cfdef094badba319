// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace tagscope {

// A time or a span of time. Times in a clip count from the clip's start unless a name says otherwise.
using Seconds = std::chrono::duration<double>;

} // namespace tagscope
