// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/project_contents.h"
#include "ui/document/sources.h"

#include <QObject>
#include <deque>
#include <memory>
#include <string>

namespace tagscope::ui {

// Analyses the clip of a project that a person looks at, on a thread of its own so that nothing else comes before it,
// and keeps the latest results. The scores that the project's own models gave are stored. Only the latest request
// counts. Lives on the GUI thread. Destroying it asks the work to stop and waits for it.
class ProjectAnalyses : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kKept = 16; // of about 1 MiB each

    explicit ProjectAnalyses(QObject *parent = nullptr);

    // Forgets everything of the project before; null: no project.
    void setAnalyst(std::shared_ptr<ClipAnalyst> analyst);
    // `run`: whose activations; empty: the project's own.
    void want(ClipId clip, const std::string &run = {});
    // A run has a better model: what is kept of it holds no longer.
    void forgetRun(const std::string &run);
    // What was kept holds no longer; of this clip it stays until a new one is there.
    void forgetAllBut(ClipId clip, const std::string &run);
    void cancel();

    // What is kept; null where it is not.
    [[nodiscard]] std::shared_ptr<const ClipAnalysis> find(ClipId clip, const std::string &run = {}) const;
    // What is known of a clip whose analysis is kept; null where nothing could be read.
    [[nodiscard]] std::shared_ptr<const ClipAnnotations> annotations(ClipId clip) const;

Q_SIGNALS:
    void progressed(ClipId clip, double fraction, const QString &stage);
    void analysed(ClipId clip, const std::string &run);
    void failed(ClipId clip, const std::string &run, const Error &error);
    void notKept(const Error &error); // the scores of the one that was told last
    void cancelled(ClipId clip);
    void abandoned(ClipId clip); // another one is wanted

private:
    struct Request {
        ClipId clip = 0;
        std::string run;
        friend bool operator==(const Request &, const Request &) = default;
    };
    struct Found {
        std::shared_ptr<const ClipAnalysis> analysis;
        std::shared_ptr<const ClipAnnotations> annotations; // null where they could not be read
        Result<void> kept;                                  // its scores
    };
    struct Kept {
        Request request;
        Found found;
    };

    [[nodiscard]] static Result<Found> find(ClipAnalyst &analyst, const Request &request, const Progress &progress,
                                            const std::stop_token &stop);
    void stop(void (ProjectAnalyses::*signal)(ClipId));
    void take(Result<Found> found);

    std::shared_ptr<ClipAnalyst> analyst_;
    Request request_;       // under way while the job runs
    std::deque<Kept> kept_; // the latest last
    Job<Found> job_;
};

} // namespace tagscope::ui
