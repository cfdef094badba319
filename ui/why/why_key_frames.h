// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"
#include "ui/document/thumbnail_service.h"
#include "ui/document/view_state.h"

#include <QImage>
#include <QWidget>
#include <memory>
#include <vector>

class QPainter;

namespace tagscope::ui {

// A key frame with what made the network see an object bright and tinted and the rest of it dim.
[[nodiscard]] QImage heatedPicture(const ObjectCam &cam);

// The clip's key frames side by side, and below them, larger, the one in which an object was looked for. A click
// chooses a key frame.
class WhyKeyFrames : public QWidget {
    Q_OBJECT

public:
    WhyKeyFrames(const ThumbnailFunction &thumbnails, ViewState &view, QWidget *parent = nullptr);

    void setClip(std::shared_ptr<const ClipAnalysis> clip);
    void setCam(std::shared_ptr<const ObjectCam> cam); // null: none
    [[nodiscard]] const std::shared_ptr<const ObjectCam> &cam() const { return cam_; }

    // Of the key frames, in their order; null pictures while they are decoded.
    [[nodiscard]] const std::vector<QImage> &pictures() const { return pictures_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect boxOf(std::size_t keyFrame) const;
    [[nodiscard]] QRect camBox() const;
    void paintKeyFrame(QPainter &painter, std::size_t keyFrame) const;
    void paintCam(QPainter &painter) const;

    ViewState &view_;
    std::shared_ptr<const ClipAnalysis> clip_;
    std::shared_ptr<const ObjectCam> cam_;
    QImage heated_;
    std::vector<QImage> pictures_;
    ThumbnailService thumbnails_;
};

} // namespace tagscope::ui
