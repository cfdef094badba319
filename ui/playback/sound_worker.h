// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playback/sound_thread.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

class QMediaDevices;

namespace tagscope::ui {

[[nodiscard]] std::int64_t steadyMilliseconds();

// Plays streams, one at a time, through Qt Multimedia. Lives on the sound thread.
class SoundWorker : public QObject {
    Q_OBJECT

public:
    explicit SoundWorker(SoundThread &owner);
    ~SoundWorker() override;

    void begin(); // asks the server for the first time
    void start(const std::shared_ptr<SoundStream> &stream, const QByteArray &chosen);
    void stop(const SoundStream &stream);
    void finish(const std::shared_ptr<SoundStream> &stream); // stops a moment later
    void end();                                              // and ends the thread

private:
    [[nodiscard]] QAudioDevice deviceFor(const QByteArray &chosen) const;
    void useDevice(const QAudioDevice &device);
    void reportDevices();
    void turn();
    void feed();
    void countUnderrun();
    [[nodiscard]] qint64 put(std::span<const SoundSample> samples);

    SoundThread &owner_;
    std::unique_ptr<QMediaDevices> devices_;
    QAudioDevice device_;
    QAudioFormat format_;
    std::unique_ptr<QAudioSink> sink_;
    QIODevice *input_ = nullptr; // the sink's own
    std::shared_ptr<SoundStream> stream_;
    std::unique_ptr<QTimer> timer_; // made on the sound thread
    std::vector<char> rest_;        // bytes of a frame that the device did not take whole
    bool isDry_ = false;            // since the last underrun was counted
};

} // namespace tagscope::ui
