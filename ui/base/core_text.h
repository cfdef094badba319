// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QString>
#include <string>

namespace tagscope::ui {

// What the core says to a person (stages of work, notes, errors) in the language of the window. The core knows no Qt
// and speaks English; its sentences are listed in core_text.cpp with %1, %2 … for what changes in them, and are
// translated from there. A sentence that is not listed is shown as it is.
[[nodiscard]] QString translated(const Message &message);
[[nodiscard]] QString translated(const std::string &sentence);
[[nodiscard]] QString translated(const QString &sentence);

} // namespace tagscope::ui
