// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/video_state.h"
#include "ui/document/document.h"
#include "ui/stages/mapping_service.h"

#include <QUndoCommand>
#include <memory>

namespace tagscope::ui {

// Another mapping of a whole project, once it is done: undone and done again by putting back what the project held,
// after whatever else is being stored of it. Where another one is open by then, undoing changes nothing.
class MapProject : public QUndoCommand {
public:
    // Of the open project. Both outlive it.
    MapProject(Document &document, MappingService &service, std::shared_ptr<const ProjectMapping> outcome,
               const QString &text);

    void undo() override;
    void redo() override;

private:
    void restore(MappingService::Side side);

    Document &document_;
    MappingService &service_;
    std::uint64_t project_;
    std::shared_ptr<const ProjectMapping> outcome_;
    bool isDone_ = true; // before it was pushed
};

} // namespace tagscope::ui
