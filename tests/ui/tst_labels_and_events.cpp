// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of many clips, the project's events, and folders whose subfolders are labels, by hand in the window.

#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/base/text.h"
#include "ui/clips/events_dialog.h"
#include "ui/clips/import_form.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_clips.h"
#include "ui/clips/project_panel.h"
#include "ui/document/project_commands.h"
#include "ui/stages/mapping_panel.h"
#include "ui/stages/mapping_service.h"
#include "ui/stages/revision_effect_model.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <algorithm>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

QAction *ownActionCalled(const QObject &parent, const QString &text) {
    for (QAction *action : parent.findChildren<QAction *>())
        if (action->text().remove(QLatin1Char('&')).contains(text))
            return action;
    return nullptr;
}

QMenu *menuCalled(const QMenu &parent, const QString &text) {
    for (QMenu *menu : parent.findChildren<QMenu *>(Qt::FindDirectChildrenOnly))
        if (menu->title().remove(QLatin1Char('&')) == text)
            return menu;
    return nullptr;
}

struct ShownProject {
    QTemporaryDir folder;
    Sources sources = test::syntheticSources();
    std::unique_ptr<MainWindow> window;
    std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "street.tagscope";

    ShownProject() {
        sources.openProject = [](const std::filesystem::path &name, const std::stop_token &) {
            test::ProjectMake make;
            make.refusesNobody = false; // so that its file can be opened again
            return Result<std::shared_ptr<ClipAnalyst>>(std::make_shared<test::SyntheticProject>(name, make));
        };
        window = std::make_unique<MainWindow>(sources);
        window->show();
        window->openProject(file);
    }
    [[nodiscard]] ProjectClipModel &model() const { return *window->findChild<ProjectClipModel *>(); }
    [[nodiscard]] bool isThere() const { return model().rowCount() > 0; }
    [[nodiscard]] std::vector<int> labels(ClipId clip) const { return model().find(clip)->labels; }
};

} // namespace

class TestLabelsAndEvents : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }
    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void selectedClipsGetALabelAndLoseIt() {
        const ShownProject shown;
        QTRY_VERIFY(shown.isThere());
        auto *list = shown.window->findChild<QListView *>(QStringLiteral("projectClips"));
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        const std::vector<std::vector<int>> before{shown.labels(1), shown.labels(2), shown.labels(3)};
        QMenu &menu = *shown.window->findChild<ProjectPanel *>()->selectionMenu();
        Q_EMIT menu.aboutToShow();
        QAction *bus = ownActionCalled(*menuCalled(menu, QStringLiteral("Give label")), QStringLiteral("Bus"));
        QVERIFY(bus != nullptr);
        const auto event = static_cast<int>(*eventNamed(shown.model().classes(), "Bus"));
        bus->trigger();
        for (const ClipId clip : {1, 2, 3})
            QTRY_COMPARE(std::ranges::count(shown.labels(clip), event), 1);
        QVERIFY(shown.model().labelsText(3).contains(QStringLiteral("Bus")));
        // What all have cannot be given again.
        Q_EMIT menu.aboutToShow();
        QVERIFY(ownActionCalled(*menuCalled(menu, QStringLiteral("Give label")), QStringLiteral("Bus")) == nullptr);
        QVERIFY(ownActionCalled(*menuCalled(menu, QStringLiteral("Take label")), QStringLiteral("Bus")) != nullptr);
        QAction *undo = ownActionCalled(*shown.window, QStringLiteral("Undo"));
        QVERIFY2(undo->text().contains(QStringLiteral("Bus")), qPrintable(undo->text()));
        undo->trigger();
        QTRY_COMPARE(shown.labels(3), before[2]);
        QCOMPARE(shown.labels(1), before[0]);
        QCOMPARE(shown.labels(2), before[1]); // one that had it keeps it
    }

    void anEventComesAndGoes() {
        const ShownProject shown;
        QTRY_VERIFY(shown.isThere());
        const std::size_t events = shown.model().classes().size();
        ownActionCalled(*shown.window, QStringLiteral("Events…"))->trigger();
        auto *dialog = shown.window->findChild<EventsDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        auto *table = dialog->findChild<QTableWidget *>(QStringLiteral("events"));
        QCOMPARE(table->rowCount(), static_cast<int>(events));
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("newEvent"));
        QTest::keyClicks(name, QStringLiteral("Cow bell"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("addEvent")), Qt::LeftButton);
        QTRY_COMPARE(shown.model().classes().size(), events + 1);
        QTRY_COMPARE(table->rowCount(), static_cast<int>(events) + 1);
        QCOMPARE(shown.model().classes().back().words, std::vector<std::string>{"Cow bell"});

        // Renamed in its cell.
        table->item(static_cast<int>(events), 0)->setText(QStringLiteral("Bell"));
        QTRY_COMPARE(shown.model().classes().back().name, std::string("Bell"));
        QAction *undo = ownActionCalled(*shown.window, QStringLiteral("Undo"));
        undo->trigger();
        QTRY_COMPARE(shown.model().classes().back().name, std::string("Cow bell"));

        // One that a clip is labelled with stays, and the dialog says why.
        QTRY_VERIFY(shown.isThere());
        const int used = shown.labels(1).front();
        table->selectRow(used);
        auto *removal = dialog->findChild<QPushButton *>(QStringLiteral("removeEvent"));
        QTRY_VERIFY(removal->isEnabled());
        removal->click();
        const auto *problem = dialog->findChild<QLabel *>(QStringLiteral("eventsProblem"));
        QTRY_VERIFY(problem->text().contains(QStringLiteral("refers to it")));
        QCOMPARE(shown.model().classes().size(), events + 1);

        table->selectRow(static_cast<int>(events));
        removal->click();
        QTRY_COMPARE(shown.model().classes().size(), events);
        undo->trigger();
        QTRY_COMPARE(shown.model().classes().size(), events + 1);
        QTRY_COMPARE(table->rowCount(), static_cast<int>(events) + 1);
        QCOMPARE(shown.model().classes().back().name, std::string("Cow bell"));
    }

    // Events that came and went in between have the project opened again.
    void anEarlierMappingIsUndoneAfterAnEvent() {
        const ShownProject shown;
        QTRY_VERIFY(shown.isThere());
        auto *effects = shown.window->findChild<QTableView *>(QStringLiteral("mappingEffects"));
        const auto was = [&] { return effects->model()->index(1, RevisionEffectModel::VideoBefore).data().toDouble(); };
        QTRY_COMPARE(was(), 0.52);
        shown.window->findChild<QSlider *>(QStringLiteral("cutOffSlider"))->setValue(96);
        shown.window->findChild<QPushButton *>(QStringLiteral("applyToProject"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(was(), 0.0, 20000);
        const std::size_t events = shown.model().classes().size();
        Document &document = shown.window->findChild<ProjectClips *>()->document();
        document.undo().push(new ChangeEvents(document.edits(),
                                              eventAdded(*document.project()->store, {"Cow bell", "", {"cow bell"}}),
                                              QStringLiteral("event")));
        QTRY_COMPARE(shown.model().classes().size(), events + 1);
        const auto isMapped = [&] {
            return shown.window->findChild<MappingPanel *>()
                ->findChild<QPushButton *>(QStringLiteral("cancelMapping"))
                ->isHidden();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isMapped(), 20000);

        // Both at once, without waiting for the first.
        document.undo().undo();
        document.undo().undo();
        QTRY_COMPARE(shown.model().classes().size(), events);
        QTRY_COMPARE_WITH_TIMEOUT(was(), 0.52, 20000);
        document.undo().redo();
        QTRY_COMPARE_WITH_TIMEOUT(was(), 0.0, 20000);
        document.undo().undo();
        QTRY_COMPARE_WITH_TIMEOUT(was(), 0.52, 20000);
    }

    // Where the events are others than those of the state that is wanted, it cannot be put back as it was.
    void ofOtherEventsAMappingIsMadeAnew() {
        const auto project = std::make_shared<test::SyntheticProject>("street.tagscope", test::ProjectMake());
        auto change = std::make_shared<ProjectMapping>();
        change->before.events = project->project().classes();
        change->before.events.pop_back();
        change->before.mapping.cutOff = 0.25;
        change->after.events = project->project().classes();
        MappingService service;
        int restored = 0;
        std::shared_ptr<const ProjectMapping> made;
        connect(&service, &MappingService::restored, this, [&restored] { ++restored; });
        connect(&service, &MappingService::mappedAgain, this,
                [&made](const auto &, const auto &outcome) { made = outcome; });
        service.restore(project, change, MappingService::Side::Before);
        QTRY_VERIFY(made != nullptr);
        QCOMPARE(made->after.mapping.cutOff, change->before.mapping.cutOff);
        QCOMPARE(restored, 0);
        service.restore(project, change, MappingService::Side::After);
        QTRY_COMPARE(restored, 1);
    }

    // By another program that has the project open for writing.
    void otherEventsOfAProjectThatIsReadAreReadAgain() {
        const QTemporaryDir folder;
        const std::filesystem::path file = toPath(folder.filePath(QStringLiteral("street.tagscope")));
        test::ProjectMake make;
        make.refusesNobody = false;
        test::SyntheticProject writer(file, make);
        Sources sources = test::syntheticSources();
        sources.openProject = [make](const std::filesystem::path &name, const std::stop_token &) {
            return Result<std::shared_ptr<ClipAnalyst>>(std::make_shared<test::SyntheticProject>(name, make));
        };
        MainWindow window(sources);
        window.show();
        window.openProject(file);
        QTRY_VERIFY(window.findChild<ProjectClips *>()->document().project() != nullptr);
        Document &document = window.findChild<ProjectClips *>()->document();
        QVERIFY(document.project()->contents.isReadOnly);
        const std::size_t events = writer.project().classes().size();
        QVERIFY(writer.project().editEvents(eventAdded(writer.project(), {"Cow bell", "", {"cow bell"}})));
        document.checkFile(); // as it does every few seconds
        QTRY_COMPARE(document.project()->contents.classes.size(), events + 1);
        QTRY_COMPARE(window.findChild<ProjectClipModel *>()->classes().size(), events + 1);
        QVERIFY(!document.loss());
        QVERIFY(document.project()->store->scores({Branch::Audio, "heard"}, std::vector<ClipId>{1}));
    }

    void aFolderIsPreviewed() {
        const QTemporaryDir folder;
        for (const char *name : {"cat/a.wav", "cat/b.wav", "dog/c.wav", "d.wav"}) {
            const QString path = folder.filePath(QString::fromLatin1(name));
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        ImportForm form(true);
        form.show();
        form.setMedia(folder.path().toStdString());
        const auto *preview = form.findChild<QLabel *>(QStringLiteral("importPreview"));
        QTRY_VERIFY2(preview->text().contains(QStringLiteral("Recordings: 4")), qPrintable(preview->text()));
        QVERIFY(!form.request().areLabelsFromSubfolders);
        form.findChild<QCheckBox *>(QStringLiteral("importSubfolders"))->setChecked(true);
        form.findChild<QSpinBox *>(QStringLiteral("importValidation"))->setValue(1);
        form.findChild<QSpinBox *>(QStringLiteral("importSeed"))->setValue(7);
        QTRY_VERIFY2(preview->text().contains(QStringLiteral("cat: 2 · dog: 1")), qPrintable(preview->text()));
        QVERIFY2(preview->text().contains(QStringLiteral("Without a label: 1")), qPrintable(preview->text()));
        QVERIFY2(preview->text().contains(QStringLiteral("25 %")), qPrintable(preview->text()));
        const ImportRequest request = form.request();
        QVERIFY(request.areLabelsFromSubfolders && !request.addsEvents);
        QCOMPARE(request.seed, std::uint64_t{7});
        // Lists say more than folders.
        form.setLists({"labels.csv"});
        QVERIFY(!form.request().areLabelsFromSubfolders);
    }
};

TAGSCOPE_WINDOW_TEST(TestLabelsAndEvents)
#include "tst_labels_and_events.moc"
