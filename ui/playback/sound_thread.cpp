// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/sound_thread.h"

#include "ui/playback/sound_worker.h"

#include <QSettings>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr std::size_t kMostWaiting = SoundStream::kSampleRate / 10; // besides what the device holds

SoundThread *theSoundThread = nullptr; // never deleted: its thread may hang

QString chosenDeviceKey() {
    return QStringLiteral("sound/device");
}

} // namespace

std::int64_t steadyMilliseconds() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::size_t SoundStream::room() const {
    const std::lock_guard lock(mutex_);
    return kMostWaiting - std::min(waiting_.size(), kMostWaiting);
}

void SoundStream::write(std::span<const SoundSample> samples) {
    const std::lock_guard lock(mutex_);
    waiting_.insert(waiting_.end(), samples.begin(), samples.end());
}

std::vector<SoundSample> SoundStream::take(std::size_t most) {
    const std::lock_guard lock(mutex_);
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(most, waiting_.size()));
    std::vector<SoundSample> taken(waiting_.begin(), end);
    waiting_.erase(waiting_.begin(), end);
    return taken;
}

void SoundStream::putBack(std::span<const SoundSample> samples) {
    const std::lock_guard lock(mutex_);
    waiting_.insert(waiting_.begin(), samples.begin(), samples.end());
}

SoundThread &SoundThread::instance() {
    if (theSoundThread == nullptr)
        theSoundThread = new SoundThread;
    return *theSoundThread;
}

SoundThread::SoundThread() : thread_(new QThread), worker_(new SoundWorker(*this)) {
    thread_->setObjectName(QStringLiteral("sound"));
    worker_->moveToThread(thread_);
    thread_->start();
    ask([this] { worker_->begin(); });
}

// On the sound thread; the GUI thread sees when an answer fails to come.
template <class Work>
void SoundThread::ask(Work work) {
    if (asked_++ == answered_)
        askedAt_ = steadyMilliseconds();
    QMetaObject::invokeMethod(
        worker_,
        [this, work = std::move(work)] {
            work();
            ++answered_;
            askedAt_ = steadyMilliseconds(); // of those that wait
        },
        Qt::QueuedConnection);
}

bool SoundThread::isHung() const {
    return answered_ != asked_ && steadyMilliseconds() - askedAt_ > kMostMilliseconds;
}

std::shared_ptr<SoundStream> SoundThread::start(double volume) {
    auto stream = std::make_shared<SoundStream>();
    stream->volume = volume;
    stream->lastSign = steadyMilliseconds();
    ask([this, stream, id = chosen()] { worker_->start(stream, id); });
    return stream;
}

void SoundThread::stop(const std::shared_ptr<SoundStream> &stream) {
    stream->isOver = true;
    ask([this, stream] { worker_->stop(*stream); });
}

void SoundThread::finish(const std::shared_ptr<SoundStream> &stream) {
    stream->isEnding = true;
    ask([this, stream] { worker_->finish(stream); });
}

std::vector<SoundDevice> SoundThread::devices() const {
    const std::lock_guard lock(mutex_);
    return devices_;
}

void SoundThread::setDevices(std::vector<SoundDevice> devices) {
    {
        const std::lock_guard lock(mutex_);
        devices_ = std::move(devices);
    }
    Q_EMIT devicesChanged();
}

QByteArray SoundThread::chosen() const {
    return QSettings().value(chosenDeviceKey()).toByteArray();
}

void SoundThread::choose(const QByteArray &id) {
    QSettings().setValue(chosenDeviceKey(), id);
    Q_EMIT devicesChanged();
}

bool SoundThread::end() {
    if (theSoundThread == nullptr)
        return true;
    SoundThread &sound = *theSoundThread;
    QMetaObject::invokeMethod(
        sound.worker_, [&sound] { sound.worker_->end(); }, Qt::QueuedConnection);
    if (!sound.thread_->wait(kMostMilliseconds))
        return false;
    delete sound.worker_;
    delete sound.thread_;
    delete std::exchange(theSoundThread, nullptr);
    return true;
}

} // namespace tagscope::ui
