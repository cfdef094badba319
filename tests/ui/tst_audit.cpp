// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/warnings.h"
#include "ui/base/text.h"
#include "ui/clips/start_page.h"
#include "ui/document/event_stretch.h"
#include "ui/playback/playback.h"

#include <QApplication>
#include <QDockWidget>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QUndoStack>
#include <array>

// The audit on the whole window, with keys.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

std::shared_ptr<test::SyntheticProject> auditedProject(std::size_t clips = 60) {
    return std::make_shared<test::SyntheticProject>("/made/up.tagscope", test::ProjectMake{.clips = clips});
}

std::vector<Verdict> historyOf(ClipAnalyst &source) {
    return source.project().verdictHistory().value();
}

} // namespace

class TestAudit : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void fromTheDemoToTwentyVerdictsWithoutTheMouse() {
        const auto source = auditedProject();
        test::AuditWindow at(source);
        QVERIFY(QTest::qWaitForWindowActive(&at.window()));
        for (int i = 0; i < 20; ++i) {
            const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
            if (button != nullptr && button->text().remove(QLatin1Char('&')) == QStringLiteral("Open demo project"))
                break;
            at.key(Qt::Key_Tab);
        }
        at.key(Qt::Key_Space);
        QTRY_VERIFY(at.project().document().project());
        at.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Ann"));
        QTRY_VERIFY(at.window().findChild<QPushButton *>(QStringLiteral("startAudit"))->isEnabled());
        at.key(Qt::Key_Return);
        QTRY_VERIFY(at.sitting().current());
        auto *playback = at.window().findChild<Playback *>();
        std::vector<SittingRow> judged;
        for (int i = 0; i < 20; ++i) {
            QTRY_VERIFY(at.sitting().media() != nullptr);
            QTRY_VERIFY(playback->isPlaying()); // by itself
            judged.push_back(*at.sitting().current());
            at.key(static_cast<Qt::Key>(Qt::Key_1 + i % 3));
        }
        const std::vector<Verdict> history = historyOf(*source);
        QCOMPARE(history.size(), std::size_t{20});
        for (std::size_t i = 0; i < history.size(); ++i) {
            QCOMPARE(history[i].clip, judged[i].clip);
            QCOMPARE(history[i].event, judged[i].event);
            QCOMPARE(history[i].annotator, std::string("Ann"));
            QVERIFY(history[i].stage == AuditStage::Sound);
            const std::array said{VerdictValue::Heard, VerdictValue::NotHeard, VerdictValue::HeardUnsure};
            QVERIFY(history[i].value == said[i % 3]);
            QCOMPARE(history[i].key, std::to_string(1 + i % 3));
            QVERIFY(history[i].played && history[i].plays >= 1 && !history[i].isInformed);
        }
        QCOMPARE(at.sitting().order().done(), std::size_t{20});
        QVERIFY(at.sitting().perHour());
    }

    void thePairsOwnStretchIsPlayedAsWanted() {
        constexpr Seconds kFar{2}; // from where the clip would begin
        test::AuditWindow at(auditedProject());
        at.openProject();
        ShownClip shown;
        QObject::connect(&at.window(), &MainWindow::clipShown, &at.window(),
                         [&](const ShownClip &now) { shown = now; });
        at.start(QStringLiteral("Ann"), AuditStage::ModelOutput);
        at.key(Qt::Key_E, Qt::ControlModifier);
        at.window().findChild<QCheckBox *>(QStringLiteral("auditStretch"))->setChecked(true);
        at.start(QStringLiteral("Ann"), AuditStage::ModelOutput);
        const auto *playback = at.window().findChild<Playback *>();
        int far = 0;
        for (int pair = 0; pair < 10; ++pair) {
            const SittingRow row = *at.sitting().current();
            QTRY_VERIFY(shown.clip == row.clip && shown.analysis && shown.analysis->audio);
            const std::optional<TimeRange> stretch = stretchOf(*shown.analysis, row.event);
            QVERIFY(stretch);
            if (stretch->lower > kFar) {
                ++far;
                QTRY_VERIFY_WITH_TIMEOUT(playback->isPlaying() && playback->pictureTime() >= stretch->lower, 1500);
            }
            at.key(Qt::Key_1);
        }
        QVERIFY(far > 0);
    }

    void itGoesOnWhereItStopped() {
        const auto source = auditedProject();
        std::optional<SittingRow> next;
        {
            test::AuditWindow at(source);
            at.openProject();
            at.start(QStringLiteral("Ann"), AuditStage::Pictures);
            for (int i = 0; i < 3; ++i)
                at.key(Qt::Key_1);
            next = at.sitting().current();
        }
        test::AuditWindow at(source);
        at.openProject();
        // The setup is the project's; the name is the person's.
        const auto *stage = at.window().findChild<QComboBox *>(QStringLiteral("auditStage"));
        QTRY_COMPARE(stage->currentData().toInt(), static_cast<int>(AuditStage::Pictures));
        at.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        at.key(Qt::Key_Return);
        QTRY_VERIFY(at.sitting().current());
        QVERIFY(at.sitting().current() == next);
        QCOMPARE(at.sitting().order().done(), std::size_t{3});
        at.sitting().end();
        at.start(QStringLiteral("Bo"), AuditStage::Pictures); // somebody else begins at the first
        QCOMPARE(at.sitting().order().done(), std::size_t{0});
    }

    void undoAddsToTheHistoryAndLeadsBack() {
        const auto source = auditedProject();
        test::AuditWindow at(source);
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        const SittingRow first = *at.sitting().current();
        at.key(Qt::Key_1);
        const SittingRow second = *at.sitting().current();
        at.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(at.sitting().current() == first);
        QVERIFY(!at.window().findChild<QLabel *>(QStringLiteral("ownVerdict"))->isVisible()); // it was withdrawn
        QCOMPARE(at.sitting().order().done(), std::size_t{0});
        QTRY_COMPARE(historyOf(*source).size(), std::size_t{2});
        QVERIFY(!historyOf(*source).back().value);
        at.entry("edit.redo")->trigger();
        QVERIFY(at.sitting().current() == second);
        QTRY_COMPARE(historyOf(*source).size(), std::size_t{3});
        QTRY_COMPARE(at.window().findChild<AuditRecords *>()->standing(first.clip).size(), std::size_t{1});
        at.key(Qt::Key_Backspace);
        QVERIFY(at.sitting().current() == first);
        at.key(Qt::Key_2); // corrected
        QTRY_COMPARE(historyOf(*source).size(), std::size_t{4});
        QTRY_VERIFY(at.window().findChild<AuditRecords *>()->standing(first.clip).front().value ==
                    VerdictValue::NotHeard);
        QTRY_COMPARE(at.window().findChild<AuditRecords *>()->history().size(), std::size_t{4});
        at.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(at.window().findChild<AuditRecords *>()->standing(first.clip).front().value == VerdictValue::Heard);
    }

    void aRefusalLeadsBackAndSaysWhy() {
        const auto source = auditedProject();
        test::AuditWindow at(source);
        at.openProject();
        at.start(QStringLiteral("nobody"), AuditStage::Sound);
        const SittingRow first = *at.sitting().current();
        at.key(Qt::Key_1);
        at.key(Qt::Key_2);
        QVERIFY(!(at.sitting().current() == first));
        QTRY_VERIFY(at.sitting().current() == first);
        QTRY_COMPARE(at.sitting().order().done(), std::size_t{0});
        const auto *message = at.window().findChild<QLabel *>(QStringLiteral("auditMessage"));
        QVERIFY(message->isVisible());
        QVERIFY2(message->text().contains(QStringLiteral("do not fit")), qPrintable(message->text()));
        QVERIFY(historyOf(*source).empty());
        QTRY_VERIFY(!at.entry("edit.undo")->isEnabled()); // nothing happened that could be undone
        QCOMPARE(at.sitting().order().done(), std::size_t{0});
        QVERIFY(at.sitting().current() == first);
    }

    void aLetterInANoteIsALetter() {
        const auto source = auditedProject();
        test::AuditWindow at(source);
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        at.key(Qt::Key_T);
        auto *note = at.window().findChild<QLineEdit *>(QStringLiteral("verdictNote"));
        QVERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("1 far, j away"));
        QCOMPARE(at.sitting().order().done(), std::size_t{0});
        at.key(Qt::Key_Return);
        QVERIFY(!note->hasFocus());
        at.key(Qt::Key_3);
        QCOMPARE(historyOf(*source).back().note, std::string("1 far, j away"));
        QVERIFY(note->text().isEmpty());
        QTRY_COMPARE(at.window().findChild<AuditRecords *>()->history().size(), std::size_t{1});
        at.key(Qt::Key_Backspace);
        QCOMPARE(note->text(), QStringLiteral("1 far, j away"));
        QVERIFY(
            at.window().findChild<QLabel *>(QStringLiteral("ownVerdict"))->text().contains(QStringLiteral("unsure")));
    }

    void aProjectHasItsOwnKeys() {
        const auto source = auditedProject();
        {
            test::AuditWindow at(source);
            at.openProject();
            at.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
            auto *edit = at.window().findChild<QKeySequenceEdit *>(QStringLiteral("verdictKey2"));
            edit->setFocus();
            QTest::keyClick(edit, Qt::Key_B);
            Q_EMIT edit->editingFinished();
            QCOMPARE(at.entry("audit.both")->shortcut(), QKeySequence(Qt::Key_B));
            QVERIFY(!edit->hasFocus()); // what is pressed next is no key for it
            at.start(QStringLiteral("Ann"), AuditStage::Sound);
            QVERIFY(!at.entry("view.back")->isEnabled()); // that had the key
            at.key(Qt::Key_B);
            QCOMPARE(at.sitting().order().done(), std::size_t{1});
            QVERIFY(historyOf(*source).back().value == VerdictValue::HeardUnsure);
            at.sitting().end();
            QVERIFY(at.entry("view.back")->isEnabled());
            auto *other = at.window().findChild<QKeySequenceEdit *>(QStringLiteral("verdictKey0"));
            other->setKeySequence(QKeySequence(Qt::Key_B)); // of two verdicts with a key the later one has it
            Q_EMIT other->editingFinished();
            QVERIFY(at.entry("audit.both")->shortcut().isEmpty());
            edit->setKeySequence(QKeySequence(Qt::Key_B));
            Q_EMIT edit->editingFinished();
        }
        test::AuditWindow at(source);
        at.openProject();
        QTRY_COMPARE(at.entry("audit.both")->shortcut(), QKeySequence(Qt::Key_B));
        QTest::mouseClick(at.window().findChild<QPushButton *>(QStringLiteral("usualKeys")), Qt::LeftButton);
        QCOMPARE(at.entry("audit.both")->shortcut(), QKeySequence(Qt::Key_3));
        test::AuditWindow other(auditedProject());
        other.openProject();
        QCOMPARE(other.entry("audit.both")->shortcut(), QKeySequence(Qt::Key_3));
    }

    // What the order found is for who judges with everything shown, and counts once it is stored.
    void theEndSaysWhatTheOrderFound() {
        const auto source = auditedProject(24);
        test::AuditWindow at(source);
        at.openProject();
        const auto *outcome = at.window().findChild<QLabel *>(QStringLiteral("auditOutcome"));
        const QString found = QStringLiteral("Wrong labels among the pairs placed by the order");
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        const std::size_t pairs = at.sitting().order().size();
        for (std::size_t i = 0; i < pairs; ++i)
            at.key(Qt::Key_2); // not heard
        QVERIFY(!at.sitting().current() && outcome->isVisible());
        QVERIFY2(!outcome->text().contains(found), qPrintable(outcome->text()));
        at.sitting().end();
        at.start(QStringLiteral("Bo"), AuditStage::ModelOutput);
        for (std::size_t i = 0; i < pairs; ++i)
            at.key(Qt::Key_2); // visible, not audible: as Ann heard it
        QVERIFY(!at.sitting().current());
        std::size_t controls = 0;
        for (const RankedPair &pair : at.sitting().order().queue()->ranked)
            controls += pair.isControl ? 1U : 0U;
        QVERIFY(controls > 0);
        QTRY_VERIFY2(outcome->text().contains(found + QStringLiteral(": %1 of %1 (100.0 %").arg(pairs - controls)),
                     qPrintable(outcome->text()));
        QVERIFY2(outcome->text().contains(QStringLiteral("among the random controls: %1 of %1 (100").arg(controls)),
                 qPrintable(outcome->text()));
    }

    void theEndSaysWhatWasSaid() {
        const auto source = auditedProject(12);
        test::AuditWindow at(source);
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Pictures);
        const std::size_t pairs = at.sitting().order().size();
        QVERIFY(pairs > 2);
        at.key(Qt::Key_J); // decided later
        for (std::size_t i = 1; i < pairs; ++i)
            at.key(Qt::Key_2);
        QVERIFY(!at.sitting().current());
        const auto *outcome = at.window().findChild<QLabel *>(QStringLiteral("auditOutcome"));
        QVERIFY(outcome->isVisible());
        QVERIFY2(outcome->text().contains(QStringLiteral("not seen: %1").arg(pairs - 1)), qPrintable(outcome->text()));
        at.key(Qt::Key_Space); // through those that were skipped
        QVERIFY(at.sitting().current());
        at.key(Qt::Key_3);
        QVERIFY(!at.sitting().current());
        QCOMPARE(at.sitting().order().left(), std::size_t{0});
        at.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(at.sitting().current());
    }

    void everythingIsSeenAtOnce() {
        test::AuditWindow at(auditedProject());
        at.openProject();
        const auto *dock = at.window().findChild<QDockWidget *>(QStringLiteral("audit"));
        const auto areAllSeen = [&] {
            for (const QWidget *widget : dock->findChildren<QWidget *>()) {
                const bool isPart = qobject_cast<const QPushButton *>(widget) != nullptr ||
                                    qobject_cast<const QLabel *>(widget) != nullptr ||
                                    qobject_cast<const QLineEdit *>(widget) != nullptr ||
                                    qobject_cast<const QComboBox *>(widget) != nullptr;
                if (!isPart || !widget->isVisible() || widget->parentWidget()->inherits("QAbstractSpinBox"))
                    continue;
                const QRect place(widget->mapTo(&at.window(), QPoint()), widget->size());
                QVERIFY2(at.window().rect().contains(place), qPrintable(widget->objectName()));
                QVERIFY2(widget->height() >= widget->minimumSizeHint().height(), qPrintable(widget->objectName()));
            }
        };
        at.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::qWait(100);
        QCOMPARE(at.window().size(), QSize(1280, 800));
        const auto *status = dock->findChild<QLabel *>(QStringLiteral("auditStatus"));
        QTRY_VERIFY(status->height() >= status->minimumSizeHint().height()); // laid out since its last text
        areAllSeen();
        for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures, AuditStage::ModelOutput}) {
            at.start(QStringLiteral("Ann"), stage);
            QTest::qWait(100);
            QCOMPARE(at.window().size(), QSize(1280, 800));
            areAllSeen();
            at.sitting().end();
        }
    }
};

TAGSCOPE_WINDOW_TEST(TestAudit)
#include "tst_audit.moc"
