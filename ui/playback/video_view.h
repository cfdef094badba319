// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace tagscope::ui {

// The clip's picture at the playhead, as large as fits, on a dark ground; or why there is none.
class VideoView : public QWidget {
    Q_OBJECT

public:
    explicit VideoView(QWidget *parent = nullptr);

    // Null: none. `time` is the picture's own, in words.
    void setPicture(const QImage &picture, const QString &time);
    void setMessage(const QString &message); // in place of the picture where not empty

    // In the screen's pixels, which may be finer than the widget's.
    [[nodiscard]] QSize pixels() const;
    [[nodiscard]] const QImage &picture() const { return picture_; }
    // Where the picture is painted.
    [[nodiscard]] QRect pictureRect() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QImage picture_;
    QString message_;
};

} // namespace tagscope::ui
