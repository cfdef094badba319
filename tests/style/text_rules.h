// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/style/violation.h"

namespace tagscope::style {

// Each source, script and build file names its licence in its first three lines.
[[nodiscard]] Findings checkLicences(const std::filesystem::path &root);

// CITATION.cff, the metainfo and CHANGELOG.md name the version of project() in CMakeLists.txt, man pages leave it to
// the build.
[[nodiscard]] Findings checkVersions(const std::filesystem::path &root);

// Colours, fonts and style sheets of the window come from ui/base (tokens.h) and ui/plot; no other folder of ui has its
// own.
[[nodiscard]] Findings checkTokens(const std::filesystem::path &root);

// A function that may fail and is declared in a header of app/ is the domain's, which belongs in core, where both
// programs find it; but for headers that are listed with a reason, and what overrides an interface of ui. The same
// holds of a function in a source of app/cli that takes no options; functions of classes are not looked at there.
[[nodiscard]] Findings checkProgramsOwnWork(const std::filesystem::path &root);

} // namespace tagscope::style
