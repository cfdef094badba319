// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/video_state.h"
#include "ui/stages/mapping_service.h"

#include <QUndoCommand>
#include <functional>
#include <memory>

namespace tagscope::ui {

// Another mapping of a whole project, once it is done: undone and done again by putting back what the project held.
class MapProject : public QUndoCommand {
public:
    // `source`: of the project; where another one is open by then, undoing changes nothing. `service` outlives it.
    MapProject(MappingService &service, std::weak_ptr<ClipAnalyst> analyst,
               std::shared_ptr<const ProjectMapping> outcome, const QString &text);

    void undo() override;
    void redo() override;

private:
    void restore(MappingService::Side side);

    MappingService &service_;
    std::weak_ptr<ClipAnalyst> analyst_;
    std::shared_ptr<const ProjectMapping> outcome_;
    bool isDone_ = true; // before it was pushed
};

} // namespace tagscope::ui
