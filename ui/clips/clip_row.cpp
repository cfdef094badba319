// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_row.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"

#include <QCoreApplication>

namespace tagscope::ui {
namespace {

class ProgressWords {
    Q_DECLARE_TR_FUNCTIONS(ProgressWords)

public:
    static QString of(const ClipProgress &progress) {
        using State = ClipProgress::State;
        const QString percent = numberText(100 * progress.fraction, 0);
        switch (progress.state) {
        case State::Waiting:
            return tr("Waiting");
        case State::Analysing:
            return progress.stage.isEmpty() ? tr("Analysing · %1 %").arg(percent)
                                            : tr("Analysing · %1 % · %2").arg(percent, progress.stage);
        case State::Failed:
            return tr("Failed: %1").arg(translated(progress.error.message));
        case State::Cancelled:
            return tr("Cancelled");
        case State::Untouched:
        case State::Missing:
        case State::Done:
            break;
        }
        return {};
    }
};

} // namespace

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

QString progressText(const ClipProgress &progress) {
    return ProgressWords::of(progress);
}

void addProgress(ShownClip &shown, const ClipProgress &progress) {
    using State = ClipProgress::State;
    if (progress.state == State::Analysing || progress.state == State::Waiting)
        shown.fraction = progress.fraction;
    if (progress.state == State::Failed)
        shown.cause = toText(progress.error.cause);
    shown.canBeAnalysedAgain = progress.state == State::Failed || progress.state == State::Cancelled;
}

} // namespace tagscope::ui
