// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/agreement_service.h"

#include <utility>

namespace tagscope::ui {
namespace {

template <class Value>
std::shared_ptr<const Value> shared(Value value) {
    return std::make_shared<const Value>(std::move(value));
}

Result<AuditEstimates> estimatesOf(const Project &project, const std::vector<std::string> &events,
                                   const std::vector<Verdict> &standing, const std::string &split,
                                   const std::stop_token &stop) {
    const Result<AuditMaterial> material = auditMaterial(project, splitOrAll(split), {}, stop);
    if (!material)
        return tl::unexpected(material.error());
    Result<std::vector<EventNoise>> noise = labelNoise(*material, events, standing);
    const Result<std::optional<std::string>> stored = project.setting(kAuditSetupKey);
    if (!noise || !stored)
        return tl::unexpected(noise ? stored.error() : noise.error());
    AuditEstimates estimates;
    estimates.split = split;
    estimates.clips = material->clips.size();
    estimates.audio = material->audio ? material->audio->name : std::string();
    estimates.withoutAudio = material->withoutAudio;
    estimates.verdicts = standing.size();
    estimates.noise = std::move(*noise);
    estimates.changes = labelChanges(*material, standing);
    estimates.setup = auditSetupFromJson(stored->value_or("{}"), events);
    const Result<AuditMaterial> ofQueue = estimates.setup.split == split
                                              ? *material
                                              : auditMaterial(project, splitOrAll(estimates.setup.split), {}, stop);
    const Result<AuditQueue> queue =
        ofQueue.and_then([&](const AuditMaterial &of) { return auditQueue(of, estimates.setup.queue); });
    if (stop.stop_requested())
        return cancelled();
    if (queue) {
        estimates.formula = formulaFor(*ofQueue, estimates.setup.queue.order);
        estimates.pairs = queue->rows.size();
        estimates.precision = queuePrecision(*ofQueue, *queue, standing);
    } else {
        estimates.problem = queue.error().message;
    }
    return estimates;
}

} // namespace

AgreementService::AgreementService(QObject *parent)
    : QObject(parent), disagreements_({"disagreements", tr("Agreement")},
                                      [this](const auto &result) {
                                          if (result)
                                              Q_EMIT disagreementsListed(*result);
                                      }),
      summary_({"agreement", tr("Agreement")},
               [this](const auto &result) {
                   if (result)
                       Q_EMIT summarised(*result);
               }),
      estimates_({"estimates", tr("Label noise")}, [this](const auto &result) {
          if (result)
              Q_EMIT estimated(*result);
          else
              Q_EMIT estimateFailed(result.error());
      }) {}

void AgreementService::listDisagreements(std::vector<Verdict> history) {
    disagreements_.start([history = std::move(history)](const std::stop_token &) {
        return Result<Shared<std::vector<Disagreement>>>(shared(disagreementsIn(standingVerdicts(history))));
    });
}

void AgreementService::summarise(std::vector<Verdict> history, std::size_t events, const AgreementRequest &request) {
    summary_.start([history = std::move(history), events, request](const std::stop_token &stop) {
        return summariseAgreement(standingVerdicts(history), events, request, stop).map([](AgreementSummary &&summary) {
            return shared(std::move(summary));
        });
    });
}

void AgreementService::estimate(std::shared_ptr<const Project> project, std::vector<std::string> events,
                                std::vector<Verdict> history, std::string split) {
    estimates_.start([project = std::move(project), events = std::move(events), history = std::move(history),
                      split = std::move(split)](const std::stop_token &stop) {
        return estimatesOf(*project, events, standingVerdicts(history), split, stop)
            .map([](AuditEstimates &&estimates) { return shared(std::move(estimates)); });
    });
}

void AgreementService::cancelEstimate() {
    estimates_.cancel();
}

void AgreementService::forget() {
    disagreements_.forget();
    summary_.forget();
    estimates_.forget();
}

} // namespace tagscope::ui
