// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/worker_pool.h"

#include <utility>

namespace tagscope {

WorkerPool::WorkerPool(unsigned threads) {
    for (unsigned i = 0; i < threads; ++i)
        threads_.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

WorkerPool::~WorkerPool() {
    for (std::jthread &thread : threads_)
        thread.request_stop();
}

void WorkerPool::run(Job job) {
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(std::move(job));
    }
    waiting_.notify_one();
}

void WorkerPool::waitUntilIdle() {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return queue_.empty() && running_ == 0; });
    if (thrown_)
        std::rethrow_exception(std::exchange(thrown_, nullptr));
}

void WorkerPool::work(const std::stop_token &stop) {
    std::unique_lock lock(mutex_);
    while (waiting_.wait(lock, stop, [this] { return !queue_.empty(); }) && !stop.stop_requested()) {
        Job job = std::move(queue_.front());
        queue_.pop_front();
        ++running_;
        lock.unlock();
        std::exception_ptr thrown;
        try {
            job(stop);
        } catch (...) {
            thrown = std::current_exception();
        }
        job = nullptr; // what it holds is released before anyone is told that the pool is idle
        lock.lock();
        if (thrown && !thrown_)
            thrown_ = thrown;
        if (--running_ == 0 && queue_.empty())
            idle_.notify_all();
    }
}

} // namespace tagscope
