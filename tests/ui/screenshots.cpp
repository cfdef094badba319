// Renders the window's main states to PNG files: screenshots DIRECTORY. With QT_QPA_PLATFORM=offscreen it needs no
// display; QT_SCALE_FACTOR gives other scales.

#include "tests/ui/synthetic.h"
#include "ui/views/clip_list_view.h"
#include "ui/views/main_window.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
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
};

ui::Sources sourcesOf(const Shot &shot) {
    if (!shot.isSlow)
        return test::syntheticSources(shot.missing);
    return test::sourcesWith([](const std::filesystem::path &, const std::function<void(ClipAnalysis)> &,
                                const Progress &progress, std::stop_token stop) -> Result<void> {
        for (int i = 0; !stop.stop_requested(); ++i) {
            progress(std::min(0.02 * i, 0.37), "features of the pictures");
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return cancelled();
    });
}

bool take(const Shot &shot, const QDir &directory) {
    QSettings().clear();
    QSettings().setValue(QStringLiteral("window/theme"), ui::nameOf(shot.theme));
    ui::MainWindow window(sourcesOf(shot));
    window.resize(shot.size);
    window.show();
    runEventsFor(50);
    window.openMedia(shot.files);
    runEventsFor(shot.isSlow ? 2500 : 700);
    auto *list = window.findChild<ui::ClipListView *>();
    list->setCurrentIndex(list->model()->index(shot.row, 0));
    if (shot.chosenEvent >= 0)
        window.findChild<QTableView *>(QStringLiteral("events"))->selectRow(shot.chosenEvent);
    if (shot.isKeyFrameChosen)
        QTest::keyClick(&window, Qt::Key_K);
    runEventsFor(500);
    return window.grab().save(directory.filePath(QString::fromLatin1(shot.name) + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char **argv) {
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("tagscope-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tagscope-test"));
    if (argc != 2) {
        std::fputs("usage: screenshots DIRECTORY\n", stderr);
        return 2;
    }
    const QDir directory(QString::fromLocal8Bit(argv[1]));
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
    };
    for (const Shot &shot : shots)
        if (!take(shot, directory)) {
            std::fprintf(stderr, "%s could not be written\n", shot.name);
            return 1;
        }
    return 0;
}
