// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_row.h"

namespace tagscope::ui {

QString signOf(ClipProgress::State state) {
    switch (state) {
    case ClipProgress::State::Untouched:
        return QStringLiteral("·");
    case ClipProgress::State::Missing:
        return QStringLiteral("?");
    case ClipProgress::State::Waiting:
        return QStringLiteral("…");
    case ClipProgress::State::Analysing:
        return QStringLiteral("▸");
    case ClipProgress::State::Done:
        return QStringLiteral("✓");
    case ClipProgress::State::Failed:
        return QStringLiteral("✗");
    case ClipProgress::State::Cancelled:
        return QStringLiteral("–");
    }
    return {};
}

} // namespace tagscope::ui
