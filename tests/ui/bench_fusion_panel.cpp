// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: how long one step of a slider takes until the workbench's panel is painted anew, on made-up scores:
// bench_fusion_panel [CLIPS]. Runs on any platform plugin; offscreen paints in memory as others do.

#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_points.h"
#include "ui/document/current_point.h"
#include "ui/fusion/fusion_controller.h"
#include "ui/fusion/fusion_event_table.h"
#include "ui/fusion/fusion_panel.h"

#include <QApplication>
#include <QTest>
#include <QUndoStack>
#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

void time(const char *what, WorkbenchService &workbench, const std::function<void(int)> &step) {
    constexpr int kSteps = 100;
    std::vector<double> passed;
    for (int i = 0; i < kSteps; ++i) {
        const auto start = std::chrono::steady_clock::now();
        step(i);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        passed.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(passed);
    std::printf("%-12s median %6.2f ms  95 %% %6.2f ms  worst %6.2f ms  (%zu flips)\n", what, passed[kSteps / 2],
                passed[kSteps * 95 / 100], passed.back(), workbench.bench()->flips().size());
}

} // namespace

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    const std::size_t clips = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1142;
    Document document(
        [clips](const std::filesystem::path &file, const std::stop_token &) {
            return Result<std::shared_ptr<ClipAnalyst>>(
                std::make_shared<test::SyntheticPoints>(file, test::ScoreMake{.clips = clips}));
        },
        test::syntheticSources().makeDemo);
    CurrentPoint point;
    QUndoStack undo;
    FusionController fusion(document, point, undo);
    const std::unique_ptr<FusionPanel> panel(fusion.panel());
    panel->resize(1280, 360);
    panel->show();
    document.open("/project/street.tagscope");
    if (!QTest::qWaitFor([&] { return fusion.workbench().bench() != nullptr; }, 60000))
        return 1;
    panel->chooseEvent(3);
    QTest::qWait(300);
    std::printf("%zu clips, panel of %d x %d\n", clips, panel->width(), panel->height());
    WorkbenchService &workbench = fusion.workbench();
    time("threshold", workbench,
         [&](int i) { workbench.change(3, WorkbenchService::Value::Threshold, 0.4 + 0.002 * i, 1); });
    time("weight", workbench, [&](int i) { workbench.change(3, WorkbenchService::Value::Weight, 0.5 + 0.002 * i, 2); });
    time("another's", workbench,
         [&](int i) { workbench.change(5, WorkbenchService::Value::Threshold, 0.4 + 0.002 * i, 3); });
}
