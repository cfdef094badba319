// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QMenu;
class QToolButton;

namespace tagscope::ui {

// A track with its header: a narrow column left of it with a button that folds it, one for its settings, and its name
// upwards where there is room. Folded it is a line that says its name. The column is as wide for all tracks, so that
// they keep one time axis. GUI thread.
class TrackFrame : public QWidget {
    Q_OBJECT

public:
    // `track` becomes a child. Without a title the column is empty and nothing folds.
    TrackFrame(const QString &title, QWidget &track, QWidget *parent = nullptr);

    [[nodiscard]] static int headerWidth(); // of a button of the style; logical pixels
    [[nodiscard]] QWidget *header() const { return header_; }

    // Shown by the settings' button, which is not there before. Belongs to whoever made it.
    void setMenu(QMenu &menu);
    void setTitle(const QString &title); // of one that has a title
    void setFolded(bool isFolded);
    [[nodiscard]] bool isFolded() const { return isFolded_; }
    [[nodiscard]] int foldedHeight() const;

Q_SIGNALS:
    void foldAsked(bool isFolded); // by the button

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    QString title_;
    QWidget &track_;
    QWidget *header_;
    QBoxLayout *buttons_;
    QToolButton *fold_;
    QToolButton *settings_;
    bool isFolded_ = false;
};

} // namespace tagscope::ui
