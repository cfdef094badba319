// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/sources.h"

#include <QObject>
#include <deque>
#include <memory>
#include <string>

namespace tagscope::ui {

// Answers questions about clips away from the GUI thread and keeps the latest answers. Only the latest question counts.
// Lives on the GUI thread. Destroying it asks the work to stop and waits for it.
class ExplanationService : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kKept = 32; // of about half a MiB each

    using Clip = std::shared_ptr<const ClipAnalysis>;

    explicit ExplanationService(QObject *parent = nullptr);

    // `explain` is called on the worker. Tells answered() at once where the answer is kept.
    void ask(const Clip &clip, const Question &question, const ExplainFunction &explain);
    void cancel();
    [[nodiscard]] bool isWorking() const { return job_.isRunning(); }

    // What is kept; null where it is not. Of an occlusion the events are those of the clip's present weights,
    // thresholds and pictures.
    [[nodiscard]] std::shared_ptr<const Answer> find(const ClipAnalysis &clip, const Question &question) const;

Q_SIGNALS:
    void progressed(double fraction);
    // Each question ends with exactly one of these.
    void answered(const std::shared_ptr<const Answer> &answer);
    void failed(const Error &error);
    void cancelled();

private:
    // What an answer follows from.
    struct Key {
        std::string clip;
        Question question;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct Kept {
        Key key;
        std::shared_ptr<const Answer> answer;
    };

    [[nodiscard]] static Key keyOf(const ClipAnalysis &clip, const Question &question);
    void take(const Result<Answer> &answer);

    Key key_;               // of the question under way
    std::deque<Kept> kept_; // the latest last
    Job<Answer> job_;
};

} // namespace tagscope::ui
