// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/report.h"
#include "core/exchange/export.h"

#include <string>
#include <vector>

namespace tagscope::ui {

// A report, and what else of the project could be asked for.
struct EvaluationContents {
    Report report;
    std::vector<std::string> points; // names of all operating points, newest first
};

} // namespace tagscope::ui
