// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/sources.h"

#include <QObject>
#include <memory>
#include <vector>

namespace tagscope::ui {

// Makes and analyses a project's clips one after the other on a thread that leaves the processor to all others, so
// that they are there at once when they are looked at. Lives on the GUI thread. Destroying it asks the work to stop
// and waits for it.
class BackgroundAnalysis : public QObject {
    Q_OBJECT

public:
    explicit BackgroundAnalysis(YieldFunction yield, QObject *parent = nullptr);

    // In place of what is under way. A clip that fails is told and passed over.
    void start(std::shared_ptr<ClipAnalyst> analyst, std::vector<ClipId> clips);
    void cancel();

    [[nodiscard]] bool isRunning() const { return job_.isRunning(); }
    [[nodiscard]] int done() const { return done_; }
    [[nodiscard]] int total() const { return total_; }

Q_SIGNALS:
    void began();
    void advanced();
    void analysed(ClipId clip, const std::vector<int> &tags);
    void failed(ClipId clip, const Error &error);
    void ended(); // also after cancel()

private:
    struct Report {
        ClipId clip = 0;
        Result<std::vector<int>> tags; // the events tagged
    };
    void take(const std::vector<Report> &reports);
    void show();
    void end();

    YieldFunction yield_;
    int done_ = 0;
    int total_ = 0;
    Job<void, Report> job_;
};

// The events that a clip is tagged with, as indices.
[[nodiscard]] std::vector<int> tagsOf(const ClipAnalysis &clip);

} // namespace tagscope::ui
