// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/verdict_table.h"

#include <QAction>
#include <QByteArray>
#include <QDockWidget>
#include <QObject>
#include <QPointer>
#include <optional>
#include <vector>

class QMainWindow;

namespace tagscope::ui {

// Closes the docks and dialogs of a window that would show what an annotator is not to know, and takes their entries
// away, until they are given back as they were. GUI thread; ends before the window.
class WindowConcealment : public QObject {
public:
    explicit WindowConcealment(QMainWindow &window);

    // What may be seen at the stage; nothing: everything. `used`: entries whose keys others may not have meanwhile.
    void set(std::optional<AuditStage> stage, const std::vector<QAction *> &used = {});

protected:
    // A dock that somebody shows all the same is closed again, an entry that somebody enables goes out of use again.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close(AuditStage stage, const std::vector<QAction *> &resting);
    void open();
    void rest(QAction &action);

    QMainWindow &window_;
    std::optional<AuditStage> stage_;
    QByteArray layout_; // as it was
    std::vector<QPointer<QAction>> resting_;
    std::vector<QPointer<QDockWidget>> closed_;
};

} // namespace tagscope::ui
