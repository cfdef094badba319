// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_task.h"
#include "core/audit/queue_precision.h"
#include "core/project/audited_truth.h"
#include "ui/audit/sitting_setup.h"
#include "ui/base/job.h"
#include "ui/document/document.h"

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

// A pair that is to be judged. That it is a control is not said: who judges it is not to know.
struct SittingRow {
    ClipId clip = 0;
    int event = 0;      // index into the project's classes
    double value = 0.0; // of the order's formula

    friend bool operator==(const SittingRow &, const SittingRow &) = default;
};

// All pairs of a sitting, those first that come first. Immutable once made.
struct SittingQueue {
    SittingSetup setup;
    std::vector<SittingRow> rows;
    std::vector<RankedPair> ranked;   // the same, as the order has them: for who judges with everything shown
    std::vector<std::size_t> byPair;  // places, by clip and event
    std::vector<std::size_t> byValue; // places, the largest value first
    std::size_t heldBack = 0;         // nearly the same clip is in the queue
    std::size_t withoutMedia = 0;     // left out: there is nothing to hear
    std::string formula;              // of the order
    std::optional<Message> note;      // on it
    std::optional<AuditTask> task;    // whose pages these are, at the stage that is open

    [[nodiscard]] std::optional<std::size_t> placeOf(const AuditedPair &pair) const;
};

// Fills in the places of the rows.
void order(SittingQueue &queue);

// Makes the queue of a setup away from the GUI thread. What the project's pairs are ordered by is kept, so that another
// order is there at once. Lives on the GUI thread.
class AuditQueueService : public QObject {
    Q_OBJECT

public:
    explicit AuditQueueService(QObject *parent = nullptr);

    void setProject(std::shared_ptr<const OpenProject> project); // null: none
    void want(const SittingSetup &setup);                        // only the latest wish counts
    void forget(); // scores and labels may be others by now: they are read again
    [[nodiscard]] bool isWorking() const { return job_.isRunning(); }

Q_SIGNALS:
    void made(const std::shared_ptr<const SittingQueue> &queue);
    void failed(const Error &error);

private:
    using Material = std::shared_ptr<const AuditMaterial>;
    struct Made {
        Material material;
        std::string split;
        std::shared_ptr<const SittingQueue> queue;
    };
    [[nodiscard]] static Result<Made> make(const OpenProject &project, const SittingSetup &setup, Material material,
                                           const std::stop_token &stop);

    std::shared_ptr<const OpenProject> project_;
    Material material_; // null until it is read
    std::string split_; // of which it is
    Job<Made> job_;
};

} // namespace tagscope::ui
