// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/sound_service.h"

#include "core/base/paths.h"
#include "ui/base/core_text.h"

#include <cmath>
#include <optional>
#include <utility>

namespace tagscope::ui {

SoundService::SoundService(DecodeSoundFunction decode, QObject *parent)
    : QObject(parent), decode_(std::move(decode)),
      job_({"sound", tr("Sound")}, [this](const Result<std::vector<Message>> &outcome) { end(outcome); }) {
    job_.onNews([this](const std::vector<News> &news) { take(news); });
}

void SoundService::open(const MediaPart &part) {
    if (part == part_)
        return;
    part_ = part;
    sampleRate_ = 0;
    isComplete_ = false;
    envelope_ = Envelope();
    store_.reset();
    problem_.clear();
    notes_.clear();
    job_.forget();
    if (!part.media.empty())
        job_.start([this, part](const std::stop_token &stop, const JobReport<News> &report) {
            return decode(part, report.news, stop);
        });
    Q_EMIT began();
}

std::int64_t SoundService::samples() const {
    const auto claimed = static_cast<std::int64_t>(std::llround(part_.duration.count() * sampleRate_));
    return isComplete_ && store_ ? store_->samples() : claimed;
}

// On another thread.
Result<std::vector<Message>> SoundService::decode(const MediaPart &part, const std::function<void(News)> &notify,
                                                  const std::stop_token &stop) const {
    struct Kept {
        std::shared_ptr<SampleStore> store;
        ~Kept() { // also where memory is short: others wait for its end
            if (store)
                store->finish();
        }
    } samples;
    std::shared_ptr<SampleStore> &store = samples.store;
    std::optional<EnvelopeMaker> maker;
    Result<void> kept;
    const auto receive = [&](int sampleRate, std::span<const float> decoded) {
        if (!maker) {
            const Result<std::shared_ptr<SampleStore>> made = SampleStore::make(cacheDirectory());
            if (made)
                store = *made;
            else
                kept = tl::unexpected(made.error());
            const auto claimed = static_cast<std::int64_t>(part.duration.count() * sampleRate);
            maker.emplace(Envelope::blockFor(claimed));
            notify(Beginning{sampleRate, Envelope::blockFor(claimed), store});
        }
        if (kept && store)
            kept = store->append(decoded);
        notify(maker->add(decoded));
    };
    const Result<std::vector<Message>> outcome = decode_(part.media, part.start, part.duration, receive, stop);
    if (maker) {
        if (const std::optional<EnvelopeBlock> rest = maker->finish())
            notify(std::vector{*rest});
    }
    if (outcome && !kept)
        return tl::unexpected(kept.error());
    return outcome;
}

void SoundService::take(const std::vector<News> &news) {
    bool hasGrown = false;
    for (const News &one : news) {
        if (const auto *beginning = std::get_if<Beginning>(&one)) {
            sampleRate_ = beginning->sampleRate;
            envelope_ = Envelope(beginning->samplesPerBlock);
            store_ = beginning->store;
            Q_EMIT began();
        } else {
            envelope_.append(std::get<std::vector<EnvelopeBlock>>(one));
            hasGrown = true;
        }
    }
    if (hasGrown)
        Q_EMIT grew();
}

void SoundService::end(const Result<std::vector<Message>> &outcome) {
    isComplete_ = true;
    if (outcome)
        notes_ = *outcome;
    else
        problem_ = part_.isNamed ? translated(outcome.error().message) : tr("The sound cannot be read.");
    Q_EMIT grew();
    Q_EMIT ended();
}

} // namespace tagscope::ui
