// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/warnings.h"
#include "ui/window/jobs_panel.h"
#include "ui/window/work_log_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

using Kind = LogEntry::Kind;

QStringList textsIn(const WorkLogModel &log) {
    QStringList texts;
    for (const LogEntry &entry : log.entries())
        texts << entry.work + QLatin1Char('|') + entry.text;
    return texts;
}

// Counts how often its cells are looked at.
class CountingLog : public WorkLogModel {
public:
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override {
        ++looks;
        return WorkLogModel::data(index, role);
    }
    mutable int looks = 0;
};

} // namespace

// What goes on, and what happened, in one place.
class TestJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QSettings().clear(); }
    void init() { test::failOnWarnings(); }
    void cleanup() { QSettings().clear(); }

    void theLogKeepsWhatHappened() {
        WorkLogModel log;
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QDateTime now = QDateTime::currentDateTime();
        log.add(Kind::Failed, QStringLiteral("Project"), QStringLiteral("no disk"), now);
        log.add(Kind::Note, {}, QStringLiteral("no disk"), now.addMSecs(500)); // the status bar says it too
        QCOMPARE(log.rowCount(), 1);
        log.add(Kind::Note, {}, QStringLiteral("no disk"), now.addSecs(60)); // happened again
        QCOMPARE(log.rowCount(), 2);
        QVERIFY(log.index(0, 0).data(WorkLogModel::IsFailureRole).toBool());
        QVERIFY(!log.index(1, 0).data(WorkLogModel::IsFailureRole).toBool());
        QCOMPARE(log.index(0, WorkLogModel::Text).data().toString(), QStringLiteral("no disk"));
        log.clear();
        QCOMPARE(log.rowCount(), 0);
    }

    void theOldestAreForgotten() {
        WorkLogModel log;
        for (std::size_t i = 0; i < WorkLogModel::kMost + 2; ++i)
            log.add(Kind::Done, {}, QString::number(i));
        QCOMPARE(log.rowCount(), int(WorkLogModel::kMost));
        QCOMPARE(log.entries().front().text, QStringLiteral("2"));
    }

    // All clips of a project whose media are away fail within one turn of the event loop.
    void hundredsOfFailuresAtOnceAreFittedOnce() {
        CountingLog log;
        JobsPanel panel(log);
        panel.show();
        log.looks = 0;
        constexpr int kFailures = 1000;
        for (int i = 0; i < kFailures; ++i)
            log.add(Kind::Failed, QStringLiteral("Clips"), QStringLiteral("clip %1 is away").arg(i));
        auto *table = panel.findChild<QTableView *>();
        const QModelIndex last = table->model()->index(kFailures - 1, 0);
        QTRY_VERIFY(table->viewport()->rect().intersects(table->visualRect(last)));
        QVERIFY2(log.looks < 400 * kFailures, std::to_string(log.looks).c_str());
    }

    void jobsComeAndGo() {
        WorkLogModel log;
        JobsPanel panel(log);
        panel.show();
        const auto *idle = panel.findChild<QLabel *>();
        QVERIFY(idle->isVisible());
        int cancelled = 0;
        panel.setJob(QStringLiteral("a"), {QStringLiteral("A"), QStringLiteral("step"), 0.5, [&] {
                                               ++cancelled;
                                               panel.endJob(QStringLiteral("a")); // at once, from its own button
                                           }});
        QVERIFY(!idle->isVisible());
        auto *button = panel.findChild<QPushButton *>(QStringLiteral("cancel.a"));
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(cancelled, 1);
        QVERIFY(idle->isVisible());
        QTRY_VERIFY(panel.findChild<QPushButton *>(QStringLiteral("cancel.a")) == nullptr);
    }

    void whatTheWindowDoesIsSaid() {
        test::AuditWindow at(std::make_shared<test::SyntheticProject>("made.tagscope", test::ProjectMake{.clips = 6}));
        at.openProject();
        const auto &log = *at.window().findChild<WorkLogModel *>();
        QTRY_VERIFY(std::ranges::any_of(textsIn(log), [](const QString &text) {
            return text.startsWith(QStringLiteral("Project|Opened ")) &&
                   text.endsWith(QStringLiteral("made.tagscope."));
        }));
        at.window().statusBar()->showMessage(QStringLiteral("for a moment"));
        QTRY_VERIFY(textsIn(log).contains(QStringLiteral("|for a moment")));
        at.entry("panel.jobs")->trigger();
        auto *dock = at.window().findChild<QDockWidget *>(QStringLiteral("jobs"));
        QTRY_VERIFY(dock->isVisible());
        auto *table = dock->findChild<QTableView *>(QStringLiteral("workLog"));
        QVERIFY(table->model()->rowCount() >= 2);
        auto *shown = dock->findChild<QComboBox *>(QStringLiteral("shownOfLog"));
        shown->setCurrentIndex(1);
        QCOMPARE(table->model()->rowCount(), 0); // nothing failed
    }

    void analysesAreJobs() {
        test::AuditWindow at(std::make_shared<test::SyntheticProject>("made.tagscope", test::ProjectMake()));
        at.entry("panel.jobs")->trigger();
        at.window().openMedia({"one.mp4", "two.broken"});
        const auto &log = *at.window().findChild<WorkLogModel *>();
        QTRY_VERIFY(textsIn(log).contains(QStringLiteral("Analysis|one.mp4")));
        QTRY_VERIFY(std::ranges::any_of(log.entries(), [](const LogEntry &entry) {
            return entry.kind == Kind::Failed && entry.work == QStringLiteral("Analysis");
        }));
        QTRY_VERIFY(at.window().findChild<QPushButton *>(QStringLiteral("cancel.analysis")) == nullptr);
    }
};

TAGSCOPE_WINDOW_TEST(TestJobs)
#include "tst_jobs.moc"
