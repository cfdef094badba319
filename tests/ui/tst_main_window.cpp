// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/base/recent_files.h"
#include "ui/base/theme.h"
#include "ui/clips/clip_list_view.h"
#include "ui/clips/start_page.h"
#include "ui/tracks/activation_plot.h"
#include "ui/tracks/clip_state_page.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/picture_strip.h"
#include "ui/tracks/spectrogram_plot.h"
#include "ui/tracks/time_overlay.h"
#include "ui/tracks/tracks_feature.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>
#include <thread>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

void wheel(QWidget &widget, QPoint at, int delta, Qt::KeyboardModifiers modifiers) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

void drop(QWidget &widget, const QList<QUrl> &urls) {
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &event);
}

template <class T>
bool isSeen(const MainWindow &window) {
    const T *widget = window.findChild<T *>();
    return widget != nullptr && widget->isVisible();
}

QTableView *eventsOf(const MainWindow &window) {
    return window.findChild<QTableView *>(QStringLiteral("events"));
}

// A window that shows the clip of street.mp4.
std::unique_ptr<MainWindow> openWindow(const Sources &sources = test::syntheticSources()) {
    auto window = std::make_unique<MainWindow>(sources);
    window->resize(1400, 900);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get()))
        return nullptr;
    window->openMedia({"street.mp4"});
    return QTest::qWaitFor([&] { return isSeen<ClipView>(*window); }) ? std::move(window) : nullptr;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void startsWithSomethingToDo() {
        RecentFiles::media().add({QStringLiteral("/clips/before.mp4")});
        MainWindow window(test::syntheticSources());
        window.show();
        QVERIFY(isSeen<StartPage>(window));
        QVERIFY(!isSeen<ClipView>(window));
        bool hasRecent = false;
        for (const QPushButton *button : window.findChild<StartPage *>()->findChildren<QPushButton *>())
            hasRecent = hasRecent || button->text().contains(QStringLiteral("before.mp4"));
        QVERIFY(hasRecent);
    }

    void dropOpensFilesAndFailuresStandBesideThem() {
        MainWindow window(test::syntheticSources());
        window.show();
        drop(window, {QUrl::fromLocalFile(QStringLiteral("/clips/torn.broken")),
                      QUrl::fromLocalFile(QStringLiteral("/clips/ärger & co.mp4"))});
        auto *list = window.findChild<ClipListView *>();
        QCOMPARE(list->model()->rowCount(), 2);
        auto *page = window.findChild<ClipStatePage *>();
        const auto isShown = [&] {
            for (const QLabel *label : page->findChildren<QLabel *>())
                if (label->isVisible() && label->text().contains(QStringLiteral("damaged beyond decoding")))
                    return true;
            return false;
        };
        QTRY_VERIFY(isShown());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QTest::keyClick(&window, Qt::Key_N);
        QTRY_VERIFY(isSeen<ClipView>(window));
        QCOMPARE(window.windowTitle(), QStringLiteral("ärger & co.mp4 — Tagscope"));
        QCOMPARE(RecentFiles::media().files().size(), 2);
    }

    void choosingAnEventMarksItEverywhere() {
        const auto window = openWindow();
        QVERIFY(window);
        QTableView *events = eventsOf(*window);
        QCOMPARE(events->model()->rowCount(), 17);
        QCOMPARE(events->model()->index(0, 0).data().toString(), QStringLiteral("Ambulance (siren)"));
        // The strongest tag is chosen, so that Why says something at once.
        QCOMPARE(events->selectionModel()->selectedRows().value(0).row(), 0);
        const auto step = window->findChild<TimeOverlay *>()->maximalStep();
        QVERIFY(step);
        QVERIFY(std::abs(step->lower.count() - 0.7) < 1e-9);
        QVERIFY(std::abs(step->upper.count() - 0.8) < 1e-9);

        QTest::keyClick(window.get(), Qt::Key_E); // the next in class order
        QCOMPARE(events->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(events->selectionModel()->selectedRows().front().data().toString(),
                 QStringLiteral("Fire engine, fire truck (siren)"));
    }

    void allTracksZoomTogether() {
        const auto window = openWindow();
        QVERIFY(window);
        auto *spectrogram = window->findChild<SpectrogramPlot *>();
        auto *activations = window->findChild<ActivationPlot *>(QStringLiteral("activationPlot"));
        auto *pictures = window->findChild<PictureStrip *>();
        QCOMPARE(pictures->width(), spectrogram->width());
        QCOMPARE(activations->width(), spectrogram->width());
        const auto isSame = [&] { return spectrogram->xAxis->range() == activations->xAxis->range(); };
        const QPoint at(spectrogram->width() / 2, spectrogram->height() / 2);
        const double before = spectrogram->xAxis->pixelToCoord(at.x());

        wheel(*spectrogram, at, 240, Qt::ControlModifier);
        QVERIFY(spectrogram->xAxis->range().size() < 7);
        QVERIFY(std::abs(spectrogram->xAxis->pixelToCoord(at.x()) - before) < 0.02);
        QVERIFY(isSame());
        const double lower = spectrogram->xAxis->range().lower;
        wheel(*pictures, at, -120, Qt::ShiftModifier);
        QVERIFY(spectrogram->xAxis->range().lower > lower);
        QVERIFY(isSame());
        QTest::keyClick(window.get(), Qt::Key_F);
        QCOMPARE(spectrogram->xAxis->range().size(), 10.0);
        QTest::keyClick(window.get(), Qt::Key_B);
        QVERIFY(spectrogram->xAxis->range().size() < 7);
        QVERIFY(isSame());
    }

    void helpAndKeys() {
        MainWindow window(test::syntheticSources());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F1);
        QVERIFY(window.findChild<QDialog *>(QStringLiteral("help")));
        QTest::keyClick(&window, Qt::Key_F2);
        QVERIFY(window.findChild<QDialog *>(QStringLiteral("keys")));
    }

    void notesAreSeen() {
        const auto window = openWindow();
        QVERIFY(window);
        bool isSeenNote = false;
        for (const QLabel *label : window->findChildren<QLabel *>())
            isSeenNote = isSeenNote || (label->isVisible() && label->text().contains(QStringLiteral("untrained")));
        QVERIFY(isSeenNote);
    }

    void themesReachThePlots() {
        const auto window = openWindow();
        QVERIFY(window);
        keepTheme(Theme::Dark);
        window->findChild<TracksFeature *>()->setColourMap(ColourMap::Cividis);
        const auto grey = [&window] {
            const QPoint margin = window->findChild<ActivationPlot *>(QStringLiteral("activationPlot"))
                                      ->mapTo(window.get(), QPoint(3, 30));
            return qGray(window->grab().toImage().pixel(margin));
        };
        QTRY_VERIFY(grey() < 80);
        keepTheme(Theme::Light);
        QTRY_VERIFY(grey() > 200);
        QCOMPARE(QSettings().value(QStringLiteral("window/colours")).toString(), QStringLiteral("cividis"));
    }

    void docksAreRestored() {
        {
            const auto window = openWindow();
            QVERIFY(window);
            window->findChild<QDockWidget *>(QStringLiteral("why"))->hide();
            window->close();
        }
        MainWindow window(test::syntheticSources());
        window.show();
        QVERIFY(!window.findChild<QDockWidget *>(QStringLiteral("why"))->isVisible());
        QVERIFY(window.findChild<QDockWidget *>(QStringLiteral("clips"))->isVisible());
    }

    // A slow analysis, and one that ignores its token for a while, leave the event loop running.
    void theEventLoopRunsDuringAnAnalysis() {
        std::atomic<bool> isRunning = false;
        MainWindow window(test::sourcesWith(
            [&](const auto &, const auto &, const Progress &progress, const std::stop_token &stop) -> Result<void> {
                isRunning = true;
                for (int i = 0; !stop.stop_requested(); ++i) {
                    progress(std::min(i / 1e6, 0.9), "slow");
                    if (i % 1000 == 0)
                        std::this_thread::sleep_for(std::chrono::milliseconds(1));
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(300));
                return cancelled();
            }));
        window.show();
        window.openMedia({"slow.mp4", "waiting.mp4"});
        QTRY_VERIFY(isRunning);
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
        timer.start(10);
        QTest::qWait(500);
        QVERIFY2(ticks > 10, qPrintable(QString::number(ticks)));
        QVERIFY(isSeen<ClipStatePage>(window));
        auto *cancel = window.findChild<QToolButton *>(QStringLiteral("cancelAnalyses"));
        QVERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!cancel->isVisible());
        const auto *list = window.findChild<ClipListView *>();
        QVERIFY(list->model()->index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Cancelled")));
    }
};

TAGSCOPE_WINDOW_TEST(TestMainWindow)
#include "tst_main_window.moc"
