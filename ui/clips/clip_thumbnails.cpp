// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_thumbnails.h"

#include "ui/base/delivery.h"
#include "ui/document/thumbnail_service.h"

#include <exception>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr qsizetype kBytesPerKilobyte = 1024;

bool isThere(const std::filesystem::path &media) {
    std::error_code error;
    return !media.empty() && std::filesystem::exists(media, error);
}

} // namespace

ClipThumbnails::ClipThumbnails(ThumbnailFunction thumbnails, QObject *parent)
    : QObject(parent), thumbnails_(std::move(thumbnails)) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &ClipThumbnails::deliver);
}

ClipThumbnails::~ClipThumbnails() {
    running_.request_stop();
}

void ClipThumbnails::clear() {
    running_.request_stop();
    forgotten_ = latest_++;
    delivery_.stop();
    kept_.clear();
    without_.clear();
    wanted_.clear();
}

void ClipThumbnails::want(const std::vector<Clip> &clips, int height) {
    if (height != height_) {
        clear(); // the screen's scale has changed
        height_ = height;
    }
    std::vector<Clip> lacking;
    std::vector<ClipId> ids;
    for (const Clip &clip : clips)
        if (!kept_.contains(clip.id) && !without_.contains(clip.id)) {
            lacking.push_back(clip);
            ids.push_back(clip.id);
        }
    if (ids == wanted_)
        return;
    wanted_ = std::move(ids);
    running_.request_stop();
    ++latest_;
    if (lacking.empty())
        return;
    running_ = std::stop_source();
    pool_.run([this, number = latest_, lacking = std::move(lacking), height,
               source = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&source] { source.request_stop(); });
        work(number, lacking, height, source.get_token());
    });
    delivery_.start();
}

void ClipThumbnails::retry(ClipId clip) {
    if (without_.erase(clip) > 0)
        wanted_.clear();
}

// On the pool's thread.
void ClipThumbnails::work(std::uint64_t number, const std::vector<Clip> &clips, int height,
                          const std::stop_token &stop) {
    for (const Clip &clip : clips) {
        if (stop.stop_requested())
            break;
        Report report{number, clip.id, {}};
        try {
            if (isThere(clip.media))
                if (const auto pictures =
                        thumbnails_(clip.media, clip.start, {Seconds(clip.duration.count() / 2)}, height, stop);
                    pictures && !pictures->empty())
                    report.picture = toImage(pictures->front());
        } catch (const std::exception &) {
            report.picture = {}; // a clip without a picture; what is wrong with it, its analysis says
        }
        if (!stop.stop_requested())
            inbox_.put(std::move(report));
    }
    inbox_.put({number, 0, {}, true});
}

void ClipThumbnails::deliver() {
    for (Report &report : inbox_.drain()) {
        if (report.isLast) {
            if (report.number == latest_)
                delivery_.stop();
            continue;
        }
        if (report.number <= forgotten_)
            continue;
        if (report.picture.isNull()) {
            without_.insert(report.clip);
            continue;
        }
        ++decoded_;
        const auto cost = static_cast<int>(report.picture.sizeInBytes() / kBytesPerKilobyte + 1);
        kept_.insert(report.clip, new QImage(std::move(report.picture)), cost);
        Q_EMIT ready(report.clip);
    }
}

} // namespace tagscope::ui
