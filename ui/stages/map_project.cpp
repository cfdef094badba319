// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/map_project.h"

#include <utility>

namespace tagscope::ui {

MapProject::MapProject(Document &document, MappingService &service, std::shared_ptr<const ProjectMapping> outcome,
                       const QString &text)
    : QUndoCommand(text), document_(document), service_(service), project_(document.edits().project()),
      outcome_(std::move(outcome)) {}

void MapProject::restore(MappingService::Side side) {
    if (project_ != document_.edits().project())
        return;
    // Events that are being changed have the project opened again: the one that holds now would be closed under it.
    document_.whenSettled(&service_, [&document = document_, &service = service_, outcome = outcome_, side] {
        service.restore(document.project()->analyst, outcome, side);
    });
}

void MapProject::undo() {
    restore(MappingService::Side::Before);
}

void MapProject::redo() {
    if (!std::exchange(isDone_, false))
        restore(MappingService::Side::After);
}

} // namespace tagscope::ui
