// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QString>
#include <string>

namespace tagscope::ui {

// What the core says to a person (errors, notes) in the language of the window; the English words are those of
// core/base/messages, and the translation is found by the message's id.
[[nodiscard]] QString translated(const Message &message);

// A stage of work, a formula or a notice by its English words, which are listed in core_text.cpp; others are shown as
// they are.
[[nodiscard]] QString translated(const std::string &word);
[[nodiscard]] QString translated(const QString &word);

} // namespace tagscope::ui
