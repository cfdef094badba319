// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

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

    Playback *playback_;
};

} // namespace tagscope::ui
