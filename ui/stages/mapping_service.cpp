// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/mapping_service.h"

#include <utility>

namespace tagscope::ui {

MappingService::MappingService(QObject *parent)
    : QObject(parent), queue_({"mapping", tr("Mapping"), JobTitle::Always}) {
    queue_.setCancel([this] { cancel(); });
}

void MappingService::apply(std::shared_ptr<ClipAnalyst> analyst, const MappingOptions &mapping) {
    if (isWorking())
        return;
    applying_ = queue_.add(
        [analyst, mapping](const std::stop_token &stop, const JobReport<std::monostate> &report) {
            return analyst->applyMapping(mapping, report.progress, stop);
        },
        [this, analyst](Result<ProjectMapping> outcome) {
            if (outcome)
                Q_EMIT mapped(analyst, std::make_shared<const ProjectMapping>(std::move(*outcome)));
            else
                Q_EMIT failed(outcome.error());
        },
        [this](double fraction, const QString &) { Q_EMIT progressed(fraction); });
}

void MappingService::applyAgain(std::shared_ptr<ClipAnalyst> analyst) {
    applying_ = queue_.add(
        [analyst](const std::stop_token &stop, const JobReport<std::monostate> &report) {
            return analyst->mapAgain(report.progress, stop);
        },
        [this, analyst](Result<ProjectMapping> outcome) {
            if (outcome)
                Q_EMIT mappedAgain(analyst, std::make_shared<const ProjectMapping>(std::move(*outcome)));
            else
                Q_EMIT failed(outcome.error());
        },
        [this](double fraction, const QString &) { Q_EMIT progressed(fraction); });
}

void MappingService::restore(std::shared_ptr<ClipAnalyst> analyst, std::shared_ptr<const ProjectMapping> change,
                             Side side) {
    using Anew = std::shared_ptr<const ProjectMapping>; // null where it was put back
    queue_.add(
        [analyst, change, side](const std::stop_token &stop, const JobReport<std::monostate> &report) -> Result<Anew> {
            const VideoState &wanted = side == Side::Before ? change->before : change->after;
            if (wanted.events == analyst->project().classes())
                return analyst->restoreVideo(wanted).map([] { return Anew(); });
            return analyst->applyMapping(wanted.mapping, report.progress, stop).map([](ProjectMapping &&made) {
                return std::make_shared<const ProjectMapping>(std::move(made));
            });
        },
        [this, analyst, change, side](const Result<Anew> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            else if (*done)
                Q_EMIT mappedAgain(analyst, *done);
            else
                Q_EMIT restored(analyst, change, side);
        },
        [this](double fraction, const QString &) { Q_EMIT progressed(fraction); });
}

void MappingService::cancel() {
    queue_.cancel(applying_);
}

} // namespace tagscope::ui
