// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

#include <QByteArray>
#include <QObject>
#include <array>
#include <vector>

class QMainWindow;
class QSettings;
class QTabBar;

namespace tagscope::ui {

inline constexpr std::array kWorkspaces{Workspace::Explain, Workspace::Tune, Workspace::Train, Workspace::Audit};

// The arrangements of the window's panels, one a job, as tabs and menu entries. Each keeps what a person makes of it.
// Lives on the GUI thread.
class Workspaces : public QObject {
    Q_OBJECT

public:
    // `docks`: by their places; both outlive it. Arranges them as at the first start.
    Workspaces(QMainWindow &window, const std::vector<Dock> &docks);

    [[nodiscard]] QTabBar *tabs() { return tabs_; }
    // For the menu: the workspaces, then the way back to how this one was.
    [[nodiscard]] const std::vector<QAction *> &entries() const { return entries_; }
    [[nodiscard]] Workspace current() const { return current_; }

    void show(Workspace workspace);
    // The panel in front of those that share its place, in the workspace where it lives.
    void present(QDockWidget &dock);
    // This one as it is at the first start.
    void reset();

    void restore(const QSettings &settings);
    void save(QSettings &settings);
    // Sizes follow the window's, which is known once it is shown.
    void giveSizes();

private:
    void makeEntries();
    void arrange();
    void place(const Dock &dock);
    void load();
    [[nodiscard]] bool livesHere(const Dock &dock) const;
    [[nodiscard]] bool isShownAtFirst(const Dock &dock) const;
    [[nodiscard]] std::size_t index() const { return static_cast<std::size_t>(current_); }

    QMainWindow &window_;
    const std::vector<Dock> &docks_;
    QTabBar *tabs_;
    std::vector<QAction *> entries_;
    std::array<QByteArray, kWorkspaces.size()> states_; // empty: as at the first start
    Workspace current_ = Workspace::Explain;
    bool areSizesDue_ = false;
};

} // namespace tagscope::ui
