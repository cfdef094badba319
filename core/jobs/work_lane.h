// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/worker_pool.h"

#include <memory>

namespace tagscope {

// Jobs on a pool that they share with others, of which no more than `width` run at a time: with 1 they run one after
// the other, in the order in which they came. Destroying the lane waits for nothing: what it was given still runs.
// run() may be called from any thread; the pool outlives the lane.
class WorkLane {
public:
    explicit WorkLane(WorkerPool &pool, unsigned width = 1);

    void run(WorkerPool::Job job);

private:
    struct Queue;
    static void runNext(const std::shared_ptr<Queue> &queue);

    std::shared_ptr<Queue> queue_;
};

} // namespace tagscope
