// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_plan.h"

#include <string>

// How plans are kept in a project: by the names of clips and events.
namespace tagscope {

[[nodiscard]] Result<std::string> planToJson(const Project &project, const AuditPlan &plan);
// After the plans that the project has.
[[nodiscard]] Result<void> addPlan(Project &project, const AuditPlan &plan);

} // namespace tagscope
