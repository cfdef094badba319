// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <cstddef>

namespace tagscope::test {

// Transaction number `i`, of calls of several kinds: three clips, a label and scores of each, and a setting.
[[nodiscard]] Result<void> storeTransaction(Project &project, std::size_t i);

// How many such transactions a project holds. Inconsistent where it holds a part of one.
[[nodiscard]] Result<std::size_t> wholeTransactionsIn(const Project &project);

} // namespace tagscope::test
