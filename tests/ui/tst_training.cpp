// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/tuning.h"
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/plot/axis_steps.h"
#include "ui/plot/thinning.h"
#include "ui/training/run_list_model.h"
#include "ui/training/training_charts.h"
#include "ui/training/training_panel.h"
#include "ui/training/training_settings_form.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <cmath>

using namespace tagscope;
using namespace tagscope::ui;
using namespace std::chrono_literals;

namespace {

// A panel on an open synthetic project.
struct TrainingBench {
    explicit TrainingBench(const test::ProjectMake &make)
        : document(
              [make](const std::filesystem::path &file, const std::stop_token &) {
                  return Result<std::shared_ptr<ClipAnalyst>>(std::make_shared<test::SyntheticProject>(file, make));
              },
              test::syntheticSources().makeDemo),
          service(test::syntheticSources().yield), panel(document, service, test::syntheticSources().checkTraining) {
        panel.resize(1400, 420);
        panel.show();
    }

    bool open() {
        document.open("/project/street.tagscope");
        return QTest::qWaitFor([this] { return button("startTraining")->isEnabled(); });
    }
    [[nodiscard]] QPushButton *button(const char *name) const {
        return panel.findChild<QPushButton *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString message() const {
        return panel.findChild<QLabel *>(QStringLiteral("trainingMessage"))->text();
    }
    [[nodiscard]] qsizetype points(TrainingFigure figure) const {
        qsizetype count = 0;
        for (const ChartLine &line : panel.charts().chart(figure).lines())
            count += line.points.size();
        return count;
    }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    Document document;
    TrainingService service;
    TrainingPanel panel;
};

} // namespace

class TestTraining : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void anEmptyPanelSaysWhatToDo() {
        const TrainingBench bench({});
        QVERIFY(bench.message().contains(QStringLiteral("Open a project")));
        QVERIFY(!bench.button("startTraining")->isEnabled());
        QVERIFY(!bench.button("pauseTraining")->isEnabled());
        QVERIFY(!bench.button("showActivations")->isEnabled());
    }

    void earlierRunsAreDrawn() {
        TrainingBench bench({.runs = 2});
        QVERIFY(bench.open());
        QCOMPARE(bench.points(TrainingFigure::MicroF1), qsizetype{2 * (20 + 1)}); // and the best one of each
        QCOMPARE(bench.points(TrainingFigure::Loss), qsizetype{2 * 2 * 20});
        auto *runs = bench.panel.findChild<RunListModel *>();
        QVERIFY(runs->setData(runs->index(0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(bench.points(TrainingFigure::Loss), qsizetype{2 * 20});
        const std::vector<ChartLine> &lines = bench.panel.charts().chart(TrainingFigure::MicroF1).lines();
        QVERIFY(lines.front().name.startsWith(QStringLiteral("earlier-1")));
        QCOMPARE(lines.front().points.front().x(), 1.0);
    }

    void startPauseResumeStop() {
        TrainingBench bench({.runs = 0, .batch = 3ms, .batches = 50});
        QVERIFY(bench.open());
        const QSignalSpy ended(&bench.service, &TrainingService::ended);
        bench.click("startTraining");
        QCOMPARE(bench.service.state(), TrainingService::State::Preparing);
        QTRY_COMPARE(bench.service.state(), TrainingService::State::Running);
        QTRY_VERIFY(bench.points(TrainingFigure::Loss) > 5);
        QTRY_VERIFY(bench.message().contains(QStringLiteral("Epoch 1 of 20")));

        bench.click("pauseTraining");
        QCOMPARE(bench.service.state(), TrainingService::State::Paused);
        QTest::qWait(100);
        const qsizetype paused = bench.points(TrainingFigure::Loss);
        QTest::qWait(200);
        QCOMPARE(bench.points(TrainingFigure::Loss), paused);
        bench.click("pauseTraining"); // now Resume
        QTRY_VERIFY(bench.points(TrainingFigure::Loss) > paused);

        bench.click("stopTraining");
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(bench.service.state(), TrainingService::State::Idle);
        QVERIFY(bench.message().contains(QStringLiteral("was stopped")));
        QCOMPARE(bench.button("startTraining")->text(), QStringLiteral("C&ontinue"));
    }

    void aRunToItsEnd() {
        TrainingBench bench({.runs = 1, .batch = 0ms, .batches = 5});
        bench.panel.setClipOpen(true);
        QVERIFY(bench.open());
        const QSignalSpy ended(&bench.service, &TrainingService::ended);
        const QSignalSpy improved(&bench.panel, &TrainingPanel::improved);
        const QSignalSpy asked(&bench.panel, &TrainingPanel::activationsAsked);
        bench.panel.findChild<QLineEdit *>(QStringLiteral("runName"))->setText(QStringLiteral("long"));
        bench.click("startTraining");
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!improved.isEmpty());
        QTest::qWait(150); // the clips are counted anew meanwhile, and the outcome stays
        QVERIFY2(bench.message().contains(QStringLiteral("long is finished")), qPrintable(bench.message()));
        const auto *runs = bench.panel.findChild<RunListModel *>();
        QCOMPARE(runs->rowCount(), 2);
        QCOMPARE(runs->epochs(0), std::size_t{20});
        QVERIFY(bench.button("showActivations")->text().contains(QStringLiteral("long")));
        bench.click("showActivations");
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), QStringLiteral("long"));
    }

    void aFailureStandsBesideTheButtons() {
        TrainingBench bench({.runs = 0, .batch = 0ms, .doesTrainingFail = true});
        QVERIFY(bench.open());
        bench.click("startTraining");
        QTRY_VERIFY(bench.message().contains(QStringLiteral("no number any more")));
        QTest::qWait(150); // the clips are counted anew meanwhile
        QVERIFY(bench.message().contains(QStringLiteral("conv.0.weight")));
        QVERIFY(bench.button("startTraining")->isEnabled());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void closingTheProjectLetsTheRunGoOn() {
        TrainingBench bench({.runs = 0, .batch = 1ms});
        QVERIFY(bench.open());
        bench.click("startTraining");
        QTRY_COMPARE(bench.service.state(), TrainingService::State::Running);
        bench.document.close();
        QTest::qWait(100);
        QCOMPARE(bench.service.state(), TrainingService::State::Running);
        QCOMPARE(bench.points(TrainingFigure::Loss), qsizetype{0});
    } // closes while it trains

    void thousandsOfBatchesASecond() {
        TrainingBench bench({.runs = 3, .batch = 0ms, .batches = 5000});
        QVERIFY(bench.open());
        bench.click("startTraining");
        QTRY_VERIFY_WITH_TIMEOUT(bench.panel.findChild<RunListModel *>()->epochs(0) >= 4, 20000);
        // What is drawn is thinned, and what is kept is bounded.
        QVERIFY(bench.points(TrainingFigure::Loss) <=
                static_cast<qsizetype>(RunListModel::kMostBatches) + 4 * 2 * 20 + 40000);
    }

    void presetsAndWhatDiffers() {
        TrainingSettingsForm form;
        QVERIFY(form.settings() == TrainingSettings());
        QVERIFY(form.changedFields().isEmpty());
        TrainingSettings other;
        other.batchSize = 8;
        other.clipping = GradientClipping::Norm;
        other.clipAt = 5.0;
        other.channels = {8, 16};
        other.seed = 12345678901234567890ULL;
        other.device = "cuda:3";
        other.isNesterov = false;
        other.precision = TrainingPrecision::BFloat16;
        form.setSettings(other);
        QVERIFY(form.settings() == other);
        QCOMPARE(form.changedFields().size(), 8);
        bool isMarked = false;
        for (const QLabel *label : form.findChildren<QLabel *>())
            isMarked = isMarked || (label->text() == QStringLiteral("• Batch size") && label->font().bold());
        QVERIFY(isMarked);
        form.setProjectPreset(other);
        QVERIFY(form.changedFields().isEmpty());
        QVERIFY(form.settings() == other);
        form.setProjectPreset(std::nullopt);
        QVERIFY(form.settings() == TrainingSettings());
    }

    // As the command line takes it, until a person or the project has chosen.
    void thePresetIsThatOfTheProjectsSize() {
        TrainingSettingsForm form;
        form.suggest(Recipe::SmallData);
        QVERIFY(form.settings() == settingsOf(Recipe::SmallData));
        QVERIFY(form.changedFields().isEmpty());
        form.suggest(Recipe::Paper);
        QVERIFY(form.settings() == settingsOf(Recipe::Paper));
        TrainingSettings own = settingsOf(Recipe::Paper);
        own.epochs = 7;
        form.setSettings(own);
        form.suggest(Recipe::SmallData);
        QVERIFY(form.settings() == own);
        form.setProjectPreset(own);
        form.suggest(Recipe::SmallData);
        QVERIFY(form.settings() == own);

        TrainingBench bench({});
        QVERIFY(bench.open());
        const auto *preset = bench.panel.findChild<QComboBox *>(QStringLiteral("preset"));
        QTRY_COMPARE(preset->currentText(), QStringLiteral("Few clips"));
    }

    void settingsThatCannotWorkAreSaid() {
        TrainingBench bench({});
        QVERIFY(bench.open());
        for (QLineEdit *line : bench.panel.findChildren<QLineEdit *>())
            if (line->accessibleName() == QStringLiteral("Channels"))
                line->clear();
        QVERIFY(bench.message().contains(QStringLiteral("at least one convolution")));
        QVERIFY(!bench.button("startTraining")->isEnabled());
    }

    void runsAsAnItemModel() {
        RunListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RunRecord record;
        record.run.name = "a";
        record.epochs = {test::syntheticEpoch(0, 0.2), test::syntheticEpoch(1, 0.2)};
        record.settings.emplace().truth = Truth::Audited;
        model.setRuns({record});
        model.begin(QStringLiteral("b"));
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.index(1).data().toString().contains(QStringLiteral("trained on audited labels")));
        QVERIFY(!model.index(0).data().toString().contains(QStringLiteral("audited")));
        TrainingSettings audited;
        audited.truth = Truth::Audited;
        audited.keepEpochs = 2;
        model.begin(QStringLiteral("b"), audited);
        QVERIFY(model.index(0).data().toString().contains(QStringLiteral("trained on audited labels")));
        QCOMPARE(model.name(0), QStringLiteral("b"));
        model.add(QStringLiteral("b"), {BatchReport{.epoch = 0, .batch = 0, .batches = 2}},
                  {test::syntheticEpoch(0, 0.2), test::syntheticEpoch(1, 0.2)});
        QCOMPARE(model.keptEpochs(0), std::vector<int>{1});
        model.begin(QStringLiteral("a")); // goes on: told again from its second epoch
        model.add(QStringLiteral("a"), {}, {test::syntheticEpoch(1, 0.2), test::syntheticEpoch(2, 0.2)});
        QCOMPARE(model.epochs(1), std::size_t{3});
        model.finish(QStringLiteral("a"), TrainingRun::State::Stopped);
        QVERIFY(model.index(1).data().toString().contains(QStringLiteral("stopped")));
        QVERIFY(model.shownRuns()[0].style.colour != model.shownRuns()[1].style.colour);
        QVERIFY(model.shownRuns()[0].style.dashes != model.shownRuns()[1].style.dashes);
        model.setRuns({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aKnownRunBringsItsSettings() {
        TrainingBench bench({.runs = 2});
        QVERIFY(bench.open());
        const auto *form = bench.panel.findChild<TrainingSettingsForm *>();
        QCOMPARE(form->settings().batchSize, 95);
        bench.panel.findChild<QLineEdit *>(QStringLiteral("runName"))->setText(QStringLiteral("earlier-1"));
        QCOMPARE(form->settings().batchSize, 17);
        QCOMPARE(bench.button("startTraining")->text(), QStringLiteral("C&ontinue"));
        QVERIFY(bench.message().contains(QStringLiteral("checkpoint")));
    }

    void clipsAreScoredWithARun() {
        TrainingBench bench({});
        QVERIFY(bench.open());
        const auto audio = [&bench] {
            return newestSources(*bench.document.project()->store, "validation").value().audio->name;
        };
        const std::string before = audio();
        auto *list = bench.panel.findChild<QListView *>(QStringLiteral("runs"));
        int row = 0;
        while (list->model()->index(row, 0).data().toString().startsWith(QString::fromStdString(before)))
            ++row;
        list->setCurrentIndex(list->model()->index(row, 0));
        auto *score = bench.button("scoreClips");
        QVERIFY(score->isEnabled());
        const QString run = score->text().section(QLatin1Char(' '), -1);
        QVERIFY(run.toStdString() != before);
        const QSignalSpy told(&bench.document.edits(), &ProjectEdits::scoresChanged);
        QTest::mouseClick(score, Qt::LeftButton);
        auto *use = bench.button("useScores");
        QTRY_VERIFY(use->isVisible());
        QCOMPARE(told.count(), 1);
        QVERIFY(bench.panel.findChild<QLabel *>(QStringLiteral("scoredClips"))->text().contains(run));
        QCOMPARE(audio(), before); // until somebody says so
        QTest::qWait(60);          // what the project says of its branches is read
        QTest::mouseClick(use, Qt::LeftButton);
        QTRY_COMPARE(audio(), run.toStdString());
        bench.document.undo().undo();
        QTRY_COMPARE(audio(), before);
    }

    void thinningKeepsThePeaks() {
        QList<QPointF> points;
        for (int i = 0; i < 100000; ++i)
            points << QPointF(i, i == 77777 ? 50.0 : i == 33333 ? -50.0 : std::sin(i));
        const QList<QPointF> few = thinned(points, 1000);
        QVERIFY(few.size() <= 1000);
        QVERIFY(few.contains(QPointF(77777, 50.0)));
        QVERIFY(few.contains(QPointF(33333, -50.0)));
        QCOMPARE(few.front(), points.front());
        QCOMPARE(few.back(), points.back());
        for (qsizetype i = 1; i < few.size(); ++i)
            QVERIFY(few[i - 1].x() < few[i].x());
        QCOMPARE(thinned(few, 1000), few);
        const QList<QPointF> means = smoothed({{0, 1}, {1, 3}, {2, 8}}, 2);
        QCOMPARE(means, QList<QPointF>({{0, 1}, {1, 2}, {2, 5.5}}));
    }

    void axesHaveRoundSteps() {
        const AxisSteps loss = evenSteps({0.1123, 0.397}, 5);
        QCOMPARE(loss.interval, 0.1);
        QCOMPARE(loss.extent.lower, 0.1);
        QCOMPARE(loss.extent.upper, 0.4);
        QCOMPARE(loss.decimals, 1);
        const AxisSteps flat = evenSteps({0.1, 0.1}, 5);
        QVERIFY(flat.extent.lower < 0.1 && flat.extent.upper > 0.1);
        QCOMPARE(evenSteps({0, 0}, 5).extent.lower, 0.0);
        const AxisSteps epochs = wholeSteps({1, 20}, 8);
        QCOMPARE(epochs.interval, 5.0);
        QCOMPARE(epochs.extent.upper, 20.0);
        QCOMPARE(wholeSteps({1, 1}, 8).interval, 1.0);
    }

    void chartsAreExported() {
        const QTemporaryDir folder;
        LineChart chart(QStringLiteral("loss"), QStringLiteral("Loss"), {}, LineChart::Range::Fitted);
        chart.setXTitle(QStringLiteral("Epoch"));
        chart.setLines({{QStringLiteral("run \"a\""), Qt::blue, Qt::SolidLine, 2.0, true, {{1, 0.5}, {2, 0.25}}}});
        chart.resize(400, 250);
        for (const char *suffix : {"png", "svg", "pdf", "csv"}) {
            const QString file = folder.filePath(QStringLiteral("loss.") + QString::fromLatin1(suffix));
            QVERIFY(chart.exportTo(file));
            QVERIFY(QFile(file).size() > 50);
        }
        QCOMPARE(chart.csv(),
                 QByteArray("line,\"Epoch\",\"Loss\"\r\n\"run \"\"a\"\"\",1,0.5\r\n\"run \"\"a\"\"\",2,0.25\r\n"));
        QVERIFY(!chart.exportTo(folder.filePath(QStringLiteral("loss.csv/is a file.csv"))));
    }
};

TAGSCOPE_WINDOW_TEST(TestTraining)
#include "tst_training.moc"
