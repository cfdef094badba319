// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_hash.h"
#include "tests/support/qt_test.h"
#include "tests/ui/held_project.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/base/recent_files.h"
#include "ui/base/work_dialog.h"
#include "ui/clips/clip_list_model.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_clips.h"
#include "ui/clips/project_panel.h"
#include "ui/clips/start_page.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>
#include <span>

// Documents: new projects, imports, drops, media that moved, undo, and the next start.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

Sources documentSources(const test::ProjectMake &make = {}) {
    Sources sources = test::syntheticSources();
    sources.openProject = [make](const std::filesystem::path &file, const std::stop_token &) {
        return Result<std::shared_ptr<ClipAnalyst>>(std::make_shared<test::SyntheticProject>(file, make));
    };
    return sources;
}

QAction *entryOf(const MainWindow &window, const QString &text) {
    for (QAction *action : window.findChildren<QAction *>())
        if (action->text().remove(QLatin1Char('&')).contains(text))
            return action;
    return nullptr;
}

void dropFiles(MainWindow &window, const QStringList &files) {
    QList<QUrl> urls;
    for (const QString &file : files)
        urls << QUrl::fromLocalFile(file);
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &event);
}

QString outcomeOf(const WorkDialog &dialog) {
    const auto *text = dialog.findChild<QPlainTextEdit *>(QStringLiteral("outcome"));
    return text->isVisible() ? text->toPlainText() : QString();
}

void pressButton(const WorkDialog &dialog, const QString &button) {
    QTest::mouseClick(dialog.findChild<QPushButton *>(button), Qt::LeftButton);
}

void closeDialog(const WorkDialog &dialog) {
    QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Close), Qt::LeftButton);
}

// Three clips that the synthetic project does not have, and one that it has in another split.
QString listIn(const QTemporaryDir &folder) {
    QFile file(folder.filePath(QStringLiteral("labels.csv")));
    const bool isOpen = file.open(QIODevice::WriteOnly);
    file.write("path,labels,split\nx.mp4,Bus,test\ny.mp4,,test\nz.mp4,,test\nclip-0.mp4,,elsewhere\n");
    return isOpen ? file.fileName() : QString();
}

bool isShowing(const MainWindow &window) {
    const auto *view = window.findChild<ClipView *>();
    return view != nullptr && view->isVisible();
}

// Once the next dialog of this type is there.
template <class Dialog>
void whenAsked(const std::function<void(Dialog &)> &answer) {
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, qApp, [timer, answer] {
        auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return;
        timer->stop();
        timer->deleteLater();
        answer(*dialog);
    });
    timer->start(10);
}

} // namespace

class TestDocuments : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() {
        test::useOwnSettings(settings_);
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void aNewProjectIsMadeAndOpened() {
        const QTemporaryDir folder;
        MainWindow window(documentSources());
        window.show();
        entryOf(window, QStringLiteral("New project"))->trigger();
        WorkDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window.findChild<WorkDialog *>()) != nullptr);
        QVERIFY(dialog != nullptr && dialog->isVisible());
        pressButton(*dialog, QStringLiteral("start")); // not ready: said in the dialog
        QVERIFY(outcomeOf(*dialog).contains(QStringLiteral("Choose a file")));
        dialog->findChild<QLineEdit *>(QStringLiteral("newProjectFile"))
            ->setText(folder.filePath(QStringLiteral("made")));
        auto *kind = dialog->findChild<QComboBox *>(QStringLiteral("newProjectClasses"));
        kind->setCurrentText(QStringLiteral("Typed in"));
        pressButton(*dialog, QStringLiteral("start"));
        QVERIFY(outcomeOf(*dialog).contains(QStringLiteral("at least one event")));
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("newProjectClassNames"))
            ->setPlainText(QStringLiteral("Dog\n\n Rain "));
        pressButton(*dialog, QStringLiteral("start"));
        QTRY_VERIFY(outcomeOf(*dialog).contains(QStringLiteral("made.tagscope has been created")));
        QTRY_COMPARE(RecentFiles::projects().files(), QStringList{folder.filePath(QStringLiteral("made.tagscope"))});
        closeDialog(*dialog);
        QTRY_VERIFY(window.findChild<WorkDialog *>() == nullptr);
    }

    void aDroppedListIsImportedIntoTheOpenProject() {
        MainWindow window(documentSources());
        window.show();
        window.openProject("/project/street.tagscope");
        QTRY_VERIFY(isShowing(window));
        auto *model = window.findChild<ProjectClipModel *>();
        QCOMPARE(model->allClips(), std::size_t{20});
        const std::optional<ClipId> shown = window.findChild<ProjectPanel *>()->currentClip();
        const QTemporaryDir folder;
        const QString list = listIn(folder);
        dropFiles(window, {list});
        WorkDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window.findChild<WorkDialog *>()) != nullptr);
        QCOMPARE(dialog->findChild<QListWidget *>(QStringLiteral("importLists"))->item(0)->text(), list);
        pressButton(*dialog, QStringLiteral("start"));
        QTRY_VERIFY(outcomeOf(*dialog).contains(QStringLiteral("Clips added: 3")));
        QVERIFY(outcomeOf(*dialog).contains(QStringLiteral("1 clips are in a different split")));
        QTRY_COMPARE(model->allClips(), std::size_t{23});
        QCOMPARE(window.findChild<ProjectPanel *>()->currentClip(), shown); // stays where it was
        closeDialog(*dialog);
        entryOf(window, QStringLiteral("Undo"))->trigger();
        QTRY_COMPARE(model->allClips(), std::size_t{20});
        entryOf(window, QStringLiteral("Redo"))->trigger();
        QTRY_COMPARE(model->allClips(), std::size_t{23});
        QCOMPARE(window.findChild<ProjectPanel *>()->currentClip(), shown);
    }

    void anImportCanBeCancelled() {
        MainWindow window(documentSources());
        window.show();
        window.openProject("/project/street.tagscope");
        QTRY_VERIFY(isShowing(window));
        const QTemporaryDir folder;
        dropFiles(window, {listIn(folder)});
        WorkDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window.findChild<WorkDialog *>()) != nullptr);
        {
            const test::HeldProject held(window.findChild<ProjectClips *>()->document().project()->analyst->project());
            pressButton(*dialog, QStringLiteral("start"));
            QVERIFY(dialog->isWorking());
            closeDialog(*dialog); // "Cancel" while it works
        }
        QTRY_VERIFY(outcomeOf(*dialog).contains(QStringLiteral("Nothing was changed")));
        QCOMPARE(window.findChild<ProjectClipModel *>()->allClips(), std::size_t{20});
        closeDialog(*dialog);
    }

    void aDroppedListWithoutAProjectOffersANewOne() {
        MainWindow window(documentSources());
        window.show();
        dropFiles(window, {QStringLiteral("/lists/labels.csv")});
        WorkDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window.findChild<WorkDialog *>()) != nullptr);
        QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("newProjectFile")) != nullptr);
        QCOMPARE(dialog->findChild<QListWidget *>(QStringLiteral("importLists"))->count(), 1);
        closeDialog(*dialog);
    }

    void aDroppedFolderIsLookedThrough() {
        MainWindow window(documentSources());
        window.show();
        const QTemporaryDir folder;
        dropFiles(window, {folder.path()});
        auto *clips = window.findChild<ClipListModel *>();
        QTRY_COMPARE(clips->rowCount(), 2);
        QCOMPARE(clips->title(1), QStringLiteral("b.wav"));
    }

    void mediaThatMovedAreFoundAndTheFindingIsUndone() {
        MainWindow window(documentSources());
        window.show();
        window.openProject("/project/street.tagscope");
        QTRY_VERIFY(isShowing(window));
        auto *model = window.findChild<ProjectClipModel *>();
        auto *undo = entryOf(window, QStringLiteral("Undo"));
        QVERIFY(model->progress(10).state == ClipProgress::State::Missing && !undo->isEnabled());
        const QTemporaryDir folder;
        Project &project = window.findChild<ProjectClips *>()->document().project()->analyst->project();
        const std::filesystem::path gone = project.file().parent_path() / "gone";
        for (const ClipId clip : {10, 20}) {
            const FoundMedia before{clip, gone / std::to_string(clip), Seconds(0)};
            QVERIFY(project.setFoundMedia(std::span(&before, 1)));
            QVERIFY(project.setMediaHash(before.media, sha256Of(std::to_string(clip))));
            QFile renamed(folder.filePath(QStringLiteral("renamed-%1.mp4").arg(clip)));
            QVERIFY(renamed.open(QIODevice::WriteOnly) && renamed.write(QByteArray::number(qint64{clip})) == 2);
        }
        whenAsked<QFileDialog>([&folder](QFileDialog &dialog) {
            dialog.setDirectory(folder.path());
            dialog.selectFile(folder.path());
            static_cast<QDialog &>(dialog).done(QDialog::Accepted);
        });
        entryOf(window, QStringLiteral("Locate missing media"))->trigger();
        WorkDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window.findChild<WorkDialog *>()) != nullptr);
        QTRY_VERIFY(outcomeOf(*dialog).contains(QStringLiteral("found: 2, 2 of them by their content")));
        closeDialog(*dialog);
        const auto media = [model] { return model->find(10)->clip.media; };
        const auto found = std::filesystem::path(folder.path().toStdString()) / "renamed-10.mp4";
        QTRY_COMPARE(media(), found);
        QVERIFY(undo->text().contains(QStringLiteral("relocating media")));
        undo->trigger();
        QTRY_COMPARE(media(), gone / "10");
        QVERIFY(model->progress(10).state == ClipProgress::State::Missing);
        entryOf(window, QStringLiteral("Redo"))->trigger();
        QTRY_COMPARE(media(), found);
    }

    void selectedClipsMoveToASplit() {
        MainWindow window(documentSources());
        window.show();
        window.openProject("/project/street.tagscope");
        QTRY_VERIFY(isShowing(window));
        auto *list = window.findChild<QListView *>(QStringLiteral("projectClips"));
        auto *panel = window.findChild<ProjectPanel *>();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QMenu *menu = panel->selectionMenu();
        Q_EMIT menu->aboutToShow();
        QMenu *splits = menu->findChild<QMenu *>();
        whenAsked<QInputDialog>([](QInputDialog &dialog) {
            dialog.setTextValue(QStringLiteral("doubtful"));
            dialog.accept();
        });
        splits->actions().back()->trigger(); // "Another split…"
        auto *model = window.findChild<ProjectClipModel *>();
        QTRY_COMPARE(model->find(3)->clip.split, std::string("doubtful"));
        QCOMPARE(model->find(1)->clip.split, std::string("doubtful"));
        QCOMPARE(model->find(4)->clip.split, std::string("validation"));
        const auto *box = panel->findChild<QComboBox *>(QStringLiteral("filterSplit"));
        QVERIFY(box->findText(QStringLiteral("doubtful")) > 0);
        QAction *undo = entryOf(window, QStringLiteral("Undo"));
        QVERIFY(undo->text().contains(QStringLiteral("moving clips to doubtful: 3")));
        undo->trigger();
        QTRY_COMPARE(model->find(3)->clip.split, std::string("training"));
        window.openProject("/project/another.tagscope");
        QTRY_VERIFY(!undo->isEnabled() && !entryOf(window, QStringLiteral("Redo"))->isEnabled());
    }

    void filtersAreKeptWithTheProject() {
        MainWindow window(documentSources());
        window.show();
        window.openProject("/project/street.tagscope");
        QTRY_VERIFY(isShowing(window));
        auto *panel = window.findChild<ProjectPanel *>();
        auto *split = panel->findChild<QComboBox *>(QStringLiteral("filterSplit"));
        split->setCurrentIndex(split->findText(QStringLiteral("test")));
        Q_EMIT split->activated(split->currentIndex());
        const auto *model = window.findChild<ProjectClipModel *>();
        QCOMPARE(model->rowCount(), 4);
        QMenu *saved = panel->findChild<QToolButton *>(QStringLiteral("savedClipFilters"))->menu();
        const auto entries = [saved] {
            Q_EMIT saved->aboutToShow();
            return saved->actions();
        };
        const auto entry = [&entries](const QString &text) {
            for (QAction *action : entries())
                if (action->text().contains(text))
                    return action;
            return static_cast<QAction *>(nullptr);
        };
        whenAsked<QInputDialog>([](QInputDialog &dialog) {
            dialog.setTextValue(QStringLiteral("held out"));
            dialog.accept();
        });
        entry(QStringLiteral("Save"))->trigger();
        QTRY_VERIFY(entry(QStringLiteral("held out")) != nullptr);
        panel->findChild<QToolButton *>(QStringLiteral("clearClipFilters"))->click();
        QCOMPARE(model->rowCount(), 20);
        entry(QStringLiteral("held out"))->trigger();
        QCOMPARE(model->rowCount(), 4);
        entryOf(window, QStringLiteral("Undo"))->trigger();
        QTRY_VERIFY(entry(QStringLiteral("held out")) == nullptr);
    }

    void theNextStartIsWhereTheLastEnded() {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("street.tagscope")));
        const std::filesystem::path project = file.fileName().toStdString();
        {
            MainWindow window(documentSources({.refusesNobody = false}));
            window.show();
            window.openProject(project);
            QTRY_VERIFY(isShowing(window));
            window.findChild<ProjectPanel *>()->select(7);
            QTRY_COMPARE(window.windowTitle(), QStringLiteral("clip-6 — street — Tagscope"));
            QTRY_VERIFY(isShowing(window));
            entryOf(window, QStringLiteral("Zoom in"))->trigger();
            window.close();
        }
        const double to = QSettings().value(QStringLiteral("session/to")).toDouble();
        QVERIFY(to > 0 && to < 10);
        {
            MainWindow window(documentSources({.refusesNobody = false}));
            window.show();
            window.restoreSession();
            QTRY_COMPARE(window.windowTitle(), QStringLiteral("clip-6 — street — Tagscope"));
            QTRY_VERIFY(isShowing(window));
            window.close();
        }
        QTRY_COMPARE(QSettings().value(QStringLiteral("session/to")).toDouble(), to);
        QVERIFY(file.remove());
        {
            MainWindow window(documentSources({.refusesNobody = false}));
            window.show();
            window.restoreSession();
            const auto *notice = window.findChild<QLabel *>(QStringLiteral("startNotice"));
            QTRY_VERIFY(notice->isVisible() && notice->text().contains(file.fileName()));
            QVERIFY(QApplication::activeModalWidget() == nullptr);
            const auto *recent = window.findChild<StartPage *>()->findChild<QPushButton *>(file.fileName());
            QVERIFY(recent != nullptr && recent->text().contains(QStringLiteral("not found")));
            entryOf(window, QStringLiteral("Reopen the last project or media"))->setChecked(false);
        }
        MainWindow window(documentSources({.refusesNobody = false}));
        window.show();
        window.restoreSession();
        QTest::qWait(100);
        QVERIFY(!window.findChild<QLabel *>(QStringLiteral("startNotice"))->isVisible());
    }
};

TAGSCOPE_WINDOW_TEST(TestDocuments)
#include "tst_documents.moc"
