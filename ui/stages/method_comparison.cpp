// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/method_comparison.h"

#include <utility>

namespace tagscope::ui {

MethodComparison::MethodComparison(QObject *parent)
    : QObject(parent), job_({"methods", tr("Key frames")}, [this](const Result<void> &outcome) {
          if (!outcome && !outcome.error().isCancelled())
              Q_EMIT failed(outcome.error());
      }) {
    job_.onNews([this](const std::vector<MethodResult> &results) {
        results_.insert(results_.end(), results.begin(), results.end());
        Q_EMIT compared(results_);
    });
}

void MethodComparison::compare(std::shared_ptr<const ClipAnalysis> analysis, const KeyFrameOptions &options) {
    job_.forget();
    results_.clear();
    if (!analysis || !analysis->video || analysis->video->dissimilarities.empty()) {
        Q_EMIT compared(results_);
        return;
    }
    job_.start([clip = std::move(analysis), common = options](
                   const std::stop_token &stop, const JobReport<MethodResult> &report) mutable -> Result<void> {
        for (const KeyFrameMethod method : kKeyFrameMethods) {
            common.method = method;
            Result<KeyFrames> chosen = selectKeyFrames(clip->video->dissimilarities, common, stop);
            if (!chosen)
                return tl::unexpected(chosen.error());
            report.news({common, std::move(*chosen)});
        }
        return {};
    });
}

} // namespace tagscope::ui
