// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/evaluation/class_figure.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/evaluation/report_table_model.h"
#include "ui/evaluation/tag_change_model.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <atomic>
#include <thread>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

Evaluation evaluationOf(const std::string &split, std::int64_t found) {
    Evaluation evaluation;
    evaluation.split = split;
    evaluation.clips = 10;
    evaluation.perEvent = {{found, 1, 10 - found}, {1, 0, 0}};
    evaluation.micro = total(evaluation.perEvent);
    evaluation.averagePrecision = {0.5, std::nullopt};
    evaluation.ranking.auc = {0.75, std::nullopt};
    evaluation.intervals = F1Intervals{{0.2, 0.9}, {0.1, 0.8}, {{0.2, 0.9}, {1.0, 1.0}}};
    return evaluation;
}

// "audio" and "audio + video" on two splits; they differ in two tags.
Report syntheticReport(const ReportRequest &request) {
    Report report;
    report.events = {"Train horn", "Air horn, truck horn"};
    for (const char *name : {"audio", "audio + video"}) {
        System system;
        system.name = name;
        system.point.name = std::string(name) == "audio" ? "alone" : "fused <b>";
        system.point.point = {{0.2, 0.8}, {0.5, 0.5}, {}};
        system.sources.audio = ScoreSource{Branch::Audio, "first"};
        if (!report.systems.empty())
            system.sources.video = ScoreSource{Branch::Video, "video"};
        report.systems.push_back(system);
    }
    report.shown = 1;
    report.against = 0;
    for (const char *split : {"validation", "test"})
        report.figures.push_back({split,
                                  Truth::Weak,
                                  {evaluationOf(split, 5), evaluationOf(split, 7)},
                                  {std::nullopt, F1Difference{0.125, {-0.01, 0.25}, 0.1}}});
    report.closeUp = request.split == "validation" ? 0 : 1;
    report.changes =
        SystemChanges{"test",
                      Truth::Weak,
                      {{"clip-4", 0, true, true, 0.4, 0.625}, {"clip-9", 1, false, false, 0.5, std::nullopt}},
                      {}};
    report.changes->differences = F1Differences{{}, std::vector<F1Difference>(2)};
    report.provenance.programVersion = "0.1";
    report.provenance.project = "street.tagscope";
    return report;
}

class OpenPanel {
public:
    OpenPanel()
        : document(
              [](const std::filesystem::path &file, const std::stop_token &) {
                  auto analyst = std::make_shared<test::SyntheticProject>(file, test::ProjectMake{.hasPoint = false});
                  for (const char *name : {"alone", "fused <b>"}) {
                      NamedOperatingPoint point;
                      point.name = name;
                      point.point = {std::vector<double>(17, 0.5), std::vector<double>(17, 0.5)};
                      static_cast<void>(analyst->project().storeOperatingPoint(point));
                  }
                  return Result<std::shared_ptr<ClipAnalyst>>(std::move(analyst));
              },
              {}),
          panel(document, [this](const Project &, const ReportRequest &request, const Progress &progress,
                                 const std::stop_token &stop) { return report(request, progress, stop); }) {
        document.open("/project/street.tagscope");
        isOpen = QTest::qWaitFor([this] { return document.project() != nullptr; });
    }

    bool measured() {
        return QTest::qWaitFor([this] { return panel.table()->model()->rowCount() > 0; });
    }
    QComboBox *box(int index) { return panel.findChildren<QComboBox *>().at(index); }
    bool says(const QString &text) {
        return QTest::qWaitFor([&] {
            for (const QLabel *label : panel.findChildren<QLabel *>())
                if (label->text().contains(text))
                    return true;
            return false;
        });
    }

    std::atomic<int> asked = 0;
    std::atomic<bool> isSlow = false;
    std::atomic<bool> hasNoPoint = false;
    Document document;
    EvaluationPanel panel;
    bool isOpen = false;

private:
    Result<Report> report(const ReportRequest &request, const Progress &progress, const std::stop_token &stop) {
        ++asked;
        progress(0.5, "test");
        while (isSlow && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (stop.stop_requested())
            return cancelled();
        if (hasNoPoint)
            return fail(Error::Kind::Inconsistent, {"evaluation.no_points", "street.tagscope"});
        if (request.point == "alone")
            return fail(Error::Kind::Inconsistent, plainText("No scores of that run."));
        return syntheticReport(request);
    }
};

} // namespace

class TestEvaluationPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void itemModelsFollowAReport() {
        const auto report = std::make_shared<const Report>(syntheticReport({}));
        ReportTableModel table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setReport(report);
        QCOMPARE(table.rowCount(), 3); // two systems and their difference
        QCOMPARE(table.columnCount(), 3);
        QCOMPARE(table.headerData(2, Qt::Horizontal).toString(), QStringLiteral("test, weak labels"));
        QCOMPARE(table.index(1, 1).data().toString(), QStringLiteral("80.0  (20.0 to 90.0)"));
        QCOMPARE(table.index(2, 2).data().toString(), QStringLiteral("+12.5  (-1.0 to +25.0), within chance"));
        table.setReport(nullptr);
        QCOMPARE(table.rowCount(), 0);

        TagChangeModel changes;
        QAbstractItemModelTester changeTester(&changes, QAbstractItemModelTester::FailureReportingMode::QtTest);
        changes.setReport(report);
        QCOMPARE(changes.rowCount(), 2);
        QCOMPARE(changes.index(0, TagChangeModel::After).data().toString(), QStringLiteral("0.625"));
        QVERIFY(changes.index(1, TagChangeModel::Judgement).data().toString().contains(QStringLiteral("wrong")));
        changes.setReport(nullptr);
        QCOMPARE(changes.rowCount(), 0);
    }

    void measuresWhenItIsSeen() {
        OpenPanel open;
        QVERIFY(open.isOpen);
        QTest::qWait(50);
        QCOMPARE(open.asked, 0);
        open.panel.show();
        QVERIFY(open.measured());
        QCOMPARE(open.asked, 1);
        QVERIFY(open.panel.figure()->sizeHint().height() > 0);
        QCOMPARE(open.box(2)->count(), 3); // the usual, validation, test
        QSignalSpy asked(&open.panel, &EvaluationPanel::clipAsked);
        Q_EMIT open.panel.changes()->clicked(open.panel.changes()->model()->index(1, 0));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("clip-9"));
        QCOMPARE(asked[0][1].toInt(), 1);
    }

    void onlyTheLastRequestIsShown() {
        OpenPanel open;
        open.isSlow = true;
        open.panel.show();
        QVERIFY(QTest::qWaitFor([&] { return open.asked == 1; }));
        open.isSlow = false;
        open.panel.measure(); // cancels the one before, whose end is not told
        QVERIFY(open.measured());
        QVERIFY(QTest::qWaitFor([&] { return open.asked >= 1; }));
        open.box(0)->setCurrentIndex(open.box(0)->findData(QStringLiteral("alone")));
        Q_EMIT open.box(0)->activated(open.box(0)->currentIndex());
        QVERIFY(open.says(QStringLiteral("No scores of that run.")));
        QCOMPARE(open.panel.table()->model()->rowCount(), 3); // the figures from before stay
    }

    void canBeCancelled() {
        OpenPanel open;
        open.isSlow = true;
        open.panel.show();
        QVERIFY(QTest::qWaitFor([&] { return open.asked == 1; }));
        for (auto *button : open.panel.findChildren<QAbstractButton *>())
            if (button->text() == QStringLiteral("Cancel"))
                button->click();
        QVERIFY(open.says(QStringLiteral("Cancelled")));
    }

    void withoutAPointItOffersTuning() {
        OpenPanel open;
        open.hasNoPoint = true;
        open.panel.show();
        QVERIFY(open.says(QStringLiteral("street.tagscope has no operating point yet.")));
        auto *tune = open.panel.findChild<QPushButton *>(QStringLiteral("noEvaluationAction"));
        QVERIFY(tune != nullptr && tune->isVisible());
        QVERIFY(!open.panel.table()->isVisible());
        QSignalSpy asked(&open.panel, &EvaluationPanel::tuningAsked);
        tune->click();
        QCOMPARE(asked.count(), 1);
        open.hasNoPoint = false;
        open.panel.measure();
        QVERIFY(open.measured());
        QVERIFY(open.panel.table()->isVisible());
        QVERIFY(!tune->isVisible());
    }

    void figuresOfAnotherPointAreStale() {
        OpenPanel open;
        open.panel.setChosen(QStringLiteral("fused <b>"), false);
        open.panel.show();
        QVERIFY(open.measured());
        const auto *age = open.panel.findChild<QLabel *>(QStringLiteral("evaluationAge"));
        QVERIFY(!age->isVisible());
        QVERIFY(open.box(0)->itemText(0).contains(QStringLiteral("fused <b>")));
        const int before = open.asked;
        open.panel.setChosen(QStringLiteral("alone"), false);
        QVERIFY(age->isVisible() && age->text().contains(QStringLiteral("stale")) &&
                age->text().contains(QStringLiteral("alone")));
        QCOMPARE(open.asked.load(), before); // until somebody asks
        open.panel.setChosen(QStringLiteral("fused <b>"), true);
        QVERIFY(age->isVisible() && !age->text().contains(QStringLiteral("stale")));
        open.panel.setChosen(QStringLiteral("fused <b>"), false);
        QVERIFY(!age->isVisible());
        Q_EMIT open.document.edits().scoresChanged();
        QVERIFY(age->isVisible() && age->text().contains(QStringLiteral("stale")));
        for (auto *button : open.panel.findChildren<QAbstractButton *>())
            if (button->text() == QStringLiteral("Evaluate again"))
                button->click();
        QTRY_COMPARE(open.asked.load(), before + 1);
        QTRY_VERIFY(!age->isVisible());
    }

    void savesReports() {
        OpenPanel open;
        open.panel.show();
        QVERIFY(open.measured());
        const QTemporaryDir directory;
        for (const auto &[name, start] : {std::pair("r.html", "<!DOCTYPE html>"), std::pair("r.pdf", "%PDF-1."),
                                          std::pair("r.csv", "split,truth,"), std::pair("r.json", "{")}) {
            const QString file = directory.filePath(QString::fromLatin1(name));
            open.panel.save(file);
            QVERIFY(open.says(file));
            QFile saved(file);
            QVERIFY(saved.open(QIODevice::ReadOnly) && saved.readAll().startsWith(start));
        }
        open.panel.save(QStringLiteral("/proc/none/r.html"));
        QVERIFY(open.says(QStringLiteral("/proc/none")));
    }

    void isADockOfTheWindow() {
        MainWindow window(test::syntheticSources());
        const auto *dock = window.findChild<QDockWidget *>(QStringLiteral("evaluation"));
        QVERIFY(dock != nullptr && dock->findChild<EvaluationPanel *>() != nullptr);
    }
};

TAGSCOPE_WINDOW_TEST(TestEvaluationPanel)
#include "tst_evaluation_panel.moc"
