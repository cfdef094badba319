// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"
#include "ui/plot/colour_map.h"
#include "ui/tracks/spectrogram_settings.h"

#include <QPointer>

class QStackedWidget;

namespace tagscope::ui {

class ClipView;
class SpectrogramDialog;

// The current clip's tracks, or in words what became of it; how they are looked at, and exported.
class TracksFeature : public Feature {
    Q_OBJECT

public:
    explicit TracksFeature(const FeatureContext &context);

    [[nodiscard]] ClipView &tracks() { return *tracks_; }
    [[nodiscard]] QWidget *centre(); // of the window
    void setColourMap(ColourMap map);

    void restore(const QSettings &settings) override;
    void save(QSettings &settings) const override;

private:
    void addClipEntries();
    void addViewEntries();
    void addTrackEntries();
    void addSpectrogramEntries();
    void show(const ShownClip &shown);
    void chooseEvent(int step);
    void setSpectrogram(const SpectrogramSettings &settings);
    void showSpectrogramSettings();

    ClipView *tracks_;
    QStackedWidget *centre_;
    std::shared_ptr<const ClipAnalysis> before_;   // that is shown
    std::shared_ptr<const ClipAnalysis> compared_; // below it
    QPointer<SpectrogramDialog> spectrogram_;
};

} // namespace tagscope::ui
