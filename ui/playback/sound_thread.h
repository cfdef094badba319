// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"
#include "ui/document/sound_output.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace tagscope::ui {

class SoundWorker;

// A device that sound can go to.
struct SoundDevice {
    QByteArray id; // the same at the next start
    QString name;
    bool isDefault = false;
};

// One playing, from start to stop: what the GUI thread and the sound thread know of it together.
class SoundStream {
public:
    static constexpr int kSampleRate = 48000; // sound servers convert it for their devices

    // GUI thread. Of samples that wait here; what the device has taken is no more among them.
    [[nodiscard]] std::size_t room() const;
    void write(std::span<const SoundSample> samples);
    // Sound thread. At most so many samples that wait, in order.
    [[nodiscard]] std::vector<SoundSample> take(std::size_t most);
    // Of what waits, the device took fewer than it said.
    void putBack(std::span<const SoundSample> samples);

    std::atomic<bool> isOpen = false;
    std::atomic<bool> hasFailed = false;
    std::atomic<bool> isOver = false;
    std::atomic<bool> isEnding = false; // silence follows
    std::atomic<std::int64_t> heardMicroseconds = 0;
    std::atomic<std::int64_t> written = 0; // samples that the device took
    std::atomic<int> underruns = 0;
    std::atomic<double> volume = 1.0;      // 0 to 1, as loud as it seems
    std::atomic<std::int64_t> lastSign{0}; // of life, milliseconds of the steady clock

private:
    mutable std::mutex mutex_;
    std::vector<SoundSample> waiting_;
};

// The thread on which everything of the sound server is done, because its library waits for the server without end: a
// server that hangs must not stop the window. Begins with its first use and lasts as long as the program. GUI thread.
class SoundThread : public QObject {
    Q_OBJECT

public:
    static constexpr int kMostMilliseconds = 2500; // that a server may take for an answer

    static SoundThread &instance();

    // On the device that was chosen, if it is there, else on the present default. At once; the stream says what
    // becomes of it.
    [[nodiscard]] std::shared_ptr<SoundStream> start(double volume);
    void stop(const std::shared_ptr<SoundStream> &stream);
    // The same once the device has played what it was given.
    void finish(const std::shared_ptr<SoundStream> &stream);

    // What is known; empty until the server has answered.
    [[nodiscard]] std::vector<SoundDevice> devices() const;
    // The device that is used from the next start on; empty: the default, whichever that is then. Kept in the settings.
    [[nodiscard]] QByteArray chosen() const;
    void choose(const QByteArray &id);

    // Whether something that was asked of the server has not been answered for longer than kMostMilliseconds.
    [[nodiscard]] bool isHung() const;
    // Ends the thread, and waits for that no longer than kMostMilliseconds. False: it hangs, and the program should end
    // without ending its libraries.
    [[nodiscard]] static bool end();

Q_SIGNALS:
    void devicesChanged();

private:
    SoundThread();

    friend class SoundWorker;
    template <class Work>
    void ask(Work work);
    void setDevices(std::vector<SoundDevice> devices);

    std::atomic<std::int64_t> askedAt_{0}; // the oldest question that has no answer, milliseconds; 0: none
    std::atomic<std::int64_t> asked_{0};
    std::atomic<std::int64_t> answered_{0};
    mutable std::mutex mutex_;
    std::vector<SoundDevice> devices_;
    QThread *thread_;
    SoundWorker *worker_;
};

} // namespace tagscope::ui
