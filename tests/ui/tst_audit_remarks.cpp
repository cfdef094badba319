// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/warnings.h"

#include "core/audit/audit_task.h"
#include "ui/audit/remark_view.h"
#include "ui/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QUndoStack>

// What an annotator tells the lead beside the verdicts, and what the lead makes of it.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

std::shared_ptr<test::SyntheticProject> projectWithTask(bool isTask) {
    auto source = std::make_shared<test::SyntheticProject>("/made/up.tagscope", test::ProjectMake{.clips = 20});
    if (!isTask)
        return source;
    Project &project = source->project();
    const QJsonObject event{{QStringLiteral("event"), toText(project.classes().front().name)}};
    const QJsonObject page{{QStringLiteral("clip"), toText(project.clips()->front().name)},
                           {QStringLiteral("events"), QJsonArray{event}}};
    const QJsonObject task{{QStringLiteral("version"), 1},
                           {QStringLiteral("plan"), QStringLiteral("0123456789abcdef")},
                           {QStringLiteral("annotator"), QStringLiteral("Ann")},
                           {QStringLiteral("stages"), QJsonArray{QStringLiteral("sound")}},
                           {QStringLiteral("may_add_events"), true},
                           {QStringLiteral("pages"), QJsonArray{page}}};
    static_cast<void>(project.setSetting(kTaskKey, QJsonDocument(task).toJson().toStdString()));
    return source;
}

std::vector<Remark> remarksIn(ClipAnalyst &source) {
    return source.project().remarkHistory().value();
}

} // namespace

class TestAuditRemarks : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void aClipIsFlaggedByKey() {
        const auto source = projectWithTask(false);
        test::AuditWindow at(source);
        at.openProject();
        QVERIFY(!at.entry("audit.flag")->isEnabled());
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        const ClipId clip = at.sitting().current()->clip;
        auto *line = at.window().findChild<QLineEdit *>(QStringLiteral("flagNote"));
        auto *shown = at.window().findChild<QLabel *>(QStringLiteral("flagShown"));
        at.key(Qt::Key_C);
        QVERIFY(line->isVisible() && line->hasFocus());
        at.key(Qt::Key_Escape);
        QVERIFY(!line->isVisible() && remarksIn(*source).empty());
        at.key(Qt::Key_C);
        QTest::keyClicks(line, QStringLiteral("1 far away")); // no verdict
        at.key(Qt::Key_Return);
        QTRY_COMPARE(remarksIn(*source).size(), std::size_t{1});
        const Remark flag = remarksIn(*source).front();
        QVERIFY(flag.clip == clip && flag.annotator == "Ann" && flag.note == "1 far away" &&
                flag.stage == AuditStage::Sound && flag.time > 0);
        QTRY_VERIFY(shown->isVisible() && shown->text().contains(QStringLiteral("1 far away")));
        QCOMPARE(at.sitting().order().done(), std::size_t{0}); // and the question stays
        QVERIFY(at.entry("audit.flag")->text().contains(QStringLiteral("off")));
        at.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(remarksIn(*source).size(), std::size_t{2}); // taken back, by one more
        QTRY_VERIFY(!shown->isVisible());
        at.entry("edit.redo")->trigger();
        QTRY_VERIFY(shown->isVisible());
        at.key(Qt::Key_C); // takes it off
        QTRY_VERIFY(!shown->isVisible());
        QVERIFY(openRemarks(remarksIn(*source)).empty());
    }

    void anotherPairClosesTheLine() {
        test::AuditWindow at(projectWithTask(false));
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        at.key(Qt::Key_C);
        const auto *line = at.window().findChild<QLineEdit *>(QStringLiteral("flagNote"));
        QVERIFY(line->isVisible());
        at.sitting().skip();
        QVERIFY(!line->isVisible());
    }

    // A task whose plan allows it.
    void anEventIsNamedThatTheProjectDoesNotHave() {
        const auto source = projectWithTask(true);
        test::AuditWindow at(source);
        at.openProject();
        QTRY_VERIFY(at.window().findChild<QPushButton *>(QStringLiteral("startAudit"))->isEnabled());
        at.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        at.window().findChild<QLineEdit *>(QStringLiteral("annotator"))->setFocus();
        at.key(Qt::Key_Return);
        QTRY_VERIFY(at.sitting().current());
        QVERIFY(at.sitting().remarks().mayNameEvents());
        at.key(Qt::Key_W);
        auto *line = at.window().findChild<QLineEdit *>(QStringLiteral("alsoHeard"));
        QTest::keyClicks(line, QStringLiteral("Snowy owl"));
        at.key(Qt::Key_Return);
        QTRY_COMPARE(remarksIn(*source).size(), std::size_t{1});
        QVERIFY(remarksIn(*source).front().kind == RemarkKind::NewEvent &&
                remarksIn(*source).front().word == "Snowy owl");
        QVERIFY(source->project().verdictHistory()->empty());
        at.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(openRemarks(remarksIn(*source)).empty());
    }

    void theLeadSettlesThem() {
        const auto source = projectWithTask(false);
        QVERIFY_OK(source->project().addRemarks(
            std::vector<Remark>{{3, RemarkKind::Flag, "Ann", {}, "voice-over", AuditStage::Sound, 0, true},
                                {4, RemarkKind::NewEvent, "Ann", "Owl", {}, AuditStage::Sound, 0, true}}));
        test::AuditWindow at(source);
        at.openProject();
        at.entry("team.progress")->trigger();
        auto *view = at.window().findChild<RemarkView *>();
        auto *tabs = at.window().findChild<QTabWidget *>(QStringLiteral("agreementTabs"));
        tabs->setCurrentWidget(view);
        auto *table = at.window().findChild<QTableView *>(QStringLiteral("remarks"));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        const auto button = [&at](const char *name) {
            return at.window().findChild<QPushButton *>(QLatin1String(name));
        };
        QVERIFY(!button("takeEvent")->isEnabled() && !button("settleFlag")->isEnabled());
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(button("settleFlag")->isEnabled() && !button("takeEvent")->isEnabled());
        button("settleFlag")->click();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        auto *events = at.window().findChild<QComboBox *>(QStringLiteral("takeForEvent"));
        events->setCurrentIndex(2);
        button("takeEvent")->click();
        QTRY_COMPARE(table->model()->rowCount(), 0);
        const std::vector<Verdict> said = source->project().verdictHistory().value();
        QCOMPARE(said.size(), std::size_t{1});
        QVERIFY(said.front().clip == 4 && said.front().event == 2 && said.front().annotator == "Ann" &&
                said.front().value == VerdictValue::Heard);
        at.project().document().undo().undo();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_VERIFY(standingVerdicts(source->project().verdictHistory().value()).empty());
    }
};

TAGSCOPE_WINDOW_TEST(TestAuditRemarks)
#include "tst_audit_remarks.moc"
