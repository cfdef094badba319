// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_plan.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/audit/folder_watch.h"
#include "ui/audit/truth_view.h"
#include "ui/base/shortcuts.h"
#include "ui/base/work_dialog.h"
#include "ui/clips/project_clips.h"
#include "ui/document/current_clip.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <array>
#include <cmath>

// What the lead of an audit does in the window: plans, watches, publishes.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

// The window with a project, and the dialog that an entry of its menu opens.
class LeadWindow {
public:
    LeadWindow()
        : source(std::make_shared<test::SyntheticProject>("/project/street.tagscope", test::ProjectMake())),
          window(sources()) {
        window.resize(1280, 800);
        window.show();
        window.openProject("/project/street.tagscope");
    }

    [[nodiscard]] QAction *entry(const char *id) const {
        for (QAction *action : window.findChildren<QAction *>())
            if (idOf(*action) == QLatin1String(id))
                return action;
        return nullptr;
    }
    // Null where none opens.
    [[nodiscard]] WorkDialog *dialogOf(const char *id) const {
        const auto isOpen = [this] { return window.findChild<WorkDialog *>() != nullptr; };
        for (int tries = 0; tries < 100 && !isOpen(); ++tries) { // until the project is open
            entry(id)->trigger();
            static_cast<void>(QTest::qWaitFor(isOpen, 50));
        }
        return window.findChild<WorkDialog *>();
    }
    void close(WorkDialog *dialog) const {
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(window.findChild<WorkDialog *>() == nullptr);
    }

    std::shared_ptr<test::SyntheticProject> source;
    MainWindow window;

private:
    Sources sources() {
        Sources made = test::syntheticSources();
        made.openProject = [this](const std::filesystem::path &, const std::stop_token &) {
            return Result<std::shared_ptr<ClipAnalyst>>(source);
        };
        return made;
    }
};

template <class Widget>
Widget *partIn(const QWidget &parent, const char *name) {
    return parent.findChild<Widget *>(QLatin1String(name));
}

void typeOver(const QWidget &dialog, const char *field, const QString &text) {
    auto *line = partIn<QLineEdit>(dialog, field);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

QString outcomeIn(const QWidget &dialog) {
    return partIn<QPlainTextEdit>(dialog, "outcome")->toPlainText();
}

QString teamCell(const QWidget &window, const char *table, int row, int column) {
    return partIn<QTableView>(window, table)->model()->index(row, column).data().toString();
}

} // namespace

class TestTeamLead : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void handsTasksOut() {
        const LeadWindow open;
        QTemporaryDir folder;
        const QString tasks = folder.filePath(QStringLiteral("tasks"));
        WorkDialog *dialog = open.dialogOf("team.plan");
        QVERIFY(dialog != nullptr);
        QTest::keyClick(partIn<QLineEdit>(*dialog, "planAnnotators"), Qt::Key_Return);
        QTRY_VERIFY(outcomeIn(*dialog).contains(QStringLiteral("Name the annotators"))); // in its place
        typeOver(*dialog, "planAnnotators", QStringLiteral("Anna, anna"));
        QTest::keyClick(partIn<QLineEdit>(*dialog, "planAnnotators"), Qt::Key_Return);
        QTRY_VERIFY(outcomeIn(*dialog).contains(QStringLiteral("Choose the folder")));
        typeOver(*dialog, "planFolder", tasks);
        QTest::keyClick(partIn<QLineEdit>(*dialog, "planFolder"), Qt::Key_Return);
        QTRY_VERIFY2(outcomeIn(*dialog).contains(QStringLiteral("anna")), qPrintable(outcomeIn(*dialog)));
        QVERIFY(!QDir(tasks).exists() || QDir(tasks).isEmpty());
        QCOMPARE(plansOf(open.source->project()).value().size(), std::size_t{0});

        typeOver(*dialog, "planAnnotators", QStringLiteral("Anna, Ben"));
        auto *pages = partIn<QSpinBox>(*dialog, "planPages");
        pages->setFocus();
        pages->selectAll();
        QTest::keyClicks(pages, QStringLiteral("5"));
        auto *pictures = partIn<QCheckBox>(*dialog, "planStage1");
        QVERIFY(pictures->isChecked());
        pictures->setFocus();
        QTest::keyClick(pictures, Qt::Key_Space);
        QTest::keyClick(partIn<QLineEdit>(*dialog, "planFolder"), Qt::Key_Return);
        QTRY_VERIFY2(outcomeIn(*dialog).contains(QStringLiteral("2 task file")), qPrintable(outcomeIn(*dialog)));
        const std::vector<AuditPlan> plans = plansOf(open.source->project()).value();
        QCOMPARE(plans.size(), std::size_t{1});
        QVERIFY(plans[0].stages == std::vector<AuditStage>{AuditStage::Sound} && plans[0].order == "random");
        QCOMPARE(plans[0].tasks.size(), std::size_t{2});
        QCOMPARE(plans[0].tasks[0].pages.size(), std::size_t{5});
        const Project task = Project::open(tasks.toStdString() + "/Ben.task.tagscope").value();
        QCOMPARE(QString::fromStdString(taskOf(task).value()->annotator), QStringLiteral("Ben"));
        open.close(dialog);

        open.entry("team.progress")->trigger();
        auto *team = partIn<QTableView>(open.window, "progressAnnotators");
        QTRY_COMPARE(team->model()->rowCount(), 2);
        QVERIFY(team->isVisible());
        QCOMPARE(teamCell(open.window, "progressAnnotators", 1, 0), QStringLiteral("Ben"));
        std::size_t asked = 0;
        for (const PlannedPage &page : plans[0].tasks[1].pages)
            asked += page.page.events.size();
        QCOMPARE(teamCell(open.window, "progressAnnotators", 1, 1), QString::number(asked));
        QCOMPARE(teamCell(open.window, "progressAnnotators", 1, 3), QString::number(asked)); // left

        // A task that was written already is not written over.
        dialog = open.dialogOf("team.plan");
        typeOver(*dialog, "planAnnotators", QStringLiteral("Ben, Cy"));
        typeOver(*dialog, "planFolder", tasks);
        QTest::keyClick(partIn<QLineEdit>(*dialog, "planFolder"), Qt::Key_Return);
        QTRY_VERIFY2(outcomeIn(*dialog).contains(QStringLiteral("Ben.task.tagscope")), qPrintable(outcomeIn(*dialog)));
        QCOMPARE(plansOf(open.source->project()).value().size(), std::size_t{1});
        QVERIFY(!QFile::exists(tasks + QStringLiteral("/Cy.task.tagscope")));
        open.close(dialog);
    }

    // The same options make the same plan as the command line's.
    void theFormSaysWhatTheCommandSays() {
        const LeadWindow open;
        WorkDialog *dialog = open.dialogOf("team.plan");
        QVERIFY(dialog != nullptr);
        QTemporaryDir folder;
        typeOver(*dialog, "planAnnotators", QStringLiteral("Anna,Ben"));
        auto *order = partIn<QComboBox>(*dialog, "planOrder");
        order->setCurrentIndex(order->findData(static_cast<int>(QueueOrder::LabelProbablyWrong)));
        QVERIFY(partIn<QLabel>(*dialog, "planFormula")->text().contains(QStringLiteral("percentile of a")));
        partIn<QSpinBox>(*dialog, "planSeed")->setValue(7);
        partIn<QSpinBox>(*dialog, "planOverlap")->setValue(40);
        partIn<QSpinBox>(*dialog, "planPages")->setValue(5);
        PlanOptions options;
        options.annotators = {"Anna", "Ben"};
        options.pages = 5;
        options.overlap = 0.4;
        options.seed = options.queue.seed = 7;
        options.queue.order = QueueOrder::LabelProbablyWrong;
        const AuditPlan wanted = makePlan(open.source->project(), options).value();
        typeOver(*dialog, "planFolder", folder.path());
        QTest::keyClick(partIn<QLineEdit>(*dialog, "planFolder"), Qt::Key_Return);
        QTRY_VERIFY2(outcomeIn(*dialog).contains(QStringLiteral("2 task file")), qPrintable(outcomeIn(*dialog)));
        const std::vector<AuditPlan> plans = plansOf(open.source->project()).value();
        QCOMPARE(QString::fromStdString(plans.front().id), QString::fromStdString(wanted.id));
        open.close(dialog);
    }

    void tellsHowTheTeamAnswers() {
        LeadWindow open;
        const auto said = [](ClipId clip, const char *annotator, VerdictValue value, std::int64_t time) {
            return Verdict{clip, 0, AuditStage::Sound, annotator, value, {}, time};
        };
        QVERIFY_OK(open.source->project().addVerdicts(
            std::vector<Verdict>{said(1, "Ada", VerdictValue::Heard, 1), said(1, "Bo", VerdictValue::Heard, 2),
                                 said(2, "Ada", VerdictValue::NotHeard, 3), said(2, "Bo", VerdictValue::Heard, 4),
                                 said(3, "Ada", VerdictValue::HeardUnsure, 5)}));
        open.window.openProject("/project/street.tagscope");
        open.entry("team.progress")->trigger();
        QTRY_COMPARE(partIn<QTableView>(open.window, "progressAnnotators")->model()->rowCount(), 2);
        QCOMPARE(teamCell(open.window, "progressAnnotators", 0, 4), QStringLiteral("3")); // no plan asked for them
        QVERIFY(teamCell(open.window, "progressAnnotators", 0, 6).endsWith(QStringLiteral("(3)")));
        QVERIFY(teamCell(open.window, "progressAnnotators", 0, 7).startsWith(QStringLiteral("50")));
        QCOMPARE(teamCell(open.window, "progressEvents", 0, 4), QStringLiteral("1")); // pairs that differ
    }

    // Of the project's verdicts, and of real votes against gold, as the command line has them.
    void rulesAreMeasuredAgainstGold() {
        LeadWindow open;
        std::vector<Verdict> said;
        for (const char *name : {"Ada", "Bo"})
            for (const ClipId clip : {1, 2, 3})
                said.push_back({clip, 0, AuditStage::Pictures, name, VerdictValue::Both, {}, clip});
        QVERIFY_OK(open.source->project().addVerdicts(said));
        open.window.openProject("/project/street.tagscope");
        open.entry("team.progress")->trigger();
        partIn<QTabWidget>(open.window, "agreementTabs")->setCurrentIndex(4);
        const auto rows = [&](const char *table) {
            return partIn<QTableView>(open.window, table)->model()->rowCount();
        };
        QTRY_COMPARE(rows("truthRules"), 6); // two axes, three rules
        QCOMPARE(teamCell(open.window, "truthRules", 0, 6), QStringLiteral("–"));
        QCOMPARE(rows("truthAnnotators"), 4);
        QVERIFY(partIn<QLabel>(open.window, "truthSource")->text().contains(QStringLiteral("No gold standard")));
        TAGSCOPE_REQUIRE_SHARED(folder, "vggsounder");
        auto *view = open.window.findChild<TruthView *>();
        view->setVotes(folder / "votes.csv");
        view->setGold(folder / "gold.csv");
        QTRY_COMPARE(teamCell(open.window, "truthRules", 1, 3), QStringLiteral("774"));
        const std::array<double, 6> f1{74.8, 79.7, 79.4, 77.1, 88.3, 87.3};
        for (int row = 0; row < 6; ++row)
            QVERIFY(std::abs(QLocale().toDouble(teamCell(open.window, "truthRules", row, 6)) -
                             f1[static_cast<std::size_t>(row)]) < 0.11);
        QCOMPARE(rows("truthAnnotators"), 8);
        QTest::mouseClick(partIn<QPushButton>(open.window, "truthForget"), Qt::LeftButton);
        QTRY_COMPARE(rows("truthAnnotators"), 4);
    }

    void whatComesIntoAFolderIsMerged() {
        const LeadWindow open;
        open.entry("team.progress")->trigger();
        QTemporaryDir folder;
        QFile broken(folder.filePath(QStringLiteral("broken.tagscope")));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no project") > 0);
        broken.close();
        auto *watch = open.window.findChild<FolderWatch *>();
        const auto *text = partIn<QLabel>(open.window, "watchedFolder");
        QVERIFY(watch != nullptr && !watch->isVisible());
        const QString idle = open.entry("team.watch")->text();
        const Document &document = open.window.findChild<ProjectClips *>()->document();
        QTRY_VERIFY(document.project() != nullptr);
        const std::shared_ptr<Project> project = document.project()->store;
        const std::string clip = project->clip(1).value()->name;
        const std::string event = project->classes()[0].name;
        QFile sent(folder.filePath(QStringLiteral("ben.csv")));
        QVERIFY(sent.open(QIODevice::WriteOnly));
        sent.write(QByteArray::fromStdString("clip,event,annotator,stage,heard,time\n" + clip + "," + event +
                                             ",ben,sound,yes,2026-02-01T10:00:00Z\n"));
        sent.close();
        watch->start(project, folder.path().toStdString());
        QVERIFY(watch->isVisible() && open.entry("team.watch")->text() != idle);
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(QStringLiteral("ben.csv: 1 verdict")), 20000);
        QVERIFY(text->text().contains(QStringLiteral("broken.tagscope")));
        QTRY_COMPARE(teamCell(open.window, "progressAnnotators", 0, 0), QStringLiteral("ben"));
        QCOMPARE(teamCell(open.window, "progressAnnotators", 0, 4), QStringLiteral("1"));
        open.entry("edit.undo")->trigger(); // as any merge
        QTRY_COMPARE(teamCell(open.window, "progressAnnotators", 0, 4), QStringLiteral("0"));
        open.entry("edit.redo")->trigger();
        QTRY_COMPARE(teamCell(open.window, "progressAnnotators", 0, 4), QStringLiteral("1"));
        partIn<QPushButton>(open.window, "stopWatching")->click();
        QVERIFY(!watch->isVisible() && open.entry("team.watch")->text() == idle);
    }

    void publishes() {
        const LeadWindow open;
        QTemporaryDir folder;
        WorkDialog *dialog = open.dialogOf("team.publish");
        QVERIFY(dialog != nullptr);
        QTest::keyClick(partIn<QLineEdit>(*dialog, "publishFolder"), Qt::Key_Return);
        QTRY_VERIFY(outcomeIn(*dialog).contains(QStringLiteral("Choose an empty folder")));
        const QString target = folder.filePath(QStringLiteral("published"));
        typeOver(*dialog, "publishFolder", target);
        typeOver(*dialog, "publishCreators", QStringLiteral("Doe, Jane; Roe, Richard"));
        QTest::keyClick(partIn<QLineEdit>(*dialog, "publishCreators"), Qt::Key_Return);
        QTRY_VERIFY(partIn<QPlainTextEdit>(*dialog, "outcome")->isVisible()); // nothing was judged yet
        QVERIFY2(!outcomeIn(*dialog).contains(QStringLiteral("Published")), qPrintable(outcomeIn(*dialog)));
        QVERIFY_OK(open.source->project().addVerdicts(
            std::vector<Verdict>{{1, 0, AuditStage::Sound, "Ada", VerdictValue::NotHeard, {}, 1}}));
        QTRY_VERIFY(partIn<QPushButton>(*dialog, "start")->isEnabled());
        partIn<QLineEdit>(*dialog, "publishCreators")->setFocus(); // as whoever types has it
        QTest::keyClick(partIn<QLineEdit>(*dialog, "publishCreators"), Qt::Key_Return);
        QTRY_VERIFY2(outcomeIn(*dialog).contains(QStringLiteral("Published into")), qPrintable(outcomeIn(*dialog)));
        for (const char *file : {"labels.csv", "verdicts.csv", "README.md", "SHA256SUMS"})
            QVERIFY2(QFile::exists(target + QLatin1Char('/') + QLatin1String(file)), file);
        QFile card(target + QStringLiteral("/zenodo.json"));
        QVERIFY(card.open(QIODevice::ReadOnly) && card.readAll().contains("Roe, Richard"));
        open.close(dialog);
    }
};

TAGSCOPE_WINDOW_TEST(TestTeamLead)
#include "tst_team_lead.moc"
