// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/clip_pictures.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"

#include <algorithm>

namespace tagscope::ui {

ClipPictures::ClipPictures(const ThumbnailFunction &thumbnails, QObject *parent)
    : QObject(parent), service_(thumbnails) {
    connect(&service_, &ThumbnailService::ready, this,
            [this](const std::vector<Seconds> &, const std::vector<QImage> &pictures) {
                for (std::size_t i = 0; i < std::min(asked_.size(), pictures.size()); ++i)
                    pictures_[asked_[i]] = {pictures[i], askedHeight_};
                asked_.clear();
                request();
                Q_EMIT changed();
            });
    connect(&service_, &ThumbnailService::failed, this, [this](const Error &error) {
        asked_.clear();
        failure_ = translated(error.message);
        Q_EMIT changed();
    });
}

void ClipPictures::setClip(const std::shared_ptr<const ClipAnalysis> &clip) {
    const bool isSame = clip && clip_ && clip->media == clip_->media && clip->start == clip_->start;
    clip_ = clip;
    if (isSame)
        return;
    service_.cancel();
    asked_.clear();
    wanted_.clear();
    pictures_.clear();
    failure_.clear();
    Q_EMIT changed();
}

void ClipPictures::want(const std::set<int> &pictures, int height) {
    wanted_ = pictures;
    height_ = height;
    if (asked_.empty())
        request();
}

QImage ClipPictures::picture(int number) const {
    const auto found = pictures_.find(number);
    return found == pictures_.end() ? QImage() : found->second.image;
}

// What is wanted and not there, once nothing is on its way.
void ClipPictures::request() {
    if (!clip_ || !clip_->video || !failure_.isEmpty())
        return;
    std::vector<Seconds> times;
    for (const int number : wanted_) {
        const auto found = pictures_.find(number);
        if (found != pictures_.end() && found->second.height >= height_)
            continue;
        asked_.push_back(number);
        // A little after the grid point, so that rounding does not fall before it.
        times.emplace_back((number + 0.25) / clip_->video->picturesPerSecond);
    }
    askedHeight_ = height_;
    if (!times.empty())
        service_.request({clip_->media, clip_->start, times, height_});
}

} // namespace tagscope::ui
