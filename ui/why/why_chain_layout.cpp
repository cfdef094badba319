// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/core_text.h"
#include "ui/base/fitted_table.h"
#include "ui/base/icons.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/stages/seen_object_model.h"
#include "ui/why/why_chain.h"
#include "ui/why/why_decision.h"
#include "ui/why/why_figure.h"
#include "ui/why/why_flips.h"
#include "ui/why/why_key_frames.h"
#include "ui/why/why_map.h"
#include "ui/why/why_sparkline.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace tagscope::ui {

namespace {

QLabel *makeText() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

WhyChain::WhyChain(const Sources &sources, ViewState &view, QWidget *parent)
    : QWidget(parent), view_(view), bandEdges_(sources.bandEdges), title_(new QLabel), decision_(new WhyDecision),
      flips_(new WhyFlips), decisionText_(makeText()), addModels_(nullptr), explainButton_(nullptr),
      silenceButton_(nullptr), mapButton_(nullptr), removeButton_(nullptr), copyButton_(nullptr), saveButton_(nullptr),
      maximumButton_(nullptr), hearButton_(nullptr), progressRow_(new QWidget), progress_(new QProgressBar),
      problem_(makeText()), soundText_(makeText()), sparkline_(new WhySparkline(view)), overlay_(new QCheckBox),
      removalText_(makeText()), attributionText_(makeText()), occlusionText_(makeText()), map_(new WhyMap),
      mapText_(makeText()), keyFrames_(new WhyKeyFrames(sources.thumbnails, view)), objects_(new SeenObjectModel(this)),
      objectTable_(nullptr), picturesText_(makeText()), models_(makeText()), parts_(new QWidget),
      figure_(new WhyFigure(this)) {
    giveRole(*title_, TextRole::Display);
    title_->setTextFormat(Qt::PlainText);
    title_->setWordWrap(true);
    title_->setObjectName(QStringLiteral("whyEvent"));
    auto *column = new QVBoxLayout(parts_);
    column->setContentsMargins(0, 0, 0, 0);
    makeDecision(*column);
    makeSound(*column);
    makePictures(*column);
    column->addWidget(models_);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(2, 2, 2, 2);
    auto *heading = new QHBoxLayout;
    heading->addWidget(title_, 1);
    heading->addWidget(copyButton_, 0, Qt::AlignTop);
    heading->addWidget(saveButton_, 0, Qt::AlignTop);
    all->addLayout(heading);
    all->addWidget(parts_);
    all->addStretch(1);

    connect(&view, &ViewState::eventChanged, this, &WhyChain::followEvent);
    connect(&view, &ViewState::selectionChanged, this, &WhyChain::followSelection);
    connect(&service_, &ExplanationService::progressed, this, [this](double fraction) {
        setBusy(true);
        progress_->setValue(static_cast<int>(100 * fraction));
    });
    connect(&service_, &ExplanationService::answered, this,
            [this](const std::shared_ptr<const Answer> &answer) { take(*answer); });
    connect(&service_, &ExplanationService::cancelled, this, [this] { setBusy(false); });
    connect(&service_, &ExplanationService::failed, this, [this](const Error &error) {
        notify(translated(error.message));
        setBusy(false);
    });
    setClip(nullptr, {});
}

QToolButton *WhyChain::addButton(const QString &text, const QString &toolTip, const QString &name) {
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setObjectName(name);
    return button;
}

void WhyChain::makeDecision(QVBoxLayout &column) {
    decisionText_->setObjectName(QStringLiteral("whyDecision"));
    addModels_ = addButton(tr("Add models…"), tr("What is missing comes of models that are not there yet"),
                           QStringLiteral("whyAddModels"));
    column.addWidget(decision_);
    column.addWidget(flips_);
    column.addWidget(decisionText_);
    column.addWidget(addModels_, 0, Qt::AlignLeft);
    connect(flips_, &WhyFlips::tried, this, &WhyChain::tryDecision);
    connect(addModels_, &QToolButton::clicked, this, &WhyChain::modelsAsked);
}

void WhyChain::makeActions(QVBoxLayout &column) {
    explainButton_ =
        addButton(tr("Explain"), tr("What in the sound led to this event's probability: integrated gradients"),
                  QStringLiteral("whyExplain"));
    silenceButton_ =
        addButton(tr("Silence selection"), tr("What happens to the tags if the selected stretch of time is silent"),
                  QStringLiteral("whySilence"));
    mapButton_ = addButton(tr("Occlusion map"), tr("What happens to the event if each part of the sound is silent"),
                           QStringLiteral("whyMap"));
    removeButton_ =
        addButton(tr("Take out"), tr("What in the sound takes the event with it when it is taken out, beside chance"),
                  QStringLiteral("whyRemove"));
    copyButton_ = addButton(tr("Copy as text"),
                            tr("Copy as text: the whole chain with its numbers, models and settings, in English"),
                            QStringLiteral("whyCopy"));
    saveButton_ = addButton(tr("Save figure…"), tr("Save figure: the chain for a paper, as PNG, SVG or PDF"),
                            QStringLiteral("whySave"));
    for (QToolButton *button : {copyButton_, saveButton_}) {
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
    }
    copyButton_->setIcon(icon(QStringLiteral("copy")));
    saveButton_->setIcon(icon(QStringLiteral("save")));
    auto *buttons = new QGridLayout; // two beside each other fit the narrowest panel, in every language
    buttons->addWidget(explainButton_, 0, 0);
    buttons->addWidget(removeButton_, 0, 1);
    buttons->addWidget(silenceButton_, 1, 0);
    buttons->addWidget(mapButton_, 1, 1);
    for (QToolButton *button : {explainButton_, silenceButton_, mapButton_, removeButton_})
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column.addLayout(buttons);
    connect(explainButton_, &QToolButton::clicked, this, &WhyChain::explainSound);
    connect(silenceButton_, &QToolButton::clicked, this, &WhyChain::silenceSelection);
    connect(mapButton_, &QToolButton::clicked, this, &WhyChain::mapOcclusion);
    connect(removeButton_, &QToolButton::clicked, this, &WhyChain::removeParts);
    connect(copyButton_, &QToolButton::clicked, this, &WhyChain::copyAsText);
    connect(saveButton_, &QToolButton::clicked, this, &WhyChain::saveFigure);
}

void WhyChain::makeProgress(QVBoxLayout &column) {
    auto *cancel = addButton(tr("Cancel"), tr("Stop explaining"), QStringLiteral("whyCancel"));
    progress_->setRange(0, 100);
    auto *row = new QHBoxLayout(progressRow_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(progress_, 1);
    row->addWidget(cancel);
    progressRow_->hide();
    problem_->setObjectName(QStringLiteral("whyProblem"));
    column.addWidget(progressRow_);
    column.addWidget(problem_);
    connect(cancel, &QToolButton::clicked, this, [this] { service_.cancel(); });
}

void WhyChain::makeSound(QVBoxLayout &column) {
    maximumButton_ =
        addButton(tr("Go to it"), tr("Set the playhead to the maximum activation"), QStringLiteral("whyGo"));
    hearButton_ =
        addButton(tr("Play it"), tr("Play the second around the maximum activation"), QStringLiteral("whyHear"));
    overlay_->setText(tr("Show on the spectrogram"));
    overlay_->setChecked(true);
    soundText_->setObjectName(QStringLiteral("whySound"));
    removalText_->setObjectName(QStringLiteral("whyRemoval"));
    attributionText_->setObjectName(QStringLiteral("whyAttribution"));
    occlusionText_->setObjectName(QStringLiteral("whyOcclusion"));
    auto *row = new QHBoxLayout;
    row->addWidget(soundText_, 1);
    row->addWidget(maximumButton_);
    row->addWidget(hearButton_);
    column.addWidget(headingLabel(tr("Sound")));
    column.addLayout(row);
    column.addWidget(sparkline_);
    makeActions(column);
    makeProgress(column);
    column.addWidget(removalText_);
    column.addWidget(attributionText_);
    column.addWidget(overlay_);
    column.addWidget(occlusionText_);
    column.addWidget(map_);
    column.addWidget(mapText_);
    connect(maximumButton_, &QToolButton::clicked, this, [this] {
        if (const std::optional<int> chosen = event();
            chosen && clip_->events[static_cast<std::size_t>(*chosen)].audioPeak)
            view_.setPlayhead(*clip_->events[static_cast<std::size_t>(*chosen)].audioPeak);
    });
    connect(hearButton_, &QToolButton::clicked, this, &WhyChain::hearMaximum);
    connect(overlay_, &QCheckBox::toggled, this, &WhyChain::showOverlay);
}

void WhyChain::makePictures(QVBoxLayout &column) {
    objectTable_ = new FittedTable(*objects_, {SeenObjectModel::Object, SeenObjectModel::Event});
    objectTable_->setObjectName(QStringLiteral("objects"));
    objectTable_->setAccessibleName(tr("Objects"));
    objectTable_->setCompact();
    objectTable_->setSelectionBehavior(QAbstractItemView::SelectItems);
    objectTable_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // All ten rows; the panel scrolls as a whole.
    const int rows = 10 * objectTable_->verticalHeader()->defaultSectionSize();
    objectTable_->setFixedHeight(rows + 2 * fontMetrics().height());
    picturesText_->setObjectName(QStringLiteral("whyPictures"));
    column.addWidget(headingLabel(tr("Pictures")));
    column.addWidget(picturesText_);
    column.addWidget(keyFrames_);
    column.addWidget(objectTable_);
    const auto locateAt = [this](const QModelIndex &index) {
        if (const std::optional<int> keyFrame = objects_->keyFrameOf(index.column()))
            locate(*keyFrame, objects_->objectOf(index.row()));
    };
    connect(objectTable_, &QAbstractItemView::clicked, this, locateAt);
    connect(objectTable_, &QAbstractItemView::activated, this, locateAt);
}

} // namespace tagscope::ui
