// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/style/violation.h"

namespace tagscope::style {

// Reads the #include lines of app/, core/, ui/ and tests/ below `root` and holds them to the rules of CONTRIBUTING.md:
// app may include ui and core, ui may include core; a folder of core includes only the folders named for it; no Qt in
// core; no library that should stay inside a folder in a header of core; torch only in the .cpp files that may have it;
// plots only in ui/plot;
// folders of ui in one direction, from ui/base to ui/window.
[[nodiscard]] Findings checkIncludes(const std::filesystem::path &root);

} // namespace tagscope::style
