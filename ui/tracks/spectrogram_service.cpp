// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/spectrogram_service.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr std::int64_t kOverviewBytes = std::int64_t{8} << 20U; // of its finest level; the others are as much together

ReadSamples readerOf(const std::shared_ptr<const SampleStore> &store) {
    return [store](std::int64_t first, std::span<float> into) { return store->read(first, into); };
}

} // namespace

// Made when the first tile is, on its thread; used by one tile after the other.
struct SpectrogramService::Transform {
    StftOptions options;
    std::optional<Result<Stft>> made;

    const Result<Stft> &get() {
        if (!made)
            made = Stft::make(options);
        return *made;
    }
};

SpectrogramService::SpectrogramService(SoundService &sound, QObject *parent)
    : QObject(parent), sound_(sound), overviewJob_({"spectrogram", tr("Spectrogram")}, [](const Result<void> &) {}),
      tileJobs_({"tiles", tr("Spectrogram")}) {
    overviewJob_.onNews([this](const std::vector<SpectrogramTile> &tiles) {
        for (const SpectrogramTile &frames : tiles)
            overview_.append(frames);
        Q_EMIT changed();
    });
    connect(&sound, &SoundService::began, this, &SpectrogramService::restart);
}

void SpectrogramService::setOptions(const StftOptions &options) {
    if (options == options_)
        return;
    options_ = options;
    levels_ = SpectrogramLevels(options);
    restart();
}

void SpectrogramService::setActive(bool isActive) {
    if (isActive == isActive_)
        return;
    isActive_ = isActive;
    restart();
}

void SpectrogramService::restart() {
    overviewJob_.forget();
    tileJobs_.forget();
    asked_.clear();
    transform_ = std::make_shared<Transform>(Transform{options_, {}});
    overview_ = SpectrogramOverview();
    overviewTiles_.clear();
    tiles_.clear();
    failed_.clear();
    if (isActive_ && sound_.store()) {
        const int level = levels_.overviewLevel(sound_.samples(), bins(), kOverviewBytes);
        overview_ = SpectrogramOverview(level, bins());
        overviewJob_.start([level, options = options_, store = sound_.store()](
                               const std::stop_token &stop, const JobReport<SpectrogramTile> &report) -> Result<void> {
            const Result<Stft> stft = Stft::make(options);
            const std::int64_t tileSamples = SpectrogramLevels::kTileFrames * SpectrogramLevels(options).hop(level);
            for (std::int64_t tile = 0; stft && !stop.stop_requested(); ++tile) {
                // The last window of a tile reaches beyond it.
                store->waitFor((tile + 1) * tileSamples + options.windowSamples, stop);
                Result<SpectrogramTile> frames = makeTile(*stft, level, tile, store->samples(), readerOf(store), stop);
                if (!frames || frames->frames == 0)
                    break;
                report.news(std::move(*frames));
            }
            return {};
        });
    }
    Q_EMIT restarted();
}

void SpectrogramService::look(int level, std::int64_t first, std::int64_t end) {
    if (!isActive_ || !sound_.store() || level >= overview_.level())
        return;
    const std::int64_t tileSamples = SpectrogramLevels::kTileFrames * levels_.hop(level);
    const std::int64_t known = sound_.store()->samples();
    const bool isAllKnown = sound_.store()->isFinished();
    std::set<Key> missing;
    for (std::int64_t index = std::max<std::int64_t>(first, 0); index < end && index * tileSamples < known; ++index) {
        const bool isWhole = isAllKnown || (index + 1) * tileSamples + options_.windowSamples <= known;
        if (isWhole && !tiles_.contains({level, index}) && !failed_.contains({level, index}))
            missing.insert({level, index});
    }
    std::erase_if(asked_, [&](const auto &asked) {
        if (missing.contains(asked.first))
            return false;
        tileJobs_.forget(asked.second);
        return true;
    });
    for (const Key &key : missing) {
        if (asked_.contains(key))
            continue;
        const auto make = [key, transform = transform_, store = sound_.store()](const std::stop_token &stop) {
            return transform->get().and_then([&](const Stft &stft) {
                return makeTile(stft, key.first, key.second, store->samples(), readerOf(store), stop);
            });
        };
        asked_[key] = tileJobs_.add(make, [this, key](Result<SpectrogramTile> made) { take(key, std::move(made)); });
    }
}

std::shared_ptr<const SpectrogramTile> SpectrogramService::tile(int level, std::int64_t index) {
    if (!isActive_ || index < 0)
        return nullptr;
    if (level < overview_.level() || overview_.level() == 0) {
        const auto *kept = tiles_.object({level, index});
        return kept != nullptr ? *kept : nullptr;
    }
    const std::int64_t first = index * SpectrogramLevels::kTileFrames;
    const std::int64_t known = std::min(overview_.frames(level) - first, SpectrogramLevels::kTileFrames);
    if (known <= 0)
        return nullptr;
    auto &[frames, tile] = overviewTiles_[{level, index}];
    if (!tile || frames != overview_.frames(level)) {
        const bool isUnchanged = tile && known == SpectrogramLevels::kTileFrames && frames - first > known;
        if (!isUnchanged)
            tile = std::make_shared<const SpectrogramTile>(overview_.tile(level, index));
        frames = overview_.frames(level);
    }
    return tile->frames > 0 ? tile : nullptr;
}

void SpectrogramService::take(const Key &key, Result<SpectrogramTile> made) {
    asked_.erase(key);
    if (made) {
        const auto kibibytes = static_cast<qsizetype>(made->levels.size() / 1024 + 1);
        tiles_.insert(
            key, new std::shared_ptr<const SpectrogramTile>(std::make_shared<const SpectrogramTile>(std::move(*made))),
            kibibytes);
    } else if (!made.error().isCancelled()) {
        failed_.insert(key);
    }
    Q_EMIT changed();
}

} // namespace tagscope::ui
