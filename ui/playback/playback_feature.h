// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

#include <atomic>
#include <memory>

namespace tagscope::ui {

class Playback;
class TransportBar;

// Plays the current clip.
class PlaybackFeature : public Feature {
    Q_OBJECT

public:
    // The transport bar goes below the tracks.
    PlaybackFeature(const FeatureContext &context, QWidget &tracks);

    [[nodiscard]] Playback &playback() { return *playback_; }
    void stop() override;

private:
    void addEntries(TransportBar &transport);

    std::shared_ptr<std::atomic<bool>> isAveraged_; // what is played; asked on workers
    Playback *playback_;
};

} // namespace tagscope::ui
