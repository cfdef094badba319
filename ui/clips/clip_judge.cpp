// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_judge.h"

#include "ui/base/delivery.h"

#include <exception>
#include <utility>

namespace tagscope::ui {
ClipJudge::ClipJudge(QObject *parent) : QObject(parent) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &ClipJudge::deliver);
}

ClipJudge::~ClipJudge() {
    running_.request_stop();
}

void ClipJudge::setProject(std::shared_ptr<const OpenProject> project) {
    project_ = std::move(project);
    figures_.reset();
    start();
}

void ClipJudge::setPoint(const std::optional<OperatingPoint> &point) {
    if (point == point_)
        return;
    point_ = point;
    if (figures_) // else they are being read, which is not begun anew for each step of a slider
        start();
}

void ClipJudge::refresh() {
    figures_.reset();
    start();
}

void ClipJudge::start() {
    running_.request_stop();
    ++latest_;
    delivery_.stop();
    if (!project_)
        return;
    running_ = std::stop_source();
    pool_.run([this, number = latest_, project = project_, figures = figures_, point = point_,
               source = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&source] { source.request_stop(); });
        inbox_.put(work(number, *project, std::move(figures), point, source.get_token()));
    });
    delivery_.start();
}

// On the pool's thread.
ClipJudge::Report ClipJudge::work(std::uint64_t number, const OpenProject &project, Figures figures,
                                  const std::optional<OperatingPoint> &point, const std::stop_token &stop) {
    try {
        if (!figures && !stop.stop_requested()) {
            Result<ClipFigures> read = project.source->figures(stop);
            if (!read)
                return {number, point, nullptr, tl::unexpected(read.error())};
            figures = std::make_shared<const ClipFigures>(std::move(*read));
        }
        if (stop.stop_requested())
            return {number, point, std::move(figures), cancelled()};
        const std::vector<EventClass> &classes = project.contents.classes;
        OperatingPoint chosen = point ? *point : figures->point.value_or(pointOf(classes));
        if (chosen.threshold.size() != classes.size() || chosen.videoWeight.size() != classes.size())
            chosen = pointOf(classes); // of another project
        Result<std::vector<ClipJudgement>> judged = judgeClips(project.contents, *figures, chosen, stop);
        if (!judged)
            return {number, point, std::move(figures), tl::unexpected(judged.error())};
        return {number, point, std::move(figures),
                Judgements(std::make_shared<const std::vector<ClipJudgement>>(std::move(*judged)))};
    } catch (const std::exception &exception) {
        return {number, point, nullptr, fail(Error::Kind::Internal, "ui.clips_not_tagged", exception.what())};
    }
}

void ClipJudge::deliver() {
    for (Report &report : inbox_.drain()) {
        if (report.number != latest_)
            continue;
        delivery_.stop();
        figures_ = report.figures;
        if (figures_ && report.point != point_)
            start();
        else if (report.judgements)
            Q_EMIT judged(*report.judgements);
        else if (!report.judgements.error().isCancelled())
            Q_EMIT failed(report.judgements.error());
    }
}

} // namespace tagscope::ui
