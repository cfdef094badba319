// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/mapping_service.h"

#include "ui/base/delivery.h"

#include <exception>
#include <optional>
#include <utility>
#include <vector>

namespace tagscope::ui {

MappingService::MappingService(QObject *parent) : QObject(parent) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &MappingService::deliver);
}

MappingService::~MappingService() {
    running_.request_stop();
}

void MappingService::apply(std::shared_ptr<ProjectSource> source, const MappingOptions &mapping) {
    if (isWorking())
        return;
    running_ = std::stop_source();
    begin(source,
          [this, source, mapping, stopper = running_](ProjectSource &project,
                                                      const std::stop_token &poolStop) mutable -> Outcome {
              const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
              Result<ProjectMapping> outcome = project.applyMapping(
                  mapping,
                  [this, &source](double fraction, std::string_view) {
                      inbox_.put({source, fraction});
                  },
                  stopper.get_token());
              if (!outcome)
                  return outcome.error();
              return std::make_shared<const ProjectMapping>(std::move(*outcome));
          });
}

void MappingService::restore(std::shared_ptr<ProjectSource> source, std::shared_ptr<const ProjectMapping> change,
                             Side side) {
    begin(std::move(source),
          [restored = Restored{std::move(change), side}](ProjectSource &project, const std::stop_token &) -> Outcome {
              const VideoState &state =
                  restored.side == Side::Before ? restored.change->before : restored.change->after;
              if (const Result<void> done = project.restoreVideo(state); !done)
                  return done.error();
              return restored;
          });
}

void MappingService::begin(std::shared_ptr<ProjectSource> source, Work work) {
    ++unfinished_;
    pool_.run([this, project = std::move(source), task = std::move(work)](const std::stop_token &stop) {
        Outcome outcome = Error{Error::Kind::Internal, "ui.mapping_not_changed", {}};
        try {
            outcome = task(*project, stop);
        } catch (const std::exception &exception) {
            std::get<Error>(outcome).cause = exception.what();
        }
        inbox_.put({project, std::move(outcome)});
    });
    delivery_.start();
}

void MappingService::cancel() {
    running_.request_stop();
}

void MappingService::deliver() {
    std::optional<double> fraction;
    std::vector<Report> ended;
    for (Report &report : inbox_.drain()) {
        if (const auto *advance = std::get_if<double>(&report.outcome))
            fraction = *advance; // the last one says it all
        else
            ended.push_back(std::move(report));
    }
    unfinished_ -= static_cast<int>(ended.size());
    if (unfinished_ == 0)
        delivery_.stop();
    if (fraction)
        Q_EMIT progressed(*fraction);
    for (const Report &report : ended) {
        if (const auto *outcome = std::get_if<std::shared_ptr<const ProjectMapping>>(&report.outcome))
            Q_EMIT mapped(report.source, *outcome);
        else if (const auto *error = std::get_if<Error>(&report.outcome))
            Q_EMIT failed(*error);
        else if (const auto *change = std::get_if<Restored>(&report.outcome))
            Q_EMIT restored(report.source, change->change, change->side);
    }
}

} // namespace tagscope::ui
