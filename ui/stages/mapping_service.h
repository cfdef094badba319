// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/video_state.h"
#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"
#include "ui/document/project_source.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

namespace tagscope::ui {

// Gives a project another mapping, or one that it had before, on a thread of its own, one after the other. Lives on the
// GUI thread. Destroying it asks the work to stop and waits for it.
class MappingService : public QObject {
    Q_OBJECT

public:
    enum class Side { Before, After };

    explicit MappingService(QObject *parent = nullptr);
    ~MappingService() override;

    // Maps all clips anew; until it has mapped() nothing has changed. Not while it is working.
    void apply(std::shared_ptr<ProjectSource> source, const MappingOptions &mapping);
    // Puts back what the project held before, or after, a change of the mapping; brief, and not cancelled.
    void restore(std::shared_ptr<ProjectSource> source, std::shared_ptr<const ProjectMapping> change, Side side);
    void cancel(); // what apply() began
    [[nodiscard]] bool isWorking() const { return delivery_.isActive(); }

Q_SIGNALS:
    void progressed(double fraction);
    // The source is told apart from one that was opened meanwhile.
    void mapped(const std::shared_ptr<ProjectSource> &source, const std::shared_ptr<const ProjectMapping> &outcome);
    void restored(const std::shared_ptr<ProjectSource> &source, const std::shared_ptr<const ProjectMapping> &change,
                  Side side);
    void failed(const Error &error); // Cancelled after cancel()

private:
    struct Restored {
        std::shared_ptr<const ProjectMapping> change;
        Side side = Side::Before;
    };
    using Outcome = std::variant<double, std::shared_ptr<const ProjectMapping>, Restored, Error>;
    struct Report {
        std::shared_ptr<ProjectSource> source;
        Outcome outcome;
    };

    using Work = std::function<Outcome(ProjectSource &, const std::stop_token &)>;
    void begin(std::shared_ptr<ProjectSource> source, Work work);
    void deliver();

    int unfinished_ = 0;
    std::stop_source running_;
    Inbox<Report> inbox_;
    QTimer delivery_;
    WorkerPool pool_{1}; // last, so that its thread ends before what it uses
};

} // namespace tagscope::ui
