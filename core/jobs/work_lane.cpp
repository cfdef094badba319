// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/work_lane.h"

#include <utility>

namespace tagscope {

struct WorkLane::Queue {
    WorkerPool &pool;
    const unsigned width;
    std::mutex mutex;
    std::deque<WorkerPool::Job> waiting;
    unsigned running = 0; // or about to
};

WorkLane::WorkLane(WorkerPool &pool, unsigned width) : queue_(new Queue{pool, width, {}, {}, 0}) {}

void WorkLane::run(WorkerPool::Job job) {
    {
        const std::lock_guard lock(queue_->mutex);
        queue_->waiting.push_back(std::move(job));
        if (queue_->running == queue_->width)
            return;
        ++queue_->running;
    }
    runNext(queue_);
}

// One job, and then the next one behind what else waits for the pool.
void WorkLane::runNext(const std::shared_ptr<Queue> &queue) {
    queue->pool.run([queue](const std::stop_token &stop) {
        WorkerPool::Job job;
        {
            const std::lock_guard lock(queue->mutex);
            if (queue->waiting.empty()) { // another thread of a wider lane took it first
                --queue->running;
                return;
            }
            job = std::move(queue->waiting.front());
            queue->waiting.pop_front();
        }
        job(stop);
        job = nullptr; // what it holds is released before the next one begins
        {
            const std::lock_guard lock(queue->mutex);
            if (queue->waiting.empty()) {
                --queue->running;
                return;
            }
        }
        runNext(queue);
    });
}

} // namespace tagscope
