// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace tagscope {

// A fixed number of threads over one queue of jobs. run() and waitUntilIdle() may be called from any thread.
// Destroying the pool asks the running jobs to stop, drops those that wait, and joins.
class WorkerPool {
public:
    // A job looks at its token at every natural step and returns soon after a stop was requested. It reports by
    // values; what it throws all the same, for want of memory mostly, waitUntilIdle() throws on.
    using Job = std::function<void(std::stop_token)>;

    explicit WorkerPool(unsigned threads);
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    void run(Job job);
    // Returns when nothing is queued or running. Throws the first of what jobs threw since the last call.
    void waitUntilIdle();

private:
    void work(const std::stop_token &stop);

    std::mutex mutex_;
    std::condition_variable_any waiting_;
    std::condition_variable idle_;
    std::deque<Job> queue_;
    unsigned running_ = 0;
    std::exception_ptr thrown_;
    std::vector<std::jthread> threads_; // last, so that it joins before the rest is destroyed
};

} // namespace tagscope
