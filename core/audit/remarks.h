// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/import_report.h"
#include "core/project/project.h"

#include <span>
#include <string>
#include <vector>

// What becomes of what annotators tell the lead: of flags, and of events that they hear and the project does not have.
namespace tagscope {

// What the lead makes of a new event.
struct NewEventDecision {
    std::string word;  // as annotators named it; case does not count
    std::string event; // what it is taken for: one of the project's, or a name that becomes one; empty: nothing
    std::string lead;  // who decides; not empty
};

// Whoever heard it is noted to have heard the event in that clip at that time, unless they said something of the event
// there at that stage; the remarks are settled. The answer, by which all but the new event can be taken back. Errors:
// Inconsistent (no open remark of that name), those of Project.
[[nodiscard]] Result<AuditImportReport> settleNewEvent(Project &project, const NewEventDecision &decision);

// The flags of the clips are settled by the lead. Errors: Inconsistent (a clip without an open flag), those of Project.
[[nodiscard]] Result<AuditImportReport> settleFlags(Project &project, std::span<const ClipId> clips,
                                                    const std::string &lead);

} // namespace tagscope
