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
    wish_ = Wish{std::move(contents), isAudible, std::move(first), std::move(second)};
    pause_.start();
}

void PairedDifference::forget() {
    job_.forget();
    pause_.stop();
    wish_.reset();
    if (std::exchange(known_, std::nullopt))
        Q_EMIT changed();
}

void PairedDifference::start() {
    job_.start([wish = std::move(*wish_)](const std::stop_token &stop) {
        const TuningTables &tables = wish.contents->tables;
        const BinaryTable &truth = wish.isAudible && wish.contents->audible ? *wish.contents->audible : tables.truth;
        return bootstrapDifference(truth, tagsAt(wish.first, tables.audio, tables.video),
                                   tagsAt(wish.second, tables.audio, tables.video), {}, stop);
    });
    wish_.reset();
}

} // namespace tagscope::ui
