// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/spectrogram_levels.h"
#include "ui/base/job.h"
#include "ui/tracks/sound_service.h"

#include <QCache>
#include <QObject>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace tagscope::ui {

// The short-time spectrogram of a SoundService's sound in tiles and levels of detail (core/audio/spectrogram_levels.h).
// Coarse levels are made of the whole sound as it comes in; fine ones tile by tile as they are looked at, and the
// latest are kept. Everything is computed away from the GUI thread. Lives on the GUI thread.
class SpectrogramService : public QObject {
    Q_OBJECT

public:
    static constexpr int kKeptMebibytes = 48; // of fine tiles

    // `sound` outlives it.
    explicit SpectrogramService(SoundService &sound, QObject *parent = nullptr);

    void setOptions(const StftOptions &options);
    [[nodiscard]] const StftOptions &options() const { return options_; }
    // Nothing is computed while nobody looks.
    void setActive(bool isActive);

    [[nodiscard]] const SpectrogramLevels &levels() const { return levels_; }
    [[nodiscard]] std::size_t bins() const { return static_cast<std::size_t>(options_.windowSamples) / 2 + 1; }
    [[nodiscard]] const SoundService &sound() const { return sound_; }
    // Grows until everything was looked at.
    [[nodiscard]] double loudestDecibels() const { return decibelsOf(overview_.loudest()); }

    // A tile, as far as it is known now; empty where it is not. What the pointers point to stays until a tile changes.
    [[nodiscard]] std::shared_ptr<const SpectrogramTile> tile(int level, std::int64_t index);
    // The tiles [first, end) of this level are looked at: what of them is missing is made, nothing else any more.
    void look(int level, std::int64_t first, std::int64_t end);
    // Whether work is under way.
    [[nodiscard]] bool isBusy() const { return overviewJob_.isRunning() || tileJobs_.isRunning(); }

Q_SIGNALS:
    void restarted(); // everything before is gone
    void changed();

private:
    using Key = std::pair<int, std::int64_t>; // level, index
    struct Transform;
    void restart();
    void take(const Key &key, Result<SpectrogramTile> tile);

    SoundService &sound_;
    StftOptions options_;
    SpectrogramLevels levels_{options_};
    bool isActive_ = false;
    SpectrogramOverview overview_;
    std::map<Key, std::pair<std::int64_t, std::shared_ptr<const SpectrogramTile>>> overviewTiles_; // with their frames
    QCache<Key, std::shared_ptr<const SpectrogramTile>> tiles_{kKeptMebibytes * 1024};             // KiB
    std::set<Key> failed_;
    std::map<Key, JobNumber> asked_;         // tiles that are being made
    std::shared_ptr<Transform> transform_;   // of the tiles
    Job<void, SpectrogramTile> overviewJob_; // its finest level, tile by tile
    JobQueue tileJobs_;                      // last, so that its work ends before what it uses
};

} // namespace tagscope::ui
