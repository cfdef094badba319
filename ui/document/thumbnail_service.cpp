// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/thumbnail_service.h"

#include "ui/base/delivery.h"

#include <exception>
#include <utility>

namespace tagscope::ui {

QImage toImage(const RgbImage &picture) {
    const QImage view(picture.pixels.data(), picture.width, picture.height, qsizetype{3} * picture.width,
                      QImage::Format_RGB888);
    return view.convertToFormat(QImage::Format_RGB32); // also a copy of its own, in the format that paints fastest
}

ThumbnailService::ThumbnailService(ThumbnailFunction thumbnails, QObject *parent)
    : QObject(parent), thumbnails_(std::move(thumbnails)) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &ThumbnailService::deliver);
}

ThumbnailService::~ThumbnailService() {
    running_.request_stop();
}

void ThumbnailService::request(const Request &request) {
    cancel();
    running_ = std::stop_source();
    const std::uint64_t number = ++latest_;
    pool_.run([this, number, request, source = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&source] { source.request_stop(); });
        inbox_.put({number, request.times, decode(request, source.get_token())});
    });
    delivery_.start();
}

void ThumbnailService::cancel() {
    running_.request_stop();
    ++latest_;
    delivery_.stop();
}

// On the pool's thread.
Result<std::vector<QImage>> ThumbnailService::decode(const Request &request, const std::stop_token &stop) const {
    if (stop.stop_requested())
        return cancelled();
    try {
        const Result<std::vector<RgbImage>> decoded =
            thumbnails_(request.media, request.start, request.times, request.height, stop);
        if (!decoded)
            return tl::unexpected(decoded.error());
        std::vector<QImage> pictures;
        for (const RgbImage &picture : *decoded)
            pictures.push_back(toImage(picture));
        return pictures;
    } catch (const std::exception &exception) {
        return fail(Error::Kind::Internal, "ui.pictures_not_decoded", exception.what());
    }
}

void ThumbnailService::deliver() {
    for (const Report &report : inbox_.drain()) {
        if (report.number != latest_)
            continue;
        delivery_.stop();
        if (report.pictures)
            Q_EMIT ready(report.times, *report.pictures);
        else if (!report.pictures.error().isCancelled())
            Q_EMIT failed(report.pictures.error());
    }
}

} // namespace tagscope::ui
