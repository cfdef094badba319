#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/plot/attribution_layer.h"
#include "ui/plot/track_plot.h"

#include <memory>
#include <vector>

namespace tagscope::ui {

// A frequency and the place of it on an axis that counts mel bands.
struct HzTick {
    double band = 0.0;
    double hz = 0.0;
};

// Where a frequency lies among the bands: b at the peak of band b. `edges`: as of melBandEdges(), ascending.
[[nodiscard]] double bandOf(double hz, const std::vector<double> &edges);
// Round frequencies at least `spacing` bands from each other.
[[nodiscard]] std::vector<HzTick> melTicks(const std::vector<double> &edges, double spacing);

// The log-mel spectrogram: exactly the bands that the network saw, in dB before normalisation.
class SpectrogramPlot : public TrackPlot {
    Q_OBJECT

public:
    SpectrogramPlot(ViewState &view, QWidget *parent = nullptr);

    // `edges`: as of melBandEdges() for the clip's settings. Null: nothing.
    void setClip(std::shared_ptr<const ClipAnalysis> clip, std::vector<double> edges);

    // What lies over it, hidden until it is given something to show.
    [[nodiscard]] AttributionLayer &attribution() { return *attribution_; }

    [[nodiscard]] QString readOut(QPointF point) const override;

protected:
    void restyle() override;

private:
    void fill(const AudioAnalysis &audio);
    void markPadding(const AudioAnalysis &audio);

    std::shared_ptr<const ClipAnalysis> clip_;
    std::vector<double> edges_;
    QCPItemRect *padding_; // owned by the plot
    AttributionLayer *attribution_;
};

} // namespace tagscope::ui
