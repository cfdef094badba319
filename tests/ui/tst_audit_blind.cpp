// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/warnings.h"
#include "ui/base/text.h"
#include "ui/clips/project_clip_model.h"
#include "ui/playback/playback.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/labels_track.h"
#include "ui/tracks/track_stack.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <algorithm>

// What is hidden while somebody audits cannot be seen anywhere in the window.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

struct Seen {
    QString where;
    QString text;
};

void addTexts(std::vector<Seen> &seen, const QObject &object, const QString &where) {
    for (const char *name : {"text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis", "accessibleName",
                             "accessibleDescription", "placeholderText", "plainText", "currentText", "format"})
        if (const QString text = object.property(name).toString(); !text.isEmpty())
            seen.push_back({where + QLatin1Char('.') + QLatin1String(name), text});
}

void addCells(std::vector<Seen> &seen, const QAbstractItemModel &model, const QModelIndex &parent = {}) {
    for (int row = 0; row < model.rowCount(parent); ++row)
        for (int column = 0; column < model.columnCount(parent); ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::StatusTipRole, Qt::AccessibleTextRole})
                if (const QString text = model.index(row, column, parent).data(role).toString(); !text.isEmpty())
                    seen.push_back({QLatin1String(model.metaObject()->className()), text});
}

// Whether somebody can come to the entry: by a menu that opens from what is seen, or where it belongs to what is seen.
bool isWithinReach(const QAction &action) {
    for (const QObject *object : action.associatedObjects()) {
        const auto *menu = qobject_cast<const QMenu *>(object);
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (menu != nullptr ? isWithinReach(*menu->menuAction()) : widget != nullptr && widget->isVisible())
            return true;
    }
    return false;
}

// Of all that is on the screen, and of all entries that can be chosen.
std::vector<Seen> everythingSeen(const QWidget &window) {
    std::vector<Seen> seen;
    addTexts(seen, window, QStringLiteral("window"));
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        addTexts(seen, *widget,
                 QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName());
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view != nullptr && view->model() != nullptr)
            addCells(seen, *view->model());
    }
    for (const QAction *action : window.findChildren<QAction *>())
        if (action->isEnabled() && action->isVisible() && isWithinReach(*action))
            addTexts(seen, *action, QStringLiteral("entry ") + idOf(*action));
    return seen;
}

// The first of the texts that says one of the words.
QString betrayed(const std::vector<Seen> &seen, const QStringList &words) {
    for (const Seen &entry : seen)
        for (const QString &word : words)
            if (entry.text.contains(word, Qt::CaseInsensitive))
                return entry.where + QStringLiteral(": ") + entry.text;
    return {};
}

// A project of which much is known, and whose second annotator has judged all pairs.
std::shared_ptr<test::SyntheticProject> judgedProject() {
    auto source = std::make_shared<test::SyntheticProject>("/made/up.tagscope", test::ProjectMake{.clips = 30});
    std::vector<Verdict> said;
    const Result<ProjectContents> contents = readContents(source->project());
    for (const LabelledClip &clip : contents->clips)
        for (const int event : clip.labels)
            for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures, AuditStage::Adjudicated})
                said.push_back({clip.clip.id, event, stage, "Zebulon", VerdictValue::Neither, "Zebulons note", 0});
    static_cast<void>(source->project().addVerdicts(said));
    return source;
}

} // namespace

class TestAuditBlind : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void nothingIsSeenOfWhatIsHidden_data() {
        QTest::addColumn<int>("stage");
        QTest::newRow("sound") << static_cast<int>(AuditStage::Sound);
        QTest::newRow("pictures") << static_cast<int>(AuditStage::Pictures);
    }

    void nothingIsSeenOfWhatIsHidden() {
        QFETCH(const int, stage);
        test::AuditWindow at(judgedProject());
        at.openProject();
        QTRY_VERIFY(at.window().findChild<ClipView *>()->isVisible());
        ShownClip latest;
        QObject::connect(&at.window(), &MainWindow::clipShown, &at.window(),
                         [&](const ShownClip &shown) { latest = shown; });
        // What was open and would go on showing things.
        at.entry("panel.evaluation")->trigger();
        at.entry("panel.keyFrames")->trigger();
        at.key(Qt::Key_F2);
        at.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&at.window()));
        QStringList hidden{QStringLiteral("Zebulon"), QStringLiteral("clip-"), QStringLiteral("CRNN"),
                           QStringLiteral("margin"), QStringLiteral("threshold")};
        QStringList events;
        for (const EventClass &event : at.project().clips().classes())
            events << toText(event.name);
        QVERIFY(!betrayed(everythingSeen(at.window()), hidden).isEmpty()); // or the test could not fail
        QVERIFY(!betrayed(everythingSeen(at.window()), events).isEmpty());

        at.start(QStringLiteral("Ann"), static_cast<AuditStage>(stage));
        QStringList answered; // the answer that was given last stays to be read, with its event
        for (int pair = 0; pair < 4; ++pair) {
            QTRY_VERIFY(at.sitting().media() != nullptr);
            QTest::qWait(60);
            QStringList asked = answered; // of the clip, all labels of which are on its page
            for (const std::size_t place : at.sitting().page())
                asked << at.sitting().eventName(at.sitting().order().row(place).event);
            answered = {at.sitting().eventName(at.sitting().current()->event)};
            const auto isAsked = [&asked](const QString &event) {
                return std::ranges::any_of(
                    asked, [&event](const QString &one) { return one.contains(event, Qt::CaseInsensitive); });
            };
            QStringList now = hidden;
            for (const QString &event : events)
                if (!isAsked(event))
                    now << event;
            // An undone verdict of this stage may name the event that it was about.
            std::vector<Seen> seen = everythingSeen(at.window());
            std::erase_if(seen,
                          [](const Seen &entry) { return entry.where.startsWith(QStringLiteral("entry edit.")); });
            QVERIFY2(betrayed(seen, now).isEmpty(), qPrintable(betrayed(seen, now)));
            QVERIFY(latest.title.isEmpty() || !latest.title.contains(QStringLiteral("clip-")));
            QVERIFY(latest.concealed.isBare && !latest.labels && latest.analysis && !latest.analysis->audio &&
                    !latest.analysis->video && latest.analysis->events.empty());
            for (const Verdict &verdict : latest.annotations->verdicts)
                QCOMPARE(verdict.annotator, std::string("Ann"));
            QVERIFY(latest.annotations->presence.empty() && latest.annotations->regions.empty());
            // The tier for marking regions is there, and says nothing.
            auto *labels = at.window().findChild<LabelsTrack *>();
            QVERIFY(labels->hasLabels());
            QVERIFY(!labels->tierOf(at.sitting().current()->event).isEmpty());
            for (const int event : labels->rows())
                QVERIFY(event == at.sitting().current()->event || !labels->describe(event).isEmpty());
            for (const int event : labels->rows())
                QVERIFY2(!labels->describe(event).contains(QStringLiteral("label")) &&
                             !labels->describe(event).contains(QStringLiteral("tagged")),
                         qPrintable(labels->describe(event)));
            at.key(Qt::Key_1);
        }
        // Wherever a value could come from, it is not the entries' doing.
        for (const char *id : {"clip.next", "why.explain", "keyFrame.next", "project.analyseAll", "panel.why",
                               "panel.clips", "panel.evaluation", "panel.fusion", "track.activations", "track.labels",
                               "clip.exportTracks", "project.search", "project.regions", "project.export"})
            QVERIFY2(!at.entry(id)->isEnabled(), id);
        QCOMPARE(at.entry("panel.video")->isEnabled(), stage == static_cast<int>(AuditStage::Pictures));
        for (const TrackStack::Named &track : at.window().findChild<ClipView *>()->tracks().tracks()) {
            const bool isAllowed =
                track.id == QStringLiteral("waveform") || track.id == QStringLiteral("spectrogram") ||
                track.id == QStringLiteral("labels") ||
                (track.id == QStringLiteral("pictures") && stage == static_cast<int>(AuditStage::Pictures));
            QVERIFY2(track.frame->isVisible() == isAllowed, qPrintable(track.id)); // folded it is a line
        }
        for (const QDialog *dialog : at.window().findChildren<QDialog *>())
            QVERIFY(!dialog->isVisible());
        if (stage == static_cast<int>(AuditStage::Sound))
            QVERIFY(!at.window().findChild<Playback *>()->picture());
        // Somebody who knows how shows a dock all the same.
        auto *why = at.window().findChild<QDockWidget *>(QStringLiteral("why"));
        why->show();
        QTRY_VERIFY(!why->isVisible());
        at.entry("panel.why")->setEnabled(true);
        QVERIFY(!at.entry("panel.why")->isEnabled());
    }

    void whatWasHiddenIsGivenBack() {
        test::AuditWindow at(judgedProject());
        at.openProject();
        at.entry("panel.evaluation")->trigger();
        at.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        const auto state = [&at] {
            QStringList lines;
            for (const QDockWidget *dock : at.window().findChildren<QDockWidget *>())
                lines << dock->objectName() + (dock->isHidden() ? QStringLiteral(" hidden") : QStringLiteral(" shown"));
            for (const QAction *action : at.window().findChildren<QAction *>())
                if (const QString id = idOf(*action); !id.isEmpty() && !id.startsWith(QStringLiteral("edit.")))
                    lines << id + (action->isEnabled() ? QStringLiteral(" on") : QStringLiteral(" off"));
            lines.sort();
            return lines;
        };
        const QStringList before = state();
        for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures, AuditStage::ModelOutput}) {
            at.start(QStringLiteral("Ann"), stage);
            QVERIFY(state() != before);
            at.key(Qt::Key_E, Qt::ControlModifier);
            QVERIFY(!at.sitting().hasQueue());
            QCOMPARE(state(), before);
        }
    }

    void whatIsDroppedIsLockedAsInTheMenus() {
        test::AuditWindow at(judgedProject());
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        for (const char *file : {"/lists/labels.csv", "/lists/regions.TextGrid"}) {
            at.window().statusBar()->clearMessage();
            at.window().open({file});
            QVERIFY2(at.window().statusBar()->currentMessage().contains(QStringLiteral("session of the audit")), file);
        }
        for (const QDialog *dialog : at.window().findChildren<QDialog *>())
            QVERIFY2(!dialog->isVisible(), qPrintable(dialog->windowTitle()));
    }

    void theModelsOutputIsSeenWhereItMayBe() {
        test::AuditWindow at(judgedProject());
        at.openProject();
        ShownClip latest;
        QObject::connect(&at.window(), &MainWindow::clipShown, &at.window(),
                         [&](const ShownClip &shown) { latest = shown; });
        at.start(QStringLiteral("Ann"), AuditStage::ModelOutput);
        for (const char *id : {"project.regions", "project.export"}) // what others said
            QVERIFY2(!at.entry(id)->isEnabled(), id);
        for (int pair = 0; pair < 3; ++pair) {
            const SittingRow row = *at.sitting().current();
            QTRY_VERIFY(latest.clip == row.clip && latest.analysis && latest.analysis->audio);
            QVERIFY(latest.labels && latest.concealed == Concealed());
            for (const Verdict &verdict : latest.annotations->verdicts) // of others nothing, so that all are comparable
                QCOMPARE(verdict.annotator, std::string("Ann"));
            at.key(Qt::Key_3);
        }
        QVERIFY(at.window().findChild<QDockWidget *>(QStringLiteral("why"))->isVisible());
        QVERIFY(!at.window().findChild<QDockWidget *>(QStringLiteral("clips"))->isVisible());
    }
};

TAGSCOPE_WINDOW_TEST(TestAuditBlind)
#include "tst_audit_blind.moc"
