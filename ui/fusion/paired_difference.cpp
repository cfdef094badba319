// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/paired_difference.h"

#include "ui/base/delivery.h"

#include <exception>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr int kPauseMilliseconds = 250; // while a slider moves nothing is begun

} // namespace

PairedDifference::PairedDifference(QObject *parent) : QObject(parent) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &PairedDifference::start);
    connect(&delivery_, &QTimer::timeout, this, &PairedDifference::deliver);
}

PairedDifference::~PairedDifference() {
    running_.request_stop();
}

void PairedDifference::want(std::shared_ptr<const WorkbenchContents> contents, bool isAudible, OperatingPoint first,
                            OperatingPoint second) {
    forget();
    wish_ = Wish{std::move(contents), isAudible, std::move(first), std::move(second)};
    pause_.start();
}

void PairedDifference::forget() {
    running_.request_stop();
    ++latest_;
    pause_.stop();
    delivery_.stop();
    wish_.reset();
    if (std::exchange(known_, std::nullopt))
        Q_EMIT changed();
}

void PairedDifference::start() {
    running_ = std::stop_source();
    pool_.run([this, number = latest_, wish = std::move(*wish_), stopper = running_](const std::stop_token &) {
        const TuningTables &tables = wish.contents->tables;
        const BinaryTable &truth = wish.isAudible && wish.contents->audible ? *wish.contents->audible : tables.truth;
        try {
            inbox_.put({number,
                        bootstrapDifference(truth, tagsAt(wish.first, tables.audio, tables.video),
                                            tagsAt(wish.second, tables.audio, tables.video), {}, stopper.get_token())});
        } catch (const std::exception &exception) {
            inbox_.put({number, fail(Error::Kind::Internal, "ui.no_memory", exception.what())});
        }
    });
    wish_.reset();
    delivery_.start();
}

void PairedDifference::deliver() {
    for (const Report &report : inbox_.drain()) {
        if (report.number != latest_)
            continue;
        delivery_.stop();
        if (!report.difference)
            continue;
        known_ = *report.difference;
        Q_EMIT changed();
    }
}

} // namespace tagscope::ui
