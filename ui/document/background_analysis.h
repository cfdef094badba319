// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"
#include "ui/document/sources.h"

#include <QObject>
#include <QTimer>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace tagscope::ui {

// Makes and analyses a project's clips one after the other on a thread that leaves the processor to all others, so
// that they are there at once when they are looked at. Lives on the GUI thread. Destroying it asks the work to stop
// and waits for it.
class BackgroundAnalysis : public QObject {
    Q_OBJECT

public:
    explicit BackgroundAnalysis(YieldFunction yield, QObject *parent = nullptr);
    ~BackgroundAnalysis() override;

    // In place of what is under way. A clip that fails is told and passed over.
    void start(std::shared_ptr<ProjectSource> source, std::vector<ClipId> clips);
    void cancel();

    [[nodiscard]] bool isRunning() const { return delivery_.isActive(); }
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
        std::uint64_t number = 0;
        ClipId clip = 0;
        Result<std::vector<int>> tags; // the events tagged
    };

    void work(std::uint64_t number, ProjectSource &source, const std::vector<ClipId> &clips,
              const std::stop_token &stop);
    void deliver();

    YieldFunction yield_;
    int done_ = 0;
    int total_ = 0;
    std::uint64_t latest_ = 0;
    std::stop_source running_;
    Inbox<Report> inbox_;
    QTimer delivery_;
    WorkerPool pool_{1}; // last, so that its thread ends before what it uses
};

// The events that a clip is tagged with, as indices.
[[nodiscard]] std::vector<int> tagsOf(const ClipAnalysis &clip);

} // namespace tagscope::ui
