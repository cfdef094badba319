// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/sound_service.h"

#include "core/base/paths.h"
#include "ui/base/core_text.h"
#include "ui/base/delivery.h"

#include <cmath>
#include <exception>
#include <optional>
#include <utility>

namespace tagscope::ui {

SoundService::SoundService(DecodeSoundFunction decode, QObject *parent) : QObject(parent), decode_(std::move(decode)) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &SoundService::deliver);
}

SoundService::~SoundService() {
    running_.request_stop();
}

void SoundService::open(const MediaPart &part) {
    if (part == part_)
        return;
    running_.request_stop();
    running_ = std::stop_source();
    part_ = part;
    sampleRate_ = 0;
    isComplete_ = false;
    envelope_ = Envelope();
    store_.reset();
    problem_.clear();
    const std::uint64_t number = ++latest_;
    if (!part.media.empty()) {
        pool_.run([this, number, part, source = running_](const std::stop_token &poolStop) mutable {
            const std::stop_callback stopWithPool(poolStop, [&source] { source.request_stop(); });
            work(number, part, source.get_token());
        });
        delivery_.start();
    } else {
        delivery_.stop();
    }
    Q_EMIT began();
}

std::int64_t SoundService::samples() const {
    const auto claimed = static_cast<std::int64_t>(std::llround(part_.duration.count() * sampleRate_));
    return isComplete_ && store_ ? store_->samples() : claimed;
}

// On the pool's thread.
void SoundService::work(std::uint64_t number, const MediaPart &part, const std::stop_token &stop) {
    std::shared_ptr<SampleStore> store;
    std::optional<EnvelopeMaker> maker;
    Result<void> outcome;
    Result<void> kept;
    const auto receive = [&](int sampleRate, std::span<const float> samples) {
        if (!maker) {
            const Result<std::shared_ptr<SampleStore>> made = SampleStore::make(cacheDirectory());
            if (made)
                store = *made;
            else
                kept = tl::unexpected(made.error());
            const auto claimed = static_cast<std::int64_t>(part.duration.count() * sampleRate);
            maker.emplace(Envelope::blockFor(claimed));
            inbox_.put({number, Beginning{sampleRate, Envelope::blockFor(claimed), store}});
        }
        if (kept && store)
            kept = store->append(samples);
        inbox_.put({number, maker->add(samples)});
    };
    try {
        outcome = decode_(part.media, part.start, part.duration, receive, stop);
    } catch (const std::exception &exception) {
        outcome = fail(Error::Kind::Internal, "ui.sound_not_decoded", exception.what());
    }
    if (store)
        store->finish();
    if (maker) {
        if (const std::optional<EnvelopeBlock> rest = maker->finish())
            inbox_.put({number, std::vector{*rest}});
    }
    inbox_.put({number, outcome ? kept : outcome});
}

void SoundService::deliver() {
    bool hasGrown = false;
    for (const Report &report : inbox_.drain()) {
        if (report.number != latest_)
            continue;
        if (const auto *beginning = std::get_if<Beginning>(&report.content)) {
            sampleRate_ = beginning->sampleRate;
            envelope_ = Envelope(beginning->samplesPerBlock);
            store_ = beginning->store;
            Q_EMIT began();
        } else if (const auto *blocks = std::get_if<std::vector<EnvelopeBlock>>(&report.content)) {
            envelope_.append(*blocks);
            hasGrown = true;
        } else {
            const auto &outcome = std::get<Result<void>>(report.content);
            delivery_.stop();
            isComplete_ = true;
            if (!outcome)
                problem_ = translated(outcome.error().message);
            hasGrown = false;
            Q_EMIT grew();
            Q_EMIT ended();
        }
    }
    if (hasGrown)
        Q_EMIT grew();
}

} // namespace tagscope::ui
