// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/colour_map.h"
#include "ui/plot/custom_plot.h"
#include "ui/tracks/spectrogram_service.h"

#include <QImage>
#include <array>
#include <map>
#include <utility>

namespace tagscope::ui {

// Paints the tiles of a spectrogram between a plot's axes, x in seconds and y in Hz: the finest that the screen can
// show, and where they are not there yet, coarser ones.
class SpectrogramLayer : public QCPLayerable {
    Q_OBJECT

public:
    // The plot owns it; `service` outlives the plot.
    SpectrogramLayer(QCustomPlot &plot, SpectrogramService &service);

    void setColourMap(ColourMap map);
    void setScale(double lowestDecibels, double highestDecibels);
    // The level in dB at a time in samples and a frequency; nothing where it is not known yet.
    [[nodiscard]] std::optional<double> decibelsAt(double sample, double hz) const;

protected:
    void draw(QCPPainter *painter) override;
    void applyDefaultAntialiasingHint(QCPPainter *) const override {}
    [[nodiscard]] QRect clipRect() const override;

private:
    using Key = std::pair<int, std::int64_t>; // level, index
    struct Picture {
        std::shared_ptr<const SpectrogramTile> tile;
        QImage image;
    };

    [[nodiscard]] int visibleLevel() const;
    [[nodiscard]] int binsPerRow() const;
    void drawLevel(QCPPainter &painter, int level, std::int64_t first, std::int64_t end);
    const Picture &pictureOf(Key key, const std::shared_ptr<const SpectrogramTile> &tile);
    void colour();

    SpectrogramService &service_;
    ColourMap map_ = ColourMap::Viridis;
    double lowest_ = -70.0;
    double highest_ = 0.0;
    std::array<QRgb, 256> colours_{};
    int rowBins_ = 1; // of the pictures there are
    std::map<Key, Picture> pictures_;
};

} // namespace tagscope::ui
