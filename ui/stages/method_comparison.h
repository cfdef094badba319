// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/base/job.h"

#include <QObject>
#include <array>
#include <memory>
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

    // `options` without their method; nothing is chosen where the analysis (or null) has no dissimilarities.
    void compare(std::shared_ptr<const ClipAnalysis> analysis, const KeyFrameOptions &options);
    [[nodiscard]] bool isWorking() const { return job_.isRunning() && results_.size() < kKeyFrameMethods.size(); }

Q_SIGNALS:
    // One a method that has come to its end, in their order; may be told several times, with more of them.
    void compared(const std::vector<MethodResult> &results);
    void failed(const Error &error); // never Cancelled

private:
    std::vector<MethodResult> results_; // of the latest request, so far
    Job<void, MethodResult> job_;
};

} // namespace tagscope::ui
