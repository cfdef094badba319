// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/base/recent_files.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_clips.h"
#include "ui/clips/start_page.h"
#include "ui/tracks/clip_state_page.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/track_stack.h"
#include "ui/window/main_window.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace tagscope;
using namespace tagscope::ui;
using namespace std::chrono_literals;

namespace {

Sources sourcesOf(const test::ProjectMake &make) {
    Sources sources = test::syntheticSources();
    sources.openProject = [make](const std::filesystem::path &file, const std::stop_token &) {
        return Result<std::shared_ptr<ClipAnalyst>>(std::make_shared<test::SyntheticProject>(file, make));
    };
    return sources;
}

std::shared_ptr<const OpenProject> projectOf(const test::ProjectMake &make) {
    Document document(sourcesOf(make).openProject, {});
    document.open("/project/street.tagscope");
    return QTest::qWaitFor([&] { return document.project() != nullptr; }) ? document.project() : nullptr;
}

template <class T>
bool isProjectSeen(const MainWindow &window) {
    const T *widget = window.findChild<T *>();
    return widget != nullptr && widget->isVisible();
}

bool isSaid(const QWidget &where, const QString &text) {
    for (const QLabel *label : where.findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

QListView *listOf(const MainWindow &window) {
    return window.findChild<QListView *>(QStringLiteral("projectClips"));
}

} // namespace

class TestProjects : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void filterOrderAndProgress() {
        ProjectClipModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProject(projectOf({.clips = 100}));
        QCOMPARE(model.rowCount(), 100);
        model.setFilter({.split = QStringLiteral("test")});
        QCOMPARE(model.rowCount(), 20);
        QCOMPARE(*model.clipAt(0), ClipId{5});
        QCOMPARE(*model.rowOf(10), 1);
        QVERIFY(!model.rowOf(1));
        model.setFilter({.text = QStringLiteral("SIREN fire")}); // label 2 of 17, and clip 0's 5th is no siren
        QCOMPARE(model.rowCount(), 6);
        model.setFilter({});
        const QPersistentModelIndex kept(model.index(3, 0));
        model.sort(ProjectClipModel::Split);
        QCOMPARE(*model.clipAt(kept.row()), ClipId{4});
        QCOMPARE(*model.clipAt(0), ClipId{5}); // "test" comes first
        model.setProgress(1, {ClipProgress::State::Done, 1.0, {}, {}, std::vector<int>{1}});
        QVERIFY(model.tagsText(1).contains(QStringLiteral("Ambulance")));
        QCOMPARE(model.labelsText(1), QStringLiteral("Train horn · Reversing beeps"));
        QCOMPARE(model.stateText(10), QStringLiteral("Media missing"));
        model.setProgress(4711, {});
        model.setProject(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void fiftyThousandClips() {
        MainWindow window(sourcesOf({.clips = 50000, .runs = 0}));
        window.show();
        window.openProject("/project/large.tagscope");
        QTRY_VERIFY(listOf(window)->model()->rowCount() == 50000);
        window.findChild<QLineEdit *>(QStringLiteral("clipSearch"))->setText(QStringLiteral("clip-4999"));
        QTRY_COMPARE(listOf(window)->model()->rowCount(), 11);
        QVERIFY(isSaid(window, QStringLiteral("of 50,000")) || isSaid(window, QStringLiteral("of 50000")));
    }

    void openingAProjectShowsAClip() {
        MainWindow window(sourcesOf({}));
        window.resize(1400, 900);
        window.show();
        window.open({"/project/street.tagscope"});
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
        QCOMPARE(window.windowTitle(), QStringLiteral("clip-4 — street — Tagscope")); // the first of the test split
        QCOMPARE(RecentFiles::projects().files().size(), 1);
        QVERIFY(RecentFiles::projects().files().front().endsWith(QStringLiteral("/street.tagscope")));
        const auto *events = window.findChild<QTableView *>(QStringLiteral("events"));
        QVERIFY(!events->isColumnHidden(8));
        QTest::keyClick(&window, Qt::Key_N);
        QCOMPARE(window.windowTitle(), QStringLiteral("clip-5 — street — Tagscope"));
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
    }

    void missingMediaSaysWhatToDo() {
        MainWindow window(sourcesOf({}));
        window.show();
        window.openProject("/project/street.tagscope");
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
        listOf(window)->setCurrentIndex(listOf(window)->model()->index(9, 0));
        QVERIFY(isProjectSeen<ClipStatePage>(window));
        QVERIFY(isSaid(window, QStringLiteral("Locate missing media")));
    }

    void aDemoIsMadeInTheBackgroundAndNamed() {
        MainWindow window(sourcesOf({.clips = 12, .makesMedia = true, .analysis = 10ms}));
        window.resize(1400, 900);
        window.show();
        window.openDemo("/demo");
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
        QVERIFY(isSaid(window, QStringLiteral("Demo project")));
        const auto *cancel = window.findChild<QToolButton *>(QStringLiteral("cancelBackground"));
        QTRY_VERIFY(cancel->isVisible());
        const auto *model = window.findChild<ProjectClipModel *>();
        QTRY_VERIFY(model->progress(12).state == ClipProgress::State::Done);
        QTRY_VERIFY(!cancel->isVisible());
    }

    void theBackgroundCanBeCancelled() {
        MainWindow window(sourcesOf({.clips = 2000, .makesMedia = true, .analysis = 5ms}));
        window.show();
        window.openDemo("/demo");
        auto *cancel = window.findChild<QToolButton *>(QStringLiteral("cancelBackground"));
        QTRY_VERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!cancel->isVisible());
        QVERIFY(!window.findChild<ProjectClips *>()->background().isRunning());
    }

    // Who goes on to the next clip before this one was analysed has not cancelled anything.
    void aClipThatIsLeftIsNotCancelled() {
        MainWindow window(sourcesOf({.clips = 5, .analysis = 200ms}));
        window.show();
        window.openProject("/project/slow.tagscope");
        const auto *model = window.findChild<ProjectClipModel *>();
        QTRY_COMPARE(listOf(window)->model()->rowCount(), 5);
        const auto stateOf = [model](ClipId clip) { return model->progress(clip).state; };
        listOf(window)->setCurrentIndex(listOf(window)->model()->index(3, 0));
        QTRY_VERIFY(stateOf(4) == ClipProgress::State::Analysing);
        listOf(window)->setCurrentIndex(listOf(window)->model()->index(1, 0));
        QVERIFY(stateOf(4) == ClipProgress::State::Untouched);
        QTRY_VERIFY(stateOf(2) == ClipProgress::State::Done);
    }

    void closingTheProjectWhileItsClipIsAnalysed() {
        MainWindow window(sourcesOf({.clips = 5, .analysis = 200ms}));
        window.show();
        window.openProject("/project/slow.tagscope");
        QTRY_COMPARE(listOf(window)->model()->rowCount(), 5);
        const auto *model = window.findChild<ProjectClipModel *>();
        listOf(window)->setCurrentIndex(listOf(window)->model()->index(3, 0));
        QTRY_VERIFY(model->progress(4).state == ClipProgress::State::Analysing);
        auto &document = window.findChild<ProjectClips *>()->document();
        document.close();
        QCOMPARE(listOf(window)->model()->rowCount(), 0);
        window.openProject("/project/slow.tagscope");
        QTRY_COMPARE(listOf(window)->model()->rowCount(), 5);
        window.openProject("/project/other.tagscope"); // in its place
        QTRY_VERIFY(document.project()->contents.file.filename() == "other.tagscope");
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
    }

    void closingInTheMidstOfIt() {
        QElapsedTimer timer;
        {
            MainWindow window(sourcesOf({.clips = 2000, .makesMedia = true, .analysis = 50ms}));
            window.show();
            window.openDemo("/demo");
            QTRY_VERIFY(window.findChild<QToolButton *>(QStringLiteral("cancelBackground"))->isVisible());
            auto *start = window.findChild<QPushButton *>(QStringLiteral("startTraining"));
            QTRY_VERIFY(start->isEnabled());
            start->click();
            QTest::qWait(100);
            listOf(window)->setCurrentIndex(listOf(window)->model()->index(77, 0));
            timer.start();
            window.close();
        }
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void whatIsNoProjectIsSaid() {
        MainWindow window(test::syntheticSources());
        window.show();
        window.openProject("/clips/letter.broken");
        QTRY_VERIFY(isSaid(window, QStringLiteral("letter.broken is not a project.")));
        QVERIFY(isSaid(window, QStringLiteral("file is not a database")));
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void activationsOfARun() {
        MainWindow window(sourcesOf({}));
        window.resize(1400, 900);
        window.show();
        window.openProject("/project/street.tagscope");
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
        auto *runs = window.findChild<QListView *>(QStringLiteral("runs"));
        runs->setCurrentIndex(runs->model()->index(1, 0));
        window.findChild<QPushButton *>(QStringLiteral("showActivations"))->click();
        QTRY_VERIFY(isSaid(window, QStringLiteral("Activations: run earlier-1, epoch 7")));
        QTest::keyClick(&window, Qt::Key_N); // stays so with the next clip
        QTRY_VERIFY(isSaid(window, QStringLiteral("Activations: run earlier-1, epoch 7")));
        for (auto *button : window.findChildren<QToolButton *>())
            if (button->text().contains(QStringLiteral("project's models")))
                button->click();
        QVERIFY(!isSaid(window, QStringLiteral("Activations: run")));
    }

    void activationsOfTwoRunsLieBelowEachOther() {
        MainWindow window(sourcesOf({}));
        window.resize(1400, 1000);
        window.show();
        window.openProject("/project/street.tagscope");
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
        const TrackStack &stack = window.findChild<ClipView *>()->tracks();
        const auto track = [&stack](const char *id) {
            return *std::ranges::find(stack.tracks(), QLatin1String(id), &TrackStack::Named::id);
        };
        QVERIFY(!track("compared").frame->isVisible());
        auto *runs = window.findChild<QListView *>(QStringLiteral("runs"));
        auto *compare = window.findChild<QPushButton *>(QStringLiteral("compareActivations"));
        runs->setCurrentIndex(runs->model()->index(1, 0));
        window.findChild<QPushButton *>(QStringLiteral("showActivations"))->click();
        runs->setCurrentIndex(runs->model()->index(0, 0));
        QCOMPARE(compare->text(), QStringLiteral("Compare with earlier-2"));
        compare->click();
        QTRY_VERIFY(isSaid(window, QStringLiteral("Compared with: run earlier-2, epoch 7")));
        QTRY_VERIFY(isSaid(window, QStringLiteral("Activations: run earlier-1, epoch 7")));
        // Both are there to be looked at, of one width, so that a moment is in one place.
        QTRY_VERIFY(track("compared").frame->isVisible() && !track("compared").frame->isFolded());
        QVERIFY(track("activations").frame->isVisible() && !track("activations").frame->isFolded());
        QCOMPARE(track("compared").widget->mapTo(&window, QPoint()).x(),
                 track("activations").widget->mapTo(&window, QPoint()).x());
        QCOMPARE(track("compared").widget->width(), track("activations").widget->width());
        QVERIFY(track("compared").frame->y() > track("activations").frame->y());

        QTest::keyClick(&window, Qt::Key_N); // likewise of the next clip
        QTRY_VERIFY(isSaid(window, QStringLiteral("Compared with: run earlier-2, epoch 7")));
        QCOMPARE(compare->text(), QStringLiteral("Compare no more with earlier-2"));
        compare->click();
        QTRY_VERIFY(!track("compared").frame->isVisible());
        QVERIFY(!isSaid(window, QStringLiteral("Compared with")));
    }

    void oneOfTwoDroppedProjectsIsOpened() {
        MainWindow window(sourcesOf({}));
        window.show();
        window.open({"/project/street.tagscope", "/project/harbour.tagscope"});
        const QString said = window.statusBar()->currentMessage();
        QVERIFY2(said.contains(QStringLiteral("street.tagscope")) && said.contains(QStringLiteral("harbour.tagscope")),
                 qPrintable(said));
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
        QVERIFY(window.windowTitle().contains(QStringLiteral(" — street — ")));
    }

    void dropsAndClosing() {
        MainWindow window(sourcesOf({}));
        window.show();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/project/street.tagscope"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &event);
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
        window.openMedia({"street.mp4"}); // beside it
        QTRY_COMPARE(window.windowTitle(), QStringLiteral("street.mp4 — street — Tagscope"));
        window.findChild<ProjectClips *>()->document().close();
        QTRY_VERIFY(isProjectSeen<ClipView>(window));
        QVERIFY(listOf(window)->model()->rowCount() == 0);
    }
};

TAGSCOPE_WINDOW_TEST(TestProjects)
#include "tst_projects.moc"
