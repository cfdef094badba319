#pragma once

#include "core/project/export.h"
#include "core/project/report.h"

#include <string>
#include <vector>

namespace tagscope::ui {

// A report, and what else of the project could be asked for.
struct EvaluationContents {
    Report report;
    std::vector<std::string> points; // names of all operating points, newest first
};

} // namespace tagscope::ui
