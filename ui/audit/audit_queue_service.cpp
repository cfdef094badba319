// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_queue_service.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

namespace tagscope::ui {

namespace {

AuditedPair pairOf(const SittingRow &row) {
    return {row.clip, row.event};
}

// All pairs of a clip come together, where the first of them stands: it is listened to once.
void gatherPages(std::vector<SittingRow> &rows) {
    std::unordered_map<ClipId, std::size_t> first;
    for (std::size_t place = 0; place < rows.size(); ++place)
        first.try_emplace(rows[place].clip, place);
    std::ranges::stable_sort(rows, {}, [&first](const SittingRow &row) { return first.at(row.clip); });
}

// The first stage at which the annotator has not answered everything yet, or the last one.
AuditStage openStageOf(const AuditTask &task, const std::vector<Verdict> &standing) {
    std::set<std::pair<AuditStage, AuditedPair>> said;
    for (const Verdict &verdict : standing)
        if (verdict.annotator == task.annotator)
            said.emplace(verdict.stage, tagscope::pairOf(verdict));
    for (const AuditStage stage : task.stages)
        for (const TaskPage &page : task.pages)
            for (const int event : page.events)
                if (!said.contains({stage, {page.clip, event}}))
                    return stage;
    return task.stages.back();
}

Result<std::shared_ptr<SittingQueue>> queueOfTask(const OpenProject &project, const AuditTask &task) {
    Result<std::vector<Verdict>> history = project.store->verdictHistory();
    if (!history)
        return tl::unexpected(history.error());
    std::set<ClipId> missing;
    for (const LabelledClip &clip : project.contents.clips)
        if (clip.clip.isMissing && !project.contents.makesMedia)
            missing.insert(clip.clip.id);
    auto made = std::make_shared<SittingQueue>();
    made->task = task;
    made->setup.order = QueueOrder::Random; // what chose the pages is not known here
    made->setup.stage = openStageOf(task, standingVerdicts(std::move(*history)));
    for (const TaskPage &page : task.pages)
        for (const int event : page.events) {
            if (missing.contains(page.clip))
                ++made->withoutMedia;
            else
                made->rows.push_back({page.clip, event, 0.0});
        }
    order(*made);
    return made;
}

} // namespace

std::optional<std::size_t> SittingQueue::placeOf(const AuditedPair &pair) const {
    const auto found =
        std::ranges::lower_bound(byPair, pair, {}, [this](std::size_t place) { return pairOf(rows[place]); });
    return found != byPair.end() && pairOf(rows[*found]) == pair ? std::optional(*found) : std::nullopt;
}

void order(SittingQueue &queue) {
    queue.byValue.resize(queue.rows.size());
    std::iota(queue.byValue.begin(), queue.byValue.end(), std::size_t{0});
    queue.byPair = queue.byValue;
    std::ranges::stable_sort(queue.byValue, std::ranges::greater(),
                             [&queue](std::size_t place) { return queue.rows[place].value; });
    std::ranges::sort(queue.byPair, {}, [&queue](std::size_t place) { return pairOf(queue.rows[place]); });
}

AuditQueueService::AuditQueueService(QObject *parent)
    : QObject(parent), job_({"queue", tr("Audit queue")}, [this](const Result<Made> &result) {
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
    const Result<std::optional<AuditTask>> task = taskOf(*project.store);
    if (!task)
        return tl::unexpected(task.error());
    if (*task) { // which leaves nothing to choose
        Result<std::shared_ptr<SittingQueue>> pages = queueOfTask(project, **task);
        if (!pages)
            return tl::unexpected(pages.error());
        return Made{nullptr, {}, std::move(*pages)};
    }
    if (!material) {
        Result<AuditMaterial> read = auditMaterial(*project.store, splitOrAll(setup.split), {}, stop);
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
            return fail(Error::Kind::Inconsistent, {"ui.no_such_event", setup.event});
        options.event = static_cast<std::size_t>(found - classes.begin());
    }
    const Result<AuditQueue> queue = auditQueue(*material, options);
    if (!queue)
        return tl::unexpected(queue.error());
    auto made = std::make_shared<SittingQueue>();
    made->setup = setup;
    made->formula = formulaFor(*material, setup.order);
    made->note = noteOn(*material, setup.order);
    made->heldBack = queue->heldBack.size();
    const std::vector<RankedPair> ranked = rankedPairs(*material, *queue);
    for (std::size_t place = 0; place < queue->rows.size(); ++place) {
        const QueueRow &row = queue->rows[place];
        const Clip &clip = material->clips[row.clip];
        if (clip.isMissing && !project.contents.makesMedia) {
            ++made->withoutMedia;
            continue;
        }
        made->rows.push_back({clip.id, static_cast<int>(row.event), row.value});
        made->ranked.push_back(ranked[place]);
    }
    gatherPages(made->rows);
    order(*made);
    return Made{std::move(material), setup.split, std::move(made)};
}

} // namespace tagscope::ui
