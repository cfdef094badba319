// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the window's main states to PNG files: screenshots [--language de] DIRECTORY [NAME…]. With
// QT_QPA_PLATFORM=offscreen it needs no display; QT_SCALE_FACTOR gives other scales. Each takes about two seconds.

#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "ui/base/language.h"
#include "ui/base/shortcuts.h"
#include "ui/base/theme.h"
#include "ui/clips/clip_list_view.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cstdio>
#include <thread>

namespace {

using namespace tagscope;

void runEventsFor(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

struct Shot {
    const char *name;
    ui::Theme theme = ui::Theme::Light;
    test::Missing missing = {};
    std::vector<std::filesystem::path> files = {"street.mp4", "siren at night.mkv", "crossing.mp4"};
    int chosenEvent = -1;
    int row = 0;
    bool isKeyFrameChosen = false;
    bool isSlow = false;
    QSize size = {1600, 950};
    std::filesystem::path project = {}; // opened in place of the files
    int runs = 2;                       // it has
    bool isTraining = false;
    bool isTrainingSeen = false;
    bool isOfRun = false;       // the first run's activations are asked for
    const char *dock = nullptr; // shown besides the usual ones
    const char *workspace = nullptr;
    const char *entry = nullptr; // of a menu: the dialog that it opens is the picture
    int stage = -1;              // of a sitting, which goes on; -1: none does
    int answers = 0;             // given in it; a queue that they end shows its end
    std::size_t clips = 500;
};

constexpr QSize kSmallScreen{1280, 800};

// A project whose run trains as long as the picture takes, and then some.
ui::OpenProjectFunction projectFor(const Shot &shot) {
    test::ProjectMake make;
    make.clips = shot.clips;
    make.runs = shot.runs;
    make.makesMedia = shot.project.stem() == "demo";
    make.analysis = std::chrono::milliseconds(200);
    make.batch = std::chrono::milliseconds(3);
    return [make](const std::filesystem::path &file, const std::stop_token &) {
        return Result<std::shared_ptr<ui::ClipAnalyst>>(std::make_shared<test::SyntheticProject>(file, make));
    };
}

void click(const ui::MainWindow &window, const char *name) {
    window.findChild<QAbstractButton *>(QString::fromLatin1(name))->click();
}

void showProject(ui::MainWindow &window, const Shot &shot) {
    window.openProject(shot.project);
    runEventsFor(900);
    auto *list = window.findChild<QListView *>(QStringLiteral("projectClips"));
    if (shot.row > 0)
        list->setCurrentIndex(list->model()->index(shot.row, 0));
    if (shot.isTrainingSeen)
        window.findChild<QDockWidget *>(QStringLiteral("training"))->show();
    if (shot.isTraining)
        click(window, "startTraining");
    if (shot.isOfRun) {
        auto *runs = window.findChild<QListView *>(QStringLiteral("runs"));
        runs->setCurrentIndex(runs->model()->index(0, 0));
        click(window, "showActivations");
    }
    runEventsFor(shot.isTraining ? 1200 : 600);
}

ui::Sources sourcesOf(const Shot &shot) {
    if (!shot.isSlow) {
        ui::Sources sources = test::syntheticSources(shot.missing);
        sources.openProject = projectFor(shot);
        return sources;
    }
    return test::sourcesWith([](const std::filesystem::path &, const std::function<void(ClipAnalysis)> &,
                                const Progress &progress, std::stop_token stop) -> Result<void> {
        for (int i = 0; !stop.stop_requested(); ++i) {
            progress(std::min(0.02 * i, 0.37), "features of the pictures");
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return cancelled();
    });
}

void showMedia(ui::MainWindow &window, const Shot &shot) {
    if (shot.isTrainingSeen)
        window.findChild<QDockWidget *>(QStringLiteral("training"))->show();
    window.openMedia(shot.files);
    runEventsFor(shot.isSlow ? 2500 : 700);
    auto *list = window.findChild<ui::ClipListView *>();
    list->setCurrentIndex(list->model()->index(shot.row, 0));
    if (shot.chosenEvent >= 0)
        window.findChild<QTableView *>(QStringLiteral("events"))->selectRow(shot.chosenEvent);
    if (shot.isKeyFrameChosen)
        QTest::keyClick(&window, Qt::Key_K);
}

void trigger(const ui::MainWindow &window, const QString &id) {
    for (QAction *action : window.findChildren<QAction *>())
        if (ui::idOf(*action) == id && action->isEnabled()) {
            action->trigger();
            return;
        }
}

// As far as so many answers.
void sit(ui::MainWindow &window, const Shot &shot) {
    window.findChild<QComboBox *>(QStringLiteral("auditStage"))->setCurrentIndex(shot.stage);
    window.findChild<QLineEdit *>(QStringLiteral("annotator"))->setText(QStringLiteral("Ada"));
    const auto *question = window.findChild<QLabel *>(QStringLiteral("askedEvent"));
    for (int tries = 0; tries < 40 && !question->isVisible(); ++tries) { // until the queue is made
        runEventsFor(250);
        click(window, "startAudit");
    }
    for (int answer = 0; answer < shot.answers; ++answer) {
        runEventsFor(500); // what comes before anything was heard is no answer
        QTest::keyClick(&window, answer % 3 == 1 ? Qt::Key_2 : Qt::Key_1);
    }
    runEventsFor(1000);
}

// The dialog that was opened last, or the window.
QWidget &shownOver(ui::MainWindow &window) {
    for (QDialog *dialog : window.findChildren<QDialog *>())
        if (dialog->isVisible())
            return *dialog;
    return window;
}

bool take(const Shot &shot, const QDir &directory) {
    QSettings().clear();
    QSettings().setValue(QStringLiteral("window/theme"), ui::nameOf(shot.theme));
    ui::MainWindow window(sourcesOf(shot));
    window.resize(shot.size);
    window.show();
    if (shot.dock != nullptr) {
        auto *dock = window.findChild<QDockWidget *>(QString::fromLatin1(shot.dock));
        dock->show();
        dock->raise();
    }
    runEventsFor(50);
    if (shot.project.empty())
        showMedia(window, shot);
    else
        showProject(window, shot);
    if (shot.workspace != nullptr)
        trigger(window, QStringLiteral("workspace.") + QLatin1String(shot.workspace));
    if (shot.stage >= 0)
        sit(window, shot);
    if (shot.entry != nullptr)
        QTimer::singleShot(0, &window, [&] { trigger(window, QLatin1String(shot.entry)); });
    runEventsFor(500);
    return shownOver(window).grab().save(directory.filePath(QString::fromLatin1(shot.name) + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char **argv) {
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("tagscope-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tagscope-test"));
    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() > 2 && arguments[0] == QStringLiteral("--language")) {
        ui::installTranslations(ui::languageNamed(arguments[1]));
        arguments = arguments.mid(2);
    }
    if (arguments.isEmpty()) {
        std::fputs("usage: screenshots [--language de] DIRECTORY [NAME…]\n", stderr);
        return 2;
    }
    const QDir directory(arguments.takeFirst());
    const Shot shots[] = {
        {.name = "start", .files = {}},
        {.name = "start-dark", .theme = ui::Theme::Dark, .files = {}},
        {.name = "clip"},
        {.name = "clip-event", .chosenEvent = 0},
        {.name = "clip-dark", .theme = ui::Theme::Dark, .chosenEvent = 0},
        {.name = "key-frame", .isKeyFrameChosen = true},
        {.name = "clip-tiny", .size = {640, 360}},
        {.name = "clip-small", .chosenEvent = 0, .size = {1024, 680}},
        {.name = "no-crnn", .missing = {.crnn = true}},
        {.name = "no-sound", .missing = {.sound = true}},
        {.name = "no-pictures", .missing = {.pictures = true}},
        {.name = "no-models", .missing = {.crnn = true, .alexNet = true, .inception = true, .vectors = true}},
        {.name = "failed", .files = {"street.mp4", "torn.broken"}, .row = 1},
        {.name = "analysing", .isSlow = true},
        {.name = "project", .project = "/projects/street.tagscope"},
        {.name = "project-dark", .theme = ui::Theme::Dark, .project = "/projects/street.tagscope"},
        {.name = "project-demo", .project = "/projects/demo.tagscope", .isOfRun = true},
        {.name = "project-missing", .row = 9, .project = "/projects/street.tagscope"},
        {.name = "key-frames", .size = {1800, 1200}, .dock = "keyFrames"},
        {.name = "key-frames-dark", .theme = ui::Theme::Dark, .size = {1800, 1200}, .dock = "keyFrames"},
        {.name = "mapping", .chosenEvent = 0, .size = {1800, 1200}, .dock = "mapping"},
        {.name = "mapping-dark", .theme = ui::Theme::Dark, .size = {1800, 1200}, .dock = "mapping"},
        {.name = "mapping-no-vectors", .missing = {.vectors = true}, .size = {1800, 1200}, .dock = "mapping"},
        {.name = "training-no-project", .files = {}, .isTrainingSeen = true},
        {.name = "training-empty", .project = "/projects/street.tagscope", .runs = 0, .isTrainingSeen = true},
        {.name = "training-running",
         .size = {1600, 1100},
         .project = "/projects/street.tagscope",
         .runs = 0,
         .isTraining = true,
         .isTrainingSeen = true},
        {.name = "training-runs",
         .size = {1600, 1100},
         .project = "/projects/street.tagscope",
         .isTraining = true,
         .isTrainingSeen = true},
        {.name = "training-runs-dark",
         .theme = ui::Theme::Dark,
         .size = {1600, 1100},
         .project = "/projects/street.tagscope",
         .isTraining = true,
         .isTrainingSeen = true},
        {.name = "explain-1280", .size = kSmallScreen, .project = "/projects/street.tagscope"},
        {.name = "tune-1280", .size = kSmallScreen, .project = "/projects/street.tagscope", .workspace = "tune"},
        {.name = "train-1280", .size = kSmallScreen, .project = "/projects/street.tagscope", .workspace = "train"},
        {.name = "audit-1280", .size = kSmallScreen, .project = "/projects/street.tagscope", .workspace = "audit"},
        {.name = "explain-1280-dark",
         .theme = ui::Theme::Dark,
         .size = kSmallScreen,
         .project = "/projects/street.tagscope"},
        {.name = "tune-1280-dark",
         .theme = ui::Theme::Dark,
         .size = kSmallScreen,
         .project = "/projects/street.tagscope",
         .workspace = "tune"},
        {.name = "train-1280-dark",
         .theme = ui::Theme::Dark,
         .size = kSmallScreen,
         .project = "/projects/street.tagscope",
         .workspace = "train"},
        {.name = "audit-1280-dark",
         .theme = ui::Theme::Dark,
         .size = kSmallScreen,
         .project = "/projects/street.tagscope",
         .workspace = "audit"},
        {.name = "sitting-sound",
         .size = kSmallScreen,
         .project = "/projects/street.tagscope",
         .workspace = "audit",
         .stage = 0,
         .answers = 2},
        {.name = "sitting-pictures",
         .size = kSmallScreen,
         .project = "/projects/street.tagscope",
         .workspace = "audit",
         .stage = 1,
         .answers = 1},
        {.name = "sitting-model",
         .size = kSmallScreen,
         .project = "/projects/street.tagscope",
         .workspace = "audit",
         .stage = 2,
         .answers = 1},
        {.name = "sitting-dark",
         .theme = ui::Theme::Dark,
         .size = kSmallScreen,
         .project = "/projects/street.tagscope",
         .workspace = "audit",
         .stage = 0,
         .answers = 2},
        {.name = "sitting-end",
         .size = kSmallScreen,
         .project = "/projects/street.tagscope",
         .workspace = "audit",
         .stage = 2,
         .answers = 20,
         .clips = 24},
        {.name = "dialog-new-project", .files = {}, .entry = "file.newProject"},
        {.name = "dialog-models", .files = {}, .entry = "file.models"},
        {.name = "dialog-help", .files = {}, .entry = "help.help"},
        {.name = "dialog-keys", .files = {}, .entry = "help.keys"},
        {.name = "dialog-about", .files = {}, .entry = "help.about"},
        {.name = "dialog-report", .files = {}, .entry = "help.report"},
        {.name = "dialog-events", .project = "/projects/street.tagscope", .entry = "project.events"},
        {.name = "dialog-export", .chosenEvent = 0, .entry = "clip.exportTracks"},
    };
    for (const Shot &shot : shots)
        if ((arguments.isEmpty() || arguments.contains(QLatin1String(shot.name))) && !take(shot, directory)) {
            std::fprintf(stderr, "%s could not be written\n", shot.name);
            return 1;
        }
    return 0;
}
