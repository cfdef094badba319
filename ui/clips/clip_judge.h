// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/base/paced.h"
#include "ui/clips/clip_figures.h"
#include "ui/clips/clip_scores.h"
#include "ui/document/document.h"

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

// Tags all clips of the open project by the probabilities that it stores, away from the GUI thread: reads them once,
// and tags anew with each operating point. Only the latest point counts. Lives on the GUI thread.
class ClipJudge : public QObject {
    Q_OBJECT

public:
    using Judgements = std::shared_ptr<const std::vector<ClipJudgement>>; // one a clip, in the project's order

    explicit ClipJudge(QObject *parent = nullptr);

    void setProject(std::shared_ptr<const OpenProject> project); // null: none
    // Nothing: the project's own, or that of its classes.
    void setPoint(const std::optional<OperatingPoint> &point);
    void setLabels(std::shared_ptr<const OpenProject> project); // the same one, with other labels
    void refresh();                                             // reads the probabilities again
    void refreshSoon();                                         // likewise, as often as it may be while they change

Q_SIGNALS:
    void judged(const Judgements &judgements);
    void scored(const std::shared_ptr<const ClipScores> &scores); // with judged(), that they come of
    void failed(const Error &error);

private:
    using Figures = std::shared_ptr<const ClipFigures>;
    struct Judged {
        Figures figures;
        Judgements judgements;
        std::shared_ptr<const ClipScores> scores;
    };
    void start();
    void take(const Result<Judged> &made);

    std::shared_ptr<const OpenProject> project_;
    Figures figures_; // null until they are read
    std::optional<OperatingPoint> point_;
    std::optional<OperatingPoint> asked_; // of the job
    Paced paced_;
    Job<Judged> job_;
};

} // namespace tagscope::ui
