// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_thumbnails.h"

#include "ui/document/thumbnail_service.h"

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
    : QObject(parent), thumbnails_(std::move(thumbnails)),
      job_({"thumbnails", tr("Pictures of clips")}, [](const Result<void> &) {}) {
    job_.onNews([this](std::vector<Thumbnail> news) { take(std::move(news)); });
}

void ClipThumbnails::clear() {
    job_.forget();
    kept_.clear();
    without_.clear();
    wanted_.clear();
}

void ClipThumbnails::want(const std::vector<Clip> &clips, int height) {
    job_.deliver(); // what is there need not be made again
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
    job_.forget();
    if (lacking.empty())
        return;
    job_.start(
        [this, lacking, height](const std::stop_token &stop, const JobReport<Thumbnail> &report) -> Result<void> {
            for (const Clip &clip : lacking) {
                const Result<std::vector<RgbImage>> pictures = caught([&]() -> Result<std::vector<RgbImage>> {
                    if (!isThere(clip.media))
                        return {};
                    return thumbnails_(clip.media, clip.start, {Seconds(clip.duration.count() / 2)}, height, stop);
                });
                if (stop.stop_requested())
                    return cancelled();
                // A clip without a picture: what is wrong with it, its analysis says.
                report.news({clip.id, pictures && !pictures->empty() ? toImage(pictures->front()) : QImage()});
            }
            return {};
        });
}

void ClipThumbnails::retry(ClipId clip) {
    if (without_.erase(clip) > 0)
        wanted_.clear();
}

void ClipThumbnails::take(std::vector<Thumbnail> thumbnails) {
    for (Thumbnail &made : thumbnails) {
        if (made.picture.isNull()) {
            without_.insert(made.clip);
            continue;
        }
        ++decoded_;
        const auto cost = static_cast<int>(made.picture.sizeInBytes() / kBytesPerKilobyte + 1);
        kept_.insert(made.clip, new QImage(std::move(made.picture)), cost);
        Q_EMIT ready(made.clip);
    }
}

} // namespace tagscope::ui
