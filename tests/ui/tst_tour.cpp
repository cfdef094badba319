// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "ui/base/shortcuts.h"
#include "ui/window/main_window.h"
#include "ui/window/tour.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

// What a newcomer is shown once, and whoever asks for it again.
using namespace tagscope;
using namespace tagscope::ui;

class TestTour : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;

    static Sources sources() {
        Sources made = test::syntheticSources();
        made.openProject = test::openSyntheticProject;
        return made;
    }
    static void show(MainWindow &window) {
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
    static void click(const MainWindow &window, const char *button) {
        auto *found = window.findChild<QPushButton *>(QLatin1String(button));
        QVERIFY(found != nullptr);
        QTest::mouseClick(found, Qt::LeftButton);
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }
    void init() { QSettings().clear(); }

    void comesOnceWithTheFirstClip() {
        {
            MainWindow window(sources());
            show(window);
            window.offerTour();
            QTest::qWait(50);
            QVERIFY(window.findChild<Tour *>() == nullptr); // there is nothing to show yet
            window.openMedia({"street.mp4"});
            QTRY_VERIFY(window.findChild<Tour *>() != nullptr);
            click(window, "tourSkip");
            QTRY_VERIFY(window.findChild<Tour *>() == nullptr);
        }
        MainWindow again(sources());
        show(again);
        again.offerTour();
        again.openMedia({"street.mp4"});
        QTest::qWait(200);
        QVERIFY(again.findChild<Tour *>() == nullptr);
    }

    void goesThroughTheWindowAndStaysInIt() {
        MainWindow window(sources());
        show(window);
        window.openMedia({"street.mp4"});
        window.startTour();
        QStringList titles;
        while (const auto *tour = window.findChild<Tour *>()) {
            if (!tour->isVisible())
                break;
            QVERIFY(window.rect().contains(tour->geometry()));
            titles << tour->accessibleName();
            window.resize(1100 + 40 * static_cast<int>(titles.size()), 760);
            QCoreApplication::processEvents();
            QVERIFY(window.rect().contains(tour->geometry()));
            click(window, "tourNext");
        }
        QCOMPARE(titles.size(), 5);
        QCOMPARE(titles.first(), QStringLiteral("The clips"));
    }

    void endsWhileTheWindowIsLaidOut() {
        MainWindow window(sources());
        show(window);
        window.openMedia({"street.mp4"});
        window.startTour();
        auto *ring = window.findChild<QWidget *>(QStringLiteral("tourRing"));
        QVERIFY(ring != nullptr);
        click(window, "tourSkip");
        QCoreApplication::sendPostedEvents(ring, QEvent::DeferredDelete); // before the tour's own
        window.resize(1300, 810);
        QCoreApplication::processEvents();
        QVERIFY(window.findChild<QWidget *>(QStringLiteral("tourRing")) == nullptr);
    }

    void keysStillGoToTheWindow() {
        MainWindow window(sources());
        show(window);
        window.openMedia({"street.mp4"});
        window.startTour();
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier); // a workspace without "Why"
        QTRY_VERIFY(window.findChild<Tour *>()->isVisible());
        click(window, "tourNext");
        click(window, "tourNext"); // over what is hidden now
        QCOMPARE(window.findChild<Tour *>()->accessibleName(), QStringLiteral("Four jobs"));
    }

    void isInTheHelpMenu() {
        MainWindow window(sources());
        show(window);
        window.openMedia({"street.mp4"});
        for (QAction *action : window.findChildren<QAction *>())
            if (idOf(*action) == QLatin1String("help.tour"))
                action->trigger();
        QVERIFY(window.findChild<Tour *>() != nullptr);
    }
};

TAGSCOPE_WINDOW_TEST(TestTour)
#include "tst_tour.moc"
