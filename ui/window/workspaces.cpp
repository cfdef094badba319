// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspaces.h"

#include "ui/base/key_faces.h"
#include "ui/base/shortcuts.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>
#include <QSignalBlocker>
#include <QTabBar>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

// The settings know them by these.
constexpr std::array<const char *, kWorkspaces.size()> kNames{"explain", "tune", "train", "audit"};

QString stateKey(std::size_t workspace) {
    return QStringLiteral("window/workspaces/") + QLatin1String(kNames[workspace]);
}

} // namespace

Workspaces::Workspaces(QMainWindow &window, const std::vector<Dock> &docks)
    : QObject(&window), window_(window), docks_(docks), tabs_(new QTabBar) {
    tabs_->setObjectName(QStringLiteral("workspaces"));
    tabs_->setAccessibleName(tr("Workspaces"));
    tabs_->setDocumentMode(true);
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setFocusPolicy(Qt::TabFocus);
    makeEntries();
    arrange();
    connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab >= 0)
            show(kWorkspaces[static_cast<std::size_t>(tab)]);
    });
}

void Workspaces::makeEntries() {
    const std::array titles{tr("Explain"), tr("Tune"), tr("Train"), tr("Audit")};
    const std::array tips{tr("Why a clip has its tags"), tr("Weights, thresholds and what they are worth"),
                          tr("Training runs and their activations"), tr("Judging labels and tags by ear and eye")};
    for (std::size_t i = 0; i < kWorkspaces.size(); ++i) {
        auto *entry = new QAction(tr("Workspace: %1").arg(titles[i]), this);
        giveKeys(*entry, QStringLiteral("workspace.") + QLatin1String(kNames[i]),
                 {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)))});
        const int tab = tabs_->addTab(titles[i]);
        const auto showKeys = [this, entry, tab, tip = tips[i]] {
            tabs_->setTabToolTip(tab, QStringLiteral("%1 (%2)").arg(tip, KeyFaces::instance().text(entry->shortcut())));
        };
        connect(entry, &QAction::changed, this, showKeys);
        connect(&KeyFaces::instance(), &KeyFaces::changed, this, showKeys);
        showKeys();
        connect(entry, &QAction::triggered, this, [this, i] { show(kWorkspaces[i]); });
        connect(entry, &QAction::changed, this, [this, entry, tab] { tabs_->setTabEnabled(tab, entry->isEnabled()); });
        entries_.push_back(entry);
    }
    auto *again = new QAction(tr("Reset this workspace"), this);
    giveKeys(*again, QStringLiteral("workspace.reset"), {});
    connect(again, &QAction::triggered, this, &Workspaces::reset);
    entries_.push_back(again);
}

bool Workspaces::livesHere(const Dock &dock) const {
    return dock.workspaces.empty() || std::ranges::find(dock.workspaces, current_) != dock.workspaces.end();
}

bool Workspaces::isShownAtFirst(const Dock &dock) const {
    return !dock.workspaces.empty() && livesHere(dock) && dock.isOpen;
}

void Workspaces::show(Workspace workspace) {
    if (workspace == current_)
        return;
    states_[index()] = window_.saveState();
    current_ = workspace;
    load();
}

void Workspaces::load() {
    const bool wasUpdating = window_.updatesEnabled();
    window_.setUpdatesEnabled(false);
    arrange(); // also for panels that the state does not know
    if (!states_[index()].isEmpty())
        window_.restoreState(states_[index()]);
    window_.setUpdatesEnabled(wasUpdating);
    const QSignalBlocker quiet(tabs_);
    tabs_->setCurrentIndex(static_cast<int>(index()));
}

void Workspaces::reset() {
    states_[index()].clear();
    load();
}

// Panels on the left stand below one another, those elsewhere share one place.
void Workspaces::place(const Dock &dock) {
    const auto isBefore = [&](const Dock &other) {
        return other.widget != dock.widget && other.area == dock.area && other.place < dock.place;
    };
    window_.addDockWidget(dock.area, dock.widget);
    if (dock.area == Qt::LeftDockWidgetArea)
        return;
    if (const auto first = std::ranges::find_if(docks_, isBefore); first != docks_.end())
        window_.tabifyDockWidget(first->widget, dock.widget);
}

void Workspaces::arrange() {
    for (const Dock &dock : docks_) {
        dock.widget->setFloating(false);
        window_.removeDockWidget(dock.widget);
    }
    for (const Dock &dock : docks_) {
        place(dock);
        dock.widget->setVisible(isShownAtFirst(dock));
    }
    for (const Dock &dock : docks_)
        if (const auto first = std::ranges::find_if(
                docks_, [&](const Dock &other) { return other.area == dock.area && isShownAtFirst(other); });
            first != docks_.end() && first->area != Qt::LeftDockWidgetArea)
            first->widget->raise();
    areSizesDue_ = true;
    if (window_.isVisible())
        giveSizes();
}

void Workspaces::giveSizes() {
    if (!std::exchange(areSizesDue_, false) || !states_[index()].isEmpty())
        return;
    QList<QDockWidget *> wide;
    QList<int> widths;
    QList<QDockWidget *> high;
    QList<int> heights;
    for (const Dock &dock : docks_) {
        if (!isShownAtFirst(dock))
            continue;
        const bool isFirst = std::ranges::none_of(wide, [&](const QDockWidget *other) {
            return window_.dockWidgetArea(const_cast<QDockWidget *>(other)) == dock.area;
        });
        if (dock.width > 0.0 && isFirst) {
            wide << dock.widget;
            widths << static_cast<int>(dock.width * window_.width());
        }
        if (dock.height > 0.0) {
            high << dock.widget;
            heights << static_cast<int>(dock.height * window_.height());
        }
    }
    window_.resizeDocks(wide, widths, Qt::Horizontal);
    window_.resizeDocks(high, heights, Qt::Vertical);
}

void Workspaces::present(QDockWidget &dock) {
    const auto known = std::ranges::find(docks_, &dock, &Dock::widget);
    if (known != docks_.end() && !livesHere(*known)) {
        const Workspace home = known->workspaces.front();
        if (entries_[static_cast<std::size_t>(home)]->isEnabled()) { // not while an annotator may see a part only
            dock.hide();
            show(home);
        }
    }
    const bool wasHidden = !dock.isVisible();
    dock.show();
    dock.raise();
    if (known == docks_.end() || !wasHidden || dock.isFloating())
        return;
    if (const int high = static_cast<int>(known->height * window_.height()); dock.height() < high)
        window_.resizeDocks({&dock}, {high}, Qt::Vertical);
}

void Workspaces::restore(const QSettings &settings) {
    for (std::size_t i = 0; i < kWorkspaces.size(); ++i)
        states_[i] = settings.value(stateKey(i)).toByteArray();
    const QString name = settings.value(QStringLiteral("window/workspace")).toString();
    for (std::size_t i = 0; i < kWorkspaces.size(); ++i)
        if (name == QLatin1String(kNames[i]))
            current_ = kWorkspaces[i];
    load();
}

void Workspaces::save(QSettings &settings) {
    states_[index()] = window_.saveState();
    settings.setValue(QStringLiteral("window/workspace"), QLatin1String(kNames[index()]));
    for (std::size_t i = 0; i < kWorkspaces.size(); ++i)
        settings.setValue(stateKey(i), states_[i]);
}

} // namespace tagscope::ui
