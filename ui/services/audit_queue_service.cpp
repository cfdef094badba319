#include "ui/services/audit_queue_service.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace tagscope::ui {

AuditQueueService::AuditQueueService(QObject *parent)
    : QObject(parent), job_([this](const Result<Made> &result) {
          if (!result) {
              if (!result.error().isCancelled())
                  Q_EMIT failed(result.error());
              return;
          }
          material_ = result->material;
          split_ = result->split;
          Q_EMIT made(result->queue);
      }) {}

void AuditQueueService::setProject(std::shared_ptr<const OpenProject> project) {
    forget();
    project_ = std::move(project);
}

void AuditQueueService::forget() {
    job_.forget();
    material_.reset();
}

void AuditQueueService::want(const SittingSetup &setup) {
    if (!project_)
        return;
    const Material known = split_ == setup.split ? material_ : nullptr;
    job_.start(
        [project = project_, setup, known](const std::stop_token &stop) { return make(*project, setup, known, stop); });
}

// On the worker.
Result<AuditQueueService::Made> AuditQueueService::make(const OpenProject &project, const SittingSetup &setup,
                                                        Material material, const std::stop_token &stop) {
    if (!material) {
        Result<AuditMaterial> read = project.source->auditMaterial(setup.split, stop);
        if (!read)
            return tl::unexpected(read.error());
        material = std::make_shared<const AuditMaterial>(std::move(*read));
    }
    QueueOptions options;
    options.order = setup.order;
    options.controlEvery = setup.controlEvery;
    options.holdBackDuplicates = setup.holdsBackDuplicates;
    options.seed = setup.seed;
    const std::vector<EventClass> &classes = project.contents.classes;
    if (!setup.event.empty()) {
        const auto found = std::ranges::find(classes, setup.event, &EventClass::name);
        if (found == classes.end())
            return fail(Error::Kind::Inconsistent,
                        "The project has no event " + setup.event + ". Choose another one, or all events.");
        options.event = static_cast<std::size_t>(found - classes.begin());
    }
    const Result<AuditQueue> queue = auditQueue(*material, options);
    if (!queue)
        return tl::unexpected(queue.error());
    auto made = std::make_shared<SittingQueue>();
    made->setup = setup;
    made->heldBack = queue->heldBack.size();
    for (const QueueRow &row : queue->rows) {
        const Clip &clip = material->clips[row.clip];
        if (clip.isMissing && !project.contents.makesMedia) {
            ++made->withoutMedia;
            continue;
        }
        const AuditedPair pair{clip.id, static_cast<int>(row.event)};
        made->places.emplace(pair, made->rows.size());
        made->rows.push_back({pair.first, pair.second, row.value});
    }
    made->byValue.resize(made->rows.size());
    std::iota(made->byValue.begin(), made->byValue.end(), std::size_t{0});
    std::ranges::stable_sort(made->byValue, std::ranges::greater(),
                             [&made](std::size_t place) { return made->rows[place].value; });
    return Made{std::move(material), setup.split, std::move(made)};
}

} // namespace tagscope::ui
