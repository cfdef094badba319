// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/tracks/attribution_layer.h"
#include "ui/tracks/spectrogram_service.h"
#include "ui/tracks/spectrogram_settings.h"
#include "ui/tracks/track_plot.h"

#include <memory>
#include <vector>

namespace tagscope::ui {

class SpectrogramLayer;

// A frequency and the place of it on an axis that counts mel bands.
struct HzTick {
    double band = 0.0;
    double hz = 0.0;
};

// Where a frequency lies among the bands: b at the peak of band b. `edges`: as of melBandEdges(), ascending.
[[nodiscard]] double bandOf(double hz, const std::vector<double> &edges);
// Round frequencies at least `spacing` bands from each other.
[[nodiscard]] std::vector<HzTick> melTicks(const std::vector<double> &edges, double spacing);

// The spectrogram: exactly the log-mel bands that the network saw, in dB or normalised as it saw them, or a short-time
// spectrum of the sound, which is there without any analysis.
class SpectrogramPlot : public TrackPlot {
    Q_OBJECT

public:
    explicit SpectrogramPlot(ViewState &view, QWidget *parent = nullptr);

    // Where the short-time spectrum comes from; without it there is the network's input only. Outlives the plot.
    void setService(SpectrogramService &service);
    void setSettings(const SpectrogramSettings &settings);
    [[nodiscard]] const SpectrogramSettings &settings() const { return settings_; }
    // What is shown: the short-time spectrum also where there is no analysis.
    [[nodiscard]] SpectrogramKind kind() const;

    // `edges`: as of melBandEdges() for the clip's settings. Null: of the sound alone.
    void setClip(std::shared_ptr<const ClipAnalysis> clip, std::vector<double> edges);
    void setColourMap(ColourMap map) override;
    // Where no other track below it does.
    void showTimes(bool isShown);

    // Where a frequency is, in pixels from the top, and the reverse; beside the axis its nearest end.
    [[nodiscard]] double yOfHz(double hz) const;
    [[nodiscard]] double hzAt(double y) const;
    [[nodiscard]] double highestHz() const; // 0 where nothing is shown

    // What lies over it, hidden until it is given something to show.
    [[nodiscard]] AttributionLayer &attribution() { return *attribution_; }

    [[nodiscard]] QString readOut(QPointF point) const override;
    bool zoomFrequency(QPointF point, double factor) override;

protected:
    void restyle() override;

private:
    void refresh();
    void nameFrequencies(); // of the axis: in short where there is little height
    void showNetworkInput(const AudioAnalysis &audio);
    void fill(const AudioAnalysis &audio);
    void scaleInput(const AudioAnalysis &audio);
    void followSound();
    void followFrequencies();
    void markPadding(const AudioAnalysis &audio);
    [[nodiscard]] QString whyNothing() const;
    [[nodiscard]] double hzOfBand(double band) const;
    [[nodiscard]] double yOfBand(double band) const;
    [[nodiscard]] double inputAt(const AudioAnalysis &audio, std::size_t frame, std::size_t band) const;
    [[nodiscard]] QString readInput(QPointF point) const;

    std::shared_ptr<const ClipAnalysis> clip_;
    std::vector<double> edges_;
    SpectrogramSettings settings_;
    SpectrogramService *service_ = nullptr;
    SpectrogramLayer *layer_ = nullptr; // owned by the plot
    QCPItemRect *padding_;              // owned by the plot
    AttributionLayer *attribution_;
};

} // namespace tagscope::ui
