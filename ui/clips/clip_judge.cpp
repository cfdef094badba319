// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_judge.h"

#include <utility>

namespace tagscope::ui {
ClipJudge::ClipJudge(QObject *parent)
    : QObject(parent), paced_([this] { refresh(); }),
      job_({"tags", tr("Tags of the clips")}, [this](const Result<Judged> &judged) { take(judged); }) {}

void ClipJudge::setProject(std::shared_ptr<const OpenProject> project) {
    project_ = std::move(project);
    paced_.forget();
    figures_.reset();
    start();
}

void ClipJudge::setLabels(std::shared_ptr<const OpenProject> project) {
    project_ = std::move(project);
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

void ClipJudge::refreshSoon() {
    paced_.want();
}

void ClipJudge::start() {
    job_.forget();
    if (!project_) {
        paced_.over();
        return;
    }
    asked_ = point_;
    job_.start([project = project_, known = figures_, point = point_](const std::stop_token &stop) -> Result<Judged> {
        Figures figures = known;
        if (!figures) {
            Result<ClipFigures> read = clipFigures(*project->store, stop);
            if (!read)
                return tl::unexpected(read.error());
            figures = std::make_shared<const ClipFigures>(std::move(*read));
        }
        const std::vector<EventClass> &classes = project->contents.classes;
        OperatingPoint chosen = point ? *point : figures->point.value_or(pointOf(classes));
        if (chosen.threshold.size() != classes.size() || chosen.videoWeight.size() != classes.size())
            chosen = pointOf(classes); // of another project
        return judgeClips(project->contents, *figures, chosen, stop).map([&](std::vector<ClipJudgement> &&judgements) {
            return Judged{figures, std::make_shared<const std::vector<ClipJudgement>>(std::move(judgements)),
                          std::make_shared<const ClipScores>(figures, chosen)};
        });
    });
}

void ClipJudge::take(const Result<Judged> &made) {
    if (made)
        figures_ = made->figures;
    if (asked_ != point_) {
        start();
        return;
    }
    paced_.over();
    if (made) {
        Q_EMIT scored(made->scores);
        Q_EMIT judged(made->judgements);
    } else if (!made.error().isCancelled()) {
        Q_EMIT failed(made.error());
    }
}

} // namespace tagscope::ui
