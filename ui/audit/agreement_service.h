// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/agreement_summary.h"
#include "core/audit/queue_precision.h"
#include "ui/base/job.h"
#include "ui/document/project_contents.h"

#include <QObject>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tagscope::ui {

// What the verdicts say of a project's labels, and what that was computed from.
struct AuditEstimates {
    std::string split;     // of the noise and the changes; empty: all clips
    std::size_t clips = 0; // of it
    std::string audio;     // what made the probabilities; empty: none
    std::size_t withoutAudio = 0;
    std::size_t verdicts = 0; // that hold, of all clips
    std::vector<EventNoise> noise;
    std::vector<LabelChanges> changes; // of each event
    AuditSetup setup;                  // of the queue
    std::string formula;               // of its order
    std::size_t pairs = 0;             // in the queue
    std::optional<QueuePrecision> precision;
    Message problem; // why there is none
};

// Computes what annotators' verdicts say together on threads of its own; of several that were asked for only the last
// counts. Lives on the GUI thread. Destroying it asks what runs to stop and waits for it.
class AgreementService : public QObject {
    Q_OBJECT

public:
    explicit AgreementService(QObject *parent = nullptr);

    // `history`: of all clips, as Project::verdictHistory(). `events`: how many the project has.
    void listDisagreements(std::vector<Verdict> history);
    void summarise(std::vector<Verdict> history, std::size_t events, const AgreementRequest &request);
    // `split`: of the noise and the changes; empty: all clips.
    void estimate(std::shared_ptr<const Project> project, std::vector<std::string> events, std::vector<Verdict> history,
                  std::string split);
    void cancelEstimate();
    // Nothing that runs is told any more.
    void forget();

Q_SIGNALS:
    void disagreementsListed(const std::shared_ptr<const std::vector<Disagreement>> &disagreements);
    void summarised(const std::shared_ptr<const AgreementSummary> &summary);
    void estimated(const std::shared_ptr<const AuditEstimates> &estimates);
    void estimateFailed(const Error &error); // Cancelled after cancelEstimate()

private:
    template <class Value>
    using Shared = std::shared_ptr<const Value>;

    Job<Shared<std::vector<Disagreement>>> disagreements_;
    Job<Shared<AgreementSummary>> summary_;
    Job<Shared<AuditEstimates>> estimates_;
};

} // namespace tagscope::ui
