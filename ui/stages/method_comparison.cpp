// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/method_comparison.h"

#include "ui/base/delivery.h"

#include <exception>
#include <utility>

namespace tagscope::ui {

namespace {

Result<MethodResult> choose(const ClipAnalysis &analysis, const KeyFrameOptions &options, const std::stop_token &stop) {
    try {
        return selectKeyFrames(analysis.video->dissimilarities, options, stop).map([&](KeyFrames &&keyFrames) {
            return MethodResult{options, std::move(keyFrames)};
        });
    } catch (const std::exception &exception) {
        return fail(Error::Kind::Internal, "ui.key_frames_not_chosen", exception.what());
    }
}

} // namespace

MethodComparison::MethodComparison(QObject *parent) : QObject(parent) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &MethodComparison::deliver);
}

MethodComparison::~MethodComparison() {
    running_.request_stop();
}

void MethodComparison::compare(std::shared_ptr<const ClipAnalysis> analysis, const KeyFrameOptions &options) {
    cancel();
    results_.clear();
    if (!analysis || !analysis->video || analysis->video->dissimilarities.empty()) {
        Q_EMIT compared(results_);
        return;
    }
    running_ = std::stop_source();
    pool_.run([this, number = latest_, clip = std::move(analysis), common = options,
               stopper = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
        for (const KeyFrameMethod method : kKeyFrameMethods) {
            common.method = method;
            inbox_.put({number, choose(*clip, common, stopper.get_token())});
        }
    });
    delivery_.start();
}

void MethodComparison::cancel() {
    running_.request_stop();
    ++latest_;
    delivery_.stop();
}

void MethodComparison::deliver() {
    bool isNew = false;
    for (Report &report : inbox_.drain()) {
        if (report.number != latest_)
            continue;
        if (!report.result) {
            cancel();
            if (!report.result.error().isCancelled())
                Q_EMIT failed(report.result.error());
            return;
        }
        results_.push_back(std::move(*report.result));
        isNew = true;
    }
    if (results_.size() == kKeyFrameMethods.size())
        delivery_.stop();
    if (isNew)
        Q_EMIT compared(results_);
}

} // namespace tagscope::ui
