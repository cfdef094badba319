// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/cross_validation.h"

#include <string>

namespace tagscope {

// Of what a tuning sees: the clips' scores and labels, in their order. Tables of the same digest give the same point.
[[nodiscard]] std::string digestOf(const TuningTables &tables);

} // namespace tagscope
