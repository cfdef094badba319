// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/transport_bar.h"

#include "ui/base/icons.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr int kFullVolume = 100;
constexpr QLatin1String kVolumeKey("playback/volume");
constexpr QLatin1String kMutedKey("playback/muted");

// Hours and minutes only where there are any: 7.250, 1:07.250, 2:01:07.250.
QString clockText(Seconds time) {
    const auto milliseconds = std::llround(time.count() * 1000);
    const qint64 minutes = milliseconds / 60'000;
    const double seconds = static_cast<double>(milliseconds % 60'000) / 1000;
    QString text = numberText(seconds, 3);
    if (minutes == 0)
        return text;
    if (seconds < 10)
        text.prepend(QLatin1Char('0'));
    if (minutes < 60)
        return QStringLiteral("%1:%2").arg(minutes).arg(text);
    return QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0')).arg(text);
}

} // namespace

TransportBar::TransportBar(Playback &playback, ViewState &view, QWidget *parent)
    : QWidget(parent), playback_(playback), view_(view), play_(addButton(QStringLiteral("play"), {})),
      time_(new QLabel), speed_(new QComboBox), loop_(addButton(QStringLiteral("loop"), tr("Loop"))),
      mute_(addButton(QStringLiteral("mute"), {})), volume_(new QSlider(Qt::Horizontal)),
      mix_(new QLabel(tr("As the network hears it"))), note_(new QLabel) {
    const int line = fontMetrics().height();
    play_->setIconSize({3 * line / 2, 3 * line / 2});
    time_->setTextFormat(Qt::PlainText);
    time_->setAccessibleName(tr("Time and length of the clip"));
    loop_->setCheckable(true);
    loop_->setIcon(icon(QStringLiteral("loop")));
    loop_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    loop_->setToolTip(tr("Loop the selection, or the clip if there is none (L)"));
    note_->setTextFormat(Qt::PlainText);
    note_->setMinimumWidth(1); // a long note does not widen the window
    addSpeeds();
    addVolume();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(line / 2, 0, line / 2, line / 4);
    row->setSpacing(line / 2);
    for (QWidget *widget :
         {static_cast<QWidget *>(play_), static_cast<QWidget *>(time_), static_cast<QWidget *>(speed_),
          static_cast<QWidget *>(loop_), static_cast<QWidget *>(mute_), static_cast<QWidget *>(volume_)})
        row->addWidget(widget);
    mix_->setObjectName(QStringLiteral("averaged"));
    mix_->setToolTip(tr("You hear the average of the recording's channels. Play > Hear what the network hears"));
    row->addWidget(mix_);
    row->addWidget(note_, 1);

    connect(play_, &QToolButton::clicked, &playback, &Playback::toggle);
    connect(loop_, &QToolButton::clicked, this, &TransportBar::toggleLoop);
    connect(mute_, &QToolButton::clicked, this, &TransportBar::keepVolume);
    connect(&playback, &Playback::playingChanged, this, &TransportBar::showPlaying);
    connect(&playback, &Playback::speedChanged, this, &TransportBar::showSpeed);
    connect(&playback, &Playback::notesChanged, this, &TransportBar::showNotes);
    connect(&view, &ViewState::playheadChanged, this, &TransportBar::showTime);
    connect(&view, &ViewState::rangeChanged, this, &TransportBar::showTime);
    showPlaying();
    showTime();
    showSpeed();
    showVolume();
    showNotes();
    showAveraged(false);
}

void TransportBar::showAveraged(bool isAveraged) {
    mix_->setVisible(isAveraged);
    if (playback_.isLooping()) {
        toggleLoop();
        toggleLoop();
    } else if (playback_.isPlaying()) {
        playback_.pause();
        playback_.toggle();
    }
}

QToolButton *TransportBar::addButton(const QString &name, const QString &text) {
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the tracks
    return button;
}

void TransportBar::addSpeeds() {
    speed_->setObjectName(QStringLiteral("speed"));
    speed_->setAccessibleName(tr("Speed"));
    speed_->setToolTip(tr("Speed; the pitch is kept (< slower, > faster)"));
    speed_->setFocusPolicy(Qt::TabFocus);
    for (const double speed : kSpeeds)
        speed_->addItem(tr("%1 ×").arg(QLocale().toString(speed)), speed);
    connect(speed_, &QComboBox::activated, this,
            [this](int index) { playback_.setSpeed(speed_->itemData(index).toDouble()); });
}

void TransportBar::addVolume() {
    const QSettings settings;
    volume_->setObjectName(QStringLiteral("volume"));
    volume_->setAccessibleName(tr("Volume"));
    volume_->setRange(0, kFullVolume);
    volume_->setFocusPolicy(Qt::TabFocus);
    volume_->setFixedWidth(4 * fontMetrics().height());
    volume_->setValue(std::clamp(settings.value(kVolumeKey, kFullVolume).toInt(), 0, kFullVolume));
    mute_->setCheckable(true);
    mute_->setChecked(settings.value(kMutedKey, false).toBool());
    connect(volume_, &QSlider::valueChanged, this, [this] {
        mute_->setChecked(false);
        keepVolume();
    });
}

void TransportBar::toggleLoop() {
    const TimeRange whole{Seconds{0}, view_.duration()};
    if (playback_.isLooping())
        playback_.pause();
    else
        playback_.loop(view_.selection().value_or(whole));
    showPlaying();
}

void TransportBar::stepSpeed(int steps) {
    const auto *at = std::ranges::lower_bound(kSpeeds, playback_.speed());
    const auto last = static_cast<std::ptrdiff_t>(kSpeeds.size()) - 1;
    playback_.setSpeed(kSpeeds[static_cast<std::size_t>(std::clamp((at - kSpeeds.begin()) + steps, {}, last))]);
}

void TransportBar::toggleMuted() {
    mute_->toggle();
    keepVolume();
}

void TransportBar::keepVolume() {
    QSettings settings;
    settings.setValue(kVolumeKey, volume_->value());
    settings.setValue(kMutedKey, mute_->isChecked());
    showVolume();
}

void TransportBar::showPlaying() {
    const bool isPlaying = playback_.isPlaying();
    play_->setIcon(icon(isPlaying ? QStringLiteral("pause") : QStringLiteral("play")));
    play_->setToolTip(isPlaying ? tr("Pause (Space)") : tr("Play from the playhead (Space)"));
    play_->setAccessibleName(isPlaying ? tr("Pause") : tr("Play"));
    loop_->setChecked(playback_.isLooping());
}

void TransportBar::showTime() {
    time_->setText(tr("%1 / %2 s").arg(clockText(view_.playhead()), clockText(view_.duration())));
    // Not to move what stands beside it with every digit.
    const QString widest(time_->text().size(), QLatin1Char('0'));
    const int room = fontMetrics().horizontalAdvance(widest);
    if (room > time_->minimumWidth())
        time_->setMinimumWidth(room);
}

void TransportBar::showSpeed() {
    speed_->setCurrentIndex(speed_->findData(playback_.speed()));
}

void TransportBar::showVolume() {
    const bool isMuted = mute_->isChecked();
    mute_->setIcon(icon(isMuted ? QStringLiteral("muted") : QStringLiteral("sound")));
    mute_->setToolTip(isMuted ? tr("Sound is off (Shift+M)") : tr("Switch the sound off (Shift+M)"));
    mute_->setAccessibleName(tr("Mute"));
    playback_.setVolume(isMuted ? 0.0 : static_cast<double>(volume_->value()) / kFullVolume);
}

void TransportBar::showNotes() {
    QString note = playback_.soundNote();
    if (note.isEmpty() && !playback_.hasSoundDevice())
        note = tr("No sound device: plays silently");
    note_->setToolTip(note);
    note_->setText(fontMetrics().elidedText(note, Qt::ElideRight, note_->width()));
}

void TransportBar::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    layout()->activate(); // the note has its width already when it is shortened
    showNotes();
}

void TransportBar::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange) {
        showPlaying();
        showVolume();
    }
}

} // namespace tagscope::ui
