// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/inbox.h"
#include "core/jobs/progress.h"
#include "core/jobs/work_lane.h"
#include "ui/base/job_registry.h"

#include <QElapsedTimer>
#include <QString>
#include <QTimer>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

// Work away from the GUI thread, on threads that all of the window's work shares. The window never waits: what comes of
// it is taken on the GUI thread, 33 ms at most after it is there. What runs lists itself (job_registry.h).
namespace tagscope::ui {

using JobNumber = std::uint64_t; // of a piece of work; never used twice by a queue; 0: none

// What work() makes, or what it throws, for want of memory mostly, as an error.
template <class Work>
auto caught(const Work &work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::exception &exception) {
        return fail(Error::Kind::Internal, "ui.not_computed", exception.what());
    }
}

// What a job is called, and how it is listed.
struct JobTitle {
    enum Listing {
        WhenLong, // once it has lasted half a second; who started it says what came of it
        Always,   // at once; that it failed or was cancelled is logged
        Never     // as the decoding of what plays
    };

    const char *id; // stays for ever: "analysis"
    QString name;   // for a person
    Listing listing = WhenLong;
};

// What work tells while it runs. Both are called on its thread.
template <class News>
struct JobReport {
    Progress progress;
    std::function<void(News)> news;
};

// Pieces of work, one after the other (or `width` at a time), of which each is told of. Lives on the GUI thread.
// Destroying it asks what runs to stop and waits for that: its own work, not for others'. What has not begun never
// does.
//
// Work is called as work(stop) or work(stop, report) and returns a Result. It is not called at all where it was stopped
// before it began; what it throws becomes Error::Kind::Internal.
class JobQueue {
public:
    // A thread of its own is for what runs for hours, waits for others or lowers its priority.
    enum class Thread { Shared, Own };
    using Advance = std::function<void(double fraction, const QString &stage)>;

    explicit JobQueue(JobTitle title, Thread thread = Thread::Shared, unsigned width = 1);
    ~JobQueue();
    JobQueue(const JobQueue &) = delete;
    JobQueue &operator=(const JobQueue &) = delete;

    // `take` gets the result; before, `advance` the latest progress and `takeNews` a vector of all news since.
    template <class News = std::monostate, class Work, class Take>
    JobNumber add(Work work, Take take, Advance advance = {}, std::function<void(std::vector<News>)> takeNews = {});

    [[nodiscard]] JobNumber next() const { return last_ + 1; } // what add() will answer
    void cancel();                                             // what runs and waits is told as Cancelled
    void cancel(JobNumber number);
    void forget(); // what runs and waits is stopped, and told no more
    void forget(JobNumber number);
    [[nodiscard]] bool isRunning() const { return !runs_.empty(); }
    [[nodiscard]] std::vector<JobNumber> unfinished() const; // in their order
    [[nodiscard]] bool has(JobNumber number) const { return find(number) != nullptr; }
    void deliver();                                                           // now what would be told in a while
    void finish();                                                            // waits until everything is done
    void setPeriod(int milliseconds) { delivery_.setInterval(milliseconds); } // of the delivery

    // What the list's button does, instead of cancel(); null: there is none.
    void setCancel(std::function<void()> cancel) { cancel_ = std::move(cancel); }
    // What it is about, to be listed before the stage: "run1".
    void setSubject(const QString &subject) { subject_ = subject; }
    // For the list of what runs: where the work's own progress does not say it.
    void show(const QString &stage, std::optional<double> fraction);
    // For the window's log; the program's file gets times and errors of all by itself.
    void log(LogKind kind, const QString &text) const { JobRegistry::instance().log(kind, title_.name, text); }
    void logFailure(const Error &error) const;

private:
    struct End {
        std::function<void()> take;
        std::optional<Error> error;
        double seconds = 0.0; // of the work, without its wait
    };
    // A piece of work; shared with its thread, so that neither outlives what it needs.
    struct Run {
        enum class State { Waiting, Running, Over };

        void execute();
        void forget(); // does not begin, and what comes of it is dropped
        void wait();

        JobNumber number = 0;
        Advance advance;
        std::function<void()> deliverNews;
        std::stop_source stopper;
        std::mutex mutex; // for what follows
        std::condition_variable over;
        State state = State::Waiting;
        bool isForgotten = false;
        std::function<End(Run &)> work;
        std::optional<std::pair<double, std::string>> step;
        End end;
    };

    template <class News, class Work>
    static auto call(Work &work, const std::stop_token &stop, const JobReport<News> &report);
    template <class Made, class News, class Work>
    static Made make(Work &work, Run &run, Inbox<News> &inbox);
    void begin(const std::shared_ptr<Run> &run);
    void leave(const std::shared_ptr<Run> &run);
    void notify(const std::shared_ptr<Run> &run);
    void record(const End &end) const; // in the program's log file
    void list();
    void stopWhenIdle();
    [[nodiscard]] std::shared_ptr<Run> find(JobNumber number) const; // null where it has ended
    [[nodiscard]] RunningJob listed() const;

    JobTitle title_;
    QString subject_;
    std::function<void()> cancel_;
    QString stage_;
    std::optional<double> fraction_;
    QString key_; // in the registry; empty while it is not listed
    QElapsedTimer sinceStart_;
    JobNumber last_ = 0;
    std::vector<std::shared_ptr<Run>> runs_;    // that are still to be told of, in their order
    std::vector<std::shared_ptr<Run>> leaving_; // forgotten, but perhaps not over
    std::shared_ptr<int> alive_;
    QTimer delivery_;                 // runs while there are runs
    std::unique_ptr<WorkerPool> own_; // null: the shared threads do it
    WorkLane lane_;
};

// Work of which only what was started last counts. As JobQueue says, for one kind of value and of news.
template <class Value, class News = std::monostate>
class Job : public JobQueue {
public:
    using Take = std::function<void(Result<Value> result)>;
    using TakeNews = std::function<void(std::vector<News> news)>;

    Job(JobTitle title, Take take, Thread thread = Thread::Shared)
        : JobQueue(std::move(title), thread), take_(std::move(take)) {}

    void onProgress(Advance advance) { advance_ = std::move(advance); }
    void onNews(TakeNews takeNews) { takeNews_ = std::move(takeNews); }

    // In place of what runs.
    template <class Work>
    void start(Work work) {
        forget();
        add<News>(std::move(work), take_, advance_, takeNews_);
    }

private:
    using JobQueue::add;

    Take take_;
    Advance advance_;
    TakeNews takeNews_;
};

template <class News, class Work>
auto JobQueue::call(Work &work, const std::stop_token &stop, const JobReport<News> &report) {
    if constexpr (std::is_invocable_v<Work &, const std::stop_token &>)
        return work(stop);
    else
        return work(stop, report);
}

// On the work's thread.
template <class Made, class News, class Work>
Made JobQueue::make(Work &work, Run &run, Inbox<News> &inbox) {
    const std::stop_token stop = run.stopper.get_token();
    if (stop.stop_requested())
        return cancelled();
    return caught([&]() -> Made {
        return call<News>(work, stop,
                          {[&run](double fraction, std::string_view stage) {
                               const std::lock_guard lock(run.mutex);
                               run.step.emplace(fraction, stage);
                           },
                           [&inbox](News news) { inbox.put(std::move(news)); }});
    });
}

template <class News, class Work, class Take>
JobNumber JobQueue::add(Work work, Take take, Advance advance, std::function<void(std::vector<News>)> takeNews) {
    using Made = decltype(call<News>(work, {}, {}));
    const auto run = std::make_shared<Run>();
    const auto inbox = std::make_shared<Inbox<News>>();
    run->advance = std::move(advance);
    if (takeNews)
        run->deliverNews = [inbox, takeNews = std::move(takeNews)] {
            if (std::vector<News> news = inbox->drain(); !news.empty())
                takeNews(std::move(news));
        };
    run->work = [work = std::move(work), take = std::move(take), inbox](Run &self) mutable {
        const auto result = std::make_shared<Made>(make<Made, News>(work, self, *inbox));
        return End{[result, take] { take(std::move(*result)); },
                   *result ? std::nullopt : std::optional(result->error()), 0.0};
    };
    begin(run);
    return run->number;
}

} // namespace tagscope::ui
