// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "ui/base/number_box.h"
#include "ui/base/shortcuts.h"
#include "ui/clips/start_page.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/main_window.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QWheelEvent>

// Keys, wheels and numbers as hands give them.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

QAction *actionCalled(const MainWindow &window, const QString &id) {
    for (QAction *action : window.findChildren<QAction *>())
        if (idOf(*action) == id)
            return action;
    return nullptr;
}

// In front of those that share its place.
bool isInFront(const QDockWidget &dock) {
    return dock.isVisible() && !dock.visibleRegion().isEmpty();
}

// Whoever does not want it leaves it to whom they lie in, as the application does for those of a real wheel.
void turnWheel(QWidget &widget, int delta) {
    const QPointF at = widget.rect().center();
    for (QWidget *under = &widget; under != nullptr; under = under->parentWidget()) {
        QWheelEvent event(at, under->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        if (QApplication::sendEvent(under, &event) && event.isAccepted())
            return;
    }
}

void type(NumberBox &box, const QString &text) {
    box.setFocus();
    box.selectAll();
    QTest::keyClicks(&box, text);
    QTest::keyClick(&box, Qt::Key_Return);
}

} // namespace

class TestHands : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        QSettings().clear();
        window_ = std::make_unique<MainWindow>(test::syntheticSources()); // its guards watch the application
        window_->resize(1400, 900);
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }

    void cleanup() { window_.reset(); }

    void returnChoosesInTheListOfABox() {
        QComboBox box;
        box.addItems({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
            box.setCurrentIndex(0);
            box.showPopup();
            QTRY_VERIFY(box.view()->isVisible());
            QTest::keyClick(box.view(), Qt::Key_Down);
            QTest::keyClick(box.view(), key);
            QCOMPARE(box.currentIndex(), 1);
            QTRY_VERIFY(!box.view()->isVisible());
        }
        box.showPopup();
        QTest::keyClick(box.view(), Qt::Key_Down);
        QTest::keyClick(box.view(), Qt::Key_Escape);
        QCOMPARE(box.currentIndex(), 1);
    }

    void returnChoosesInTheOtherPopups() {
        QMenu menu;
        int chosen = 0;
        menu.addAction(QStringLiteral("first"), [&] { chosen = 1; });
        menu.addAction(QStringLiteral("second"), [&] { chosen = 2; });
        menu.popup({10, 10});
        QTRY_VERIFY(menu.isVisible());
        QTest::keyClick(&menu, Qt::Key_Down);
        QTest::keyClick(&menu, Qt::Key_Down);
        QTest::keyClick(&menu, Qt::Key_Return);
        QCOMPARE(chosen, 2);

        QLineEdit line;
        QCompleter completer({QStringLiteral("dog"), QStringLiteral("door")});
        line.setCompleter(&completer);
        line.show();
        QVERIFY(QTest::qWaitForWindowExposed(&line));
        line.setFocus();
        QTest::keyClicks(&line, QStringLiteral("do"));
        QTRY_VERIFY(completer.popup()->isVisible());
        QTest::keyClick(completer.popup(), Qt::Key_Down);
        QTest::keyClick(completer.popup(), Qt::Key_Return);
        QCOMPARE(line.text(), QStringLiteral("dog"));

        QDateEdit date(QDate(2026, 1, 10));
        date.setCalendarPopup(true);
        date.show();
        QVERIFY(QTest::qWaitForWindowExposed(&date));
        QTest::mouseClick(&date, Qt::LeftButton, {}, QPoint(date.width() - 8, date.height() / 2));
        QTRY_VERIFY(date.calendarWidget()->isVisible());
        QWidget *days = date.calendarWidget()->findChild<QAbstractItemView *>();
        QTest::keyClick(days, Qt::Key_Right);
        QTest::keyClick(days, Qt::Key_Return);
        QTRY_COMPARE(date.date(), QDate(2026, 1, 11));
    }

    void whatStoresSomethingHappensOnceAPress() {
        int checked = 0;
        for (const QAction *action : window_->findChildren<QAction *>()) {
            const QString id = idOf(*action);
            if (id.isEmpty())
                continue;
            ++checked;
            const bool looks = id.startsWith(QStringLiteral("clip.next")) ||
                               id.startsWith(QStringLiteral("clip.prev")) || id.startsWith(QStringLiteral("event.")) ||
                               id.startsWith(QStringLiteral("keyFrame.")) ||
                               id.startsWith(QStringLiteral("picture.")) || id.startsWith(QStringLiteral("view.")) ||
                               id.startsWith(QStringLiteral("speed."));
            QVERIFY2(action->autoRepeat() == looks, qPrintable(id));
        }
        QVERIFY(checked > 60);
    }

    void theSearchDoesNotTakeTheKeysAfterAStart() {
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) == nullptr);
        Sources sources = test::syntheticSources();
        sources.openProject = test::openSyntheticProject;
        window_ = std::make_unique<MainWindow>(sources);
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        window_->openProject("/project/street.tagscope");
        QTRY_VERIFY(window_->windowTitle().contains(QStringLiteral("clip-4")));
        QTRY_VERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N); // a letter of the window, not of a field
        QTRY_VERIFY(window_->windowTitle().contains(QStringLiteral("clip-5")));
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) == nullptr);
    }

    void returnPressesTheStartPagesButtons() {
        auto *page = window_->findChild<StartPage *>();
        for (auto *button : page->findChildren<QPushButton *>()) {
            page->disconnect(); // what they ask for opens dialogs
            const QSignalSpy pressed(button, &QPushButton::clicked);
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Return);
            QCOMPARE(pressed.count(), 1);
        }
    }

    void altAndALetterOpenTheMenuWhateverButtonHasIt_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("menu");
        QTest::newRow("R") << static_cast<int>(Qt::Key_R) << QStringLiteral("regions");
        QTest::newRow("P") << static_cast<int>(Qt::Key_P) << QStringLiteral("project");
        QTest::newRow("E") << static_cast<int>(Qt::Key_E) << QStringLiteral("edit");
    }

    void altAndALetterOpenTheMenuWhateverButtonHasIt() {
        QFETCH(const int, key);
        QFETCH(const QString, menu);
        auto *button = new QPushButton(QStringLiteral("&") + QChar(key), window_->centralWidget());
        button->show();
        const QSignalSpy pressed(button, &QPushButton::clicked);
        button->setFocus();
        QTest::keyClick(button, static_cast<Qt::Key>(key), Qt::AltModifier);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QCOMPARE(QApplication::activePopupWidget()->objectName(), menu);
        QCOMPARE(pressed.count(), 0);
    }

    // The keys of layouts that are no Latin ones, or have their digits behind Shift, as X11 and Wayland report them.
    void keysCountByTheirPlace_data() {
        QTest::addColumn<int>("said");
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QKeySequence>("keys");
        QTest::newRow("French 1") << static_cast<int>(Qt::Key_Ampersand) << 10 << QStringLiteral("&") << 0
                                  << QKeySequence(Qt::Key_1);
        QTest::newRow("French 2") << static_cast<int>(Qt::Key_Eacute) << 11 << QStringLiteral("é") << 0
                                  << QKeySequence(Qt::Key_2);
        QTest::newRow("Russian N") << 0x0422 << 57 << QStringLiteral("т") << 0 << QKeySequence(Qt::Key_N);
        QTest::newRow("Greek Ctrl+O") << 0x039f << 32 << QString() << static_cast<int>(Qt::ControlModifier)
                                      << QKeySequence(Qt::CTRL | Qt::Key_O);
        QTest::newRow("Ctrl and +") << static_cast<int>(Qt::Key_Equal) << 21 << QString()
                                    << static_cast<int>(Qt::ControlModifier) << QKeySequence(Qt::CTRL | Qt::Key_Plus);
    }

    void keysCountByTheirPlace() {
        QFETCH(const int, said);
        QFETCH(const int, place);
        QFETCH(const QString, text);
        QFETCH(const int, modifiers);
        QFETCH(const QKeySequence, keys);
        for (QAction *action : window_->findChildren<QAction *>())
            if (action->shortcuts().contains(keys))
                action->setShortcuts(QList<QKeySequence>());
        auto *started = new QAction(window_.get());
        started->setShortcut(keys);
        window_->addAction(started);
        const QSignalSpy starts(started, &QAction::triggered);
        auto *search = new QLineEdit(window_->centralWidget());
        auto *plain = new QWidget(window_->centralWidget());
        plain->setFocusPolicy(Qt::StrongFocus);
        search->show();
        plain->show();
        const auto press = [&](QWidget &widget) {
            widget.setFocus();
            for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress}) {
                QKeyEvent event(type, said, Qt::KeyboardModifiers(modifiers), static_cast<quint32>(place), 0, 0, text);
                QApplication::sendEvent(&widget, &event);
            }
        };
        press(*plain);
        QCOMPARE(starts.count(), 1);
        if (modifiers == 0) {
            press(*search); // what is typed is what the layout says
            QCOMPARE(search->text(), text);
            QCOMPARE(starts.count(), 1);
        }
    }

    void aPanelComesToTheFront() {
        const auto dockOf = [this](const char *name) { return window_->findChild<QDockWidget *>(QLatin1String(name)); };
        QDockWidget *fusion = dockOf("fusion");
        QDockWidget *jobs = dockOf("jobs");
        QAction *toFusion = actionCalled(*window_, QStringLiteral("panel.fusion"));
        QAction *toJobs = actionCalled(*window_, QStringLiteral("panel.jobs"));
        for (const QDockWidget *dock : {fusion, jobs})
            if (dock->isVisible())
                (dock == fusion ? toFusion : toJobs)->trigger();
        window_->tabifyDockWidget(fusion, jobs);
        toFusion->trigger();
        QTRY_VERIFY(isInFront(*fusion));
        toJobs->trigger();
        QTRY_VERIFY(isInFront(*jobs) && !isInFront(*fusion));
        toFusion->trigger(); // it is open, but behind
        QTRY_VERIFY(isInFront(*fusion));
        toFusion->trigger(); // it is seen
        QTRY_VERIFY(!fusion->isVisible());
    }

    void typedNumbersAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number"); // below 0: none
        for (const auto &[text, number] : {std::pair{"0.001", 0.001},
                                           {"0,001", 0.001},
                                           {"1e-3", 0.001},
                                           {"1,5E-3", 0.0015},
                                           {" 12 ", 12.0},
                                           {"1 000", 1000.0},
                                           {".5", 0.5},
                                           {"1.000,5", -1.0},
                                           {"1,000,000", -1.0},
                                           {"nan", -1.0},
                                           {"inf", -1.0},
                                           {"1e999", -1.0},
                                           {"a", -1.0},
                                           {"", -1.0}})
            QTest::newRow(text) << QString::fromLatin1(text) << number;
    }
    void typedNumbersAreRead() {
        QFETCH(const QString, text);
        QFETCH(const double, number);
        QCOMPARE(typedNumber(text), number < 0 ? std::nullopt : std::optional(number));
        for (const QLocale::Language language : {QLocale::German, QLocale::English, QLocale::French}) {
            NumberBox box;
            box.setLocale(QLocale(language));
            box.setDecimals(5);
            box.setRange(0, 2000);
            box.setValue(7);
            box.show();
            QVERIFY(QTest::qWaitForWindowExposed(&box));
            type(box, text);
            QCOMPARE(box.value(), number < 0 ? 7.0 : number);
        }
    }

    void aNumberOutOfRangeIsTheNearest() {
        NumberBox box;
        box.setDecimals(2);
        box.setRange(0, 1);
        box.setSuffix(QStringLiteral(" s"));
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        type(box, QStringLiteral("3"));
        QCOMPARE(box.value(), 1.0);
        type(box, QStringLiteral("0,25"));
        QCOMPARE(box.value(), 0.25);
    }

    void theWheelScrollsAFormAndSetsNothing() {
        QScrollArea area;
        auto *form = new QWidget;
        auto *rows = new QVBoxLayout(form);
        auto *count = new QSpinBox;
        auto *number = new NumberBox;
        auto *choice = new QComboBox;
        choice->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        auto *slider = new QSlider(Qt::Horizontal);
        for (QWidget *widget : {static_cast<QWidget *>(count), static_cast<QWidget *>(number),
                                static_cast<QWidget *>(choice), static_cast<QWidget *>(slider)})
            rows->addWidget(widget);
        form->setMinimumHeight(2000);
        area.setWidget(form);
        area.setWidgetResizable(true);
        area.resize(300, 200);
        area.show();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        area.setFocus();
        count->setValue(40);
        choice->setCurrentIndex(1);
        slider->setValue(50);
        for (QWidget *widget : form->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            const int before = area.verticalScrollBar()->value();
            turnWheel(*widget, -120);
            QVERIFY(area.verticalScrollBar()->value() > before);
            QVERIFY(!widget->hasFocus());
            area.verticalScrollBar()->setValue(0);
        }
        QCOMPARE(count->value(), 40);
        QCOMPARE(choice->currentIndex(), 1);
        QCOMPARE(slider->value(), 50);
        count->setFocus();
        turnWheel(*count, -120);
        QCOMPARE(count->value(), 39);
    }

    void aProjectsPointJudgesItsOwnClipsOnly() {
        Sources sources = test::syntheticSources();
        sources.openProject = test::openSyntheticProject;
        window_ = std::make_unique<MainWindow>(sources);
        window_->show();
        std::shared_ptr<const ClipAnalysis> shown;
        bool isOfProject = false;
        connect(window_.get(), &MainWindow::clipShown, this, [&](const ShownClip &clip) {
            shown = clip.analysis;
            isOfProject = clip.clip.has_value();
        });
        window_->openMedia({"beside.mp4"});
        QTRY_VERIFY(shown && !isOfProject);
        const OperatingPoint own = shown->settings.operatingPoint;
        window_->openProject("/project/street.tagscope");
        QTRY_VERIFY(shown && isOfProject && shown->settings.operatingPoint.threshold.front() == 0.6);
        window_->openMedia({"beside.mp4"});
        QTRY_VERIFY(shown && !isOfProject);
        QVERIFY(shown->settings.operatingPoint == own && own.threshold.front() != 0.6);
    }
};

TAGSCOPE_WINDOW_TEST(TestHands)
#include "tst_hands.moc"
