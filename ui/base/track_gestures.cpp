// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/track_gestures.h"

#include <QCoreApplication>

namespace tagscope::ui {

namespace {

class TrackGestures {
    Q_DECLARE_TR_FUNCTIONS(TrackGestures)
};

QString row(const QString &hand, const QString &what) {
    return QStringLiteral("<tr><td style='padding-right: 24px'><b>%1</b></td><td>%2</td></tr>")
        .arg(hand.toHtmlEscaped(), what.toHtmlEscaped());
}

} // namespace

QString trackGestures() {
    const QString rows =
        row(TrackGestures::tr("Ctrl+wheel"), TrackGestures::tr("Zoom at the pointer")) +
        row(TrackGestures::tr("Ctrl+Shift+wheel"), TrackGestures::tr("Zoom frequencies (spectrogram)")) +
        row(TrackGestures::tr("Shift+wheel"), TrackGestures::tr("Scroll")) +
        row(TrackGestures::tr("Wheel"), TrackGestures::tr("Scroll the events, where there are many (activations)")) +
        row(TrackGestures::tr("Click"), TrackGestures::tr("Set the playhead; on an activation: play that event")) +
        row(TrackGestures::tr("Double-click"), TrackGestures::tr("Play from there")) +
        row(TrackGestures::tr("Drag"), TrackGestures::tr("Select; Shift+click moves the nearer end")) +
        row(TrackGestures::tr("Ctrl+drag"), TrackGestures::tr("Draw or change a box (spectrogram)")) +
        row(TrackGestures::tr("Drag in the labels"),
            TrackGestures::tr("Mark a region instead of selecting; move yours, or its ends")) +
        row(TrackGestures::tr("Alt, Esc while dragging"),
            TrackGestures::tr("Invert snapping; leave the region as it was")) +
        row(TrackGestures::tr("←  →"), TrackGestures::tr("Playhead by 0.1 s; with Shift by 1 s")) +
        row(TrackGestures::tr("Home  End"), TrackGestures::tr("Playhead to the start, to the end")) +
        row(TrackGestures::tr("↑  ↓"),
            TrackGestures::tr("Event above, below; in the pictures: previous, next key frame")) +
        row(TrackGestures::tr("Tab"), TrackGestures::tr("To the next track or panel"));
    return QStringLiteral("<b>%1</b><table>%2</table>").arg(TrackGestures::tr("In the tracks").toHtmlEscaped(), rows);
}

} // namespace tagscope::ui
