// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what a person waits for, on the real window with the registered and shipped models:
//   window_figures start                 from the start of the process to the first picture of the window
//   window_figures cached PROJECT [N]    from choosing a clip that was analysed before to its tracks painted, N times
//   window_figures analysing MEDIA…      the longest time that the event loop stood still while media are analysed
//   window_figures memory PROJECT [N]    the growth of resident memory over N clips, opened one after the other
// Start it with OMP_WAIT_POLICY=passive, as the program does; with QT_QPA_PLATFORM=offscreen it needs no display. Under
// valgrind or a busy machine the figures say little.

#include "app/window/real_sources.h"
#include "core/network/image_networks.h"
#include "tests/ui/event_loop_watch.h"
#include "tests/ui/process_figures.h"
#include "ui/clips/project_panel.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QListView>
#include <QPaintEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace tagscope;

constexpr double kMostSeconds = 600;
constexpr double kQuietMilliseconds = 400; // after which nothing more is being painted
constexpr int kWarmUp = 20;                // clips, after which all that is made once has been made

// When widgets below `root` were painted, in milliseconds since restart().
class PaintWatch : public QObject {
public:
    explicit PaintWatch(const QWidget &root) : root_(root) {
        QApplication::instance()->installEventFilter(this);
        clock_.start();
    }
    void restart() {
        clock_.restart();
        last_ = 0;
        count_ = 0;
    }
    [[nodiscard]] double now() const { return static_cast<double>(clock_.nsecsElapsed()) / 1e6; }
    [[nodiscard]] double last() const { return last_; }
    [[nodiscard]] int count() const { return count_; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        const auto *widget = event->type() == QEvent::Paint ? qobject_cast<QWidget *>(watched) : nullptr;
        if (widget != nullptr && (widget == &root_ || root_.isAncestorOf(widget))) {
            last_ = now();
            ++count_;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    const QWidget &root_;
    QElapsedTimer clock_;
    double last_ = 0;
    int count_ = 0;
};

bool runUntil(const std::function<bool()> &isReached, double seconds = kMostSeconds) {
    QElapsedTimer timer;
    timer.start();
    while (!isReached() && static_cast<double>(timer.elapsed()) < 1000 * seconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    return isReached();
}

int measureStart() {
    ui::MainWindow window(realSources());
    const PaintWatch paints(window);
    const double made = test::secondsSinceProcessStart();
    window.show();
    runUntil([&] { return paints.count() > 0; }, 20);
    std::printf("window made after %.2f s, painted after %.2f s\n", made, test::secondsSinceProcessStart());
    return 0;
}

// The clips of a project's list, in its order, one after the other.
class ProjectWindow {
public:
    explicit ProjectWindow(const char *project) : window_(realSources()), tracks_(window_.findChild<ui::ClipView *>()) {
        window_.resize(1600, 1000);
        window_.show();
        QObject::connect(&window_, &ui::MainWindow::clipShown, &window_, [this](const ui::ShownClip &shown) {
            if (shown.analysis)
                shown_ = shown.clip;
        });
        window_.openProject(project);
        runUntil([this] { return tracks_->isVisible() && shown_; });
        list_ = window_.findChild<QListView *>(QStringLiteral("projectClips"));
    }
    [[nodiscard]] bool isOpen() const { return shown_.has_value() && list_ != nullptr; }
    [[nodiscard]] int clips() const { return list_->model()->rowCount(); }
    [[nodiscard]] const QWidget &tracks() const { return *tracks_; }
    // False where its tracks did not come.
    bool choose(int row) {
        const std::optional<ClipId> before = shown_;
        list_->setCurrentIndex(list_->model()->index(row, 0));
        return runUntil([&] { return shown_ != before; }, 20);
    }

private:
    ui::MainWindow window_;
    ui::ClipView *tracks_;
    QListView *list_ = nullptr;
    std::optional<ClipId> shown_;
};

int measureCached(const char *project, int times) {
    ProjectWindow window(project);
    if (!window.isOpen())
        return 1;
    PaintWatch paints(window.tracks());
    std::vector<double> painted;
    std::vector<double> settled;
    for (int row = 1; row <= times && row < window.clips(); ++row) {
        runUntil([&] { return paints.now() - paints.last() > kQuietMilliseconds; });
        paints.restart();
        if (!window.choose(row))
            continue;
        const int before = paints.count();
        runUntil([&] { return paints.count() > before; }, 5);
        painted.push_back(paints.now());
        runUntil([&] { return paints.now() - paints.last() > kQuietMilliseconds; });
        settled.push_back(paints.last());
    }
    if (painted.empty())
        return 1;
    std::ranges::sort(painted);
    std::ranges::sort(settled);
    std::printf("%zu clips: painted after %.0f ms (median), %.0f ms (worst); with all thumbnails %.0f ms, %.0f ms\n",
                painted.size(), painted[painted.size() / 2], painted.back(), settled[settled.size() / 2],
                settled.back());
    return 0;
}

int measureAnalysing(const std::vector<std::filesystem::path> &media) {
    ui::MainWindow window(realSources());
    window.resize(1600, 1000);
    window.show();
    runUntil([&] { return false; }, 0.5);
    test::EventLoopWatch watch;
    window.openMedia(media);
    auto *service = window.findChild<QWidget *>(QStringLiteral("cancelAnalyses"));
    const bool hasBegun = runUntil([&] { return service->isVisible(); }, 5);
    const bool hasEnded = runUntil([&] { return !service->isVisible(); });
    std::printf("%s: longest gap %.1f ms; above 50 ms: %td, above 16 ms: %td\n",
                hasBegun && hasEnded ? "analysed" : "not analysed to the end", watch.worstMilliseconds(),
                watch.countAbove(50), watch.countAbove(16));
    return hasEnded ? 0 : 1;
}

int measureMemory(const char *project, int clips) {
    ProjectWindow window(project);
    if (!window.isOpen())
        return 1;
    const auto settled = [] {
        runUntil([] { return false; }, 3);
        return test::residentMiB();
    };
    double first = 0;
    double most = 0;
    for (int opened = 0; opened < clips + kWarmUp; ++opened) {
        if (opened == kWarmUp)
            first = settled();
        window.choose(opened % window.clips());
        if (opened > kWarmUp)
            most = std::max(most, test::residentMiB());
    }
    std::printf("%d clips opened: resident memory grew from %.0f to %.0f MiB, and was %.0f MiB at most\n", clips, first,
                settled(), most);
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    const QTemporaryDir settings; // not those of who measures
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    setNetworkThreads(static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U)));
    int qtArguments = 1;
    const QApplication application(qtArguments, argv);
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "start" && argc == 2)
        return measureStart();
    if (what == "cached" && argc >= 3)
        return measureCached(argv[2], argc > 3 ? std::stoi(argv[3]) : 20);
    if (what == "analysing" && argc >= 3)
        return measureAnalysing({argv + 2, argv + argc});
    if (what == "memory" && argc >= 3)
        return measureMemory(argv[2], argc > 3 ? std::stoi(argv[3]) : 200);
    std::fputs("usage: window_figures start | cached PROJECT [N] | analysing MEDIA… | memory PROJECT [N]\n", stderr);
    return 2;
}
