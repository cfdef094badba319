// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "tests/support/qt_test.h"
#include "tests/ui/warnings.h"
#include "ui/base/job.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <latch>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

void untilStopped(const std::stop_token &stop) {
    while (!stop.stop_requested())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

const JobTitle kBriefTitle{"test", QStringLiteral("Test")};

QStringList keysListed() {
    QStringList keys;
    for (const auto &[key, job] : JobRegistry::instance().jobs())
        keys << key;
    return keys;
}

// What a job told.
template <class Value>
struct JobResults {
    std::vector<Result<Value>> results;
    void operator()(Result<Value> result) { results.push_back(std::move(result)); }
};

} // namespace

class TestJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }
    void cleanup() { QVERIFY(keysListed().isEmpty()); }

    void theResultIsTakenOnTheGuiThread() {
        QThread *worker = nullptr;
        QThread *taker = nullptr;
        int taken = 0;
        Job<int> job(kBriefTitle, [&](const Result<int> &result) {
            taken = result.value_or(-1);
            taker = QThread::currentThread();
            QVERIFY(!job.isRunning());
        });
        job.start([&](const std::stop_token &) -> Result<int> {
            worker = QThread::currentThread();
            return 42;
        });
        QVERIFY(job.isRunning());
        QTRY_COMPARE(taken, 42);
        QVERIFY(taker == QThread::currentThread() && worker != taker);
    }

    void onlyTheNewestCounts() {
        JobResults<int> results;
        Job<int> job(kBriefTitle, std::ref(results));
        std::latch isRunning(1);
        job.start([&](const std::stop_token &stop) -> Result<int> {
            isRunning.count_down();
            untilStopped(stop);
            return 1;
        });
        isRunning.wait();
        std::atomic<bool> hasBegun = false;
        job.start([&](const std::stop_token &) -> Result<int> {
            hasBegun = true;
            return 2;
        });
        job.start([](const std::stop_token &) -> Result<int> { return 3; });
        QTRY_COMPARE(results.results.size(), std::size_t{1});
        QTest::qWait(100);
        QCOMPARE(results.results.size(), std::size_t{1});
        QCOMPARE(results.results.front().value_or(-1), 3);
        QVERIFY(!hasBegun); // it was stale before its turn came
    }

    void whatIsCancelledIsToldAsCancelled() {
        JobResults<void> results;
        Job<void> job(kBriefTitle, std::ref(results));
        job.start([](const std::stop_token &stop) -> Result<void> {
            untilStopped(stop);
            return cancelled();
        });
        job.cancel();
        QTRY_COMPARE(results.results.size(), std::size_t{1});
        QVERIFY(!results.results.front() && results.results.front().error().isCancelled());
    }

    void whatIsForgottenIsToldNoMore() {
        JobResults<int> results;
        Job<int> job(kBriefTitle, std::ref(results));
        job.start([](const std::stop_token &stop) -> Result<int> {
            untilStopped(stop);
            return 1;
        });
        job.forget();
        QVERIFY(!job.isRunning());
        QTest::qWait(100);
        QVERIFY(results.results.empty());
    }

    void exceptionsAreErrors() {
        JobResults<int> results;
        Job<int> job(kBriefTitle, std::ref(results));
        job.start([](const std::stop_token &) -> Result<int> { throw std::runtime_error("out of luck"); });
        QTRY_COMPARE(results.results.size(), std::size_t{1});
        QVERIFY_FAILS(results.results.front(), Error::Kind::Internal, "");
        QCOMPARE(results.results.front().error().cause, std::string("out of luck"));
    }

    void progressAndNewsComeBeforeTheResult() {
        QStringList order;
        std::vector<int> seen;
        double fraction = 0.0;
        Job<int, int> job(kBriefTitle, [&](const Result<int> &) { order << QStringLiteral("result"); });
        job.onProgress([&](double done, const QString &stage) {
            fraction = done;
            order << stage;
        });
        job.onNews([&](const std::vector<int> &news) {
            seen.insert(seen.end(), news.begin(), news.end());
            order << QStringLiteral("news");
        });
        job.start([](const std::stop_token &, const JobReport<int> &report) -> Result<int> {
            for (int i = 0; i < 1000; ++i) {
                report.progress(i / 1000.0, "stage");
                report.news(i);
            }
            report.progress(1.0, "stage");
            return 0;
        });
        QTRY_VERIFY(!order.isEmpty() && order.last() == QStringLiteral("result"));
        QVERIFY2(order.size() < 100, qPrintable(QString::number(order.size()))); // in batches
        QCOMPARE(fraction, 1.0);
        QCOMPARE(seen.size(), std::size_t{1000});
        QVERIFY(std::ranges::is_sorted(seen));
    }

    void destroyingItWaitsForItsWork() {
        std::atomic<bool> isOver = false;
        std::atomic<bool> hasBegun = false;
        {
            JobResults<void> results;
            JobQueue queue(kBriefTitle);
            std::latch isRunning(1);
            queue.add(
                [&](const std::stop_token &stop) -> Result<void> {
                    isRunning.count_down();
                    untilStopped(stop);
                    std::this_thread::sleep_for(std::chrono::milliseconds(50));
                    isOver = true;
                    return {};
                },
                std::ref(results));
            queue.add(
                [&](const std::stop_token &) -> Result<void> {
                    hasBegun = true;
                    return {};
                },
                std::ref(results));
            isRunning.wait();
        }
        QVERIFY(isOver && !hasBegun);
    }

    void destroyingItDoesNotWaitForOthers() {
        Job<void> other(kBriefTitle, [](const Result<void> &) {});
        other.start([](const std::stop_token &stop) -> Result<void> {
            untilStopped(stop);
            return {};
        });
        { // would hang if it did
            Job<void> job(kBriefTitle, [](const Result<void> &) {});
            job.start([](const std::stop_token &) -> Result<void> { return {}; });
        }
        QVERIFY(other.isRunning());
    }

    void whoTakesAResultMayEndTheJob() {
        std::unique_ptr<Job<int>> job;
        job = std::make_unique<Job<int>>(kBriefTitle, [&](const Result<int> &) { job.reset(); });
        job->start([](const std::stop_token &) -> Result<int> { return 1; });
        QTRY_VERIFY(job == nullptr);
    }

    void aQueueKeepsItsOrder() {
        std::vector<int> done; // no lock: one at a time
        std::vector<int> results;
        JobQueue queue(kBriefTitle);
        for (int i = 0; i < 50; ++i)
            queue.add(
                [&done, i](const std::stop_token &) -> Result<int> {
                    done.push_back(i);
                    return i;
                },
                [&results](const Result<int> &result) { results.push_back(*result); });
        QCOMPARE(queue.unfinished().size(), std::size_t{50});
        queue.finish();
        QCOMPARE(done.size(), std::size_t{50});
        QVERIFY(std::ranges::is_sorted(done));
        queue.deliver();
        QVERIFY(results == done);
    }

    void oneOfAQueueIsForgotten() {
        std::vector<int> results;
        JobQueue queue(kBriefTitle);
        std::vector<JobNumber> numbers;
        for (int i = 0; i < 3; ++i)
            numbers.push_back(queue.add(
                [i](const std::stop_token &) -> Result<int> {
                    std::this_thread::sleep_for(std::chrono::milliseconds(20));
                    return i;
                },
                [&results](const Result<int> &result) { results.push_back(*result); }));
        queue.forget(numbers[1]);
        QTRY_VERIFY(!queue.isRunning());
        QCOMPARE(results, (std::vector<int>{0, 2}));
    }

    void whatRunsIsListed() {
        JobRegistry &registry = JobRegistry::instance();
        const QSignalSpy ended(&registry, &JobRegistry::ended);
        const QSignalSpy logged(&registry, &JobRegistry::logged);
        Job<void> job({"long", QStringLiteral("Long"), JobTitle::Always}, [](const Result<void> &) {});
        job.setSubject(QStringLiteral("run1"));
        job.start([](const std::stop_token &stop, const auto &report) -> Result<void> {
            report.progress(0.25, "reading");
            untilStopped(stop);
            return cancelled();
        });
        QCOMPARE(keysListed(), QStringList{QStringLiteral("long")}); // at once
        QTRY_VERIFY(registry.find(QStringLiteral("long"))->fraction == 0.25);
        QCOMPARE(registry.find(QStringLiteral("long"))->name, QStringLiteral("Long"));
        QVERIFY(registry.find(QStringLiteral("long"))->stage.startsWith(QStringLiteral("run1")));
        registry.find(QStringLiteral("long"))->cancel();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(registry.find(QStringLiteral("long")) == nullptr);
        QCOMPARE(logged.size(), 1);
        QVERIFY(logged.front().front().value<LogKind>() == LogKind::Cancelled);
    }

    // What a person reports a problem with: how long things took, and which of them failed and why.
    void timesAndErrorsAreInTheLogFile() {
        const QTemporaryDir directory;
        QVERIFY_OK(openLog({"tagscope", "1.2.3", {}, directory.path().toStdString()}));
        Job<int> job({"reading", QStringLiteral("Reading"), JobTitle::Always}, [](const Result<int> &) {});
        job.setSubject(QStringLiteral("run1"));
        job.start([](const std::stop_token &) -> Result<int> { return 1; });
        QTRY_VERIFY(!job.isRunning());
        Job<int> failing(kBriefTitle, [](const Result<int> &) {});
        failing.start([](const std::stop_token &) -> Result<int> { throw std::runtime_error("out of luck"); });
        QTRY_VERIFY(!failing.isRunning());
        const std::string log = logTail();
        closeLog();
        QVERIFY2(log.find("reading of run1 took 0.") != std::string::npos, log.c_str());
        QVERIFY2(log.find("test after 0.") != std::string::npos && log.find("out of luck") != std::string::npos,
                 log.c_str());
    }

    void whatIsBriefIsListedOnceItLasts() {
        Job<void> first(kBriefTitle, [](const Result<void> &) {});
        Job<void> second(kBriefTitle, [](const Result<void> &) {});
        for (Job<void> *job : {&first, &second})
            job->start([](const std::stop_token &stop) -> Result<void> {
                untilStopped(stop);
                return {};
            });
        QVERIFY(keysListed().isEmpty());
        QTRY_COMPARE(keysListed(), (QStringList{QStringLiteral("test"), QStringLiteral("test2")}));
        first.forget();
        QCOMPARE(keysListed(), QStringList{QStringLiteral("test2")});
    }
};

TAGSCOPE_CORE_TEST(TestJob)
#include "tst_job.moc"
