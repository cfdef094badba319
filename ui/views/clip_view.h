#pragma once

#include "core/analysis/explanation.h"
#include "ui/plot/colour_map.h"
#include "ui/services/sources.h"
#include "ui/services/view_state.h"

#include <QWidget>
#include <memory>

class QLabel;
class QSplitter;

namespace tagscope::ui {

class ActivationPlot;
class PictureStrip;
class SpectrogramPlot;
class TimeOverlay;

// The tracks of the open clip over one time axis, and a line that reads out what is under the pointer.
class ClipView : public QWidget {
    Q_OBJECT

public:
    ClipView(const Sources &sources, ViewState &view, QWidget *parent = nullptr);

    // Shows the whole clip; null: nothing. Of the clip that is shown already, with other figures, what is looked at
    // stays so.
    void setClip(const std::shared_ptr<const ClipAnalysis> &clip);
    // The same clip, judged by other weights and thresholds.
    void setEvents(const std::shared_ptr<const ClipAnalysis> &clip);
    void setColourMap(ColourMap map);
    // Over the spectrogram; null: nothing.
    void setAttribution(std::shared_ptr<const EventAttribution> attribution);

    // Moves the playhead to the chosen event's maximal activation.
    void goToMaximum();
    void stepKeyFrames(int keyFrames);

    [[nodiscard]] QByteArray saveState() const; // the heights of the tracks
    void restoreState(const QByteArray &state);

private:
    void markMaximalStep();
    void tellPlayhead();

    ViewState &view_;
    BandEdgesFunction bandEdges_;
    std::shared_ptr<const ClipAnalysis> clip_;
    QSplitter *tracks_;
    PictureStrip *pictures_;
    SpectrogramPlot *spectrogram_;
    ActivationPlot *activations_;
    TimeOverlay *overlay_;
    QLabel *playhead_;
    QLabel *pointer_;
};

} // namespace tagscope::ui
