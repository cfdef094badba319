// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/warnings.h"

#include "core/audit/audit_task.h"
#include "ui/base/text.h"
#include "ui/tracks/clip_view.h"

#include <QDockWidget>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

// What an annotator is asked of a clip, and what of it becomes a verdict.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

std::shared_ptr<test::SyntheticProject> pagedProject() {
    return std::make_shared<test::SyntheticProject>("/made/up.tagscope", test::ProjectMake{.clips = 60});
}

std::vector<Verdict> saidIn(ClipAnalyst &source) {
    return source.project().verdictHistory().value();
}

// Two labels of one clip and one of another, at both stages.
std::string taskOfTwoPages(const Project &project, const Clip &first, const Clip &second) {
    const auto event = [&project](std::size_t k) {
        return QJsonObject{{QStringLiteral("event"), toText(project.classes()[k].name)}};
    };
    const auto page = [](const Clip &clip, const QJsonArray &events) {
        return QJsonObject{{QStringLiteral("clip"), toText(clip.name)}, {QStringLiteral("events"), events}};
    };
    const QJsonObject task{
        {QStringLiteral("version"), 1},
        {QStringLiteral("plan"), QStringLiteral("0123456789abcdef")},
        {QStringLiteral("annotator"), QStringLiteral("Ann")},
        {QStringLiteral("stages"), QJsonArray{QStringLiteral("sound"), QStringLiteral("pictures")}},
        {QStringLiteral("may_add_events"), false},
        {QStringLiteral("pages"), QJsonArray{page(first, {event(0), event(1)}), page(second, {event(1)})}}};
    return QJsonDocument(task).toJson().toStdString();
}

} // namespace

class TestAuditPage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    // What is not asked at a stage cannot be answered there, and no word but the stage's question is shown.
    void theAnswersFitTheQuestion() {
        test::AuditWindow at(pagedProject());
        at.openProject();
        const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
        for (const auto &[stage, answers, question] :
             {std::tuple(AuditStage::Sound, words("&Heard &Not-heard &Unsure"), "Is it heard?"),
              std::tuple(AuditStage::Pictures, words("&Seen &Not-seen &Unsure"), "Is it seen?"),
              std::tuple(AuditStage::ModelOutput, words("&Audible &Visible &Both &Neither &Unsure"),
                         "Is it heard, is it seen?")}) {
            at.start(QStringLiteral("Ann"), stage);
            QStringList shown;
            for (const QAction *entry : at.audit().entries().verdicts)
                if (entry->isVisible())
                    shown << entry->text().replace(QLatin1Char(' '), QLatin1Char('-'));
            QCOMPARE(shown, answers);
            const QList<QLabel *> labels = at.window().findChildren<QLabel *>();
            QVERIFY(std::ranges::any_of(labels, [question](const QLabel *label) {
                return label->isVisible() && label->text() == QLatin1String(question);
            }));
            if (stage != AuditStage::ModelOutput) // the order's name would tell what to expect
                QVERIFY(std::ranges::none_of(labels, [](const QLabel *label) {
                    return label->isVisible() && label->text().contains(QStringLiteral("Order:"));
                }));
            const std::size_t done = at.sitting().order().done();
            at.key(Qt::Key_4);
            QCOMPARE(at.sitting().order().done(), done + (answers.size() > 3 ? 1U : 0U));
            at.sitting().end();
        }
    }

    void anAnswerBeforeAnythingWasHeardIsNotTaken() {
        const auto source = pagedProject();
        test::AuditWindow at(source);
        QSettings().setValue(QStringLiteral("audit/leastHeard"), 60'000);
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        at.key(Qt::Key_1);
        QCOMPARE(at.sitting().order().done(), std::size_t{0});
        const auto *message = at.window().findChild<QLabel *>(QStringLiteral("auditMessage"));
        QVERIFY(message->isVisible() && message->text().contains(QStringLiteral("Listen first")));
        QSettings().setValue(QStringLiteral("audit/leastHeard"), 100);
        QTest::qWait(400);                     // it plays by itself
        at.key(Qt::Key_1, Qt::KeypadModifier); // one hand on the numeric pad
        QCOMPARE(at.sitting().order().done(), std::size_t{1});
        QVERIFY(*saidIn(*source).back().played >= 0.1);
    }

    // All labels of a clip come one after the other, and it is listened to once.
    void aClipIsHeardOnceForAllItsLabels() {
        const auto source = pagedProject();
        test::AuditWindow at(source);
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        const AuditOrder &order = at.sitting().order();
        std::set<ClipId> left;
        for (std::size_t place = 1; place < order.size(); ++place)
            if (order.row(place).clip != order.row(place - 1).clip)
                QVERIFY(left.insert(order.row(place - 1).clip).second && !left.contains(order.row(place).clip));
        std::size_t same = 0;
        for (std::size_t i = 0; i + 1 < std::min<std::size_t>(order.size(), 30); ++i) {
            QTRY_VERIFY(at.sitting().media() != nullptr);
            const ClipId before = at.sitting().current()->clip;
            at.key(Qt::Key_1);
            if (at.sitting().current() && at.sitting().current()->clip == before)
                ++same;
        }
        std::map<ClipId, int> plays;
        for (const Verdict &verdict : saidIn(*source))
            plays[verdict.clip] = std::max(plays[verdict.clip], verdict.plays);
        for (const auto &[clip, count] : plays)
            QVERIFY(count <= 1);
        QVERIFY(same > 0);
    }

    void somethingElseIsHeard() {
        const auto source = pagedProject();
        test::AuditWindow at(source);
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        const SittingRow row = *at.sitting().current();
        const int other = row.event == 0 ? 1 : 0;
        at.key(Qt::Key_W);
        auto *field = at.window().findChild<QLineEdit *>(QStringLiteral("alsoHeard"));
        QVERIFY(field->isVisible() && field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("no such thing"));
        at.key(Qt::Key_Return);
        const auto *message = at.window().findChild<QLabel *>(QStringLiteral("auditMessage"));
        QVERIFY(message->isVisible() && message->text().contains(QStringLiteral("no such thing")));
        QVERIFY(saidIn(*source).empty());
        at.key(Qt::Key_W);
        QTest::keyClicks(field, at.sitting().eventName(other).toLower());
        at.key(Qt::Key_Return);
        QTRY_COMPARE(saidIn(*source).size(), std::size_t{1});
        const Verdict said = saidIn(*source).front();
        QVERIFY(said.clip == row.clip && said.event == other && said.value == VerdictValue::Heard);
        QVERIFY(at.sitting().current() == row); // the question stays
        QVERIFY(!field->isVisible());
    }

    // The window on a task: what is asked is the plan's, and nothing else is to be seen, also between the sittings.
    void aTaskShowsItsPagesAlone() {
        const auto source = pagedProject();
        Project &project = source->project();
        const std::vector<Clip> clips = project.clips().value();
        QVERIFY_OK(project.setSetting(kTaskKey, taskOfTwoPages(project, clips[4], clips[2])));
        test::AuditWindow at(source);
        at.openProject();
        const auto *clipList = at.window().findChild<QDockWidget *>(QStringLiteral("clips"));
        const auto *task = at.window().findChild<QLabel *>(QStringLiteral("auditTask"));
        QTRY_VERIFY(task->isVisible() && task->text().contains(QStringLiteral("sound alone")));
        QTRY_VERIFY(!clipList->isVisible());
        QVERIFY(!at.entry("clip.next")->isEnabled());
        const auto *tracks = at.window().findChild<ClipView *>();
        QTRY_VERIFY(!tracks->isVisible());
        for (const char *choice : {"auditOrder", "auditStage", "auditEvent", "auditSplit"})
            QVERIFY2(!at.window().findChild<QComboBox *>(QLatin1String(choice))->isVisible(), choice);
        auto *name = at.window().findChild<QLineEdit *>(QStringLiteral("annotator"));
        QVERIFY(name->isReadOnly() && name->text() == QStringLiteral("Ann"));
        const auto begin = [&] {
            QTRY_VERIFY(at.window().findChild<QPushButton *>(QStringLiteral("startAudit"))->isEnabled());
            at.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
            name->setFocus();
            at.key(Qt::Key_Return);
            QTRY_VERIFY(at.sitting().current());
        };
        begin();
        QVERIFY(*at.sitting().current() == (SittingRow{clips[4].id, 0, 0.0}));
        QTRY_VERIFY(tracks->isVisible());
        for (int i = 0; i < 3; ++i)
            at.key(Qt::Key_1);
        QVERIFY(!at.sitting().current());
        QTRY_COMPARE(saidIn(*source).size(), std::size_t{3});
        QVERIFY(saidIn(*source)[2].clip == clips[2].id && saidIn(*source)[2].annotator == "Ann");
        at.sitting().end();
        QVERIFY(!clipList->isVisible() && !tracks->isVisible());
        QTRY_VERIFY(task->text().contains(QStringLiteral("with pictures"))); // the next stage is open now
        begin();
        QVERIFY(at.sitting().setup().stage == AuditStage::Pictures);
        at.key(Qt::Key_2);
        QTRY_COMPARE(saidIn(*source).size(), std::size_t{4});
        QVERIFY(saidIn(*source).back().value == VerdictValue::NotSeen);
    }

    // Who saw a clip with all that the window shows does not judge it blindly any more.
    void whoSawTheClipBeforeIsInformed() {
        const auto source = pagedProject();
        test::AuditWindow at(source);
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        const ClipId first = at.sitting().current()->clip;
        at.sitting().end();
        at.project().show(first);
        QTRY_VERIFY(at.window().findChild<AuditRecords *>()->areKnown());
        QTest::qWait(50);
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        QCOMPARE(at.sitting().current()->clip, first);
        at.key(Qt::Key_1);
        QTRY_COMPARE(saidIn(*source).size(), std::size_t{1});
        QVERIFY(saidIn(*source).front().isInformed);
    }
};

TAGSCOPE_WINDOW_TEST(TestAuditPage)
#include "tst_audit_page.moc"
