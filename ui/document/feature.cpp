// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/feature.h"

#include "ui/base/shortcuts.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>
#include <memory>
#include <utility>

namespace tagscope::ui {

namespace {

// Its key and its menu entry show the panel in front of those that share its place, also where it was behind them; only
// one that is seen is closed.
void bringToFront(QDockWidget &dock, const std::function<void(QDockWidget &)> &present) {
    struct State {
        bool isSeen = false;
        bool wasBehind = false;
    };
    const auto state = std::make_shared<State>();
    QObject::connect(&dock, &QDockWidget::visibilityChanged, &dock, [state](bool isSeen) { state->isSeen = isSeen; });
    // Comes before the dock itself follows the action.
    QObject::connect(dock.toggleViewAction(), &QAction::toggled, &dock, [&dock, state](bool isChecked) {
        state->wasBehind = !isChecked && dock.isVisible() && !state->isSeen;
    });
    QObject::connect(dock.toggleViewAction(), &QAction::triggered, &dock, [&dock, state, present](bool isChecked) {
        if (isChecked || std::exchange(state->wasBehind, false))
            present(dock);
    });
}

} // namespace

Feature::Feature(const FeatureContext &context) : QObject(&context.parent), context_(context) {}

QDockWidget *Feature::addDock(Dock dock) {
    dock.widget = new QDockWidget(dock.title);
    dock.widget->setObjectName(dock.name);
    dock.widget->setWidget(dock.content);
    giveKeys(*dock.widget->toggleViewAction(), QStringLiteral("panel.") + dock.name, {dock.keys});
    bringToFront(*dock.widget, context_.present);
    docks_.push_back(std::move(dock));
    return docks_.back().widget;
}

QAction *Feature::addEntry(const char *menu, int place, const char *id, const QString &text, const QKeySequence &keys,
                           std::function<void()> run) {
    auto *action = new QAction(text, this);
    giveKeys(*action, QString::fromLatin1(id), {keys});
    if (run)
        connect(action, &QAction::triggered, this, std::move(run));
    addEntry(menu, place, *action);
    return action;
}

void Feature::addEntry(const char *menu, int place, QAction &action) {
    entries_.push_back({QString::fromLatin1(menu), place, &action});
}

QMenu *Feature::addMenu(const char *menu, int place, const QString &title) {
    auto *added = new QMenu(title, &context_.parent);
    addEntry(menu, place, *added->menuAction());
    return added;
}

void Feature::addChoice(const char *menu, int place, const QString &title, const QStringList &names, qsizetype chosen,
                        const std::function<void(qsizetype)> &choose) {
    QMenu *choices = addMenu(menu, place, title);
    auto *group = new QActionGroup(this);
    for (qsizetype position = 0; position < names.size(); ++position) {
        QAction *entry = choices->addAction(names[position]);
        entry->setCheckable(true);
        entry->setChecked(position == chosen);
        group->addAction(entry);
        connect(entry, &QAction::triggered, this, [choose, position] { choose(position); });
    }
}

void Feature::shareUndo(QWidget &dialog) const {
    shareKeys(context_.parent, {QStringLiteral("edit.undo"), QStringLiteral("edit.redo")}, dialog);
}

} // namespace tagscope::ui
