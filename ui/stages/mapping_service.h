// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/video_state.h"
#include "ui/base/job.h"
#include "ui/document/clip_analyst.h"

#include <QObject>
#include <memory>

namespace tagscope::ui {

// Gives a project another mapping, or one that it had before, on a thread of its own, one after the other. Lives on the
// GUI thread. Destroying it asks the work to stop and waits for it.
class MappingService : public QObject {
    Q_OBJECT

public:
    enum class Side { Before, After };

    explicit MappingService(QObject *parent = nullptr);

    // Maps all clips anew; until it has mapped() nothing has changed. Not while it is working.
    void apply(std::shared_ptr<ClipAnalyst> analyst, const MappingOptions &mapping);
    // The same with the mapping that the project has, whose events are others now: mappedAgain() tells of it.
    void applyAgain(std::shared_ptr<ClipAnalyst> analyst);
    // Puts back what the project held before, or after, a change of the mapping; brief, and not cancelled. Where its
    // events are others than then, all clips are mapped anew with the mapping of that side: mappedAgain() tells of it.
    void restore(std::shared_ptr<ClipAnalyst> analyst, std::shared_ptr<const ProjectMapping> change, Side side);
    void cancel(); // what apply() began
    [[nodiscard]] bool isWorking() const { return queue_.isRunning(); }

Q_SIGNALS:
    void progressed(double fraction);
    // The source is told apart from one that was opened meanwhile.
    void mapped(const std::shared_ptr<ClipAnalyst> &analyst, const std::shared_ptr<const ProjectMapping> &outcome);
    void mappedAgain(const std::shared_ptr<ClipAnalyst> &analyst, const std::shared_ptr<const ProjectMapping> &outcome);
    void restored(const std::shared_ptr<ClipAnalyst> &analyst, const std::shared_ptr<const ProjectMapping> &change,
                  Side side);
    void failed(const Error &error); // Cancelled after cancel()

private:
    JobNumber applying_ = 0;
    JobQueue queue_;
};

} // namespace tagscope::ui
