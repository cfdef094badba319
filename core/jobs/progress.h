// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace tagscope {

// How long work tells how far it is: a fraction in [0, 1] that never falls, and the stage in a word or two.
// Called on the thread that does the work, often; a receiver that shows it elsewhere hands it over (inbox.h).
using Progress = std::function<void(double fraction, std::string_view stage)>;

} // namespace tagscope
