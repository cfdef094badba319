// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/fusion_bench.h"
#include "tests/ui/warnings.h"
#include "ui/document/current_point.h"
#include "ui/fusion/f1_map.h"
#include "ui/fusion/flip_list_model.h"
#include "ui/fusion/fusion_controller.h"
#include "ui/fusion/fusion_event_model.h"
#include "ui/fusion/fusion_event_table.h"
#include "ui/fusion/fusion_history_dialog.h"
#include "ui/fusion/fusion_panel.h"
#include "ui/fusion/pr_curve.h"
#include "ui/fusion/threshold_curve.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeWidget>
#include <QUndoStack>
#include <cmath>
#include <limits>
#include <random>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

using Bench = test::FusionBench;

} // namespace

class TestFusion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void anEmptyPanelSaysWhatToDo() {
        Bench bench;
        bench.panel->show();
        QVERIFY(bench.text("fusionMessage").contains(QStringLiteral("Open a project")));
        QVERIFY(!bench.find<QPushButton>("fusionTune")->isEnabled());
    }

    void withoutScoresItSaysWhatToRun() {
        Bench bench({.hasAudio = false, .hasVideo = false});
        QVERIFY(bench.open());
        QVERIFY(bench.text("fusionMessage").contains(QStringLiteral("neither audio nor video")));
        QVERIFY(bench.workbench().bench() == nullptr);
        QVERIFY(!bench.find<QPushButton>("fusionTune")->isEnabled());
    }

    void theProjectsPointJudgesItsClips() {
        Bench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.point.point().has_value());
        QCOMPARE(bench.point.point()->threshold.front(), 0.4);
        QCOMPARE(bench.workbench().saved().name, std::string("first"));
        QVERIFY(bench.find<QComboBox>("fusionPoint")->currentText().startsWith(QStringLiteral("first ★")) ||
                bench.find<QComboBox>("fusionPoint")->currentText() == QStringLiteral("first"));
        bench.document.close();
        QVERIFY(!bench.point.point());
        Bench none({.hasPoints = false});
        QVERIFY(none.open());
        QVERIFY(!none.point.point()); // each analysis has its own
        QVERIFY(none.workbench().bench() != nullptr);
    }

    void keysMoveWeightsAndThresholds() {
        Bench bench;
        QVERIFY(bench.open());
        FusionEventTable *table = bench.table();
        table->setCurrentIndex(bench.cell(2, FusionEventModel::Threshold));
        QTest::keyClicks(table, QStringLiteral("+++-"));
        QVERIFY(std::abs(bench.workbench().point().threshold[2] - 0.42) < 1e-12);
        table->setCurrentIndex(bench.cell(2, FusionEventModel::Weight));
        QTest::keyClick(table, '+', Qt::AltModifier);
        QVERIFY(std::abs(bench.workbench().point().videoWeight[2] - 0.6) < 1e-12);
        QVERIFY(QTest::qWaitFor([&] { return bench.point.point() == bench.workbench().point(); }));
        // Typed: a number, a word, nonsense.
        table->setCurrentIndex(bench.cell(2, FusionEventModel::Threshold));
        QTest::keyClick(table, Qt::Key_F2);
        QWidget *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("0.25"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(bench.workbench().point().threshold[2], 0.25);
        QAbstractItemModel *model = table->model();
        QVERIFY(model->setData(bench.cell(2, FusionEventModel::Threshold), QStringLiteral("Never")));
        QCOMPARE(bench.workbench().point().threshold[2], std::numeric_limits<double>::infinity());
        QCOMPARE(bench.cell(2, FusionEventModel::Threshold).data().toString(), QStringLiteral("never"));
        for (const char *wrong : {"1.5", "-0.1", "x", "", "nan", "inf"})
            QVERIFY(!model->setData(bench.cell(2, FusionEventModel::Threshold), QString::fromLatin1(wrong)));
        QVERIFY(!model->setData(bench.cell(2, FusionEventModel::Weight), QStringLiteral("2")));
        QVERIFY(!model->setData(bench.cell(2, FusionEventModel::WeakF1), QStringLiteral("0.5")));
    }

    void dragsOfTheMouseAreUndoneAsOne() {
        Bench bench;
        QVERIFY(bench.open());
        FusionEventTable *table = bench.table();
        const QModelIndex cell = bench.cell(1, FusionEventModel::Threshold);
        const QRect track = SliderDelegate::trackIn(table->visualRect(cell), table->fontMetrics());
        const int y = track.center().y();
        QTest::mousePress(table->viewport(), Qt::LeftButton, {}, QPoint(track.left() + track.width() / 2, y));
        for (int x = track.center().x(); x <= track.right(); x += 3)
            QTest::mouseMove(table->viewport(), QPoint(x, y));
        QTest::mouseRelease(table->viewport(), Qt::LeftButton, {}, QPoint(track.right(), y));
        QVERIFY(bench.workbench().point().threshold[1] > 0.9);
        QCOMPARE(bench.undo.count(), 1);
        bench.undo.undo();
        QCOMPARE(bench.workbench().point().threshold[1], 0.4);
        QVERIFY(bench.workbench().bench()->flips().empty());
        bench.undo.redo();
        QVERIFY(bench.workbench().point().threshold[1] > 0.9);
        // Beyond the end it is never.
        QTest::mousePress(table->viewport(), Qt::LeftButton, {}, QPoint(track.center().x(), y));
        QTest::mouseMove(table->viewport(), QPoint(track.right() + 5 * track.height(), y));
        QTest::mouseRelease(table->viewport(), Qt::LeftButton, {}, QPoint(track.right(), y));
        QVERIFY(std::isinf(bench.workbench().point().threshold[1]));
    }

    void thePointOfTheCurveCanBeDragged() {
        Bench bench;
        QVERIFY(bench.open());
        bench.table()->chooseEvent(3);
        auto *curve = bench.panel->findChild<PrCurve *>();
        QVERIFY(QTest::qWaitFor([&] { return !curve->markPosition().isNull(); }));
        QTest::qWait(50); // until it is laid out
        const Counts before = bench.workbench().bench()->counts(Workbench::Labels::Weak)[3];
        const QPoint from = curve->markPosition().toPoint();
        QTest::mousePress(curve, Qt::LeftButton, {}, from);
        QTest::mouseMove(curve, from + QPoint(-40, 0));
        QTest::mouseMove(curve, from + QPoint(-80, 0));
        QTest::mouseRelease(curve, Qt::LeftButton, {}, from + QPoint(-80, 0));
        const Counts after = bench.workbench().bench()->counts(Workbench::Labels::Weak)[3];
        QVERIFY(after.recall() < before.recall());
        QVERIFY(bench.workbench().point().threshold[3] > 0.4);
        QCOMPARE(bench.undo.count(), 1);
        const double dragged = bench.workbench().point().threshold[3];
        QTest::keyClick(curve, Qt::Key_Right);
        QVERIFY(bench.workbench().point().threshold[3] < dragged);
        QTest::keyClick(curve, Qt::Key_Left);
        QVERIFY(std::abs(bench.workbench().point().threshold[3] - dragged) < 0.05);

        auto *map = bench.panel->findChild<F1Map *>();
        QTest::mouseClick(map, Qt::LeftButton, {}, map->axisRect()->rect().center());
        QVERIFY(std::abs(bench.workbench().point().videoWeight[3] - 0.5) < 0.03);
        QVERIFY(std::abs(bench.workbench().point().threshold[3] - 0.5) < 0.03);
        QTest::mouseClick(map, Qt::LeftButton, {}, map->axisRect()->rect().topLeft() + QPoint(2, 2));
        QVERIFY(bench.workbench().point().videoWeight[3] > 0.95);
        QVERIFY(bench.workbench().point().threshold[3] < 0.05);
        auto *threshold = bench.panel->findChild<ThresholdCurve *>();
        QTest::mouseClick(threshold, Qt::LeftButton, {}, threshold->axisRect()->rect().center());
        QVERIFY(std::abs(bench.workbench().point().threshold[3] - 0.5) < 0.03);
    }

    void flipsAreListedAndOpened() {
        Bench bench;
        QVERIFY(bench.open());
        auto *list = bench.find<QTableView>("flips");
        const QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester events(bench.table()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(list->model()->rowCount(), 0);
        std::mt19937 random(5);
        for (int change = 0; change < 25; ++change) {
            bench.workbench().change(random() % 17, WorkbenchService::Value::Threshold,
                                     static_cast<double>(random() % 20) / 20.0);
            const std::vector<FlippedTag> flips = bench.workbench().bench()->flips();
            QCOMPARE(list->model()->rowCount(), static_cast<int>(flips.size()));
            if (flips.empty())
                continue;
            const std::size_t row = random() % flips.size();
            QCOMPARE(list->model()->index(static_cast<int>(row), FlipListModel::Clip).data().toString(),
                     QStringLiteral("clip-%1").arg(flips[row].clip));
            const bool isRight = list->model()
                                     ->index(static_cast<int>(row), FlipListModel::Right)
                                     .data()
                                     .toString()
                                     .contains(QStringLiteral("right"));
            const Workbench &now = *bench.workbench().bench();
            QCOMPARE(isRight, now.isTagged(flips[row].clip, flips[row].event) ==
                                  now.isPositive(flips[row].clip, flips[row].event, Workbench::Labels::Weak));
        }
        const QSignalSpy asked(bench.panel.get(), &FusionPanel::clipAsked);
        QVERIFY(list->model()->rowCount() > 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().at(1).toInt(), static_cast<int>(bench.workbench().bench()->flips().front().event));
    }

    void undoAndRedoWalkThroughEveryState() {
        Bench bench;
        QVERIFY(bench.open());
        std::mt19937 random(6);
        std::vector<OperatingPoint> states{bench.workbench().point()};
        for (int change = 0; change < 40; ++change) {
            const std::size_t event = random() % 17;
            const double value = static_cast<double>(random() % 100) / 99.0;
            if (random() % 3 == 0)
                bench.workbench().changeBoth(event, value, 1.0 - value);
            else
                bench.workbench().change(
                    event, random() % 2 == 0 ? WorkbenchService::Value::Weight : WorkbenchService::Value::Threshold,
                    value);
            if (bench.workbench().point() != states.back())
                states.push_back(bench.workbench().point());
        }
        QCOMPARE(bench.undo.count(), static_cast<int>(states.size()) - 1);
        for (int order = 0; order < 2; ++order) {
            for (std::size_t i = states.size() - 1; i-- > 0;) {
                bench.undo.undo();
                QVERIFY(bench.workbench().point() == states[i]);
                QVERIFY(bench.workbench().bench()->point() == states[i]);
            }
            for (std::size_t i = 1; i < states.size(); ++i) {
                bench.undo.redo();
                QVERIFY(bench.workbench().point() == states[i]);
            }
        }
        // Another project is not touched by what is left on the stack.
        bench.document.open("/project/other.tagscope");
        QVERIFY(
            QTest::qWaitFor([&] { return bench.document.project()->contents.file.filename() == "other.tagscope"; }));
        const OperatingPoint other = bench.workbench().point();
        bench.undo.undo();
        QVERIFY(bench.workbench().point() == other);
    }

    void pointsAreSavedComparedAndReverted() {
        Bench bench;
        QVERIFY(bench.open());
        bench.workbench().change(0, WorkbenchService::Value::Threshold, 0.9);
        QVERIFY(bench.find<QPushButton>("fusionRevert")->isEnabled());
        QVERIFY(bench.find<QComboBox>("fusionPoint")->currentText().contains(QStringLiteral("changed")));
        bench.panel->save(QStringLiteral("first")); // was tuned
        QVERIFY(bench.text("fusionStatus").contains(QStringLiteral("cannot be replaced")));
        bench.panel->save(QStringLiteral("careful"));
        QVERIFY(QTest::qWaitFor(
            [&] { return bench.find<QComboBox>("fusionPoint")->findData(QStringLiteral("careful")) > 0; }));
        QCOMPARE(bench.find<QComboBox>("fusionPoint")->currentData().toString(), QStringLiteral("careful"));
        QTRY_VERIFY(!bench.find<QPushButton>("fusionRevert")->isEnabled()); // once it is stored
        QVERIFY(bench.workbench().bench()->flips().empty());
        bench.choose("fusionBeside", QStringLiteral("first"));
        QVERIFY(!bench.workbench().bench()->flips().empty());
        QVERIFY(
            QTest::qWaitFor([&] { return bench.text("fusionFigures").contains(QStringLiteral("points against")); }));
        bench.workbench().change(0, WorkbenchService::Value::Threshold, 0.1);
        bench.panel->revert();
        QCOMPARE(bench.workbench().point().threshold[0], 0.9);
        bench.choose("fusionPoint", QStringLiteral("mine"));
        QCOMPARE(bench.workbench().point().threshold[5], 0.6);
        bench.undo.undo();
        QCOMPARE(bench.workbench().point().threshold[0], 0.9);
    }

    void truthsSplitsAndBranches() {
        Bench bench;
        QVERIFY(bench.open());
        QVERIFY(bench.text("fusionFigures").contains(QStringLiteral("audible")));
        auto *banner = bench.find<QLabel>("fusionBanner");
        QVERIFY(!banner->isVisible());
        auto *split = bench.find<QComboBox>("fusionSplit");
        split->setCurrentText(QStringLiteral("test"));
        Q_EMIT split->activated(split->currentIndex());
        QVERIFY(QTest::qWaitFor([&] { return banner->isVisible(); }));
        QVERIFY(banner->text().contains(QStringLiteral("test")));
        auto *labels = bench.find<QComboBox>("fusionLabels");
        labels->setCurrentIndex(1);
        Q_EMIT labels->activated(1);
        QVERIFY(bench.workbench().labels() == Workbench::Labels::Audible);

        Bench deaf({.hasAudio = false, .knowsAudible = false});
        QVERIFY(deaf.open());
        QVERIFY(deaf.workbench().bench() != nullptr);
        QVERIFY(!deaf.find<QComboBox>("fusionLabels")->isEnabled());
        deaf.workbench().change(0, WorkbenchService::Value::Weight, 0.1);
        QVERIFY(deaf.workbench().bench()->flips().empty()); // the pictures alone, whatever the weight
    }

    void historyIsTakenUpAgain() {
        Bench bench;
        QVERIFY(bench.open());
        bench.workbench().change(0, WorkbenchService::Value::Threshold, 0.77);
        bench.panel->save(QStringLiteral("mine"));
        bench.workbench().change(0, WorkbenchService::Value::Threshold, 0.11);
        bench.panel->save(QStringLiteral("mine"));
        QVERIFY(QMetaObject::invokeMethod(bench.panel.get(), "showHistory"));
        auto *dialog = bench.panel->findChild<FusionHistoryDialog *>();
        QVERIFY(dialog != nullptr);
        auto *list = dialog->findChild<QTreeWidget *>(QStringLiteral("pointHistory"));
        QVERIFY(QTest::qWaitFor([&] { return list->topLevelItemCount() == 4; }));
        list->setCurrentItem(list->topLevelItem(1));
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("&Load it"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(bench.workbench().point().threshold[0], 0.77);
    }
};

TAGSCOPE_WINDOW_TEST(TestFusion)
#include "tst_fusion.moc"
