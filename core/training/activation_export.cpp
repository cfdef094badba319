// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/activation_export.h"

#include "core/evaluation/systems.h"
#include "core/training/stored_activations.h"

#include <memory>
#include <utility>

namespace tagscope {
namespace {

Result<std::string> runOf(const Project &project, const ExportRequest &request) {
    const Result<System> system =
        request.point.empty()
            ? systemsFor(project, request.split).map([](std::vector<System> &&all) { return std::move(all.back()); })
            : systemNamed(project, request.split, request.point);
    if (!system)
        return tl::unexpected(system.error());
    if (!system->sources.audio)
        return fail(Error::Kind::Inconsistent,
                    "The operating point has no audio branch, and so no activations. Name a run.");
    return system->sources.audio->name;
}

} // namespace

Result<ActivationSource> activationsFor(const Project &project, const ExportRequest &request, const std::string &run) {
    const Result<std::string> name = run.empty() ? runOf(project, request) : Result<std::string>(run);
    if (!name)
        return tl::unexpected(name.error());
    Result<StoredActivations> stored = StoredActivations::open(project.runDirectory(*name), request.split);
    if (!stored)
        return tl::unexpected(stored.error());
    std::vector<std::string> events;
    for (const EventClass &event : project.classes())
        events.push_back(event.name);
    if (stored->events() != events)
        return fail(Error::Kind::Inconsistent,
                    "The activations of \"" + *name + "\" are of other events than the project's. Predict anew.");
    const auto shared = std::make_shared<const StoredActivations>(std::move(*stored));
    return ActivationSource{shared->hop(), [shared](const std::string &clip) { return shared->of(clip); }};
}

} // namespace tagscope
