// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/style/violation.h"

namespace tagscope::style {

// A unity build compiles the .cpp files of a folder as one. A name that two of them define in their anonymous
// namespaces then is an error, or, if it is a function with other parameters, silently the wrong one: each folder has a
// name once.
[[nodiscard]] Findings checkLocalNames(const std::filesystem::path &root);

// Two types of one name in one namespace are the same one to the linker, whatever they hold: each namespace has a type
// once.
[[nodiscard]] Findings checkTypeNames(const std::filesystem::path &root);

} // namespace tagscope::style
