// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_key_frames.h"

#include "ui/base/text.h"
#include "ui/tracks/object_table_model.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr double kPictureLines = 4.0; // the height of a key frame, in lines of text
constexpr double kCamLines = 11.0;
constexpr double kDimmest = 0.35; // what is left of a picture's light where nothing was seen
constexpr double kTint = 0.3;

// A position along the cells, 0 at the first one's centre, of a share of the picture's side.
double cellAt(double share, double first, double last, std::size_t cells) {
    const double place = (share - first) / std::max(last - first, 1e-9) * static_cast<double>(cells - 1);
    return std::clamp(place, 0.0, static_cast<double>(cells - 1));
}

double interpolated(const Matrix &heat, double row, double column) {
    const auto r = static_cast<std::size_t>(row);
    const auto c = static_cast<std::size_t>(column);
    const std::size_t below = std::min(r + 1, heat.rows - 1);
    const std::size_t right = std::min(c + 1, heat.columns - 1);
    const double y = row - static_cast<double>(r);
    const double x = column - static_cast<double>(c);
    return (1 - y) * ((1 - x) * heat(r, c) + x * heat(r, right)) +
           y * ((1 - x) * heat(below, c) + x * heat(below, right));
}

} // namespace

QImage heatedPicture(const ObjectCam &cam) {
    const RgbImage &from = cam.picture;
    QImage picture(from.width, from.height, QImage::Format_RGB32);
    if (cam.heat.empty() || picture.isNull())
        return picture;
    const double most = std::max(static_cast<double>(*std::ranges::max_element(cam.heat.values)), 1e-9);
    for (int y = 0; y < from.height; ++y) {
        const double row = cellAt((y + 0.5) / from.height, cam.top, cam.bottom, cam.heat.rows);
        for (int x = 0; x < from.width; ++x) {
            const double column = cellAt((x + 0.5) / from.width, cam.left, cam.right, cam.heat.columns);
            const double heat = interpolated(cam.heat, row, column) / most;
            const std::uint8_t *pixel =
                &from.pixels[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(from.width) +
                                  static_cast<std::size_t>(x))];
            const double light = kDimmest + (1 - kDimmest) * heat;
            const auto mix = [&](int value, int tint) {
                return static_cast<int>(value * light * (1 - kTint * heat) + tint * kTint * heat);
            };
            picture.setPixel(x, y, qRgb(mix(pixel[0], 255), mix(pixel[1], 120), mix(pixel[2], 0)));
        }
    }
    return picture;
}

WhyKeyFrames::WhyKeyFrames(const ThumbnailFunction &thumbnails, ViewState &view, QWidget *parent)
    : QWidget(parent), view_(view), thumbnails_(thumbnails) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Key frames"));
    connect(&thumbnails_, &ThumbnailService::ready, this,
            [this](const std::vector<Seconds> &, const std::vector<QImage> &pictures) {
                pictures_ = pictures;
                update();
            });
    connect(&view, &ViewState::keyFrameChanged, this, [this] { update(); });
}

void WhyKeyFrames::setClip(std::shared_ptr<const ClipAnalysis> clip) {
    const auto timesOf = [](const std::shared_ptr<const ClipAnalysis> &of) {
        std::vector<Seconds> times;
        if (of && of->video)
            for (const KeyFrame &keyFrame : of->video->keyFrames)
                times.push_back(keyFrame.time);
        return times;
    };
    const std::vector<Seconds> times = timesOf(clip);
    const bool isSame =
        clip && clip_ && clip->media == clip_->media && clip->start == clip_->start && times == timesOf(clip_);
    clip_ = std::move(clip);
    setVisible(!times.empty());
    if (isSame)
        return;
    setCam(nullptr);
    pictures_.assign(times.size(), QImage());
    thumbnails_.cancel();
    if (!times.empty())
        thumbnails_.request({clip_->media, clip_->start, times,
                             static_cast<int>(std::ceil(2 * kPictureLines * fontMetrics().height()))});
    updateGeometry();
}

void WhyKeyFrames::setCam(std::shared_ptr<const ObjectCam> cam) {
    cam_ = std::move(cam);
    heated_ = cam_ ? heatedPicture(*cam_) : QImage();
    updateGeometry();
    update();
}

QSize WhyKeyFrames::sizeHint() const {
    const double lines = kPictureLines + 1.3 + (cam_ ? kCamLines + 2.6 : 0.0);
    return {20 * fontMetrics().height(), static_cast<int>(std::ceil(lines * fontMetrics().height()))};
}

QSize WhyKeyFrames::minimumSizeHint() const {
    return {10 * fontMetrics().height(), sizeHint().height()};
}

QRect WhyKeyFrames::boxOf(std::size_t keyFrame) const {
    const int count = std::max(static_cast<int>(pictures_.size()), 1);
    const int gap = fontMetrics().height() / 3;
    const int width = (this->width() - (count - 1) * gap) / count;
    return {static_cast<int>(keyFrame) * (width + gap), 0, width,
            static_cast<int>(kPictureLines * fontMetrics().height())};
}

QRect WhyKeyFrames::camBox() const {
    const int line = fontMetrics().height();
    return {0, static_cast<int>((kPictureLines + 1.3) * line), width(), static_cast<int>(kCamLines * line)};
}

void WhyKeyFrames::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t i = 0; i < pictures_.size(); ++i)
        paintKeyFrame(painter, i);
    if (cam_)
        paintCam(painter);
}

void WhyKeyFrames::paintKeyFrame(QPainter &painter, std::size_t keyFrame) const {
    const QRect box = boxOf(keyFrame);
    const bool isChosen = view_.keyFrame() == static_cast<int>(keyFrame);
    QRect place = box;
    const QImage &picture = pictures_[keyFrame];
    if (picture.isNull()) {
        painter.fillRect(box, palette().color(QPalette::AlternateBase));
    } else {
        place = QRect({}, picture.size().scaled(box.size(), Qt::KeepAspectRatio));
        place.moveCenter(box.center());
        painter.drawImage(place, picture);
    }
    painter.setPen(QPen(palette().color(isChosen ? QPalette::Highlight : QPalette::Mid), isChosen ? 3 : 1));
    painter.drawRect(place.adjusted(0, 0, -1, -1));
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect caption(box.left(), box.bottom() + 1, box.width(), fontMetrics().height() + 2);
    const QString time = numberText(clip_->video->keyFrames[keyFrame].time.count(), 2);
    painter.drawText(caption, Qt::AlignCenter, tr("#%1 at %2 s").arg(keyFrame + 1).arg(time));
}

void WhyKeyFrames::paintCam(QPainter &painter) const {
    const QRect box = camBox();
    QRect place({}, heated_.size().scaled(box.size(), Qt::KeepAspectRatio));
    place.moveCenter(box.center());
    painter.drawImage(place, heated_);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect caption(0, box.bottom() + 1, width(), height() - box.bottom() - 1);
    painter.drawText(caption, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     tr("What made Inception-v4 see \"%1\" in key frame #%2 is bright (Grad-CAM).")
                         .arg(nameOfObject(*clip_, cam_->object))
                         .arg(cam_->keyFrame + 1));
}

void WhyKeyFrames::mousePressEvent(QMouseEvent *event) {
    for (std::size_t i = 0; i < pictures_.size(); ++i)
        if (boxOf(i).contains(event->position().toPoint())) {
            view_.setKeyFrame(static_cast<int>(i));
            view_.setPlayhead(clip_->video->keyFrames[i].time);
        }
}

} // namespace tagscope::ui
