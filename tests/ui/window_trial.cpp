// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the real window on the demo project, with the registered and shipped models:
//   window_trial clip DIR             seconds from opening the demo in DIR (made if need be) to its first clip shown
//   window_trial train DIR SECONDS    the longest time that the event loop stood still while it trains on the demo in
//                                     DIR, or on a tiny one where there is none
//   window_trial play DIR SECONDS     the same while it plays a clip of the demo in DIR, and analyses the others
// With QT_QPA_PLATFORM=offscreen it needs no display. Under valgrind or a busy machine the figures say little.

#include "app/window/real_sources.h"
#include "core/demo/demo_project.h"
#include "core/network/image_networks.h"
#include "tests/ui/event_loop_watch.h"
#include "ui/base/shortcuts.h"
#include "ui/playback/device_output.h"
#include "ui/playback/playback.h"
#include "ui/tracks/clip_view.h"
#include "ui/training/training_service.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <cstdio>
#include <functional>
#include <string>
#include <thread>

namespace {

using namespace tagscope;

constexpr int kMostSeconds = 1800;

bool runUntil(const std::function<bool()> &isReached, double seconds) {
    QElapsedTimer timer;
    timer.start();
    while (!isReached() && static_cast<double>(timer.elapsed()) < 1000 * seconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents); // the watch wakes it
    return isReached();
}

void notify(const char *what, const test::EventLoopWatch &watch) {
    std::printf("%s: longest gap %.1f ms; above 50 ms: %td, above 33 ms: %td, above 16 ms: %td\n", what,
                watch.worstMilliseconds(), watch.countAbove(50), watch.countAbove(33), watch.countAbove(16));
}

QString messageOf(const ui::MainWindow &window) {
    return window.findChild<QLabel *>(QStringLiteral("trainingMessage"))->text();
}

int trainOn(ui::MainWindow &window, double seconds) {
    test::EventLoopWatch watch;
    auto *service = window.findChild<ui::TrainingService *>();
    auto *start = window.findChild<QAbstractButton *>(QStringLiteral("startTraining"));
    window.findChild<QDockWidget *>(QStringLiteral("training"))->show();
    if (!runUntil([&] { return start->isEnabled(); }, kMostSeconds))
        return 1;
    watch.restart();
    start->click();
    runUntil(
        [&] {
            return service->state() == ui::TrainingService::State::Running ||
                   service->state() == ui::TrainingService::State::Idle;
        },
        kMostSeconds);
    notify("preparing", watch);
    if (service->state() != ui::TrainingService::State::Running) {
        std::printf("%s\n", qPrintable(messageOf(window)));
        return 1;
    }
    watch.restart();
    runUntil([&] { return service->state() == ui::TrainingService::State::Idle; }, seconds);
    notify("training", watch);
    std::printf("%s\n", qPrintable(messageOf(window)));
    service->stop();
    QElapsedTimer stopping;
    stopping.start();
    runUntil([&] { return service->state() == ui::TrainingService::State::Idle; }, kMostSeconds);
    std::printf("stopped after %.1f s: %s\n", static_cast<double>(stopping.elapsed()) / 1000,
                qPrintable(messageOf(window)));
    return 0;
}

// The whole clip again and again; how late its pictures were, and whether the playhead kept the time of a clock.
int playClip(ui::MainWindow &window, double seconds) {
    auto *playback = window.findChild<ui::Playback *>();
    for (QAction *action : window.findChildren<QAction *>())
        if (ui::idOf(*action) == QStringLiteral("project.analyseAll"))
            action->trigger();
    int pictures = 0;
    QObject::connect(playback, &ui::Playback::pictureChanged, &window, [&pictures] { ++pictures; });
    test::EventLoopWatch watch;
    QElapsedTimer timer;
    timer.start();
    playback->loop({Seconds{0}, Seconds{1e9}});
    const bool isHeard = playback->hasSoundDevice();
    runUntil([] { return false; }, seconds);
    notify("playing", watch);
    std::printf("%s; %.1f pictures a second were shown\n", isHeard ? "with a sound device" : "without a sound device",
                1000.0 * pictures / static_cast<double>(timer.elapsed()));
    const bool wasPlaying = playback->isLooping();
    playback->pause();
    return wasPlaying ? 0 : 1;
}

void makeTinyDemo(const char *directory) {
    const demo::DemoSize tiny{64, 32, 4};
    std::filesystem::create_directories(directory);
    if (std::filesystem::exists(demo::demoProjectFile(directory)))
        return;
    if (const Result<Project> made = demo::makeDemoProject(directory, tiny, 1); !made)
        std::printf("%s\n", made.error().what().c_str());
}

int run(const std::string &what, const char *directory, double seconds) {
    if (what == "train")
        makeTinyDemo(directory);
    setNetworkThreads(static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U)));
    ui::MainWindow window(realSources());
    window.resize(1600, 1000);
    window.show();
    QCoreApplication::processEvents();
    test::EventLoopWatch watch;
    QElapsedTimer timer;
    timer.start();
    window.openDemo(directory);
    const auto isShown = [&] { return window.findChild<ui::ClipView *>()->isVisible(); };
    const bool isThere = runUntil(isShown, what == "train" ? 60 : kMostSeconds);
    QCoreApplication::processEvents();
    std::printf("%s after %.2f s: %s\n", isThere ? "a clip was shown" : "no clip was shown",
                static_cast<double>(timer.elapsed()) / 1000, qPrintable(window.windowTitle()));
    notify("opening", watch);
    if (what == "train")
        return trainOn(window, seconds);
    if (what == "play")
        return isThere ? playClip(window, seconds) : 1;
    return isThere ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
    const QTemporaryDir settings; // not those of who measures
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    ui::chooseMediaBackend();
    int qtArguments = 1;
    const QApplication application(qtArguments, argv);
    const std::string what = argc > 2 ? argv[1] : "";
    if ((what != "clip" || argc != 3) && ((what != "train" && what != "play") || argc != 4)) {
        std::fputs("usage: window_trial clip DIR | train DIR SECONDS | play DIR SECONDS\n", stderr);
        return 2;
    }
    return run(what, argv[2], argc > 3 ? std::stod(argv[3]) : 0.0);
}
