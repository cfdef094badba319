// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/base/keys_dialog.h"
#include "ui/base/shortcuts.h"
#include "ui/clips/clip_list_view.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/main_window.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <set>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

std::unique_ptr<MainWindow> openKeysWindow() {
    auto window = std::make_unique<MainWindow>(test::syntheticSources());
    window->resize(1400, 900);
    window->show();
    if (!QTest::qWaitForWindowActive(window.get()))
        return nullptr;
    window->openMedia({"first.mp4", "second.mp4", "third.mp4"});
    const auto isShown = [&] { return window->findChild<ClipView *>()->isVisible(); };
    return QTest::qWaitFor(isShown) ? std::move(window) : nullptr;
}

QAction *actionOf(const MainWindow &window, const char *id) {
    for (QAction *action : window.findChildren<QAction *>())
        if (idOf(*action) == QLatin1String(id))
            return action;
    return nullptr;
}

int currentRow(const MainWindow &window) {
    return window.findChild<ClipListView *>()->currentIndex().row();
}

// Every entry of the menus, those of their submenus that are made once included.
void collect(const QMenu &menu, QList<QAction *> &entries) {
    for (QAction *action : menu.actions())
        if (action->menu() == nullptr && !action->isSeparator() && action->actionGroup() == nullptr)
            entries << action;
}

KeysDialog *openKeys(MainWindow &window) {
    QTest::keyClick(&window, Qt::Key_F2);
    auto *dialog = window.findChild<KeysDialog *>();
    return dialog != nullptr && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
}

QTableView *tableOf(const KeysDialog &dialog) {
    return dialog.findChild<QTableView *>(QStringLiteral("keyTable"));
}

// Searches for the text and chooses the first row that is found.
void chooseKey(const KeysDialog &dialog, const QString &text) {
    auto *search = dialog.findChild<QLineEdit *>(QStringLiteral("search"));
    search->setFocus();
    search->clear();
    QTest::keyClicks(search, text);
    QVERIFY(tableOf(dialog)->model()->rowCount() > 0);
    tableOf(dialog)->selectRow(0);
}

void press(const KeysDialog &dialog, const char *button) {
    QTest::mouseClick(dialog.findChild<QPushButton *>(QLatin1String(button)), Qt::LeftButton);
}

void typeKeys(const KeysDialog &dialog, const QKeySequence &keys) {
    dialog.findChild<QKeySequenceEdit *>(QStringLiteral("newKeys"))->setKeySequence(keys);
}

QString keysMessage(const KeysDialog &dialog) {
    return dialog.findChild<QLabel *>(QStringLiteral("message"))->text();
}

} // namespace

class TestWindowKeys : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void everyEntryHasAnIdOfItsOwn() {
        const MainWindow window(test::syntheticSources());
        std::set<QString> ids;
        QList<QAction *> entries;
        for (const QAction *top : window.menuBar()->actions())
            collect(*top->menu(), entries);
        QVERIFY(entries.size() > 20);
        for (const QAction *entry : entries) {
            QVERIFY2(!idOf(*entry).isEmpty(), qPrintable(entry->text()));
            QVERIFY2(ids.insert(idOf(*entry)).second, qPrintable(idOf(*entry)));
        }
    }

    // Keys that two entries react to start neither.
    void noTwoEntriesShareAKey() {
        const MainWindow window(test::syntheticSources());
        const std::vector<KeyEntry> entries = keyEntries(window);
        for (const KeyEntry &entry : entries)
            for (const QKeySequence &keys : entry.keys) {
                const std::vector<KeyEntry> others = conflictsWith(entries, entry, keys);
                QVERIFY2(others.empty(), qPrintable(entry.text + QStringLiteral(" / ") +
                                                    (others.empty() ? QString() : others.front().text)));
            }
    }

    void everyTableCanBeExportedByKey() {
        const MainWindow window(test::syntheticSources());
        for (const QAbstractItemView *view : window.findChildren<QAbstractItemView *>()) {
            if (qobject_cast<const QHeaderView *>(view) != nullptr || view->window() != &window)
                continue;
            const QList<QAction *> actions = view->actions();
            const bool isOffered = std::any_of(actions.begin(), actions.end(), [](const QAction *action) {
                return idOf(*action) == QStringLiteral("table.export");
            });
            QVERIFY2(isOffered, qPrintable(view->objectName()));
        }
    }

    void aLetterTypedIntoAFieldIsALetter() {
        const auto window = openKeysWindow();
        QVERIFY(window);
        auto *dock = new QDockWidget;
        auto *fields = new QWidget;
        QLineEdit line(fields);
        QPlainTextEdit text(fields);
        QSpinBox number(fields);
        QComboBox box(fields);
        box.addItems({QStringLiteral("audio"), QStringLiteral("network")});
        dock->setWidget(fields);
        window->addDockWidget(Qt::BottomDockWidgetArea, dock);
        dock->show();
        QCOMPARE(currentRow(*window), 0);
        for (QWidget *field : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&text),
                               static_cast<QWidget *>(&number), static_cast<QWidget *>(&box)}) {
            field->show();
            field->setFocus();
            QTRY_VERIFY(field->hasFocus());
            QTest::keyClick(field, 'n');
            QTest::keyClick(field, 'N', Qt::ShiftModifier);
            QCOMPARE(currentRow(*window), 0);
        }
        QCOMPARE(line.text(), QStringLiteral("nN"));
        QCOMPARE(text.toPlainText(), QStringLiteral("nN"));
        QCOMPARE(box.currentText(), QStringLiteral("network"));
        window->findChild<ClipListView *>()->setFocus();
        QTest::keyClick(window->findChild<ClipListView *>(), Qt::Key_N);
        QCOMPARE(currentRow(*window), 1);
    }

    void theSpaceBarPressesTheButtonItIsOn() {
        const auto window = openKeysWindow();
        QVERIFY(window);
        auto *button = new QPushButton(window.get());
        button->show();
        chooseKeys(*window, QStringLiteral("play.toggle"), {});
        giveKeys(*actionOf(*window, "clip.next"), QStringLiteral("clip.next"), {QKeySequence(Qt::Key_Space)});
        QSignalSpy pressed(button, &QPushButton::clicked);
        button->setFocus();
        QTRY_VERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(currentRow(*window), 0);
        window->findChild<ClipView *>()->setFocus();
        QTest::keyClick(window.get(), Qt::Key_Space);
        QCOMPARE(currentRow(*window), 1);
    }

    void keysAreFoundAndChanged() {
        auto window = openKeysWindow();
        QVERIFY(window);
        KeysDialog *dialog = openKeys(*window);
        QVERIFY(dialog);
        const QAbstractItemModelTester tester(dialog->findChild<KeyListModel *>());
        const int all = tableOf(*dialog)->model()->rowCount();
        QVERIFY(all > 25);
        chooseKey(*dialog, QStringLiteral("next clip"));
        QCOMPARE(tableOf(*dialog)->model()->rowCount(), 1);
        QCOMPARE(tableOf(*dialog)->model()->index(0, KeyListModel::Keys).data().toString(), QStringLiteral("N"));

        typeKeys(*dialog, QKeySequence(Qt::Key_F));
        QVERIFY2(keysMessage(*dialog).contains(QStringLiteral("Fit the clip")), qPrintable(keysMessage(*dialog)));
        press(*dialog, "assign");
        QCOMPARE(actionOf(*window, "clip.next")->shortcut(), QKeySequence(Qt::Key_F));
        QVERIFY(actionOf(*window, "view.fit")->shortcut().isEmpty());
        dialog->close();
        QTest::keyClick(window.get(), Qt::Key_F);
        QCOMPARE(currentRow(*window), 1);

        window = openKeysWindow(); // they are remembered
        QVERIFY(window);
        QCOMPARE(actionOf(*window, "clip.next")->shortcut(), QKeySequence(Qt::Key_F));
        QVERIFY(actionOf(*window, "view.fit")->shortcut().isEmpty());

        dialog = openKeys(*window);
        chooseKey(*dialog, QStringLiteral("fit the"));
        press(*dialog, "reset"); // takes F back
        QCOMPARE(actionOf(*window, "view.fit")->shortcut(), QKeySequence(Qt::Key_F));
        QVERIFY(actionOf(*window, "clip.next")->shortcut().isEmpty());
        press(*dialog, "resetAll");
        QCOMPARE(actionOf(*window, "clip.next")->shortcut(), QKeySequence(Qt::Key_N));
        QSettings settings;
        settings.beginGroup(QStringLiteral("shortcuts"));
        QVERIFY(settings.childKeys().isEmpty());
    }

    void anEntryCanBeWithoutAKey() {
        const auto window = openKeysWindow();
        QVERIFY(window);
        KeysDialog *dialog = openKeys(*window);
        chooseKey(*dialog, QStringLiteral("next clip"));
        press(*dialog, "noKey");
        QVERIFY(actionOf(*window, "clip.next")->shortcut().isEmpty());
        const QString shown = tableOf(*dialog)->model()->index(0, KeyListModel::Keys).data().toString();
        QVERIFY2(shown.contains(QStringLiteral("changed")), qPrintable(shown)); // not by bold letters alone
    }
};

TAGSCOPE_WINDOW_TEST(TestWindowKeys)
#include "tst_window_keys.moc"
