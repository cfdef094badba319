// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/work_lane.h"
#include "core/jobs/worker_pool.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <latch>
#include <memory>
#include <thread>
#include <vector>

using namespace tagscope;

class TestWorkerPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsEveryJob() {
        std::atomic<int> done = 0;
        WorkerPool pool(3);
        for (int i = 0; i < 500; ++i)
            pool.run([&done](const std::stop_token &) { ++done; });
        pool.waitUntilIdle();
        QCOMPARE(done.load(), 500);
    }

    void jobsRunAtTheSameTime() {
        std::latch bothHere(2); // would wait for ever on one thread
        WorkerPool pool(2);
        for (int i = 0; i < 2; ++i)
            pool.run([&bothHere](const std::stop_token &) { bothHere.arrive_and_wait(); });
        pool.waitUntilIdle();
    }

    void aJobMayQueueAnother() {
        std::atomic<int> done = 0;
        WorkerPool pool(1);
        pool.run([&](const std::stop_token &) {
            pool.run([&done](const std::stop_token &) { ++done; });
            ++done;
        });
        pool.waitUntilIdle();
        QCOMPARE(done.load(), 2);
    }

    void idleMeansThatJobsAreReleased() {
        const auto held = std::make_shared<int>(1);
        WorkerPool pool(1);
        pool.run([held](const std::stop_token &) {});
        pool.waitUntilIdle();
        QCOMPARE(held.use_count(), 1);
    }

    void waitingOnAnIdlePoolReturns() {
        WorkerPool pool(2);
        pool.waitUntilIdle();
    }

    void destructionStopsTheRunningAndDropsTheWaiting() {
        std::atomic<int> stopped = 0;
        std::atomic<int> dropped = 0;
        std::latch isRunning(1);
        {
            WorkerPool pool(1);
            pool.run([&](const std::stop_token &stop) {
                isRunning.count_down();
                while (!stop.stop_requested())
                    std::this_thread::yield();
                ++stopped;
            });
            pool.run([&dropped](const std::stop_token &) { ++dropped; });
            isRunning.wait();
        }
        QCOMPARE(stopped.load(), 1);
        QCOMPARE(dropped.load(), 0);
    }

    void aLaneKeepsItsOrder() {
        WorkerPool pool(4);
        std::vector<int> order; // no lock: one at a time
        WorkLane lane(pool);
        for (int i = 0; i < 300; ++i)
            lane.run([&order, i](const std::stop_token &) { order.push_back(i); });
        pool.waitUntilIdle();
        QCOMPARE(order.size(), std::size_t{300});
        QVERIFY(std::ranges::is_sorted(order));
    }

    void aLaneIsNoWiderThanItMayBe() {
        std::atomic<int> running = 0;
        std::atomic<int> most = 0;
        WorkerPool pool(4);
        {
            WorkLane lane(pool, 2);
            for (int i = 0; i < 40; ++i)
                lane.run([&](const std::stop_token &) {
                    int seen = most;
                    for (const int now = ++running; now > seen && !most.compare_exchange_weak(seen, now);) {
                    }
                    std::this_thread::sleep_for(std::chrono::microseconds(200));
                    --running;
                });
        } // what it was given runs all the same
        pool.waitUntilIdle();
        QVERIFY2(most == 1 || most == 2, qPrintable(QString::number(most)));
    }

    // A job that ends just after another was queued may take it before the thread that was called for it does.
    void aWideLaneRunsEveryJobOnce() {
        std::atomic<int> done = 0;
        {
            WorkerPool pool(4);
            WorkLane lane(pool, 3);
            for (int i = 0; i < 20000; ++i)
                lane.run([&done](const std::stop_token &) { ++done; });
            pool.waitUntilIdle();
        }
        QCOMPARE(done.load(), 20000);
    }

    void aLaneLeavesThreadsToOthers() {
        std::latch otherIsDone(1); // would wait for ever if the lane had all threads
        WorkerPool pool(2);
        WorkLane lane(pool);
        for (int i = 0; i < 3; ++i)
            lane.run([&otherIsDone](const std::stop_token &) { otherIsDone.wait(); });
        pool.run([&otherIsDone](const std::stop_token &) { otherIsDone.count_down(); });
        pool.waitUntilIdle();
    }
};

TAGSCOPE_PLAIN_TEST(TestWorkerPool)
#include "tst_worker_pool.moc"
