// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/auditor.h"
#include "ui/document/current_clip.h"
#include "ui/document/current_point.h"
#include "ui/document/document.h"
#include "ui/document/view_state.h"

#include <QKeySequence>
#include <QObject>
#include <functional>
#include <vector>

class QAction;
class QDockWidget;
class QMenu;
class QSettings;
class QWidget;

namespace tagscope::ui {

// What all features share. Outlives them.
struct FeatureContext {
    const Sources &sources;
    Document &document;
    ViewState &view;
    CurrentPoint &point;
    Auditor &auditor;
    CurrentClip &clip;
    QWidget &parent;                            // of dialogs and menus
    std::function<void(const QString &)> say;   // for a moment, in the status line
    std::function<void(QDockWidget &)> present; // a panel, in front of others, in the workspace where it lives
};

// A whole arrangement of panels for one job.
enum class Workspace { Explain, Tune, Train, Audit };

// A panel that can be shown, hidden and moved.
struct Dock {
    QString name; // the settings know it by this
    QString title;
    QWidget *content = nullptr;
    int place = 0;                          // lower ones come first
    QKeySequence keys;                      // show and hide it
    std::vector<Workspace> workspaces = {}; // where it lives, at home in the first; empty: wherever it is asked for
    Qt::DockWidgetArea area = Qt::BottomDockWidgetArea;
    double width = 0.0;  // at the first start, of the window's; 0: as it comes, or as the first in its area has it
    double height = 0.0; // likewise
    bool isOpen = true;  // at the first start, in the workspaces where it lives
    QDockWidget *widget = nullptr;
};

// An entry of the menu of this name (ui/window/menus.h). Lower places come first; a line parts the hundreds.
struct Entry {
    QString menu;
    int place = 0;
    QAction *action = nullptr;
};

// A part of the program that a person would name, such as the fusion or the playback: brings its panels and menu
// entries, and knows the window by what all features share only. Made once, with the window (ui/window/features.h).
class Feature : public QObject {
    Q_OBJECT

public:
    explicit Feature(const FeatureContext &context); // belongs to context.parent

    [[nodiscard]] const std::vector<Dock> &docks() const { return docks_; }
    [[nodiscard]] const std::vector<Entry> &entries() const { return entries_; }
    [[nodiscard]] const std::vector<QWidget *> &statuses() const { return statuses_; } // for the status line

    virtual void restore(const QSettings & /*settings*/) {}
    virtual void save(QSettings & /*settings*/) const {}
    virtual void stop() {} // the window closes

protected:
    QDockWidget *addDock(Dock dock);
    // `id`: by which the settings know the entry's keys, such as "clip.next"; it stays for ever.
    QAction *addEntry(const char *menu, int place, const char *id, const QString &text, const QKeySequence &keys = {},
                      std::function<void()> run = {});
    void addEntry(const char *menu, int place, QAction &action);
    QMenu *addMenu(const char *menu, int place, const QString &title);
    // One of several; `choose` gets its position.
    void addChoice(const char *menu, int place, const QString &title, const QStringList &names, qsizetype chosen,
                   const std::function<void(qsizetype)> &choose);
    // Undo and redo by their keys in a dialog, too, beside which the window can be used.
    void shareUndo(QWidget &dialog) const;
    void addStatus(QWidget *status) { statuses_.push_back(status); }

    const FeatureContext &context_;

private:
    std::vector<Dock> docks_;
    std::vector<Entry> entries_;
    std::vector<QWidget *> statuses_;
};

} // namespace tagscope::ui
