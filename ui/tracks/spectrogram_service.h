// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audio/spectrogram_levels.h"
#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"
#include "ui/tracks/sound_service.h"

#include <QCache>
#include <QObject>
#include <QTimer>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <utility>
#include <variant>

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
    ~SpectrogramService() override;

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
    [[nodiscard]] bool isBusy() const { return delivery_.isActive(); }

Q_SIGNALS:
    void restarted(); // everything before is gone
    void changed();

private:
    using Key = std::pair<int, std::int64_t>; // level, index
    struct Made {
        Key key;
        Result<SpectrogramTile> tile;
    };
    struct Coarse {
        SpectrogramTile frames; // of the overview's finest level
    };
    struct CoarseEnd {};
    struct Report {
        std::uint64_t number = 0;
        std::variant<Made, Coarse, CoarseEnd> content;
    };
    // What the workers share with this object.
    struct Wishes {
        std::mutex mutex;
        std::deque<Key> tiles;
        std::uint64_t number = 0; // of the work that they are for
        bool isWorking = false;
    };
    // All that the workers need to know, without looking at this object.
    struct Work {
        std::uint64_t number = 0;
        StftOptions options;
        std::shared_ptr<const SampleStore> store;
        std::stop_token stop;
    };

    void restart();
    void makeOverview(const Work &work, int level);
    void makeTiles(const Work &work);
    void deliver();

    SoundService &sound_;
    StftOptions options_;
    SpectrogramLevels levels_{options_};
    bool isActive_ = false;
    SpectrogramOverview overview_;
    bool isOverviewDone_ = true;
    std::map<Key, std::pair<std::int64_t, std::shared_ptr<const SpectrogramTile>>> overviewTiles_; // with their frames
    QCache<Key, std::shared_ptr<const SpectrogramTile>> tiles_{kKeptMebibytes * 1024};             // KiB
    std::set<Key> failed_;
    Wishes wishes_;
    std::uint64_t latest_ = 0;
    std::stop_source running_;
    Inbox<Report> inbox_;
    QTimer delivery_;
    WorkerPool overviewPool_{1};
    WorkerPool tilePool_{1}; // last, so that the threads end before what they use
};

} // namespace tagscope::ui
