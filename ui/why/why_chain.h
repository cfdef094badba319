// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"
#include "core/fusion/decision.h"
#include "ui/document/sources.h"
#include "ui/document/view_state.h"
#include "ui/why/explanation_service.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace tagscope::ui {

class FittedTable;
class SeenObjectModel;
class WhyDecision;
class WhyFigure;
class WhyFlips;
class WhyKeyFrames;
class WhyMap;
class WhySparkline;

// Everything behind the chosen event's tag, from the decision back to the sound and the pictures, and what can be asked
// about it: attribution, occlusion, where an object was seen. What is missing is named where its numbers would stand.
class WhyChain : public QWidget {
    Q_OBJECT

public:
    WhyChain(const Sources &sources, ViewState &view, QWidget *parent = nullptr);

    // Null: nothing. `explain`: answers for this clip.
    void setClip(std::shared_ptr<const ClipAnalysis> clip, ExplainFunction explain);

    void explainSound();
    void silenceSelection();
    void mapOcclusion();
    void removeParts();
    void locate(int keyFrame, int object);
    void hearMaximum();
    void copyAsText();
    // The chain in prose with its numbers, models and settings.
    [[nodiscard]] QString asText() const;
    void saveFigure();

Q_SIGNALS:
    // What belongs over the spectrogram; null: nothing.
    void attributionShown(const std::shared_ptr<const EventAttribution> &attribution);
    void said(const QString &text); // something to tell a person
    void modelsAsked();             // to add what is missing

private:
    void makeDecision(QVBoxLayout &column);
    void makeActions(QVBoxLayout &column);
    void makeProgress(QVBoxLayout &column);
    void makeSound(QVBoxLayout &column);
    void makePictures(QVBoxLayout &column);
    QToolButton *addButton(const QString &text, const QString &toolTip, const QString &name);
    void followEvent();
    void showEvent(int event);
    void showDecision(const Decision &decision, const QString &condition);
    void tryDecision(const std::optional<Decision> &decision, const QString &condition);
    void showSound(int event);
    void showAnswers(int event);
    void showPictures(int event);
    void showOverlay();
    void followSelection();
    void ask(const Question &question);
    void take(const Answer &answer);
    void notify(const QString &problem);
    void setBusy(bool isBusy);
    [[nodiscard]] std::shared_ptr<const EventAttribution> attributionOf(int event) const;
    [[nodiscard]] std::optional<int> event() const; // chosen and there

    ViewState &view_;
    BandEdgesFunction bandEdges_;
    std::shared_ptr<const ClipAnalysis> clip_;
    std::vector<double> edges_;
    ExplainFunction explain_;
    ExplanationService service_;
    std::optional<SoundRegion> silenced_; // what was silenced last in this clip
    QLabel *title_;
    WhyDecision *decision_;
    WhyFlips *flips_;
    QLabel *decisionText_;
    QToolButton *addModels_;
    QToolButton *explainButton_;
    QToolButton *silenceButton_;
    QToolButton *mapButton_;
    QToolButton *removeButton_;
    QToolButton *copyButton_;
    QToolButton *saveButton_;
    QToolButton *maximumButton_;
    QToolButton *hearButton_;
    QWidget *progressRow_;
    QProgressBar *progress_;
    QLabel *problem_;
    QLabel *soundText_;
    WhySparkline *sparkline_;
    QCheckBox *overlay_;
    QLabel *removalText_;
    QLabel *attributionText_;
    QLabel *occlusionText_;
    WhyMap *map_;
    QLabel *mapText_;
    WhyKeyFrames *keyFrames_;
    SeenObjectModel *objects_;
    FittedTable *objectTable_;
    QLabel *picturesText_;
    QLabel *models_;
    QWidget *parts_; // all but the title
    WhyFigure *figure_;
};

} // namespace tagscope::ui
