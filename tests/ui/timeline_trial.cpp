// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the timeline of the window, without models:
//   timeline_trial CLIP RECORDING    CLIP: about 10 s; RECORDING: as long as wanted
// Prints frames a second while a clip is zoomed and scrolled, the time from opening the recording to its first picture
// and to everything decoded, and the longest frame while it is scrolled. A frame is all that follows a change of the
// view until every track has painted itself into a picture of its own, once more than a screen would need.
// With QT_QPA_PLATFORM=offscreen it needs no display. On a busy machine the figures say little.

#include "app/window/real_sources.h"
#include "tests/ui/event_loop_watch.h"
#include "tests/ui/synthetic.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/picture_strip.h"
#include "ui/tracks/waveform_plot.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmap>
#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace {

using namespace tagscope;

constexpr double kMostSeconds = 300;

double seconds(const QElapsedTimer &timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

bool runUntil(const std::function<bool()> &isReached) {
    QElapsedTimer timer;
    timer.start();
    while (!isReached() && seconds(timer) < kMostSeconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents); // the watch wakes it
    return isReached();
}

// Each change of the view, painted; milliseconds a frame.
std::vector<double> paintFrames(ui::ClipView &tracks, const std::vector<std::function<void()>> &changes) {
    std::vector<double> frames;
    for (const auto &change : changes) {
        QElapsedTimer timer;
        timer.start();
        change();
        QCoreApplication::processEvents();
        static_cast<void>(tracks.grab());
        frames.push_back(1000 * seconds(timer));
    }
    return frames;
}

void notify(const char *what, std::vector<double> frames) {
    double sum = 0.0;
    for (const double frame : frames)
        sum += frame;
    std::ranges::sort(frames);
    std::printf("%s: %.0f frames a second; median %.1f ms, 99 %% below %.1f ms, longest %.1f ms (%zu frames)\n", what,
                1000.0 * static_cast<double>(frames.size()) / sum, frames[frames.size() / 2],
                frames[frames.size() * 99 / 100], frames.back(), frames.size());
}

std::vector<std::function<void()>> zoomsAndScrolls(ui::ViewState &view) {
    std::vector<std::function<void()>> changes;
    for (int i = 0; i < 40; ++i)
        changes.emplace_back([&view, i] { view.zoom(view.duration() * 0.4, i < 20 ? 0.9 : 1 / 0.9); });
    changes.emplace_back([&view] { view.setRange({view.duration() * 0.1, view.duration() * 0.3}); });
    for (int i = 0; i < 160; ++i)
        changes.emplace_back([&view, i] { view.pan(i < 80 ? 0.03 : -0.03); });
    return changes;
}

void measureClip(ui::ClipView &tracks, ui::ViewState &view, const char *file) {
    const auto clip = std::make_shared<const ClipAnalysis>(test::syntheticClip(file));
    const auto *strip = tracks.findChild<ui::PictureStrip *>();
    QElapsedTimer timer;
    timer.start();
    tracks.setClip(clip);
    static_cast<void>(tracks.grab());
    std::printf("clip: painted %.0f ms after it was given\n", 1000 * seconds(timer));
    runUntil([&] { return strip->filmProgress().first == strip->filmProgress().second; });
    std::printf("clip: all pictures after %.2f s\n", seconds(timer));
    for (const ui::SpectrogramKind kind : ui::kSpectrogramKinds) {
        ui::SpectrogramSettings settings;
        settings.kind = kind;
        tracks.setSpectrogramSettings(settings);
        view.fit();
        const std::vector<double> frames = paintFrames(tracks, zoomsAndScrolls(view));
        notify(qPrintable(QStringLiteral("clip, ") + ui::titleOf(kind)), frames);
    }
}

void measureRecording(ui::ClipView &tracks, ui::ViewState &view, const ui::Sources &sources, const char *file) {
    QElapsedTimer timer;
    timer.start();
    const Result<ui::RecordingFacts> facts = sources.probe(file, {});
    if (!facts) {
        std::printf("%s\n", facts.error().what().c_str());
        return;
    }
    auto recording = std::make_shared<ui::RecordingOverview>();
    recording->media = file;
    recording->duration = facts->duration;
    for (double start = 0.0; start < facts->duration.count(); start += 10.0) {
        ClipAnalysis window = test::syntheticClip(file);
        window.start = Seconds{start};
        ui::addWindow(*recording, window);
    }
    test::EventLoopWatch watch;
    timer.start();
    tracks.setRecording(recording);
    const auto *strip = tracks.findChild<ui::PictureStrip *>();
    runUntil([&] { return strip->filmProgress().first > 0; });
    std::printf("recording of %.0f s: first picture after %.2f s\n", facts->duration.count(), seconds(timer));
    const std::vector<double> frames = paintFrames(tracks, zoomsAndScrolls(view));
    notify("recording, while it is decoded", frames);
    view.fit();
    QCoreApplication::processEvents();
    watch.restart(); // the frames above stood in its way
    runUntil([&] { return tracks.isSoundComplete(); });
    std::printf("recording: all sound after %.1f s; longest gap of the event loop %.1f ms\n", seconds(timer),
                watch.worstMilliseconds());
    runUntil([&] { return strip->filmProgress().first == strip->filmProgress().second; });
    notify("recording", paintFrames(tracks, zoomsAndScrolls(view)));
    view.setRange({facts->duration * 0.5, facts->duration * 0.5 + Seconds{20}});
    notify("recording, 20 s of it", paintFrames(tracks, zoomsAndScrolls(view)));
}

} // namespace

int main(int argc, char **argv) {
    const QTemporaryDir settings; // not those of who measures
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    int qtArguments = 1;
    const QApplication application(qtArguments, argv);
    if (argc != 3) {
        std::fputs("usage: timeline_trial CLIP RECORDING\n", stderr);
        return 2;
    }
    const ui::Sources sources = realSources();
    ui::ViewState view;
    ui::ClipView tracks(sources, view);
    tracks.resize(1200, 800);
    tracks.show();
    const test::EventLoopWatch watch; // keeps the event loop turning
    measureClip(tracks, view, argv[1]);
    measureRecording(tracks, view, sources, argv[2]);
    return 0;
}
