// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/region_by_key.h"

#include "ui/base/text.h"
#include "ui/playback/playback.h"

#include <QSettings>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

using std::chrono::milliseconds;

constexpr Seconds kLastTurns{0.1}; // before its end a clip's playhead is told no more

const QString kReactionKey = QStringLiteral("regions/reactionMilliseconds");

milliseconds fitted(milliseconds reaction) {
    return std::clamp(reaction, milliseconds{0}, RegionByKey::kLongestReaction);
}

} // namespace

RegionByKey::RegionByKey(RegionMarking &marking, Playback &playback, ViewState &view, QObject *parent)
    : QObject(parent), marking_(marking), playback_(playback), view_(view),
      reaction_(fitted(
          milliseconds(QSettings().value(kReactionKey, static_cast<qlonglong>(kUsualReaction.count())).toLongLong()))) {
    connect(&marking, &RegionMarking::clipChanged, this, &RegionByKey::abandon);
    connect(&view, &ViewState::playheadChanged, this, [this] {
        if (!open_)
            return;
        farthest_ = std::max(farthest_, view_.playhead());
        Q_EMIT grown();
    });
    connect(&playback, &Playback::playingChanged, this, &RegionByKey::followPlaying);
}

void RegionByKey::setReaction(milliseconds reaction) {
    if (fitted(reaction) == reaction_)
        return;
    reaction_ = fitted(reaction);
    QSettings().setValue(kReactionKey, static_cast<qlonglong>(reaction_.count()));
    Q_EMIT reactionChanged();
}

Seconds RegionByKey::heardNow() const {
    return playback_.isPlaying() ? heardAt(view_.playhead(), reaction_, playback_.speed(), view_.duration())
                                 : view_.playhead();
}

TimeRange RegionByKey::openRange() const {
    return fittedRegion({open_->onset, heardNow()}, view_.duration());
}

void RegionByKey::press() {
    if (playback_.isPlaying())
        playback_.advance(); // to the moment of the key, not of the last turn
    if (open_) {
        end(heardNow());
        return;
    }
    if (!marking_.clip()) {
        Q_EMIT marking_.noted(tr("Regions can only be marked in a project's clips."));
    } else if (!view_.event()) {
        Q_EMIT marking_.noted(tr("Choose an event first: a region belongs to an event."));
    } else {
        open_ = Open{*view_.event(), heardNow()};
        farthest_ = view_.playhead();
        Q_EMIT marking_.noted(tr("%1 begins at %2 s. Press the key again where it ends.")
                                  .arg(marking_.nameOf(open_->event), numberText(open_->onset.count(), 3)));
        Q_EMIT changed();
    }
}

void RegionByKey::end(Seconds offset) {
    const Open open = *std::exchange(open_, std::nullopt);
    Q_EMIT changed();
    marking_.mark(open.event, {open.onset, offset});
}

void RegionByKey::abandon() {
    if (!std::exchange(open_, std::nullopt))
        return;
    Q_EMIT marking_.noted(tr("The region in progress was discarded."));
    Q_EMIT changed();
}

void RegionByKey::followPlaying() {
    if (open_ && !playback_.isPlaying() && farthest_ >= view_.duration() - kLastTurns)
        end(view_.duration());
}

} // namespace tagscope::ui
