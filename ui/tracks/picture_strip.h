// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/document/thumbnail_service.h"
#include "ui/tracks/sound_service.h"
#include "ui/tracks/track.h"

#include <QCache>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace tagscope::ui {

struct TimeGeometry;

// The clip's pictures along the time axis, below them a band that says which key frame stands for which of them, and
// the key frames themselves. A key frame under the pointer, or clicked, dims the pictures it does not stand for. Of a
// long recording there are the pictures alone.
// The pictures lie on grids of times that are twice as coarse from level to level, and the latest are kept: scrolling
// finds them, and only what is new to the eye is decoded.
class PictureStrip : public QWidget, public Track {
    Q_OBJECT

public:
    PictureStrip(const ThumbnailFunction &thumbnails, ViewState &view, QWidget *parent = nullptr);

    void setClip(std::shared_ptr<const ClipAnalysis> clip); // null: nothing
    void setRecording(const MediaPart &recording, bool hasPictures);
    // How many of the pictures in sight are there, and how many there will be.
    [[nodiscard]] std::pair<int, int> filmProgress() const;

    [[nodiscard]] QString readOut(QPointF point) const override;
    void point(const QPointF *point) override;
    void click(QPointF point) override;
    bool step(int keyFrames) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    // Where the key frames are, those out of sight as null rectangles.
    [[nodiscard]] std::vector<QRect> keyFrameBoxes() const;
    [[nodiscard]] const QString &message() const { return noPictures_; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    using Place = std::pair<int, std::int64_t>; // level, index on its grid
    struct Rows {
        QRect film;
        QRect band;
        QRect keyFrames;
    };

    [[nodiscard]] Rows rows() const;
    [[nodiscard]] QSize keyFrameSize() const;
    [[nodiscard]] std::optional<int> keyFrameAt(QPointF point) const;
    [[nodiscard]] std::optional<int> representativeAt(Seconds time) const;
    [[nodiscard]] int pictureAt(Seconds time) const;
    [[nodiscard]] QString describe(int keyFrame) const;

    void open(const MediaPart &part);
    [[nodiscard]] int filmLevel() const;
    [[nodiscard]] static Seconds gridStep(int level);
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> filmRange(int level) const; // [first, end) in sight
    [[nodiscard]] Seconds filmTime(Place place) const;
    void requestFilm();
    void requestKeyFrames();
    void takeFilm(const std::vector<QImage> &pictures);
    void paintFilm(QPainter &painter, const TimeGeometry &geometry) const;
    void paintBand(QPainter &painter, const TimeGeometry &geometry) const;
    void paintKeyFrames(QPainter &painter, const TimeGeometry &geometry) const;
    void paintKeyFrame(QPainter &painter, int keyFrame, const QRect &box, double x) const;

    ViewState &view_;
    std::shared_ptr<const ClipAnalysis> clip_;
    MediaPart part_; // whose pictures are shown
    QString noPictures_;
    QString noKeyFrames_;
    QString failure_; // of decoding
    double aspect_ = 16.0 / 9.0;
    QCache<Place, QImage> film_;
    std::vector<Place> requested_;
    std::vector<QImage> keyFramePictures_;
    QTimer settle_; // the view has stopped moving: decode for it
    ThumbnailService filmService_;
    ThumbnailService keyFrameService_;
};

} // namespace tagscope::ui
