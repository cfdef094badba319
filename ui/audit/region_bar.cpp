// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/region_bar.h"

#include "ui/document/auditor.h"
#include "ui/tracks/region_by_key.h"
#include "ui/tracks/region_editor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSpinBox>
#include <QToolButton>

namespace tagscope::ui {

namespace {

const QString kSnapKey = QStringLiteral("regions/snap");
constexpr int kReactionStep = 10; // milliseconds

} // namespace

RegionBar::RegionBar(RegionMarking &marking, RegionByKey &byKey, RegionEditor &editor, const Auditor &auditor,
                     QWidget *parent)
    : QWidget(parent), byKey_(byKey), editor_(editor), auditor_(auditor), mark_(new QToolButton),
      reaction_(new QSpinBox), snaps_(new QCheckBox(tr("Snap"))), name_(new QToolButton), words_(new QLabel) {
    setObjectName(QStringLiteral("regionBar"));
    const int line = fontMetrics().height();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(line / 2, 0, line / 2, line / 4);
    row->setSpacing(line / 2);
    mark_->setObjectName(QStringLiteral("regionMark"));
    mark_->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the tracks
    name_->setObjectName(QStringLiteral("regionAnnotator"));
    name_->setFocusPolicy(Qt::TabFocus);
    name_->setAutoRaise(true);
    name_->setToolTip(tr("Who marks the regions; click to change the name"));
    words_->setObjectName(QStringLiteral("regionWords"));
    words_->setTextFormat(Qt::PlainText);
    words_->setMinimumWidth(1); // long words do not widen the window
    row->addWidget(mark_);
    addReaction();
    addSnapping();
    row->addWidget(name_);
    row->addWidget(words_, 1);
    connect(mark_, &QToolButton::clicked, &byKey, &RegionByKey::press);
    connect(name_, &QToolButton::clicked, this, &RegionBar::nameAsked);
    connect(&byKey, &RegionByKey::changed, this, &RegionBar::showOpen);
    connect(&auditor, &Auditor::nameChanged, this, &RegionBar::showName);
    connect(&marking, &RegionMarking::noted, this, &RegionBar::say);
    showOpen();
    showName();
}

void RegionBar::addReaction() {
    reaction_->setObjectName(QStringLiteral("regionReaction"));
    reaction_->setFocusPolicy(Qt::ClickFocus);
    reaction_->setRange(0, static_cast<int>(RegionByKey::kLongestReaction.count()));
    reaction_->setSingleStep(kReactionStep);
    reaction_->setSuffix(tr(" ms"));
    reaction_->setValue(static_cast<int>(byKey_.reaction().count()));
    reaction_->setToolTip(tr("How far a key press lags behind the sound. While the clip plays, both ends of a region "
                             "marked with the key are moved back by this time, scaled by the playback speed."));
    auto *title = new QLabel(tr("&Reaction:"));
    title->setBuddy(reaction_);
    title->setToolTip(reaction_->toolTip());
    layout()->addWidget(title);
    layout()->addWidget(reaction_);
    connect(reaction_, &QSpinBox::valueChanged, this,
            [this](int value) { byKey_.setReaction(std::chrono::milliseconds(value)); });
    connect(&byKey_, &RegionByKey::reactionChanged, this,
            [this] { reaction_->setValue(static_cast<int>(byKey_.reaction().count())); });
}

void RegionBar::addSnapping() {
    snaps_->setObjectName(QStringLiteral("regionSnap"));
    snaps_->setFocusPolicy(Qt::TabFocus);
    snaps_->setToolTip(tr("Ends that are dragged snap to the playhead, the selection, other regions, tenths of a "
                          "second and the clip's ends. Hold Alt to invert this."));
    layout()->addWidget(snaps_);
    connect(snaps_, &QCheckBox::toggled, this, [this](bool isOn) {
        editor_.setSnaps(isOn);
        QSettings().setValue(kSnapKey, isOn);
    });
    snaps_->setChecked(QSettings().value(kSnapKey, true).toBool());
    editor_.setSnaps(snaps_->isChecked());
}

void RegionBar::showOpen() {
    const bool isOpen = byKey_.open().has_value();
    mark_->setText(isOpen ? tr("Region ends here") : tr("Region begins here"));
    mark_->setToolTip(isOpen ? tr("The region grows with the playhead; Esc discards it")
                             : tr("Mark a region of the chosen event while the clip plays"));
}

void RegionBar::showName() {
    const QString name = auditor_.name();
    const int most = 8 * fontMetrics().height();
    name_->setText(name.isEmpty() ? tr("Your name…") : fontMetrics().elidedText(name, Qt::ElideRight, most));
}

void RegionBar::say(const QString &text) {
    said_ = text;
    words_->setToolTip(text);
    showWords();
}

void RegionBar::showWords() {
    words_->setText(fontMetrics().elidedText(said_, Qt::ElideRight, words_->width()));
}

void RegionBar::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    layout()->activate(); // the words have their width already when they are shortened
    showWords();
}

} // namespace tagscope::ui
