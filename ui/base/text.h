// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"

#include <QString>
#include <filesystem>
#include <string>

namespace tagscope::ui {

// UTF-8 of the core as Qt's text.
[[nodiscard]] QString toText(const std::string &utf8);

// A file's name without its folder; bytes that are no UTF-8 are shown as replacement characters.
[[nodiscard]] QString fileName(const std::filesystem::path &file);
[[nodiscard]] QString pathText(const std::filesystem::path &file);
[[nodiscard]] std::filesystem::path toPath(const QString &text);

// A name with places to break in words that no line can hold; they are not seen.
[[nodiscard]] QString breakable(const QString &text);

// A probability with three decimals, in the person's locale.
[[nodiscard]] QString probabilityText(double probability);

// A number with a fixed count of decimals, in the person's locale; infinities as their sign.
[[nodiscard]] QString numberText(double number, int decimals);

// How long something still takes, roughly: "8 s", "3 min", "2 h".
[[nodiscard]] QString roughly(Seconds span);

} // namespace tagscope::ui
