// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/stages_window.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/playback/playback.h"
#include "ui/stages/flow_chart.h"
#include "ui/stages/key_frame_method_model.h"
#include "ui/stages/key_frame_model.h"
#include "ui/stages/key_frame_panel.h"
#include "ui/stages/mapping_model.h"
#include "ui/stages/mapping_panel.h"
#include "ui/stages/revise_clip.h"
#include "ui/tracks/picture_strip.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <cmath>
#include <numeric>

using namespace tagscope;
using namespace tagscope::test;
using namespace tagscope::ui;

class TestStages : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void itemModelsKeepTheRules() {
        KeyFrameModel keyFrames;
        KeyFrameMethodModel methods;
        RevisionEffectModel effects;
        MappingModel mapping;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (QAbstractItemModel *tableModel :
             {static_cast<QAbstractItemModel *>(&keyFrames), static_cast<QAbstractItemModel *>(&methods),
              static_cast<QAbstractItemModel *>(&effects), static_cast<QAbstractItemModel *>(&mapping)})
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                tableModel, QAbstractItemModelTester::FailureReportingMode::QtTest));
        auto fewer = std::make_shared<ClipAnalysis>(*clipOf());
        fewer->video->keyFrames.resize(2);
        fewer->video->objects.resize(3);
        fewer->settings.events.resize(5);
        fewer->events.resize(5);
        const Matrix cosine = test::syntheticCosine();
        for (const ClipPointer &clip : {clipOf(), ClipPointer(fewer), clipOf({.pictures = true}), clipOf(),
                                        clipOf({.vectors = true}), ClipPointer()}) {
            keyFrames.setClip(clip);
            effects.setClips(clip, clip);
            mapping.setMapping(mappingOf(clip, &cosine));
        }
        QCOMPARE(keyFrames.rowCount(), 0);
        MethodResult result;
        methods.setResults({result, result, result}, 24.0);
        methods.setResults({result}, 24.0);
        methods.setResults({}, 24.0);
    }

    void aKeyFrameSaysWhatItStandsFor() {
        KeyFrameModel model;
        model.setClip(clipOf());
        QCOMPARE(model.rowCount(), 4);
        int all = 0;
        for (int row = 0; row < 4; ++row)
            all += model.represented(row);
        QCOMPARE(all, 240);
        QVERIFY(model.index(0, KeyFrameModel::Objects).data().toString().startsWith(QStringLiteral("ambulance 0.520")));
        QCOMPARE(model.index(1, KeyFrameModel::Time).data().toString(), QStringLiteral("3.83"));
    }

    void methodsSideBySide() {
        const auto window = openWindow("keyFrames");
        QVERIFY(window);
        auto *methods = child<QTableView>(*window, "methods");
        QTRY_COMPARE(methods->model()->rowCount(), 4);
        QStringList relative;
        for (int row = 0; row < 4; ++row)
            relative << cell(*methods, row, KeyFrameMethodModel::Relative);
        QVERIFY(relative.contains(QStringLiteral("+0.0 %")));
        QVERIFY(cell(*methods, 0, KeyFrameMethodModel::Lambda) != QStringLiteral("—"));
        QCOMPARE(cell(*methods, 3, KeyFrameMethodModel::Lambda), QStringLiteral("—"));
        QVERIFY(cell(*methods, 1, KeyFrameMethodModel::Gap).endsWith(QStringLiteral("%")));

        child<QSpinBox>(*window, "keyFrameCount")->setValue(2);
        const auto isOfTwo = [&] {
            return cell(*methods, 3, KeyFrameMethodModel::Pictures).count(QLatin1Char(',')) == 1;
        };
        QTRY_VERIFY(isOfTwo());
        const QString lambda = cell(*methods, 0, KeyFrameMethodModel::Lambda);
        child<QDoubleSpinBox>(*window, "lambda")->setValue(0.5);
        QTRY_VERIFY(methods->model()->rowCount() == 4 && cell(*methods, 0, KeyFrameMethodModel::Lambda) != lambda);
    }

    void aMethodIsUsedAndUndone() {
        const auto window = openWindow("keyFrames");
        QVERIFY(window);
        auto *methods = child<QTableView>(*window, "methods");
        auto *cards = child<QListView>(*window, "keyFrames");
        auto *effects = child<QTableView>(*window, "keyFrameEffects");
        QTRY_COMPARE(methods->model()->rowCount(), 4);
        auto *use = child<QPushButton>(*window, "useMethod");
        QVERIFY(!use->isEnabled());
        methods->selectRow(3);
        QVERIFY(use->isEnabled());
        QTest::mouseClick(use, Qt::LeftButton);
        const auto firstTime = [&] { return cards->model()->index(0, KeyFrameModel::Time).data().toString(); };
        QTRY_COMPARE(firstTime(), QStringLiteral("1.25"));
        const Effect ambulance = effectOn(*effects, 1);
        QCOMPARE(ambulance.before, 0.52);
        QVERIFY(std::abs(ambulance.now - ambulance.before) > 0.01);
        QVERIFY(cell(*methods, 3, KeyFrameMethodModel::Method).startsWith(QStringLiteral("✓")));
        QVERIFY(child<QToolButton>(*window, "backToAnalysis")->isVisible());

        trigger(*window, QKeySequence::Undo);
        QTRY_COMPARE(firstTime(), QStringLiteral("1.29"));
        QCOMPARE(effectOn(*effects, 1).now, 0.52);
        QVERIFY(!child<QToolButton>(*window, "backToAnalysis")->isVisible());
        trigger(*window, QKeySequence::Redo);
        QTRY_COMPARE(firstTime(), QStringLiteral("1.25"));
        QTest::mouseClick(child<QToolButton>(*window, "backToAnalysis"), Qt::LeftButton);
        QTRY_COMPARE(firstTime(), QStringLiteral("1.29"));
        trigger(*window, QKeySequence::Undo);
        QTRY_COMPARE(firstTime(), QStringLiteral("1.25"));
    }

    void aKeyFrameIsSwappedForThePictureAtThePlayhead() {
        const auto window = openWindow("keyFrames");
        QVERIFY(window);
        auto *cards = child<QListView>(*window, "keyFrames");
        auto *swap = child<QPushButton>(*window, "usePlayhead");
        QVERIFY(!swap->isEnabled());
        cards->setCurrentIndex(cards->model()->index(2, 0));
        QTest::keyClick(window.get(), Qt::Key_Period); // the playhead to the second picture
        QTRY_VERIFY(window->findChild<Playback *>()->pictureTime() > Seconds{0});
        QVERIFY(swap->isEnabled());
        QTest::mouseClick(swap, Qt::LeftButton);
        const auto times = [&] {
            QStringList all;
            for (int row = 0; row < cards->model()->rowCount(); ++row)
                all << cards->model()->index(row, KeyFrameModel::Time).data().toString();
            return all.join(QLatin1Char(' '));
        };
        QTRY_COMPARE(times(), QStringLiteral("0.04 1.29 3.83 8.50"));
        QVERIFY(!swap->isEnabled()); // it is one now
        const auto *effects = child<QTableView>(*window, "keyFrameEffects");
        QVERIFY(effectOn(*effects, 11).now > effectOn(*effects, 11).before); // object 1 of picture 1: minivan, Car
        QTest::mouseClick(child<QPushButton>(*window, "backFromKeyFrames"), Qt::LeftButton);
        QTRY_COMPARE(times(), QStringLiteral("1.29 3.83 6.25 8.50"));
    }

    void theCutOffAndTheRuleReachTheTags() {
        const auto window = openWindow("mapping");
        QVERIFY(window);
        auto *effects = child<QTableView>(*window, "mappingEffects");
        auto *cells = child<QTableView>(*window, "mapping");
        QTRY_COMPARE(cells->model()->rowCount(), 10);
        QCOMPARE(cells->model()->columnCount(), 17);
        QTRY_VERIFY(cells->model()->index(0, 1).data().toString().contains(QStringLiteral("100 %")));
        QCOMPARE(cells->model()->index(0, 7).data().toString(), QStringLiteral("—")); // no vector
        QVERIFY(effectOn(*effects, 1).tag);
        auto *slider = child<QSlider>(*window, "cutOffSlider");
        slider->setValue(95); // only the fire engine is that similar
        slider->setValue(96);
        QCOMPARE(effectOn(*effects, 1).now, 0.0);
        QCOMPARE(effectOn(*effects, 2).now, 0.09);
        QVERIFY(!effectOn(*effects, 1).tag);
        QCOMPARE(child<QDoubleSpinBox>(*window, "cutOff")->value(), 0.96);
        QVERIFY(window->findChild<FlowChart *>()->mapping().lost(0) > 0.5);
        trigger(*window, QKeySequence::Undo); // both steps of the slider
        QCOMPARE(effectOn(*effects, 1).now, 0.52);
        QCOMPARE(slider->value(), -100);

        auto *rule = child<QComboBox>(*window, "rule");
        rule->setCurrentIndex(1);
        Q_EMIT rule->activated(1);
        QVERIFY(child<QDoubleSpinBox>(*window, "temperature")->isEnabled());
        child<QDoubleSpinBox>(*window, "temperature")->setValue(5.0);
        QVERIFY(effectOn(*effects, 1).now < 0.1); // nearly evenly
        QTest::mouseClick(child<QPushButton>(*window, "backFromMapping"), Qt::LeftButton);
        QCOMPARE(effectOn(*effects, 1).now, 0.52);
        QCOMPARE(rule->currentIndex(), 0);
        for (int step = 0; step < 3; ++step)
            trigger(*window, QKeySequence::Undo);
        QCOMPARE(effectOn(*effects, 1).now, 0.52);
        for (int step = 0; step < 3; ++step)
            trigger(*window, QKeySequence::Redo);
        QCOMPARE(effectOn(*effects, 1).now, 0.52);
    }

    void cellsAreEdited() {
        const auto window = openWindow("mapping");
        QVERIFY(window);
        auto *effects = child<QTableView>(*window, "mappingEffects");
        auto *cells = child<QTableView>(*window, "mapping");
        const QModelIndex ambulance = cells->model()->index(0, 1);
        QTRY_COMPARE(ambulance.data(Qt::EditRole).toDouble(), 1.0);
        QTest::mouseClick(cells->viewport(), Qt::LeftButton, {}, cells->visualRect(ambulance).center());
        QTest::mouseDClick(cells->viewport(), Qt::LeftButton, {}, cells->visualRect(ambulance).center());
        auto *editor = cells->findChild<QDoubleSpinBox *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("0.25"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(effectOn(*effects, 1).now, 0.13);
        QCOMPARE(child<QComboBox>(*window, "rule")->currentIndex(), 2);
        QVERIFY(!child<QDoubleSpinBox>(*window, "cutOff")->isEnabled());
        // An event without a vector receives by hand what it never would by cosine.
        QVERIFY(cells->model()->setData(cells->model()->index(0, 7), 0.75));
        QCOMPARE(effectOn(*effects, 7).now, 0.39);
        QVERIFY(!cells->model()->setData(ambulance, 1.5));
        // Shares of 100 % in all, then of more.
        const auto *excess = child<QLabel>(*window, "mappingExcess");
        QVERIFY(!excess->isVisible());
        QVERIFY(cells->model()->setData(cells->model()->index(0, 4), 0.5));
        QVERIFY(excess->isVisible() && excess->text().contains(QStringLiteral("150 %")));
        trigger(*window, QKeySequence::Undo);
        QVERIFY(!excess->isVisible());
        trigger(*window, QKeySequence::Undo);
        QCOMPARE(effectOn(*effects, 7).now, 0.0);
        QCOMPARE(effectOn(*effects, 1).now, 0.13);
        trigger(*window, QKeySequence::Undo);
        QCOMPARE(effectOn(*effects, 1).now, 0.52);
        trigger(*window, QKeySequence::Redo);
        trigger(*window, QKeySequence::Redo);
        QCOMPARE(effectOn(*effects, 1).now, 0.13);
        QCOMPARE(effectOn(*effects, 7).now, 0.39);
    }

    void missingBranchesSaySo_data() {
        QTest::addColumn<test::Missing>("missing");
        QTest::addColumn<QString>("keyFrames");
        QTest::addColumn<QString>("mapping");
        QTest::newRow("vectors") << test::Missing{.vectors = true} << QString() << QString();
        QTest::newRow("inception") << test::Missing{.inception = true} << QString() << QStringLiteral("Inception");
        QTest::newRow("alexnet") << test::Missing{.alexNet = true} << QStringLiteral("AlexNet")
                                 << QStringLiteral("AlexNet");
        QTest::newRow("pictures") << test::Missing{.pictures = true} << QStringLiteral("No pictures")
                                  << QStringLiteral("No pictures");
        QTest::newRow("all") << test::Missing{true, true, true, true, true, true} << QStringLiteral("No pictures")
                             << QStringLiteral("No pictures");
    }
    void missingBranchesSaySo() {
        QFETCH(const test::Missing, missing);
        QFETCH(const QString, keyFrames);
        QFETCH(const QString, mapping);
        const auto window = openWindow("mapping", test::syntheticSources(missing));
        QVERIFY(window);
        const auto says = [](const QWidget &panel, const QString &text) {
            for (const QLabel *label : panel.findChildren<QLabel *>())
                if (label->isVisibleTo(&panel) && label->text().contains(text))
                    return true;
            return false;
        };
        const auto *keyFramePanel = window->findChild<KeyFramePanel *>();
        const auto *mappingPanel = window->findChild<MappingPanel *>();
        if (!mapping.isEmpty())
            QVERIFY(says(*mappingPanel, mapping));
        showDock(*window, "keyFrames");
        if (!keyFrames.isEmpty())
            QVERIFY(says(*keyFramePanel, keyFrames));
        if (missing.inception && keyFrames.isEmpty()) { // the key frames move all the same
            auto *methods = child<QTableView>(*window, "methods");
            QTRY_COMPARE(methods->model()->rowCount(), 4);
            methods->selectRow(3);
            QTest::mouseClick(child<QPushButton>(*window, "useMethod"), Qt::LeftButton);
            const auto *cards = child<QListView>(*window, "keyFrames");
            QTRY_COMPARE(cards->model()->index(0, KeyFrameModel::Time).data().toString(), QStringLiteral("1.25"));
        }
        if (missing.vectors && mapping.isEmpty()) { // a table needs none
            auto *cells = child<QTableView>(*window, "mapping");
            QTRY_COMPARE(cells->model()->rowCount(), 10);
            const auto *effects = child<QTableView>(*window, "mappingEffects");
            const auto isMapped = [&] {
                cells->model()->setData(cells->model()->index(0, 4), 0.5);
                return effectOn(*effects, 4).now > 0.2;
            };
            QTRY_VERIFY(isMapped());
        }
    }

    void aFailureIsToldAndTheClipStays() {
        Sources sources = test::syntheticSources();
        sources.stages.objects = [](const ClipAnalysis &, int,
                                    const std::stop_token &) -> Result<std::vector<ObjectProbability>> {
            return fail(Error::Kind::Malformed, plainText("street.mp4: a picture could not be decoded a second time."));
        };
        const auto window = openWindow("keyFrames", sources);
        QVERIFY(window);
        auto *methods = child<QTableView>(*window, "methods");
        QTRY_COMPARE(methods->model()->rowCount(), 4);
        methods->selectRow(3);
        QTest::mouseClick(child<QPushButton>(*window, "useMethod"), Qt::LeftButton);
        auto *banner = child<QLabel>(*window, "banner");
        QTRY_VERIFY(banner->text().contains(QStringLiteral("a second time")));
        QCOMPARE(child<QListView>(*window, "keyFrames")->model()->index(0, KeyFrameModel::Time).data().toString(),
                 QStringLiteral("1.29"));
        trigger(*window, QKeySequence::Undo);
        QVERIFY(!banner->text().contains(QStringLiteral("a second time")));
    }

    void changesAreOfTheirClip() {
        const auto window = openWindow("mapping");
        QVERIFY(window);
        auto *effects = child<QTableView>(*window, "mappingEffects");
        auto *cells = child<QTableView>(*window, "mapping");
        QTRY_VERIFY(cells->model()->index(0, 1).data().toString().contains(QStringLiteral("100 %")));
        child<QSlider>(*window, "cutOffSlider")->setValue(96);
        QCOMPARE(effectOn(*effects, 1).now, 0.0);
        window->openMedia({"other.mp4"});
        QTRY_COMPARE(effectOn(*effects, 1).now, 0.52);
        window->openMedia({"street.mp4"});
        QTRY_COMPARE(effectOn(*effects, 1).now, 0.0);
    }

    void aMappingIsAppliedToTheProjectAndTakenBack() {
        MainWindow window(test::syntheticSources());
        window.resize(1600, 1100);
        window.show();
        showDock(window, "mapping");
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openProject("/projects/street.tagscope");
        auto *effects = child<QTableView>(window, "mappingEffects");
        auto *cells = child<QTableView>(window, "mapping");
        QTRY_VERIFY(cells->model()->rowCount() == 10 &&
                    cells->model()->index(0, 1).data().toString().contains(QStringLiteral("100 %")));
        child<QSlider>(window, "cutOffSlider")->setValue(96);
        QCOMPARE(effectOn(*effects, 1).now, 0.0);
        auto *apply = child<QPushButton>(window, "applyToProject");
        QVERIFY(apply->isVisible() && apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);
        auto *cancel = child<QPushButton>(window, "cancelMapping");
        QVERIFY(cancel->isVisible() && !apply->isEnabled());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(!cancel->isVisible());
        QVERIFY(apply->isEnabled());
        QVERIFY(child<QToolButton>(window, "backToAnalysis")->isVisible()); // still a change of the clip alone

        QTest::mouseClick(apply, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!cancel->isVisible(), 20000);
        // Now the clip's analysis itself is mapped so.
        QTRY_COMPARE(effectOn(*effects, 1).before, 0.0);
        QCOMPARE(effectOn(*effects, 1).now, 0.0);
        QVERIFY(!child<QToolButton>(window, "backToAnalysis")->isVisible());
        trigger(window, QKeySequence::Undo);
        QTRY_COMPARE(effectOn(*effects, 1).before, 0.52);
        QCOMPARE(effectOn(*effects, 1).now, 0.0); // and the change is the clip's again
        trigger(window, QKeySequence::Redo);
        QTRY_COMPARE(effectOn(*effects, 1).before, 0.0);
    }
};

TAGSCOPE_WINDOW_TEST(TestStages)
#include "tst_stages.moc"
