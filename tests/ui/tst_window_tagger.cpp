// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody with sound files and a tagger of their own, and none of the paper's networks: chosen in the window, it
// analyses the clips, and Why says what in the sound spoke for an event.

#include "app/window/real_sources.h"
#include "core/exchange/import.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"
#include "tests/ui/own_settings.h"
#include "ui/base/text.h"
#include "ui/clips/project_dialogs.h"
#include "ui/models/class_feeds_dialog.h"
#include "ui/models/model_card.h"
#include "ui/models/models_dialog.h"
#include "ui/tracks/missing_models_bar.h"
#include "ui/why/why_chain.h"
#include "ui/why/why_panel.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <cmath>
#include <numbers>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

constexpr int kPatienceMs = 60'000;

// Two seconds of a tone that the tagger hears, 16 bits at 8 kHz.
std::string tone() {
    constexpr int kRate = 8000;
    constexpr int kSamples = 2 * kRate;
    std::string content = test::wavHeader(1, kRate, 16, 2 * kSamples);
    for (int i = 0; i < kSamples; ++i) {
        const double level = i > kSamples / 2 ? 12'000.0 : 300.0;
        const auto value = static_cast<int>(level * std::sin(2 * std::numbers::pi * 600 * i / kRate));
        content += static_cast<char>(value & 0xff);
        content += static_cast<char>((value >> 8) & 0xff);
    }
    return content;
}

QTableView *eventsIn(const MainWindow &window) {
    return window.findChild<WhyPanel *>()->findChild<QTableView *>(QStringLiteral("events"));
}

QAction *menuEntry(const MainWindow &window, const QString &begin) {
    for (QAction *action : window.findChildren<QAction *>())
        if (action->text().remove(QLatin1Char('&')).startsWith(begin))
            return action;
    return nullptr;
}

// The file dialog that comes next is answered with this file.
void answerWith(const QString &file) {
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, qApp, [timer, file] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (dialog == nullptr)
            return;
        timer->deleteLater();
        QVERIFY(dialog->nameFilters().front().contains(QStringLiteral("*.json")));
        dialog->selectFile(file);
        static_cast<QDialog &>(*dialog).done(QDialog::Accepted);
    });
    timer->start(10);
}

} // namespace

class TestWindowTagger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        test::useOwnSettings(folder_);
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        qputenv("TAGSCOPE_MODELS", (folder_.path() + QStringLiteral("/models")).toLocal8Bit());
        qputenv("TAGSCOPE_CACHE", (folder_.path() + QStringLiteral("/cache")).toLocal8Bit());
    }

    void withoutOneTheWindowSaysHowToComeByOne() {
        MainWindow window(realSources());
        window.show();
        window.openMedia({media_.write("first.wav", tone())});
        auto *bar = window.findChild<MissingModelsBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), kPatienceMs);
        QVERIFY(bar->findChild<QLabel *>()->text().contains(QStringLiteral("audio tagger")));
        QVERIFY(!bar->findChild<QLabel *>()->text().contains(QStringLiteral("AlexNet"))); // there are no pictures
        bar->findChild<QPushButton *>()->click();
        QTRY_VERIFY(window.findChild<ModelsDialog *>() != nullptr);
        auto *card = window.findChild<ModelsDialog *>()->findChild<ModelCard *>(QStringLiteral("crnn"));
        const auto text = [card](const char *label) { return card->findChild<QLabel *>(QLatin1String(label))->text(); };
        QTRY_VERIFY(text("state").contains(QStringLiteral("No audio tagger yet")));
        for (const char *way : {"PANNs", "YAMNet", "scores"})
            QVERIFY2(text("state").contains(QLatin1String(way)), way);
        QVERIFY(text("facts").contains(QStringLiteral("Cnn14_DecisionLevelMax")));
        // What is wrong is said there, and nothing is registered.
        answerWith(pathText(media_.write("wrong.json", R"({"format": "tagscope-tagger", "version": 1})")));
        card->findChild<QPushButton *>(QStringLiteral("choose"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(text("message").contains(QStringLiteral("is missing")), kPatienceMs);
        QVERIFY(text("state").contains(QStringLiteral("No audio tagger yet")));
        answerWith(pathText(test::goldenFile("own_tagger/mine.json")));
        card->findChild<QPushButton *>(QStringLiteral("choose"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(text("state").contains(QStringLiteral("mine.json")), kPatienceMs);
        // What is open is analysed with it, by its own classes.
        QTRY_COMPARE_WITH_TIMEOUT(eventsIn(window)->model()->rowCount(), 3, kPatienceMs);
        QTRY_VERIFY(!bar->isVisible());
    }

    void whatSpokeForAnEventIsMeasured() {
        MainWindow window(realSources());
        window.show();
        window.openMedia({media_.write("second.wav", tone())});
        auto *why = window.findChild<WhyPanel *>();
        for (QWidget *above = why; above != nullptr; above = above->parentWidget())
            if (auto *dock = qobject_cast<QDockWidget *>(above)) {
                dock->show();
                dock->raise();
            }
        QTableView *events = eventsIn(window);
        QTRY_COMPARE_WITH_TIMEOUT(events->model()->rowCount(), 3, kPatienceMs);
        const QModelIndex first = events->model()->index(0, 0);
        const QModelIndexList car = events->model()->match(first, Qt::DisplayRole, QStringLiteral("Car"));
        QCOMPARE(car.size(), qsizetype{1});
        events->setCurrentIndex(car.front());
        QTRY_VERIFY(why->chain().asText().contains(QStringLiteral("mine.json")));
        auto *ask = why->findChild<QAbstractButton *>(QStringLiteral("whyRemove"));
        QTRY_VERIFY(ask->isEnabled());
        ask->click();
        const auto *measured = why->findChild<QLabel *>(QStringLiteral("whyRemoval"));
        QTRY_VERIFY_WITH_TIMEOUT(measured->isVisible() && !measured->text().isEmpty(), kPatienceMs);
    }

    void aProjectMayHaveItsClasses() {
        const std::filesystem::path file = media_.path("of-mine.tagscope");
        bool isMade = false;
        WorkDialog *dialog = newProjectDialog(
            {}, realSources().models, [&isMade](const std::filesystem::path &) { isMade = true; }, nullptr);
        dialog->findChild<QLineEdit *>(QStringLiteral("newProjectFile"))->setText(pathText(file));
        auto *kinds = dialog->findChild<QComboBox *>(QStringLiteral("newProjectClasses"));
        kinds->setCurrentText(QStringLiteral("The classes of the audio tagger"));
        dialog->start();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isWorking(), kPatienceMs);
        QVERIFY2(isMade, qPrintable(dialog->findChild<QPlainTextEdit *>(QStringLiteral("outcome"))->toPlainText()));
        delete dialog;
        const Result<Project> project = Project::open(file, Project::Access::ReadOnly);
        QVERIFY_OK(project);
        QCOMPARE(project->classes().size(), std::size_t{3});
        QCOMPARE(project->classes()[1].name, std::string("Car"));
        QCOMPARE(project->classes()[1].mid, std::string("/m/0k4j"));
    }

    // Shown with the clip's values, changed by a tick, undone by one step, and the same after the project is opened
    // again.
    void whichClassFeedsWhichEventIsShownAndChanged() {
        const std::filesystem::path file = media_.path("feeds.tagscope");
        NewProject wanted{.file = file};
        wanted.classNames = {"Barrier", "Car"};
        std::filesystem::create_directories(media_.path("feeds"));
        QVERIFY(!media_.write("feeds/one.wav", tone()).empty());
        wanted.import = ImportRequest{.media = media_.path("feeds"), .split = "test"};
        QVERIFY_OK(createProject(wanted));
        MainWindow window(realSources());
        window.show();
        window.openProject(file);
        QTRY_COMPARE_WITH_TIMEOUT(eventsIn(window)->model()->rowCount(), 2, kPatienceMs);
        menuEntry(window, QStringLiteral("Classes of the tagger"))->trigger();
        auto *dialog = window.findChild<ClassFeedsDialog *>();
        QVERIFY(dialog != nullptr);
        const auto *events = dialog->findChild<QTableWidget *>(QStringLiteral("feedEvents"));
        auto *classes = dialog->findChild<QTableWidget *>(QStringLiteral("feedClasses"));
        const auto cell = [events](int row, int column) {
            return events->item(row, column) != nullptr ? events->item(row, column)->text() : QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(cell(1, 3).startsWith(QStringLiteral("0.")), kPatienceMs); // heard in the clip
        QCOMPARE(cell(0, 2), QStringLiteral("none"));
        QCOMPARE(cell(1, 1), QStringLiteral("Car"));
        QCOMPARE(cell(1, 2), QStringLiteral("name"));
        QTableWidgetItem *gate = classes->findItems(QStringLiteral("Gate"), Qt::MatchExactly).value(0);
        QVERIFY(gate != nullptr);
        gate->setCheckState(Qt::Checked);
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, 1), QStringLiteral("Gate"), kPatienceMs);
        QCOMPARE(cell(0, 2), QStringLiteral("by hand"));
        const auto stored = [&file] {
            const Result<Project> project = Project::open(file, Project::Access::ReadOnly);
            return project ? QString::fromStdString(project->setting("analysis").value_or(std::nullopt).value_or(""))
                           : QString();
        };
        QVERIFY(stored().contains(QStringLiteral("taggerClasses")));
        menuEntry(window, QStringLiteral("Undo"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, 2), QStringLiteral("none"), kPatienceMs);
        QVERIFY(!stored().contains(QStringLiteral("taggerClasses")));
        menuEntry(window, QStringLiteral("Redo"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, 2), QStringLiteral("by hand"), kPatienceMs);
        dialog->findChild<QPushButton *>(QStringLiteral("feedAutomatic"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, 2), QStringLiteral("none"), kPatienceMs);
        dialog->findChild<QLineEdit *>(QStringLiteral("feedSearch"))->setText(QStringLiteral("dog"));
        QCOMPARE(classes->rowCount(), 3);
        for (int row = 0; row < 3; ++row)
            QCOMPARE(classes->isRowHidden(row), classes->item(row, 0)->text() != QStringLiteral("Dog"));
    }

private:
    QTemporaryDir folder_;
    test::MadeMedia media_;
};

TAGSCOPE_WINDOW_TEST(TestWindowTagger)
#include "tst_window_tagger.moc"
