// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_chain.h"

#include "core/analysis/explanation_text.h"
#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/text.h"
#include "ui/document/absence.h"
#include "ui/stages/seen_object_model.h"
#include "ui/why/why_decision.h"
#include "ui/why/why_figure.h"
#include "ui/why/why_flips.h"
#include "ui/why/why_key_frames.h"
#include "ui/why/why_map.h"
#include "ui/why/why_sparkline.h"
#include "ui/why/why_words.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace tagscope::ui {

namespace {

// What is missing; the notes below say why, and what to do.
QString headOf(const QString &absence) {
    return absence.section(QLatin1Char('\n'), 0, 0);
}

} // namespace

void WhyChain::setClip(std::shared_ptr<const ClipAnalysis> clip, ExplainFunction explain) {
    const auto isOf = [&clip](const ClipAnalysis &other) {
        return clip && clip->media == other.media && clip->start == other.start &&
               clip->models.crnn == other.models.crnn && clip->models.inceptionV4 == other.models.inceptionV4;
    };
    if (!clip_ || !isOf(*clip_)) {
        service_.cancel();
        silenced_.reset();
        notify({});
    }
    clip_ = std::move(clip);
    explain_ = std::move(explain);
    edges_ = clip_ ? bandEdges_(clip_->settings.logMel) : std::vector<double>();
    sparkline_->setClip(clip_);
    keyFrames_->setClip(clip_);
    objects_->setClip(clip_);
    objectTable_->fit();
    followEvent();
}

std::optional<int> WhyChain::event() const {
    const std::optional<int> event = view_.event();
    const bool isThere = clip_ && event && *event >= 0 && static_cast<std::size_t>(*event) < clip_->events.size() &&
                         static_cast<std::size_t>(*event) < clip_->settings.events.size();
    return isThere ? event : std::nullopt;
}

void WhyChain::followEvent() {
    const std::optional<int> chosen = event();
    parts_->setVisible(chosen.has_value());
    objects_->setEvent(chosen);
    if (chosen)
        showEvent(*chosen);
    else
        title_->setText(tr("Choose an event in the table to see what made its tag."));
    copyButton_->setEnabled(chosen.has_value());
    saveButton_->setEnabled(chosen.has_value());
    showOverlay();
}

void WhyChain::showEvent(int event) {
    const auto k = static_cast<std::size_t>(event);
    const Decision decision = decisionOf(clip_->events[k]);
    flips_->setDecision(decision);
    showDecision(decision, {});
    showSound(event);
    showPictures(event);
    models_->setText(modelsInWords(*clip_));
    followSelection();
}

void WhyChain::showDecision(const Decision &decision, const QString &condition) {
    const std::optional<int> chosen = event();
    if (!chosen)
        return;
    const QString name = toText(clip_->settings.events[static_cast<std::size_t>(*chosen)].name);
    const QString headline = headlineInWords(name, decision);
    title_->setText(condition.isEmpty() ? headline : condition + QLatin1Char(' ') + headline);
    decision_->setDecision(decision);
    decision_->setVisible(decision.fused().has_value());
    decisionText_->setText((decisionInWords(decision) + QLatin1Char(' ') + noWeightInWords(decision)).trimmed());
}

// The decision as it would be with another number, or as it is.
void WhyChain::tryDecision(const std::optional<Decision> &decision, const QString &condition) {
    if (const std::optional<int> chosen = event())
        showDecision(decision.value_or(decisionOf(clip_->events[static_cast<std::size_t>(*chosen)])), condition);
}

void WhyChain::showSound(int event) {
    const QString absence = whyNoActivations(*clip_);
    const bool isThere = absence.isEmpty();
    soundText_->setText(isThere ? maximumInWords(*clip_, event) : headOf(absence));
    for (QWidget *widget : {static_cast<QWidget *>(sparkline_), static_cast<QWidget *>(maximumButton_),
                            static_cast<QWidget *>(hearButton_), static_cast<QWidget *>(overlay_),
                            static_cast<QWidget *>(explainButton_), static_cast<QWidget *>(removeButton_),
                            static_cast<QWidget *>(silenceButton_), static_cast<QWidget *>(mapButton_)})
        widget->setVisible(isThere);
    explainButton_->setEnabled(isThere && !service_.isWorking());
    mapButton_->setEnabled(isThere && !service_.isWorking());
    removeButton_->setEnabled(isThere && !service_.isWorking());
    addModels_->setVisible(!missingModels(*clip_).isEmpty());
    showAnswers(event);
}

// What was asked about the event's sound, as the clip is judged now.
void WhyChain::showAnswers(int event) {
    const std::shared_ptr<const EventAttribution> attribution = attributionOf(event);
    overlay_->setEnabled(attribution != nullptr);
    attributionText_->setText(attribution ? attributionInWords(*clip_, *attribution, edges_) : QString());
    attributionText_->setVisible(attribution != nullptr);
    const std::shared_ptr<const Answer> removal = service_.find(*clip_, RemovalQuestion{event});
    removalText_->setText(removal ? removalInWords(*clip_, event, std::get<RemovalExplanation>(*removal)) : QString());
    removalText_->setVisible(removal != nullptr);
    const std::shared_ptr<const Answer> occlusion =
        silenced_ ? service_.find(*clip_, OcclusionQuestion{*silenced_}) : nullptr;
    occlusionText_->setText(occlusion ? occlusionInWords(*clip_, event, std::get<Occlusion>(*occlusion)) : QString());
    occlusionText_->setVisible(occlusion != nullptr);
    const std::shared_ptr<const Answer> map = service_.find(*clip_, OcclusionMapQuestion{event});
    map_->setMap(map ? std::shared_ptr<const OcclusionMap>(map, &std::get<OcclusionMap>(*map)) : nullptr);
    mapText_->setText(map ? mapInWords(*clip_, std::get<OcclusionMap>(*map), edges_) : QString());
    mapText_->setVisible(map != nullptr);
}

void WhyChain::showPictures(int event) {
    const QString noObjects = whyNoObjects(*clip_);
    objectTable_->setVisible(noObjects.isEmpty());
    const QString absence = noObjects.isEmpty() ? whyNoVideoProbabilities(*clip_) : noObjects;
    picturesText_->setText(absence.isEmpty() ? picturesInWords(*clip_, event) : headOf(absence));
}

std::shared_ptr<const EventAttribution> WhyChain::attributionOf(int event) const {
    const std::shared_ptr<const Answer> answer = service_.find(*clip_, AttributionQuestion{event});
    return answer ? std::shared_ptr<const EventAttribution>(answer, &std::get<EventAttribution>(*answer)) : nullptr;
}

void WhyChain::showOverlay() {
    const std::optional<int> chosen = event();
    Q_EMIT attributionShown(chosen && overlay_->isChecked() ? attributionOf(*chosen) : nullptr);
}

void WhyChain::followSelection() {
    const bool hasActivations = clip_ && clip_->audio && !clip_->audio->activations.empty();
    silenceButton_->setEnabled(hasActivations && view_.selection() && !service_.isWorking());
}

void WhyChain::ask(const Question &question) {
    if (!clip_ || !explain_)
        return;
    notify({});
    service_.ask(clip_, question, explain_);
}

void WhyChain::explainSound() {
    if (const std::optional<int> chosen = event())
        ask(AttributionQuestion{*chosen});
}

void WhyChain::silenceSelection() {
    if (clip_ && clip_->audio && view_.selection())
        ask(OcclusionQuestion{regionBetween(*clip_->audio, view_.selection()->lower, view_.selection()->upper)});
}

void WhyChain::mapOcclusion() {
    if (const std::optional<int> chosen = event())
        ask(OcclusionMapQuestion{*chosen});
}

void WhyChain::removeParts() {
    if (const std::optional<int> chosen = event())
        ask(RemovalQuestion{*chosen});
}

void WhyChain::locate(int keyFrame, int object) {
    view_.setKeyFrame(keyFrame);
    ask(ObjectCamQuestion{keyFrame, object});
}

void WhyChain::hearMaximum() {
    const std::optional<int> chosen = event();
    if (!chosen || !clip_->audio || static_cast<std::size_t>(*chosen) >= clip_->audio->peakSteps.size())
        return;
    constexpr Seconds kAround{0.5}; // a step of 100 ms alone is a click
    const AudioAnalysis &audio = *clip_->audio;
    const Seconds middle = audio.stepMiddle(audio.peakSteps[static_cast<std::size_t>(*chosen)]);
    view_.askToPlay({std::max(middle - kAround, Seconds{0}), std::min(middle + kAround, clip_->duration)});
}

void WhyChain::take(const Answer &answer) {
    if (const auto *occlusion = std::get_if<Occlusion>(&answer))
        silenced_ = occlusion->region;
    if (const auto *cam = std::get_if<ObjectCam>(&answer))
        keyFrames_->setCam(std::make_shared<const ObjectCam>(*cam));
    if (std::holds_alternative<EventAttribution>(answer))
        overlay_->setChecked(true);
    setBusy(false);
    followEvent();
}

void WhyChain::notify(const QString &problem) {
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
}

void WhyChain::setBusy(bool isBusy) {
    progressRow_->setVisible(isBusy);
    const bool hasActivations = clip_ && clip_->audio && !clip_->audio->activations.empty();
    explainButton_->setEnabled(hasActivations && !isBusy);
    mapButton_->setEnabled(hasActivations && !isBusy);
    removeButton_->setEnabled(hasActivations && !isBusy);
    followSelection();
}

void WhyChain::copyAsText() {
    QGuiApplication::clipboard()->setText(asText());
    Q_EMIT said(tr("The explanation was copied."));
}

QString WhyChain::asText() const {
    const std::optional<int> chosen = event();
    if (!chosen)
        return {};
    const auto k = static_cast<std::size_t>(*chosen);
    std::string text = explanationText(*clip_, k, attributionOf(*chosen).get(), edges_);
    if (const std::shared_ptr<const Answer> removal = service_.find(*clip_, RemovalQuestion{*chosen}))
        text += removalText(std::get<RemovalExplanation>(*removal), clip_->settings.events[k].name);
    if (silenced_)
        if (const std::shared_ptr<const Answer> occlusion = service_.find(*clip_, OcclusionQuestion{*silenced_}))
            text += occlusionText(*clip_, k, std::get<Occlusion>(*occlusion));
    return toText(text);
}

void WhyChain::saveFigure() {
    const std::optional<int> chosen = event();
    if (!chosen)
        return;
    figure_->setContent({clip_, *chosen, attributionOf(*chosen), edges_, keyFrames_->pictures()});
    const QString subject = QString::fromStdString(clip_->media.stem().string()) + QLatin1Char(' ') +
                            toText(clip_->settings.events[static_cast<std::size_t>(*chosen)].name);
    askForExport(*figure_,
                 {.name = QStringLiteral("why"), .paint = {}, .data = {}, .subject = [subject] { return subject; }});
}

} // namespace tagscope::ui
