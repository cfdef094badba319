// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shown_clip.h"

#include <QObject>
#include <optional>

class QWidget;

namespace tagscope::ui {

// Clips that are open together, of a project or of media, in a list of their own, and the one of them that is looked
// at. GUI thread.
class OpenClips : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QWidget *list() = 0; // belongs to who takes it
    // Nothing where none is looked at.
    [[nodiscard]] virtual std::optional<ShownClip> shownClip() const = 0;
    virtual void stepClips(int clips) = 0;
    virtual void analyseAgain() = 0;           // the one that is looked at, which failed or was cancelled
    virtual void analyseWithOtherModels() = 0; // what is registered has changed
    virtual void closeClip() = 0;              // the one that is looked at, where it can be closed by itself
    virtual void cancel() = 0;                 // all work

Q_SIGNALS:
    void shownClipChanged();
};

} // namespace tagscope::ui
