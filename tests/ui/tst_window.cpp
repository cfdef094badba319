// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a whole: what holds of every table in it, and its end in the middle of work.

#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/tracks/clip_view.h"
#include "ui/training/training_service.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QDockWidget>
#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <atomic>
#include <thread>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

Sources projectSources() {
    Sources sources = test::syntheticSources();
    sources.openProject = test::openSyntheticProject;
    return sources;
}

bool showsClip(const MainWindow &window) {
    return window.findChild<ClipView *>()->isVisible();
}

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    // A project is opened, sorted and left; testers watch all that is shown of it.
    void allItemModelsKeepTheRules() {
        MainWindow window(projectSources());
        window.resize(1600, 1000);
        window.show();
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (const QAbstractItemView *view : window.findChildren<QAbstractItemView *>())
            if (view->model() != nullptr && qobject_cast<const QHeaderView *>(view) == nullptr)
                testers.push_back(std::make_unique<QAbstractItemModelTester>(
                    view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        QVERIFY(testers.size() >= 5);
        window.openMedia({"street.mp4", "torn.broken"});
        QTRY_VERIFY(showsClip(window));
        window.openProject("/projects/street.tagscope");
        QTRY_VERIFY(showsClip(window));
        for (QDockWidget *dock : window.findChildren<QDockWidget *>())
            dock->show();
        for (int clips = 0; clips < 4; ++clips) {
            QTest::keyClick(&window, Qt::Key_N);
            QTest::keyClick(&window, Qt::Key_E);
            QTest::qWait(60);
        }
        for (QHeaderView *header : window.findChildren<QHeaderView *>())
            if (header->orientation() == Qt::Horizontal && header->isSortIndicatorShown())
                header->setSortIndicator(header->count() - 1, Qt::DescendingOrder);
        window.openProject("/projects/other.tagscope");
        QTest::qWait(200);
    }

    void itIsClosedDuringAnAnalysis() {
        std::atomic<bool> isRunning = false;
        {
            MainWindow window(test::sourcesWith(
                [&](const auto &, const auto &, const Progress &progress, const std::stop_token &stop) -> Result<void> {
                    isRunning = true;
                    while (!stop.stop_requested()) {
                        progress(0.3, "slow");
                        std::this_thread::sleep_for(std::chrono::milliseconds(1));
                    }
                    std::this_thread::sleep_for(std::chrono::milliseconds(100)); // it takes a while to notice
                    progress(0.4, "slow");
                    isRunning = false;
                    return cancelled();
                }));
            window.show();
            window.openMedia({"slow.mp4", "waiting.mp4"});
            QTRY_VERIFY(isRunning);
            QVERIFY(window.close());
        }
        QVERIFY(!isRunning); // nothing is left that could call what is gone
    }

    void itIsClosedDuringTheWorkOnAProject() {
        for (const bool isTraining : {false, true}) {
            Sources sources = test::syntheticSources();
            sources.openProject = [](const std::filesystem::path &file, const std::stop_token &) {
                test::ProjectMake make;
                make.clips = 200;
                make.makesMedia = true;
                make.runs = 0;
                make.analysis = std::chrono::milliseconds(30);
                return Result<std::shared_ptr<ClipAnalyst>>(std::make_shared<test::SyntheticProject>(file, make));
            };
            MainWindow window(sources);
            window.show();
            window.openProject("/projects/demo.tagscope");
            QTRY_VERIFY(showsClip(window));
            if (isTraining) {
                window.findChild<QDockWidget *>(QStringLiteral("training"))->show();
                auto *start = window.findChild<QAbstractButton *>(QStringLiteral("startTraining"));
                QTRY_VERIFY(start->isEnabled());
                start->click();
                const auto *service = window.findChild<TrainingService *>();
                QTRY_VERIFY(service->state() == TrainingService::State::Running);
            }
            QVERIFY(window.close());
        }
    }

    void itIsClosedWhileAProjectOpens() {
        std::atomic<bool> isOpening = false;
        Sources sources = test::syntheticSources();
        sources.openProject = [&](const std::filesystem::path &file, const std::stop_token &stop) {
            isOpening = true;
            for (int i = 0; i < 100 && !stop.stop_requested(); ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            return test::openSyntheticProject(file, stop);
        };
        MainWindow window(sources);
        window.show();
        window.openProject("/projects/street.tagscope");
        QTRY_VERIFY(isOpening);
        QVERIFY(window.close());
    }

    // Many openings one after another, faster than they are answered.
    void clipsAreLeftBeforeTheyAreThere() {
        MainWindow window(projectSources());
        window.show();
        window.openProject("/projects/street.tagscope");
        QTRY_VERIFY(showsClip(window));
        for (int i = 0; i < 200; ++i) {
            QTest::keyClick(&window, i % 3 == 0 ? Qt::Key_P : Qt::Key_N);
            if (i % 7 == 0)
                QTest::qWait(3);
        }
        QTest::keyClick(&window, Qt::Key_P); // away from the last clip, whose recording is missing
        QTRY_VERIFY(showsClip(window));
    }

    void whatIsNoFileIsRefusedInTheWindow() {
        MainWindow window(projectSources());
        window.show();
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("https://example.org/a.mp4"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &enter);
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &event);
        QVERIFY(!event.isAccepted());
        QVERIFY(!window.statusBar()->currentMessage().isEmpty());
    }
};

TAGSCOPE_WINDOW_TEST(TestWindow)
#include "tst_window.moc"
