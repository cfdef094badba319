// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/operating_points.h"
#include "tests/support/qt_test.h"
#include "tests/ui/fusion_bench.h"
#include "tests/ui/warnings.h"
#include "ui/fusion/fusion_event_model.h"
#include "ui/fusion/fusion_tune_dialog.h"

#include <QApplication>
#include <QPushButton>

// What comes of a tuning, and who decides that it judges the clips.
using namespace tagscope;
using namespace tagscope::ui;
using test::FusionBench;

class TestFusionTuning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void tuningMakesANewPoint() {
        FusionBench bench;
        QVERIFY(bench.open());
        bench.panel->tune();
        auto *dialog = bench.panel->findChild<FusionTuneDialog *>();
        QVERIFY(dialog != nullptr);
        auto *method = dialog->findChild<QComboBox *>(QStringLiteral("tuneMethod"));
        auto *outcome = dialog->findChild<QLabel *>(QStringLiteral("tuneOutcome"));
        const OperatingPoint first = bench.workbench().point();
        for (const TuningMethod how :
             {TuningMethod::Joint, TuningMethod::Calibrated, TuningMethod::Paper, TuningMethod::Joint}) {
            outcome->clear();
            method->setCurrentIndex(method->findData(static_cast<int>(how)));
            QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("tuneStart")), Qt::LeftButton);
            QVERIFY(QTest::qWaitFor([&] { return outcome->text().contains(QStringLiteral("It is saved as")); }, 20000));
            QVERIFY(outcome->text().contains(QStringLiteral("nested cross-validation: 10 deals of 5 folds")));
            QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("tuneEstimate"))
                        ->text()
                        .contains(QStringLiteral("on new clips (95 %:")));
            QVERIFY(bench.workbench().point() == first); // nothing changes by itself
            QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("tuneChange"))
                        ->text()
                        .contains(QStringLiteral("of “validation” would change")));
        }
        const auto chosen = [&bench] { return pointList(*bench.document.project()->store).value().chosen; };
        QCOMPARE(chosen(), std::string("first"));
        auto *keep = dialog->findChild<QPushButton *>(QStringLiteral("tuneKeep"));
        QVERIFY(keep->isVisible() && keep->text().contains(QStringLiteral("first")));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("tuneUse")), Qt::LeftButton);
        QVERIFY(!keep->isVisible());
        QTRY_COMPARE(chosen(), std::string("fusion-joint-2"));
        QTRY_COMPARE(bench.point.name(), std::string("fusion-joint-2"));
        QVERIFY(!bench.point.isMoved());
        bench.undo.undo();
        QTRY_COMPARE(chosen(), std::string("first"));
        QVERIFY(bench.workbench().point() == first);
        QTRY_COMPARE(bench.point.name(), std::string("first"));
        bench.undo.redo();
        QTRY_COMPARE(chosen(), std::string("fusion-joint-2"));
        auto *points = bench.find<QComboBox>("fusionPoint");
        QVERIFY(QTest::qWaitFor([&] { return points->findData(QStringLiteral("fusion-joint-2")) > 0; }));
        for (const char *name : {"fusion-joint", "fusion-calibrated", "fusion-paper", "first", "mine"})
            QVERIFY(points->findData(QString::fromLatin1(name)) > 0);
        const double tuned = total(bench.workbench().bench()->counts(Workbench::Labels::Weak)).f1();
        bench.choose("fusionBeside", QStringLiteral("first"));
        const double before = total(bench.workbench().bench()->savedCounts(Workbench::Labels::Weak)).f1();
        QVERIFY(tuned > before);
        bench.choose("fusionPoint", QStringLiteral("fusion-calibrated"));
        QCOMPARE(bench.cell(0, FusionEventModel::Weight).data().toString(), QStringLiteral("calibrated"));
        QVERIFY(!bench.cell(0, FusionEventModel::Weight).flags().testFlag(Qt::ItemIsEditable));
    }

    // None is called the best in advance; the estimate on these clips says which is, and what chance leaves open.
    void allMethodsAreTried() {
        FusionBench bench;
        QVERIFY(bench.open());
        bench.panel->tune();
        auto *dialog = bench.panel->findChild<FusionTuneDialog *>();
        auto *method = dialog->findChild<QComboBox *>(QStringLiteral("tuneMethod"));
        for (int i = 0; i < method->count(); ++i)
            QVERIFY(!method->itemText(i).contains(QStringLiteral("recommended")));
        method->setCurrentIndex(method->findText(QStringLiteral("Try all methods")));
        auto *outcome = dialog->findChild<QLabel *>(QStringLiteral("tuneOutcome"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("tuneStart")), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return outcome->text().contains(QStringLiteral("It is saved as")); }, 60000));
        QCOMPARE(outcome->text().count(QStringLiteral("on new clips, behind by")), 3);
        // The paper's procedure ends where exact thresholds begin: chance alone is between them.
        QVERIFY(outcome->text().contains(QStringLiteral("within chance")));
    }

    void aPointOfOtherScoresIsStale() {
        FusionBench bench;
        QVERIFY(bench.open());
        bench.panel->tune();
        auto *dialog = bench.panel->findChild<FusionTuneDialog *>();
        auto *method = dialog->findChild<QComboBox *>(QStringLiteral("tuneMethod"));
        method->setCurrentIndex(method->findData(static_cast<int>(TuningMethod::Exact)));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("tuneStart")), Qt::LeftButton);
        auto *use = dialog->findChild<QPushButton *>(QStringLiteral("tuneUse"));
        QTRY_VERIFY_WITH_TIMEOUT(use->isVisible(), 20000);
        QTest::mouseClick(use, Qt::LeftButton);
        const auto *again = bench.find<QPushButton>("fusionTuneAgain");
        QTRY_VERIFY(bench.workbench().name() == "fusion-exact");
        QTest::qWait(100); // it is stored
        QVERIFY(!again->isVisible());
        Project &project = *bench.document.project()->store;
        const WorkbenchContents &contents = *bench.workbench().contents();
        const ScoreSource source{Branch::Audio, contents.audioSource};
        const std::vector<ClipScore> scores{{contents.clips.front(), std::vector<float>(17, 0.25F)}};
        QVERIFY_OK(project.storeScores(source, scores));
        Q_EMIT bench.document.edits().scoresChanged();
        QTRY_VERIFY(again->isVisible());
        QVERIFY(bench.text("fusionAge").contains(QStringLiteral("fusion-exact is stale")));
    }

    void tuningCanBeCancelled() {
        FusionBench bench({.clips = 20000});
        QVERIFY(bench.open());
        bench.panel->tune();
        auto *dialog = bench.panel->findChild<FusionTuneDialog *>();
        auto *method = dialog->findChild<QComboBox *>(QStringLiteral("tuneMethod"));
        method->setCurrentIndex(method->findData(static_cast<int>(TuningMethod::Joint)));
        const OperatingPoint before = bench.workbench().point();
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("tuneStart")), Qt::LeftButton);
        QTest::qWait(50);
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("&Cancel"))
                QTest::mouseClick(button, Qt::LeftButton);
        auto *outcome = dialog->findChild<QLabel *>(QStringLiteral("tuneOutcome"));
        QVERIFY(QTest::qWaitFor([&] { return outcome->text().contains(QStringLiteral("Cancelled")); }, 20000));
        QVERIFY(bench.workbench().point() == before);
    }
};

TAGSCOPE_WINDOW_TEST(TestFusionTuning)
#include "tst_fusion_tuning.moc"
