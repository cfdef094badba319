// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/envelope.h"
#include "core/audio/sample_store.h"
#include "ui/base/job.h"
#include "ui/document/sources.h"

#include <QObject>
#include <memory>
#include <variant>
#include <vector>

namespace tagscope::ui {

// A part of a recording; all of it where the duration is its own.
struct MediaPart {
    std::filesystem::path media;
    Seconds start{0};
    Seconds duration{0};
    bool isNamed = true; // false: nothing that is said of it may name the file

    friend bool operator==(const MediaPart &, const MediaPart &) = default;
};

// Decodes the sound that is looked at, away from the GUI thread: its envelope grows here as it comes, and its samples
// are kept for whoever wants to look closer. Lives on the GUI thread.
class SoundService : public QObject {
    Q_OBJECT

public:
    explicit SoundService(DecodeSoundFunction decode, QObject *parent = nullptr);

    // Forgets the one before; nothing is done where the same part is open.
    void open(const MediaPart &part);
    void close() { open({}); }
    [[nodiscard]] const MediaPart &part() const { return part_; }

    [[nodiscard]] int sampleRate() const { return sampleRate_; } // 0 until the first samples came
    // Of the whole sound: as its duration says until everything was decoded.
    [[nodiscard]] std::int64_t samples() const;
    [[nodiscard]] bool isComplete() const { return isComplete_; }
    [[nodiscard]] const Envelope &envelope() const { return envelope_; }
    [[nodiscard]] std::shared_ptr<const SampleStore> store() const { return store_; } // null until the first samples
    // Why there is nothing, or no more, to see; empty where all is well.
    [[nodiscard]] const QString &problem() const { return problem_; }
    // What is odd of the sound, once it is complete.
    [[nodiscard]] const std::vector<Message> &notes() const { return notes_; }

Q_SIGNALS:
    void began(); // another sound, of which sampleRate() and store() are known; or none
    void grew();
    void ended();

private:
    struct Beginning {
        int sampleRate = 0;
        int samplesPerBlock = 1;
        std::shared_ptr<const SampleStore> store;
    };
    using News = std::variant<Beginning, std::vector<EnvelopeBlock>>;

    [[nodiscard]] Result<std::vector<Message>> decode(const MediaPart &part, const std::function<void(News)> &notify,
                                                      const std::stop_token &stop) const;
    void take(const std::vector<News> &news);
    void end(const Result<std::vector<Message>> &outcome);

    DecodeSoundFunction decode_;
    MediaPart part_;
    int sampleRate_ = 0;
    bool isComplete_ = false;
    Envelope envelope_;
    std::shared_ptr<const SampleStore> store_;
    QString problem_;
    std::vector<Message> notes_;
    Job<std::vector<Message>, News> job_;
};

} // namespace tagscope::ui
