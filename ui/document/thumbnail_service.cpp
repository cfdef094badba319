// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/thumbnail_service.h"

#include <utility>

namespace tagscope::ui {

QImage toImage(const RgbImage &picture) {
    const QImage view(picture.pixels.data(), picture.width, picture.height, qsizetype{3} * picture.width,
                      QImage::Format_RGB888);
    return view.convertToFormat(QImage::Format_RGB32); // also a copy of its own, in the format that paints fastest
}

ThumbnailService::ThumbnailService(ThumbnailFunction thumbnails, QObject *parent)
    : QObject(parent), thumbnails_(std::move(thumbnails)),
      job_({"pictures", tr("Pictures")}, [this](const Result<std::vector<QImage>> &pictures) {
          if (pictures)
              Q_EMIT ready(times_, *pictures);
          else if (!pictures.error().isCancelled())
              Q_EMIT failed(pictures.error());
      }) {}

void ThumbnailService::request(const Request &request) {
    times_ = request.times;
    job_.start([this, request](const std::stop_token &stop) {
        return thumbnails_(request.media, request.start, request.times, request.height, stop)
            .map([](const std::vector<RgbImage> &decoded) {
                std::vector<QImage> pictures;
                for (const RgbImage &picture : decoded)
                    pictures.push_back(toImage(picture));
                return pictures;
            });
    });
}

} // namespace tagscope::ui
