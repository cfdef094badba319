// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <concepts>

namespace tagscope::ui {

// How many there are, with the language's separators: "51,172".
[[nodiscard]] inline QString countText(std::integral auto count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

} // namespace tagscope::ui
