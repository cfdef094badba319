// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/map_project.h"

#include <utility>

namespace tagscope::ui {

MapProject::MapProject(MappingService &service, std::weak_ptr<ClipAnalyst> analyst,
                       std::shared_ptr<const ProjectMapping> outcome, const QString &text)
    : QUndoCommand(text), service_(service), analyst_(std::move(analyst)), outcome_(std::move(outcome)) {}

void MapProject::restore(MappingService::Side side) {
    if (std::shared_ptr<ClipAnalyst> analyst = analyst_.lock())
        service_.restore(std::move(analyst), outcome_, side);
}

void MapProject::undo() {
    restore(MappingService::Side::Before);
}

void MapProject::redo() {
    if (!std::exchange(isDone_, false))
        restore(MappingService::Side::After);
}

} // namespace tagscope::ui
