// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/pickle.h"

#include <string_view>

namespace tagscope {

// A value of kind Name for a name of the allow-list. Throws Refusal naming any other.
[[nodiscard]] PickleValue allowedName(std::string_view module, std::string_view name);

} // namespace tagscope
