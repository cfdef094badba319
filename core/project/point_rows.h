// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/operating_point.h"

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <map>

// What operating points hold for each event, as rows of a project's file. Inside a transaction.
namespace tagscope {

// By the points' row ids.
[[nodiscard]] std::map<std::int64_t, OperatingPoint> pointValues(SQLite::Database &database);
// No values: all rows of the point go.
void replacePointValues(SQLite::Database &database, std::int64_t id, const OperatingPoint &point);

} // namespace tagscope
