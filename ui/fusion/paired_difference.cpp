// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/paired_difference.h"

#include <utility>

namespace tagscope::ui {
namespace {

constexpr int kPauseMilliseconds = 250; // while a slider moves nothing is begun

} // namespace

PairedDifference::PairedDifference(QObject *parent)
    : QObject(parent),
      job_({"difference", tr("Difference of operating points")}, [this](const Result<F1Difference> &difference) {
          if (!difference)
              return;
          known_ = *difference;
          Q_EMIT changed();
      }) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &PairedDifference::start);
}

void PairedDifference::want(std::shared_ptr<const WorkbenchContents> contents, bool isAudible, OperatingPoint first,
                            OperatingPoint second) {
    forget();
    request_ = Request{std::move(contents), isAudible, std::move(first), std::move(second)};
    pause_.start();
}

void PairedDifference::forget() {
    job_.forget();
    pause_.stop();
    request_.reset();
    if (std::exchange(known_, std::nullopt))
        Q_EMIT changed();
}

void PairedDifference::start() {
    job_.start([request = std::move(*request_)](const std::stop_token &stop) {
        const TuningTables &tables = request.contents->tables;
        const BinaryTable &truth =
            request.isAudible && request.contents->audible ? *request.contents->audible : tables.truth;
        return bootstrapDifference(truth, tagsAt(request.first, tables.audio, tables.video),
                                   tagsAt(request.second, tables.audio, tables.video), {}, stop);
    });
    request_.reset();
}

} // namespace tagscope::ui
