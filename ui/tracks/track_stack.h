// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tracks/track_frame.h"

#include <QMap>
#include <QRegion>
#include <QSplitter>
#include <QStringList>
#include <vector>

namespace tagscope::ui {

// The tracks from top to bottom, each with its header, sharing the height by need. A track is seen where a person wants
// it and there is something to see of it. A person can fold each to a line; where there is no room for all, those that
// may are folded by themselves, in the order in which they were said, until the others are readable. GUI thread.
class TrackStack : public QSplitter {
    Q_OBJECT

public:
    // Heights in pixels: the one at first, and below which it is better folded.
    struct Height {
        int first = 0;
        int readable = 0;
    };
    struct Named {
        QString id; // the settings' name for it
        QString title;
        QWidget *widget = nullptr;
        TrackFrame *frame = nullptr;
        Height height;
        bool isPresent = true; // there is something to see of it
    };

    explicit TrackStack(QWidget *parent = nullptr);

    // Not `isPresent`: there will be something to see of it only later.
    void add(const QString &id, const QString &title, QWidget &track, const Height &height, bool isPresent = true);
    // Above the others, without a name, a header and a choice.
    // Its height is the track's. The frame, to be hidden and shown.
    QWidget *addFixed(QWidget &track);
    // Those that fold by themselves, the first first.
    void setFoldOrder(const QStringList &ids);

    [[nodiscard]] const std::vector<Named> &tracks() const { return named_; }
    void setPresent(const QString &id, bool isPresent);
    void setWanted(const QString &id, bool isWanted);
    [[nodiscard]] bool isWanted(const QString &id) const { return !hidden_.contains(id); }
    void setMenu(const QString &id, QMenu &menu); // of its settings

    void fold(const QString &id, bool isFolded); // as the buttons do
    [[nodiscard]] const QStringList &foldedByHand() const { return foldedByHand_; }
    void setFoldedByHand(const QStringList &ids);

    // What belongs to the screen and not on paper.
    [[nodiscard]] QWidgetList furniture() const;

    // Where lines of folded tracks lie.
    [[nodiscard]] QRegion foldedRegion() const;

Q_SIGNALS:
    void foldedByHandChanged();
    void arranged(); // tracks have another height or place

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] Named *find(const QString &id);
    [[nodiscard]] bool isShown(const Named &track) const { return isWanted(track.id) && track.isPresent; }
    [[nodiscard]] QStringList foldedForRoom() const;
    void arrange();
    void showHandles();

    std::vector<Named> named_;
    QStringList hidden_; // that a person does not want
    QStringList foldOrder_;
    QStringList foldedByHand_;
    QString openedByHand_;     // the last of those that fold by themselves: stays open
    QMap<QString, int> open_;  // heights of what is folded, or not there yet, for when it opens
    QWidgetList fixedHeaders_; // empty ones
};

} // namespace tagscope::ui
