// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"

#include <QObject>
#include <QTimer>
#include <array>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace tagscope::ui {

inline constexpr std::array kKeyFrameMethods{KeyFrameMethod::Ds3, KeyFrameMethod::KMedian, KeyFrameMethod::KMeans,
                                             KeyFrameMethod::EqualIntervals};

// The key frames that one method chooses.
struct MethodResult {
    KeyFrameOptions options;
    KeyFrames keyFrames;
};

// Lets every method choose a clip's key frames, away from the GUI thread. Only the latest request counts. Lives on the
// GUI thread. Destroying it asks the work to stop and waits for it.
class MethodComparison : public QObject {
    Q_OBJECT

public:
    explicit MethodComparison(QObject *parent = nullptr);
    ~MethodComparison() override;

    // `options` without their method; nothing is chosen where the analysis (or null) has no dissimilarities.
    void compare(std::shared_ptr<const ClipAnalysis> analysis, const KeyFrameOptions &options);
    [[nodiscard]] bool isWorking() const { return delivery_.isActive(); }

Q_SIGNALS:
    // One a method that has come to its end, in their order; may be told several times, with more of them.
    void compared(const std::vector<MethodResult> &results);
    void failed(const Error &error); // never Cancelled

private:
    struct Report {
        std::uint64_t number = 0;
        Result<MethodResult> result;
    };

    void cancel();
    void deliver();

    std::uint64_t latest_ = 0;
    std::stop_source running_;
    std::vector<MethodResult> results_; // of the latest request, so far
    Inbox<Report> inbox_;
    QTimer delivery_;
    WorkerPool pool_{1}; // last, so that its thread ends before what it uses
};

} // namespace tagscope::ui
