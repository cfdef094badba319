// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/clipped_text.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "ui/base/shortcuts.h"
#include "ui/clips/start_page.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/spectrogram_plot.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>

// The four arrangements of the window's panels.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

struct WorkspaceWindow {
    WorkspaceWindow() : window(sources()) {
        window.resize(1280, 800);
        window.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&window));
        window.openMedia({"street.mp4"}); // else the start page lies over all
    }

    static Sources sources() {
        Sources made = test::syntheticSources();
        made.openProject = test::openSyntheticProject;
        return made;
    }
    [[nodiscard]] QDockWidget *dock(const char *name) const {
        return window.findChild<QDockWidget *>(QLatin1String(name));
    }
    [[nodiscard]] bool isSeen(const char *name) const {
        const QDockWidget *widget = dock(name);
        return widget->isVisible() && !widget->visibleRegion().isEmpty();
    }
    [[nodiscard]] QTabBar *tabs() const { return window.findChild<QTabBar *>(QStringLiteral("workspaces")); }
    void trigger(const char *id) const {
        for (QAction *action : window.findChildren<QAction *>())
            if (idOf(*action) == QLatin1String(id))
                action->trigger();
    }

    MainWindow window;
};

} // namespace

class TestWorkspaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() { QSettings().clear(); }

    void eachShowsItsPanels() {
        const WorkspaceWindow at;
        QCOMPARE(at.tabs()->count(), 4);
        QTRY_VERIFY(at.isSeen("clips") && at.isSeen("why") && !at.isSeen("fusion"));
        QTest::keyClick(const_cast<MainWindow *>(&at.window), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(at.isSeen("clips") && at.isSeen("fusion") && !at.isSeen("why") && !at.isSeen("evaluation"));
        QCOMPARE(at.tabs()->currentIndex(), 1);
        at.tabs()->setCurrentIndex(2);
        QTRY_VERIFY(at.isSeen("training") && !at.isSeen("fusion"));
        QTest::keyClick(const_cast<MainWindow *>(&at.window), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(at.isSeen("audit") && at.isSeen("video") && !at.isSeen("clips"));
    }

    void aPanelIsFoundWhereItLives() {
        const WorkspaceWindow at;
        at.trigger("panel.evaluation");
        QTRY_VERIFY(at.isSeen("evaluation") && !at.isSeen("fusion"));
        QCOMPARE(at.tabs()->currentIndex(), 1);
        at.trigger("workspace.explain");
        QTRY_VERIFY(at.isSeen("why") && !at.isSeen("evaluation")); // it was not left here
        at.trigger("panel.jobs");                                  // lives everywhere
        QTRY_VERIFY(at.isSeen("jobs"));
        QCOMPARE(at.tabs()->currentIndex(), 0);
        at.trigger("audit.open");
        QTRY_VERIFY(at.isSeen("audit"));
        QCOMPARE(at.tabs()->currentIndex(), 3);
    }

    void eachKeepsWhatAPersonMadeOfIt() {
        {
            const WorkspaceWindow at;
            at.dock("why")->hide();
            at.trigger("workspace.tune");
            at.dock("clips")->hide();
            at.trigger("workspace.explain");
            QVERIFY(!at.isSeen("why"));
            QTRY_VERIFY(at.isSeen("clips"));
            at.trigger("workspace.tune");
            const_cast<MainWindow &>(at.window).close();
        }
        const WorkspaceWindow at;
        QCOMPARE(at.tabs()->currentIndex(), 1);
        QTRY_VERIFY(at.isSeen("fusion") && !at.isSeen("clips"));
        at.trigger("workspace.reset");
        QTRY_VERIFY(at.isSeen("fusion") && at.isSeen("clips"));
        at.trigger("workspace.explain");
        QTRY_VERIFY(at.isSeen("clips") && !at.isSeen("why")); // only the other one was reset
    }

    // At 1280 x 800, with a clip of a project.
    void eachIsUsableOnASmallScreen() {
        WorkspaceWindow at;
        at.window.openProject("/projects/street.tagscope");
        QTRY_VERIFY(at.window.findChild<ClipView *>()->isVisible());
        for (int tab = 0; tab < 4; ++tab) {
            at.tabs()->setCurrentIndex(tab);
            static_cast<void>(QTest::qWaitFor([&at] { return test::clippedTexts(at.window).isEmpty(); }, 2000));
            const QStringList clipped = test::clippedTexts(at.window);
            QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
            QVERIFY(at.window.findChild<SpectrogramPlot *>()->height() >= 150);
            const QSize least = at.window.minimumSizeHint();
            QVERIFY2(at.window.width() <= 1280 && at.window.height() <= 800,
                     qPrintable(QStringLiteral("%1: %2 x %3, least %4 x %5")
                                    .arg(at.tabs()->tabText(tab))
                                    .arg(at.window.width())
                                    .arg(at.window.height())
                                    .arg(least.width())
                                    .arg(least.height())));
        }
    }

private:
    QTemporaryDir settings_;

    // One page with one question, whatever panels there are; who asks for a panel gets it.
    void theStartPageCoversAllUntilAPanelIsAskedFor() {
        MainWindow window(test::syntheticSources());
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto *page = window.findChild<StartPage *>();
        const auto isOnTop = [&window, page](QPoint at) {
            const QWidget *there = window.childAt(at);
            return there != nullptr && (there == page || page->isAncestorOf(there));
        };
        const QPoint left(20, 300);
        const QPoint right(1260, 300);
        QVERIFY(isOnTop(left) && isOnTop(right));
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(isOnTop(left) && isOnTop({640, 700}));
        window.resize(1400, 900);
        QTRY_VERIFY(isOnTop({1380, 300}));
        window.openMedia({"street.mp4"});
        QTRY_VERIFY(!page->isVisible());
        for (QDockWidget *dock : window.findChildren<QDockWidget *>())
            if (dock->objectName() == QLatin1String("jobs"))
                dock->toggleViewAction()->trigger();
        QVERIFY(!page->isVisible());
        MainWindow other(test::syntheticSources());
        other.resize(1280, 800);
        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        for (QDockWidget *dock : other.findChildren<QDockWidget *>())
            if (dock->objectName() == QLatin1String("jobs"))
                dock->toggleViewAction()->trigger();
        const auto *beside = other.findChild<StartPage *>();
        QTRY_VERIFY(beside->isVisible() && beside->width() < other.width());
    }
};

TAGSCOPE_WINDOW_TEST(TestWorkspaces)
#include "tst_workspaces.moc"
