// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/track_hands.h"

#include <QCoreApplication>

namespace tagscope::ui {

namespace {

class TrackHands {
    Q_DECLARE_TR_FUNCTIONS(TrackHands)
};

QString row(const QString &hand, const QString &what) {
    return QStringLiteral("<tr><td style='padding-right: 24px'><b>%1</b></td><td>%2</td></tr>")
        .arg(hand.toHtmlEscaped(), what.toHtmlEscaped());
}

} // namespace

QString trackHands() {
    const QString rows =
        row(TrackHands::tr("Ctrl+wheel"), TrackHands::tr("Zoom at the pointer")) +
        row(TrackHands::tr("Ctrl+Shift+wheel"), TrackHands::tr("Zoom frequencies (spectrogram)")) +
        row(TrackHands::tr("Shift+wheel"), TrackHands::tr("Scroll")) +
        row(TrackHands::tr("Click"), TrackHands::tr("Set the playhead; on an activation: play that event")) +
        row(TrackHands::tr("Double click"), TrackHands::tr("Play from there")) +
        row(TrackHands::tr("Drag"), TrackHands::tr("Select; Shift+click moves the nearer end")) +
        row(TrackHands::tr("Drag in the labels"),
            TrackHands::tr("Mark a region instead of selecting; move yours, or its ends")) +
        row(TrackHands::tr("Alt, Esc meanwhile"), TrackHands::tr("Snap the other way; leave the region as it was")) +
        row(TrackHands::tr("←  →"), TrackHands::tr("Playhead by 0.1 s; with Shift by 1 s")) +
        row(TrackHands::tr("Home  End"), TrackHands::tr("Playhead to the start, to the end")) +
        row(TrackHands::tr("↑  ↓"), TrackHands::tr("Event above, below; in the pictures: key frame before, after")) +
        row(TrackHands::tr("Tab"), TrackHands::tr("On to the next track or panel"));
    return QStringLiteral("<b>%1</b><table>%2</table>").arg(TrackHands::tr("In the tracks").toHtmlEscaped(), rows);
}

} // namespace tagscope::ui
