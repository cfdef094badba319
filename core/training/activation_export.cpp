// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/activation_export.h"

#include "core/base/try.h"
#include "core/evaluation/systems.h"
#include "core/exchange/stored_activations.h"

#include <memory>
#include <utility>

namespace tagscope {
namespace {

Result<std::string> runOf(const Project &project, const ExportRequest &request) {
    const System system = TAGSCOPE_TRY(
        request.point.empty()
            ? systemsFor(project, request.split).map([](std::vector<System> &&all) { return std::move(all.back()); })
            : systemNamed(project, request.split, request.point));
    if (!system.sources.audio)
        return fail(Error::Kind::Inconsistent, "training.point_without_audio");
    return system.sources.audio->name;
}

} // namespace

Result<ActivationSource> activationsFor(const Project &project, const ExportRequest &request, const std::string &run) {
    const std::string name = TAGSCOPE_TRY(run.empty() ? runOf(project, request) : Result<std::string>(run));
    const std::filesystem::path directory = TAGSCOPE_TRY(project.runDirectory(name));
    StoredActivations stored = TAGSCOPE_TRY(StoredActivations::open(directory, request.split));
    if (stored.events() != namesOf(project.classes()))
        return fail(Error::Kind::Inconsistent, {"training.activations_of_other_events", name});
    const auto shared = std::make_shared<const StoredActivations>(std::move(stored));
    return ActivationSource{[shared](const std::string &clip) { return shared->of(clip); }};
}

} // namespace tagscope
