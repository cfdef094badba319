// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/sources.h"

namespace tagscope {

// What the window shows, from files, with the registered models.
[[nodiscard]] ui::Sources realSources();

} // namespace tagscope
