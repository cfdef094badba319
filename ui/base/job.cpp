// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/job.h"

#include "core/base/log.h"
#include "ui/base/core_text.h"
#include "ui/base/delivery.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <thread>

namespace tagscope::ui {

namespace {

constexpr qint64 kLongMilliseconds = 500;
// However few processors there are: much of the work waits for a disk, or for other work to see that it is to stop.
constexpr unsigned kFewestThreads = 8;

WorkerPool &sharedPool() {
    static WorkerPool pool(std::max(std::thread::hardware_concurrency(), kFewestThreads));
    return pool;
}

} // namespace

void JobQueue::Run::execute() {
    {
        const std::lock_guard lock(mutex);
        if (state != State::Waiting)
            return;
        state = State::Running;
    }
    const auto begin = std::chrono::steady_clock::now();
    End ended = work(*this);
    ended.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    work = nullptr;
    {
        const std::lock_guard lock(mutex);
        if (!isForgotten)
            end = std::move(ended);
        state = State::Over;
    }
    over.notify_all();
}

void JobQueue::Run::forget() {
    const std::lock_guard lock(mutex);
    isForgotten = true;
    end = {};
    if (state != State::Waiting)
        return;
    state = State::Over;
    work = nullptr;
}

void JobQueue::Run::wait() {
    std::unique_lock lock(mutex);
    over.wait(lock, [this] { return state == State::Over; });
}

JobQueue::JobQueue(JobTitle title, Thread thread, unsigned width)
    : title_(std::move(title)), cancel_([this] { cancel(); }), alive_(std::make_shared<int>()),
      own_(thread == Thread::Own ? std::make_unique<WorkerPool>(width) : nullptr),
      lane_(own_ ? *own_ : sharedPool(), width) {
    delivery_.setInterval(kDeliveryMilliseconds);
    QObject::connect(&delivery_, &QTimer::timeout, &delivery_, [this] { deliver(); });
}

JobQueue::~JobQueue() {
    forget();
    for (const std::shared_ptr<Run> &run : leaving_)
        run->wait();
}

void JobQueue::begin(const std::shared_ptr<Run> &run) {
    std::erase_if(leaving_, [](const std::shared_ptr<Run> &left) {
        const std::lock_guard lock(left->mutex);
        return left->state == Run::State::Over;
    });
    run->number = ++last_;
    if (runs_.empty()) {
        sinceStart_.start();
        stage_.clear();
        fraction_.reset();
    }
    runs_.push_back(run);
    lane_.run([run](const std::stop_token &) { run->execute(); });
    if (!delivery_.isActive())
        delivery_.start();
    if (key_.isEmpty())
        list();
    else
        show(stage_, fraction_);
}

void JobQueue::cancel() {
    for (const std::shared_ptr<Run> &run : runs_)
        run->stopper.request_stop();
}

void JobQueue::cancel(JobNumber number) {
    if (const std::shared_ptr<Run> run = find(number))
        run->stopper.request_stop();
}

void JobQueue::forget() {
    for (const std::shared_ptr<Run> &run : runs_)
        leave(run);
    runs_.clear();
    stopWhenIdle();
}

void JobQueue::forget(JobNumber number) {
    const std::shared_ptr<Run> run = find(number);
    if (!run)
        return;
    leave(run);
    std::erase(runs_, run);
    stopWhenIdle();
}

void JobQueue::leave(const std::shared_ptr<Run> &run) {
    run->stopper.request_stop();
    run->forget();
    leaving_.push_back(run);
}

void JobQueue::finish() {
    for (const std::shared_ptr<Run> &run : runs_)
        run->wait();
}

void JobQueue::stopWhenIdle() {
    if (!runs_.empty())
        return;
    delivery_.stop();
    if (!key_.isEmpty())
        JobRegistry::instance().leave(std::exchange(key_, {}));
}

std::shared_ptr<JobQueue::Run> JobQueue::find(JobNumber number) const {
    const auto found = std::ranges::find(runs_, number, &Run::number);
    return found == runs_.end() ? nullptr : *found;
}

std::vector<JobNumber> JobQueue::unfinished() const {
    std::vector<JobNumber> numbers;
    std::ranges::transform(runs_, std::back_inserter(numbers), &Run::number);
    return numbers;
}

void JobQueue::deliver() {
    const std::weak_ptr<int> alive = alive_; // what is told may end anything, this included
    const std::vector<std::shared_ptr<Run>> runs = runs_;
    for (const std::shared_ptr<Run> &run : runs) {
        notify(run);
        if (alive.expired())
            return;
    }
    list();
}

void JobQueue::notify(const std::shared_ptr<Run> &run) {
    const std::weak_ptr<int> alive = alive_;
    const auto isOfInterest = [&] { return !alive.expired() && has(run->number); };
    if (!isOfInterest())
        return;
    bool isOver = false;
    std::optional<std::pair<double, std::string>> step;
    {
        const std::lock_guard lock(run->mutex);
        isOver = run->state == Run::State::Over; // then all its news are there
        step.swap(run->step);
    }
    if (step) {
        const QString stage = translated(step->second);
        show(stage, step->first);
        if (run->advance)
            run->advance(step->first, stage);
    }
    if (isOfInterest() && run->deliverNews)
        run->deliverNews();
    if (!isOver || !isOfInterest())
        return;
    std::erase(runs_, run);
    stopWhenIdle();
    record(run->end);
    if (run->end.error && title_.listing == JobTitle::Always)
        logFailure(*run->end.error);
    run->end.take();
}

void JobQueue::record(const End &end) const {
    const std::string what =
        subject_.isEmpty() ? std::string(title_.id) : title_.id + (" of " + subject_.toStdString());
    const std::string time = QString::number(end.seconds, 'f', 2).toStdString() + " s";
    if (end.error && !end.error->isCancelled())
        logError(*end.error, what + " after " + time);
    else if (end.error)
        logInfo(what + " was cancelled after " + time);
    else if (title_.listing == JobTitle::Always || 1000 * end.seconds >= kLongMilliseconds)
        logInfo(what + " took " + time);
}

void JobQueue::logFailure(const Error &error) const {
    const QString about = subject_.isEmpty() ? QString() : subject_ + QStringLiteral(": ");
    log(error.isCancelled() ? LogKind::Cancelled : LogKind::Failed, about + translated(error.message));
}

void JobQueue::show(const QString &stage, std::optional<double> fraction) {
    stage_ = stage;
    fraction_ = fraction;
    if (!key_.isEmpty())
        JobRegistry::instance().update(key_, listed());
}

void JobQueue::list() {
    if (!key_.isEmpty() || runs_.empty() || title_.listing == JobTitle::Never)
        return;
    if (title_.listing == JobTitle::Always || sinceStart_.hasExpired(kLongMilliseconds))
        key_ = JobRegistry::instance().enter(QString::fromLatin1(title_.id), listed());
}

RunningJob JobQueue::listed() const {
    QString stage = subject_;
    if (!subject_.isEmpty() && !stage_.isEmpty())
        stage += QStringLiteral("  ·  ");
    return {title_.name, stage + stage_, fraction_, cancel_, static_cast<int>(runs_.size()) - 1};
}

} // namespace tagscope::ui
