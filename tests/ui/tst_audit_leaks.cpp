// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/warnings.h"

#include "ui/audit/asked_answers.h"
#include "ui/base/recent_files.h"
#include "ui/base/text.h"
#include "ui/clips/project_clip_model.h"
#include "ui/playback/playback.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolTip>
#include <QUndoStack>
#include <functional>
#include <set>

// The less usual ways to find out what is hidden before a verdict: what is said of recordings that fail, what is
// undone, what a screen reader reads, and what appears under the pointer.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

std::shared_ptr<test::SyntheticProject> leakProject() {
    return std::make_shared<test::SyntheticProject>("/made/up.tagscope", test::ProjectMake{.clips = 30});
}

// All that a screen reader comes to: of what cannot be seen it says nothing.
void addSpoken(QStringList &spoken, QAccessibleInterface &at, int depth) {
    const QAccessible::State state = at.state();
    if (depth > 0 && (state.invisible || !at.isValid()))
        return;
    for (const QAccessible::Text kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        if (const QString text = at.text(kind); !text.isEmpty())
            spoken << text;
    for (int i = 0; i < at.childCount(); ++i)
        if (QAccessibleInterface *child = at.child(i); child != nullptr && depth < 40)
            addSpoken(spoken, *child, depth + 1);
}

QStringList spokenIn(QWidget &window) {
    QStringList spoken;
    addSpoken(spoken, *QAccessible::queryAccessibleInterface(&window), 0);
    return spoken;
}

// What appears where somebody leaves the pointer, at some places of each widget.
QStringList pointedAt(const QWidget &window) {
    QStringList shown;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        for (int i = 1; i < 8; ++i) {
            const QPoint at(widget->width() * i / 8, widget->height() * i / 8);
            QToolTip::hideText();
            QHelpEvent asked(QEvent::ToolTip, at, widget->mapToGlobal(at));
            QApplication::sendEvent(widget, &asked);
            if (const QString text = QToolTip::text(); !text.isEmpty())
                shown << text;
            if (const QString text = widget->toolTip(); !text.isEmpty())
                shown << text;
        }
    }
    QToolTip::hideText();
    return shown;
}

QString saidWith(const QStringList &texts, const QString &word) {
    for (const QString &text : texts)
        if (text.contains(word, Qt::CaseInsensitive))
            return text;
    return {};
}

} // namespace

class TestAuditLeaks : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    // Errors' own words name files, and these the clip and often its event.
    void aRecordingThatFailsNamesNoFile() {
        for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures}) {
            const auto broken = [](const std::filesystem::path &media) {
                return fail(Error::Kind::Malformed, {"media.no_memory_to_open", media});
            };
            Sources sources = test::AuditWindow::sourcesOf(leakProject());
            sources.decodeSound = [broken](const std::filesystem::path &media, Seconds, Seconds, const ReceiveSamples &,
                                           const std::stop_token &) -> Result<std::vector<Message>> {
                return broken(media);
            };
            sources.thumbnails = [broken](const std::filesystem::path &media, Seconds, const std::vector<Seconds> &,
                                          int, const std::stop_token &) -> Result<std::vector<RgbImage>> {
                return broken(media);
            };
            const auto sound = sources.playback.sound;
            sources.playback.sound = [broken](const std::filesystem::path &media, int,
                                              const std::stop_token &) -> decltype(sound(media, 0, {})) {
                return broken(media);
            };
            test::AuditWindow at(sources);
            at.openProject();
            at.start(QStringLiteral("Ann"), stage);
            const QString name = toText((*at.sitting().media())->stem());
            QVERIFY(name.size() > 3);
            auto *playback = at.window().findChild<Playback *>();
            QTRY_VERIFY(!playback->soundNote().isEmpty());
            QTest::qWait(400);
            QVERIFY2(saidWith(spokenIn(at.window()), name).isEmpty(),
                     qPrintable(saidWith(spokenIn(at.window()), name)));
            QVERIFY2(saidWith(pointedAt(at.window()), name).isEmpty(),
                     qPrintable(saidWith(pointedAt(at.window()), name)));
            QVERIFY2(!playback->soundNote().contains(name) && !playback->pictureNote().contains(name),
                     qPrintable(playback->soundNote() + playback->pictureNote()));
        }
    }

    // Neither what was open before nor a dialog for media, both of which name files.
    void noOtherMediaAreNamedOrOpened() {
        const QString named = QStringLiteral("/media/clip-0003_Siren.wav");
        RecentFiles::media().add({named});
        RecentFiles::projects().add({QStringLiteral("/media/Siren.tagscope")});
        test::AuditWindow at(leakProject());
        at.openProject();
        const auto hasEntry = [&] {
            return std::ranges::any_of(at.window().findChildren<QAction *>(), [](const QAction *action) {
                return action->text().contains(QStringLiteral("Siren"));
            });
        };
        QVERIFY(hasEntry() && at.entry("file.openMedia")->isEnabled());
        for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures}) {
            at.start(QStringLiteral("Ann"), stage);
            QVERIFY(!hasEntry());
            QVERIFY(!at.entry("file.openMedia")->isEnabled() && !at.entry("file.openDemo")->isEnabled());
            at.key(Qt::Key_E, Qt::ControlModifier);
            QVERIFY(hasEntry() && at.entry("file.openMedia")->isEnabled());
        }
    }

    void nothingFromBeforeIsUndone() {
        const auto source = leakProject();
        test::AuditWindow at(source);
        at.openProject();
        QUndoStack &undo = at.project().document().undo();
        for (const char *text : {"label of clip-0003", "threshold of Siren"})
            undo.push(new QUndoCommand(QLatin1String(text)));
        undo.undo();
        QVERIFY(at.entry("edit.undo")->text().contains(QStringLiteral("clip-0003")));
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        const auto namesNothing = [&] {
            return !at.entry("edit.undo")->text().contains(QStringLiteral("clip-")) &&
                   !at.entry("edit.redo")->text().contains(QStringLiteral("Siren"));
        };
        QVERIFY(namesNothing() && !at.entry("edit.undo")->isEnabled() && !at.entry("edit.redo")->isEnabled());
        at.key(Qt::Key_Z, Qt::ControlModifier);
        at.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(undo.index(), 1);
        at.key(Qt::Key_1);
        QVERIFY(at.entry("edit.undo")->isEnabled() && undo.index() == 2);
        at.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(undo.index() == 1 && namesNothing() && !at.entry("edit.undo")->isEnabled());
        QVERIFY(at.entry("edit.redo")->isEnabled()); // the own verdict
        at.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.index(), 1);
        at.key(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(at.entry("edit.undo")->isEnabled());
        QVERIFY(at.entry("edit.undo")->text().contains(QStringLiteral("clip-0003")));
    }

    // Also in windows of their own, and of what is drawn rather than written.
    void aScreenReaderAndThePointerSayNoMore() {
        test::AuditWindow at(leakProject());
        at.openProject();
        at.entry("panel.evaluation")->trigger();
        QVERIFY(!saidWith(spokenIn(at.window()), QStringLiteral("clip-")).isEmpty()); // or the test could not fail
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        for (int pair = 0; pair < 3; ++pair) {
            QTRY_VERIFY(at.sitting().media() != nullptr);
            QTest::qWait(60);
            QStringList said = spokenIn(at.window()) + pointedAt(at.window());
            for (QWidget *other : QApplication::topLevelWidgets())
                if (other != &at.window() && other->isVisible())
                    said += spokenIn(*other) + pointedAt(*other) + QStringList{other->windowTitle()};
            said << at.window().windowTitle() << at.window().windowFilePath() << at.window().windowIconText();
            for (const char *word : {"clip-", "CRNN"})
                QVERIFY2(saidWith(said, QLatin1String(word)).isEmpty(),
                         qPrintable(saidWith(said, QLatin1String(word))));
            at.key(Qt::Key_1);
        }
        QVERIFY(!at.entry("help.report")->isEnabled()); // it names files
        QVERIFY(at.entry("help.help")->isEnabled() && at.entry("help.keys")->isEnabled());
    }

    // Every control has a name that a screen reader says, and all is done with one hand on the numeric pad.
    void aSittingIsDoneByNameAndWithOneHand() {
        const auto source = leakProject();
        test::AuditWindow at(source);
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        QStringList nameless;
        const std::function<void(QAccessibleInterface &)> walk = [&](QAccessibleInterface &from) {
            if (from.state().invisible)
                return;
            static const std::set<QAccessible::Role> kControls{
                QAccessible::PushButton,   QAccessible::CheckBox,    QAccessible::RadioButton, QAccessible::ComboBox,
                QAccessible::EditableText, QAccessible::Slider,      QAccessible::SpinBox,     QAccessible::Table,
                QAccessible::List,         QAccessible::ProgressBar, QAccessible::ButtonMenu};
            if (kControls.contains(from.role()) && from.text(QAccessible::Name).trimmed().isEmpty())
                nameless << (from.object() != nullptr ? QLatin1String(from.object()->metaObject()->className()) +
                                                            QLatin1Char(' ') + from.object()->objectName()
                                                      : QStringLiteral("?"));
            for (int i = 0; i < from.childCount(); ++i)
                if (QAccessibleInterface *child = from.child(i))
                    walk(*child);
        };
        walk(*QAccessible::queryAccessibleInterface(&at.window()));
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
        // What has the keys is called as what is asked: a screen reader says its new names.
        const auto *focus = QApplication::focusWidget();
        QVERIFY(focus != nullptr && focus->accessibleName().contains(QStringLiteral("Is it heard?")));
        // The keys of the pad are those of the row of digits.
        for (const Qt::Key pressed : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
            const std::size_t done = at.sitting().order().done();
            QTRY_VERIFY(at.sitting().media() != nullptr);
            at.key(pressed, Qt::KeypadModifier);
            QCOMPARE(at.sitting().order().done(), done + 1);
            QVERIFY(QApplication::focusWidget()->accessibleName().contains(
                at.sitting().eventName(at.sitting().current()->event)));
        }
        QTRY_COMPARE(source->project().verdictHistory()->size(), std::size_t{3});
        QVERIFY(source->project().verdictHistory()->back().value == offeredAt(AuditStage::Sound)[2]);
    }
};

TAGSCOPE_WINDOW_TEST(TestAuditLeaks)
#include "tst_audit_leaks.moc"
