// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/workbench_service.h"

#include "ui/base/delivery.h"
#include "ui/fusion/point_commands.h"

#include <utility>

namespace tagscope::ui {
namespace {

// The one event of which the points differ; -1 where there are more, or fewer.
int onlyDifference(const OperatingPoint &a, const OperatingPoint &b) {
    if (a.calibration != b.calibration || a.threshold.size() != b.threshold.size())
        return -1;
    int event = -1;
    for (std::size_t k = 0; k < a.threshold.size(); ++k) {
        if (a.threshold[k] == b.threshold[k] && a.videoWeight[k] == b.videoWeight[k])
            continue;
        if (event >= 0)
            return -1;
        event = static_cast<int>(k);
    }
    return event;
}

} // namespace

WorkbenchService::WorkbenchService(CurrentPoint &current, QUndoStack &undo, QObject *parent)
    : QObject(parent), current_(current), undo_(undo),
      loading_({"workbench", tr("Probabilities")}, [this](Result<Loaded> loaded) { take(std::move(loaded)); }) {
    judging_.setSingleShot(true);
    judging_.setInterval(kDeliveryMilliseconds);
    connect(&judging_, &QTimer::timeout, this, [this] { judge(); });
}

void WorkbenchService::setProject(std::shared_ptr<Project> project, OperatingPoint defaults) {
    loading_.forget();
    store_ = std::move(project);
    ++project_;
    judging_.stop();
    contents_.reset();
    bench_.reset();
    taken_ = {};
    taken_.point = defaults;
    point_ = defaults;
    saved_ = {};
    saved_.point = std::move(defaults);
    current_.set(std::nullopt);
    Q_EMIT loaded();
}

void WorkbenchService::begin(const NamedOperatingPoint &point) {
    judging_.stop();
    taken_ = point;
    point_ = point.point;
    saved_ = point;
    if (bench_) {
        bench_->setPoint(point_);
        bench_->setSaved(point_);
    }
    judge();
    Q_EMIT savedChanged();
    Q_EMIT edited(-1);
}

void WorkbenchService::load(const std::string &split) {
    if (!store_)
        return;
    loading_.start([project = store_, split, saved = saved_.point](const std::stop_token &) {
        return workbenchContents(*project, split).map([&](WorkbenchContents &&contents) {
            Loaded loaded{std::make_shared<const WorkbenchContents>(std::move(contents)), nullptr};
            if (loaded.contents->problem.empty() && loaded.contents->tables.truth.events == saved.threshold.size())
                loaded.bench = std::make_unique<Workbench>(loaded.contents->tables, loaded.contents->audible, saved);
            return loaded;
        });
    });
    Q_EMIT loadingBegan();
}

void WorkbenchService::take(Result<Loaded> read) {
    if (!read) {
        if (!read.error().isCancelled())
            Q_EMIT failed(read.error());
        return;
    }
    contents_ = std::move(read->contents);
    bench_ = std::move(read->bench);
    if (bench_) {
        if (bench_->saved() != saved_.point)
            bench_->setSaved(saved_.point);
        bench_->setPoint(point_);
        if (!bench_->knowsAudible())
            labels_ = Labels::Weak;
    }
    Q_EMIT loaded();
}

void WorkbenchService::setLabels(Labels labels) {
    if (labels == labels_ || (bench_ && labels == Labels::Audible && !bench_->knowsAudible()))
        return;
    labels_ = labels;
    Q_EMIT labelsChanged();
}

void WorkbenchService::change(std::size_t event, Value value, double to, int gesture) {
    const double before = value == Value::Weight ? point_.videoWeight.at(event) : point_.threshold.at(event);
    if (before != to)
        undo_.push(new ChangeValue(*this, event, value, before, to, gesture));
}

void WorkbenchService::changeBoth(std::size_t event, double weight, double threshold, int gesture) {
    OperatingPoint to = point_;
    to.videoWeight.at(event) = weight;
    to.threshold.at(event) = threshold;
    changeAll(to, tr("weight and threshold change"), gesture);
}

void WorkbenchService::changeAll(const OperatingPoint &to, const QString &text, int gesture) {
    if (to != point_)
        undo_.push(new ChangePoint(*this, point_, to, text, gesture));
}

void WorkbenchService::apply(std::size_t event, Value value, double to) {
    (value == Value::Weight ? point_.videoWeight : point_.threshold).at(event) = to;
    if (bench_ && value == Value::Weight)
        bench_->setWeight(event, to);
    else if (bench_)
        bench_->setThreshold(event, to);
    judgeSoon();
    Q_EMIT edited(static_cast<int>(event));
}

void WorkbenchService::apply(const OperatingPoint &to) {
    const int event = onlyDifference(point_, to);
    point_ = to;
    if (bench_ && event >= 0) {
        bench_->setWeight(static_cast<std::size_t>(event), to.videoWeight[static_cast<std::size_t>(event)]);
        bench_->setThreshold(static_cast<std::size_t>(event), to.threshold[static_cast<std::size_t>(event)]);
    } else if (bench_) {
        bench_->setPoint(to);
    }
    judgeSoon();
    Q_EMIT edited(event);
}

void WorkbenchService::use(const NamedOperatingPoint &point) {
    if (point != taken_ || point.point != point_ || point != saved_)
        undo_.push(new UsePoint(*this, {taken_, point_, saved_}, {point, point.point, point}));
}

void WorkbenchService::apply(const Use &use) {
    taken_ = use.taken;
    saved_ = use.saved;
    if (bench_)
        bench_->setSaved(saved_.point);
    apply(use.point);
    Q_EMIT savedChanged();
    Q_EMIT used(taken_.name);
}

void WorkbenchService::setSaved(const NamedOperatingPoint &saved) {
    saved_ = saved;
    if (bench_)
        bench_->setSaved(saved.point);
    Q_EMIT savedChanged();
}

void WorkbenchService::judge() {
    current_.set(point_, taken_.name, point_ != taken_.point);
}

void WorkbenchService::judgeSoon() {
    if (!judging_.isActive())
        judging_.start();
}

} // namespace tagscope::ui
