// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"

#include <QTimer>
#include <cstdint>
#include <exception>
#include <functional>
#include <stop_token>
#include <utility>

namespace tagscope::ui {

// Work on a thread of its own of which only what was asked for last counts. Lives on the GUI thread, where the result
// is taken, 33 ms at most after it is there. Destroying it asks what runs to stop and waits for it.
template <class Value>
class LatestJob {
public:
    using Work = std::function<Result<Value>(const std::stop_token &stop)>;
    using Take = std::function<void(const Result<Value> &result)>;

    explicit LatestJob(Take take) : take_(std::move(take)) {
        constexpr int kDeliveryMilliseconds = 33;
        delivery_.setInterval(kDeliveryMilliseconds);
        QObject::connect(&delivery_, &QTimer::timeout, &delivery_, [this] { deliver(); });
    }
    ~LatestJob() { running_.request_stop(); }
    LatestJob(const LatestJob &) = delete;
    LatestJob &operator=(const LatestJob &) = delete;

    // In place of what runs.
    void start(Work work) {
        running_.request_stop();
        running_ = std::stop_source();
        pool_.run([this, number = ++latest_, work = std::move(work),
                   stopper = running_](const std::stop_token &poolStop) mutable {
            const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
            try {
                inbox_.put({number, work(stopper.get_token())});
            } catch (const std::exception &exception) {
                inbox_.put({number, fail(Error::Kind::Internal, "ui.not_computed", exception.what())});
            }
        });
        delivery_.start();
    }
    // What runs is told as Cancelled.
    void cancel() { running_.request_stop(); }
    // What runs is told no more.
    void forget() {
        running_.request_stop();
        ++latest_;
        delivery_.stop();
    }
    [[nodiscard]] bool isRunning() const { return delivery_.isActive(); }

private:
    struct Made {
        std::uint64_t number = 0;
        Result<Value> result;
    };

    void deliver() {
        for (const Made &made : inbox_.drain()) {
            if (made.number != latest_)
                continue;
            delivery_.stop();
            take_(made.result);
        }
    }

    Take take_;
    std::uint64_t latest_ = 0;
    std::stop_source running_;
    Inbox<Made> inbox_;
    QTimer delivery_;    // runs while something is under way
    WorkerPool pool_{1}; // last, so that its thread ends before what it uses
};

} // namespace tagscope::ui
