#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/plot/track.h"
#include "ui/services/thumbnail_service.h"

#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

struct TimeGeometry;

// The clip's pictures along the time axis, below them a band that says which key frame stands for which of them, and
// the key frames themselves. A key frame under the pointer, or clicked, dims the pictures it does not stand for.
class PictureStrip : public QWidget, public Track {
    Q_OBJECT

public:
    PictureStrip(const ThumbnailFunction &thumbnails, ViewState &view, QWidget *parent = nullptr);

    void setClip(std::shared_ptr<const ClipAnalysis> clip); // null: nothing

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
    struct Thumbnail {
        Seconds time{0};
        QImage picture;
    };
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

    void requestFilm();
    void requestKeyFrames();
    void takeFilm(const std::vector<Seconds> &times, const std::vector<QImage> &pictures);
    void paintFilm(QPainter &painter, const TimeGeometry &geometry) const;
    void paintBand(QPainter &painter, const TimeGeometry &geometry) const;
    void paintKeyFrames(QPainter &painter, const TimeGeometry &geometry) const;
    void paintKeyFrame(QPainter &painter, int keyFrame, const QRect &box, double x) const;

    ViewState &view_;
    std::shared_ptr<const ClipAnalysis> clip_;
    QString noPictures_;
    QString noKeyFrames_;
    QString failure_; // of decoding
    double aspect_ = 16.0 / 9.0;
    std::vector<Thumbnail> film_;
    std::vector<QImage> keyFramePictures_;
    QTimer settle_; // the view has stopped moving: decode for it
    ThumbnailService filmService_;
    ThumbnailService keyFrameService_;
};

} // namespace tagscope::ui
