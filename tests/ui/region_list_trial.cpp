// SPDX-License-Identifier: GPL-3.0-or-later
// How long the table of all regions keeps the window from answering, and until it is there: filled, sorted and
// filtered, with 100,000 regions of 10,000 clips. Not a test: its figures depend on the machine. Run:
// QT_QPA_PLATFORM=offscreen region_list_trial [REGIONS]

#include "tests/ui/synthetic_project.h"
#include "ui/audit/region_list_model.h"
#include "ui/base/fitted_table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <numbers>
#include <string>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

constexpr std::size_t kClips = 10000;
constexpr double kMilli = 1e-6; // nanoseconds

// The longest that an event took, and the time until the table is arranged and painted.
class Watch : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override {
        QElapsedTimer timer;
        timer.start();
        const bool isDone = QApplication::notify(receiver, event);
        longest_ = std::max(longest_, static_cast<double>(timer.nsecsElapsed()) * kMilli);
        return isDone;
    }
    void measure(const char *what, const RegionListModel &model, const std::function<void()> &act) {
        QEventLoop loop;
        connect(&model, &RegionListModel::arranged, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        longest_ = 0.0;
        QElapsedTimer timer;
        timer.start();
        act();
        const double asked = static_cast<double>(timer.nsecsElapsed()) * kMilli;
        loop.exec();
        processEvents(); // with what is painted
        std::printf("%-28s %8.1f ms at most, there after %8.1f ms, %d rows\n", what, std::max(asked, longest_),
                    static_cast<double>(timer.nsecsElapsed()) * kMilli, model.rowCount());
    }

private:
    double longest_ = 0.0;
};

RegionsByClip regionsOf(const ProjectContents &contents, std::size_t count) {
    std::unordered_map<ClipId, std::vector<MarkedRegion>> regions;
    for (std::size_t i = 0; i < count; ++i) {
        const double scattered = static_cast<double>(i) * std::numbers::phi;
        MarkedRegion region;
        region.clip = contents.clips[i % contents.clips.size()].clip.id;
        region.event = static_cast<int>(i * 7 % contents.classes.size());
        region.annotator = i % 3 == 0 ? "Ann" : "a detector with a long name";
        region.onset = Seconds{8.0 * (scattered - static_cast<double>(static_cast<std::size_t>(scattered)))};
        region.offset = region.onset + Seconds{1.0};
        region.confidence = region.onset.count() / 8.0;
        region.source = "detections of week " + std::to_string(i % 52) + ".csv";
        regions[region.clip].push_back(std::move(region));
    }
    RegionsByClip shared;
    for (auto &[clip, some] : regions)
        shared[clip] = std::make_shared<const std::vector<MarkedRegion>>(std::move(some));
    return shared;
}

} // namespace

int main(int argc, char **argv) {
    Watch application(argc, argv);
    test::ProjectMake make;
    make.clips = kClips;
    auto project = std::make_shared<OpenProject>();
    project->analyst = std::make_shared<test::SyntheticProject>("/project/large.tagscope", make);
    project->contents = *readContents(project->analyst->project());
    const RegionsByClip regions =
        regionsOf(project->contents, argc > 1 ? static_cast<std::size_t>(std::atoll(argv[1])) : 100000);
    RegionListModel model;
    FittedTable table(model, {0, 1, static_cast<int>(RegionColumn::Source), static_cast<int>(RegionColumn::Note)});
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setSortingEnabled(true);
    table.resize(1200, 800);
    table.show();
    application.measure("sorted while empty", model, [&] { table.sortByColumn(0, Qt::AscendingOrder); });
    application.measure("filled", model, [&] { model.fill(project, regions); });
    for (int column = 0; column < kRegionColumns; ++column) {
        const QString title = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        application.measure(("sorted by " + title.toStdString()).c_str(), model,
                            [&] { table.sortByColumn(column, Qt::DescendingOrder); });
    }
    application.measure("an event", model, [&] { model.setEvent(3); });
    application.measure("all again", model, [&] { model.setEvent({}); });
    application.measure("words", model, [&] { model.setWords(QStringLiteral("week 5 ann")); });
    application.measure("all again", model, [&] { model.setWords({}); });
    table.selectAll();
    application.measure("an event, all chosen", model, [&] { model.setEvent(3); });
    application.measure("all again", model, [&] { model.setEvent({}); });
    const ClipId clip = project->contents.clips[kClips / 2].clip.id;
    application.measure("a clip's are others", model, [&] { model.setRegionsOf(clip, {}); });
    return 0;
}
