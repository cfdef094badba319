// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"
#include "ui/document/shown_clip.h"
#include "ui/document/sources.h"
#include "ui/document/view_state.h"
#include "ui/plot/colour_map.h"
#include "ui/tracks/sound_service.h"
#include "ui/tracks/spectrogram_service.h"
#include "ui/tracks/spectrogram_settings.h"

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

class QLabel;
class QStackedWidget;

namespace tagscope::ui {

class ActivationCurves;
class ActivationPlot;
class LabelsTrack;
class PictureStrip;
class SpectrogramPlot;
class BoxEditor;
class TimeOverlay;
class TrackStack;
class WaveformPlot;
class WindowsTrack;

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
    // What of the clips that are set from now on is shown.
    void setConcealed(const Concealed &concealed);
    [[nodiscard]] const Concealed &concealed() const { return concealed_; }
    // A whole long recording, in the place of a clip; null: none. Of the one that is shown already, with more windows,
    // what is looked at stays so.
    void setRecording(const std::shared_ptr<const RecordingOverview> &recording);
    // Another network's activations of the clip, below those that are its own; null: none.
    void setCompared(const std::shared_ptr<const ClipAnalysis> &compared);
    // What is said of the clip.
    void setLabels(const ShownClip &shown);
    void setColourMap(ColourMap map);
    void setSpectrogramSettings(const SpectrogramSettings &settings);
    [[nodiscard]] const SpectrogramSettings &spectrogramSettings() const;

    // Curves of a few events in the place of the heat map of all.
    void setCurves(bool isCurves);

    [[nodiscard]] TrackStack &tracks() { return *tracks_; }
    [[nodiscard]] LabelsTrack &labels() { return *labels_; }
    [[nodiscard]] BoxEditor &boxes() { return *boxes_; }
    void showTrack(const QString &id, bool isShown);
    [[nodiscard]] bool isTrackShown(const QString &id) const;
    // Over the spectrogram; null: nothing.
    void setAttribution(std::shared_ptr<const EventAttribution> attribution);

    // Each track can be exported; `clip` answers with the clip as it is shown, whose numbers go with it.
    void offerExports(const std::function<std::shared_ptr<const ClipAnalysis>()> &clip);
    void askForExport(); // of all of them as they stand

    [[nodiscard]] bool isSoundComplete() const { return sound_.isComplete(); }

    // Moves the playhead to the chosen event's maximal activation.
    void goToMaximum();
    void stepKeyFrames(int keyFrames);

    [[nodiscard]] QByteArray saveState() const; // the heights of the tracks
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    // Somebody wants to see this window of the recording by itself.
    void windowChosen(const std::filesystem::path &media, Seconds start);
    void tracksChosen(); // another one is shown, or one is not any more

private:
    void addTracks();
    void arrangeTracks();
    [[nodiscard]] QStringList foldOrder() const;
    [[nodiscard]] bool isConcealed(const QWidget &track) const;
    void markMaximalStep();
    void showSoundNotes();
    [[nodiscard]] QString subjectOfFigures() const;

    ViewState &view_;
    BandEdgesFunction bandEdges_;
    std::shared_ptr<const ClipAnalysis> clip_;
    SoundService sound_;
    SpectrogramService spectra_;
    TrackStack *tracks_;
    PictureStrip *pictures_;
    WaveformPlot *waveform_;
    SpectrogramPlot *spectrogram_;
    BoxEditor *boxes_; // over it
    QStackedWidget *activationViews_;
    ActivationPlot *activations_;
    ActivationCurves *curves_;
    ActivationPlot *compared_;
    LabelsTrack *labels_;
    WindowsTrack *windows_;
    QWidget *windowsFrame_ = nullptr;
    bool isCurves_ = false;
    bool isComparing_ = false;
    Concealed concealed_;
    std::shared_ptr<const RecordingOverview> recording_;
    QLabel *soundNotes_;
    TimeOverlay *overlay_;
    QLabel *pointer_;
};

} // namespace tagscope::ui
