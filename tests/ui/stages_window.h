// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/synthetic.h"
#include "ui/stages/revision_effect_model.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDockWidget>
#include <QTableView>
#include <QTest>
#include <memory>

// A window on a made-up clip, and what the tests of the stages' panels find in it.
namespace tagscope::test {

using ClipPointer = std::shared_ptr<const ClipAnalysis>;

inline ClipPointer clipOf(const test::Missing &missing = {}, const char *media = "street.mp4") {
    return std::make_shared<const ClipAnalysis>(test::syntheticClip(media, missing));
}

template <class T>
inline T *child(const QWidget &parent, const char *name) {
    return parent.findChild<T *>(QString::fromLatin1(name));
}

inline void showDock(const ui::MainWindow &window, const char *name) {
    auto *dock = child<QDockWidget>(window, name);
    dock->show();
    dock->raise();
}

// A window that shows the clip of street.mp4, with the dock.
inline std::unique_ptr<ui::MainWindow> openWindow(const char *dock,
                                                  const ui::Sources &sources = test::syntheticSources()) {
    auto window = std::make_unique<ui::MainWindow>(sources);
    window->resize(1600, 1100);
    window->show();
    showDock(*window, dock);
    if (!QTest::qWaitForWindowExposed(window.get()))
        return nullptr;
    window->openMedia({"street.mp4"});
    const auto *view = window->findChild<ui::ClipView *>();
    return QTest::qWaitFor([&] { return view->isVisible(); }) ? std::move(window) : nullptr;
}

inline QString cell(const QTableView &table, int row, int column) {
    return table.model()->index(row, column).data().toString();
}

// Of the event in the table of effects: v as analysed, v now, tag now.
struct Effect {
    double before = 0.0;
    double now = 0.0;
    bool tag = false;
};
inline Effect effectOn(const QTableView &table, int event) {
    return {cell(table, event, ui::RevisionEffectModel::VideoBefore).toDouble(),
            cell(table, event, ui::RevisionEffectModel::VideoNow).toDouble(),
            cell(table, event, ui::RevisionEffectModel::TagNow) == QStringLiteral("✓")};
}

// Undo and redo of the window's menu.
inline void trigger(const ui::MainWindow &window, const QKeySequence &keys) {
    for (QAction *action : window.findChildren<QAction *>())
        if (action->shortcuts().contains(keys)) {
            QVERIFY(action->isEnabled());
            action->trigger();
            return;
        }
    QFAIL("no such entry");
}

} // namespace tagscope::test
