// SPDX-License-Identifier: GPL-3.0-or-later
// The window at 100, 200 and 300 %: run once for each with QT_SCALE_FACTOR set, which is read at the start.

#include "tests/support/qt_test.h"
#include "tests/ui/clipped_text.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDockWidget>
#include <QSettings>
#include <QTemporaryDir>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

// The smallest screen: at 300 % one of 3840 x 2160, at 100 % one of 1280 x 800.
constexpr QSize kSmallestScreen{1280, 720};

// With a clip of a project and all its panels open, one after the other.
void checkPanels(MainWindow &window) {
    window.openProject("/projects/street.tagscope");
    QTRY_VERIFY(window.findChild<ClipView *>()->isVisible());
    for (QDockWidget *dock : window.findChildren<QDockWidget *>()) {
        dock->show();
        dock->raise();
        // Its parts are laid out as its texts come.
        static_cast<void>(QTest::qWaitFor([&window] { return test::clippedTexts(window).isEmpty(); }, 2000));
        const QStringList clipped = test::clippedTexts(window);
        QVERIFY2(clipped.isEmpty(),
                 qPrintable(dock->windowTitle() + QLatin1Char('\n') + clipped.join(QLatin1Char('\n'))));
        if (dock->objectName() != QStringLiteral("clips") && dock->objectName() != QStringLiteral("why"))
            dock->hide();
    }
}

Sources sources() {
    Sources made = test::syntheticSources();
    made.openProject = test::openSyntheticProject;
    return made;
}

} // namespace

class TestWindowScale : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void theScaleIsThere() {
        const double asked = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")).toDouble();
        QCOMPARE(qApp->devicePixelRatio(), asked);
    }

    void nothingIsClipped() {
        MainWindow window(sources());
        window.resize(1600, 1000);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(test::clippedTexts(window), QStringList());
        checkPanels(window);
    }

    void itFitsASmallScreen() {
        MainWindow window(sources());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openProject("/projects/street.tagscope");
        QTRY_VERIFY(window.findChild<ClipView *>()->isVisible());
        for (QDockWidget *dock : window.findChildren<QDockWidget *>()) {
            dock->show();
            dock->raise();
            QTest::qWait(50);
            const QSize least = window.minimumSizeHint();
            QVERIFY2(
                least.width() <= kSmallestScreen.width() && least.height() <= kSmallestScreen.height(),
                qPrintable(
                    QStringLiteral("%1: %2 x %3").arg(dock->windowTitle()).arg(least.width()).arg(least.height())));
            if (dock->objectName() != QStringLiteral("clips") && dock->objectName() != QStringLiteral("why"))
                dock->hide();
        }
    }

    void largeLettersFit() {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(1.6 * before.pointSizeF());
        QApplication::setFont(large);
        {
            MainWindow window(sources());
            window.resize(2400, 1500);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            checkPanels(window);
        }
        QApplication::setFont(before);
    }
};

TAGSCOPE_WINDOW_TEST(TestWindowScale)
#include "tst_window_scale.moc"
