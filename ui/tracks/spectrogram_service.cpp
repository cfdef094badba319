// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/spectrogram_service.h"

#include "ui/base/delivery.h"

#include <algorithm>
#include <exception>

namespace tagscope::ui {

namespace {

constexpr std::int64_t kOverviewBytes = std::int64_t{8} << 20U; // of its finest level; the others are as much together

ReadSamples readerOf(const std::shared_ptr<const SampleStore> &store) {
    return [store](std::int64_t first, std::span<float> into) { return store->read(first, into); };
}

} // namespace

SpectrogramService::SpectrogramService(SoundService &sound, QObject *parent) : QObject(parent), sound_(sound) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &SpectrogramService::deliver);
    connect(&sound, &SoundService::began, this, &SpectrogramService::restart);
}

SpectrogramService::~SpectrogramService() {
    running_.request_stop();
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
    running_.request_stop();
    running_ = std::stop_source();
    ++latest_;
    overview_ = SpectrogramOverview();
    isOverviewDone_ = true;
    overviewTiles_.clear();
    tiles_.clear();
    failed_.clear();
    {
        const std::lock_guard lock(wishes_.mutex);
        wishes_.tiles.clear();
        wishes_.number = latest_;
        wishes_.isWorking = false; // what still works is for what was before, and takes nothing more
    }
    delivery_.stop();
    if (isActive_ && sound_.store()) {
        const int level = levels_.overviewLevel(sound_.samples(), bins(), kOverviewBytes);
        overview_ = SpectrogramOverview(level, bins());
        isOverviewDone_ = false;
        overviewPool_.run([this, level, work = Work{latest_, options_, sound_.store(), running_.get_token()}](
                              const std::stop_token &) { makeOverview(work, level); });
        delivery_.start();
    }
    Q_EMIT restarted();
}

// On the overview's thread.
void SpectrogramService::makeOverview(const Work &work, int level) {
    try {
        const Result<Stft> stft = Stft::make(work.options);
        const SpectrogramLevels levels(work.options);
        const std::int64_t tileSamples = SpectrogramLevels::kTileFrames * levels.hop(level);
        for (std::int64_t tile = 0; stft && !work.stop.stop_requested(); ++tile) {
            // The last window of a tile reaches beyond it.
            work.store->waitFor((tile + 1) * tileSamples + work.options.windowSamples, work.stop);
            const std::int64_t known = work.store->samples();
            Result<SpectrogramTile> frames = makeTile(*stft, level, tile, known, readerOf(work.store), work.stop);
            if (!frames || frames->frames == 0)
                break;
            inbox_.put({work.number, Coarse{std::move(*frames)}});
        }
    } catch (const std::exception &) { // memory is short: what is there is shown
    }
    inbox_.put({work.number, CoarseEnd{}});
}

// On the tiles' thread.
void SpectrogramService::makeTiles(const Work &work) {
    const auto next = [this, &work]() -> std::optional<Key> {
        const std::lock_guard lock(wishes_.mutex);
        if (wishes_.number != work.number)
            return std::nullopt;
        if (wishes_.tiles.empty()) {
            wishes_.isWorking = false;
            return std::nullopt;
        }
        const Key key = wishes_.tiles.front();
        wishes_.tiles.pop_front();
        return key;
    };
    const Result<Stft> stft = Stft::make(work.options);
    while (const std::optional<Key> key = next()) {
        Result<SpectrogramTile> tile = cancelled();
        try {
            if (stft && !work.stop.stop_requested())
                tile = makeTile(*stft, key->first, key->second, work.store->samples(), readerOf(work.store), work.stop);
        } catch (const std::exception &exception) {
            tile = fail(Error::Kind::Internal, "ui.no_memory_left", exception.what());
        }
        inbox_.put({work.number, Made{*key, std::move(tile)}});
    }
}

void SpectrogramService::look(int level, std::int64_t first, std::int64_t end) {
    if (!isActive_ || !sound_.store() || level >= overview_.level())
        return;
    const std::int64_t tileSamples = SpectrogramLevels::kTileFrames * levels_.hop(level);
    const std::int64_t known = sound_.store()->samples();
    const bool isAllKnown = sound_.store()->isFinished();
    std::deque<Key> missing;
    for (std::int64_t index = std::max<std::int64_t>(first, 0); index < end && index * tileSamples < known; ++index) {
        const bool isWhole = isAllKnown || (index + 1) * tileSamples + options_.windowSamples <= known;
        if (isWhole && !tiles_.contains({level, index}) && !failed_.contains({level, index}))
            missing.push_back({level, index});
    }
    const std::lock_guard lock(wishes_.mutex);
    wishes_.tiles = std::move(missing);
    if (wishes_.tiles.empty())
        return;
    delivery_.start();
    if (std::exchange(wishes_.isWorking, true))
        return;
    tilePool_.run([this, work = Work{latest_, options_, sound_.store(), running_.get_token()}](
                      const std::stop_token &) { makeTiles(work); });
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

void SpectrogramService::deliver() {
    bool isIdle = isOverviewDone_; // asked before the inbox is emptied: what is idle has put everything there
    {
        const std::lock_guard lock(wishes_.mutex);
        isIdle = isIdle && !wishes_.isWorking;
    }
    bool hasChanged = false;
    for (Report &report : inbox_.drain()) {
        if (report.number != latest_)
            continue;
        hasChanged = true;
        if (const auto *coarse = std::get_if<Coarse>(&report.content)) {
            overview_.append(coarse->frames);
        } else if (std::holds_alternative<CoarseEnd>(report.content)) {
            isOverviewDone_ = true;
        } else {
            auto &made = std::get<Made>(report.content);
            if (!made.tile) {
                if (!made.tile.error().isCancelled())
                    failed_.insert(made.key);
                continue;
            }
            const auto kibibytes = static_cast<qsizetype>(made.tile->levels.size() / 1024 + 1);
            tiles_.insert(made.key,
                          new std::shared_ptr<const SpectrogramTile>(
                              std::make_shared<const SpectrogramTile>(std::move(*made.tile))),
                          kibibytes);
        }
    }
    if (isIdle)
        delivery_.stop();
    if (hasChanged)
        Q_EMIT changed();
}

} // namespace tagscope::ui
