// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how soon the window follows an edit of the mapping, on the first clip of a project that was analysed:
//   edit_trial PROJECT    milliseconds from a step of the cut-off's slider, and from a cell's new share, to everything
//                         painted anew; and of the flow's drawing alone
// With QT_QPA_PLATFORM=offscreen it needs no display. On a busy machine the figures say little.

#include "app/window/real_sources.h"
#include "ui/stages/flow_chart.h"
#include "ui/stages/mapping_panel.h"
#include "ui/window/main_window.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QSettings>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace {

using namespace tagscope;

constexpr int kSteps = 60;

void notify(const char *what, const std::function<void(int)> &act) {
    std::vector<double> times;
    for (int step = 0; step < kSteps; ++step) {
        QElapsedTimer timer;
        timer.start();
        act(step);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %6.2f ms, longest %6.2f ms\n", what, times[times.size() / 2], times.back());
}

} // namespace

int main(int argc, char **argv) {
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: edit_trial PROJECT\n", stderr);
        return 2;
    }
    ui::MainWindow window(realSources());
    window.resize(1600, 1000);
    window.show();
    window.findChild<QDockWidget *>(QStringLiteral("mapping"))->show();
    window.openProject(argv[1]);
    auto *flow = window.findChild<ui::FlowChart *>();
    QElapsedTimer waiting;
    waiting.start();
    while (flow->mapping().share.empty() && waiting.elapsed() < 120'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    if (flow->mapping().share.empty()) {
        std::fputs("no clip of this project has objects and a mapping\n", stderr);
        return 1;
    }
    auto *slider = window.findChild<QSlider *>(QStringLiteral("cutOffSlider"));
    auto *cells = window.findChild<QTableView *>(QStringLiteral("mapping"));
    const auto paint = [&window] {
        window.repaint();
        QCoreApplication::processEvents();
    };
    notify("cut-off, figures", [&](int step) { slider->setValue(step); });
    notify("cut-off, with everything painted", [&](int step) {
        slider->setValue(step);
        paint();
    });
    notify("nothing, with everything painted", [&](int) { paint(); });
    notify("cell, with everything painted", [&](int step) {
        cells->model()->setData(cells->model()->index(step % 10, step % 5), 0.01 * step);
        paint();
    });
    notify("flow alone", [&](int) { flow->repaint(); });
}
