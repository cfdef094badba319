// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/picture_feed.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr std::size_t kMostAhead = 12;                     // pictures decoded before their time
constexpr std::size_t kMostBytes = std::size_t{96} << 20U; // that they may take, but for two of them

QImage toImage(const RgbImage &picture) {
    const QImage view(picture.pixels.data(), picture.width, picture.height, qsizetype{3} * picture.width,
                      QImage::Format_RGB888);
    return view.convertToFormat(QImage::Format_RGB32); // also a copy of its own, in the format that paints fastest
}

} // namespace

// The recording as the worker has it open: for as long as it is the one that is looked at.
class PictureFeed::Opened {
public:
    Opened(OpenPicturesFunction open, std::filesystem::path media) : open_(std::move(open)), media_(std::move(media)) {}

    void close() { stop_.request_stop(); }

    // On the worker.
    [[nodiscard]] Result<ShownImage> at(Seconds time, QSize size, const std::stop_token &stop) {
        if (!source_) {
            Result<std::unique_ptr<PictureSource>> opened = open_(media_, stop_.get_token());
            if (!opened)
                return tl::unexpected(opened.error());
            source_ = std::move(*opened);
        }
        const Result<TimedPicture> picture = source_->at(time, size.width(), size.height(), stop);
        if (!picture)
            return tl::unexpected(picture.error());
        return ShownImage{picture->time, picture->until, toImage(picture->image)};
    }

private:
    OpenPicturesFunction open_;
    std::filesystem::path media_;
    std::stop_source stop_;
    std::unique_ptr<PictureSource> source_;
};

// Pictures of what plays, on their way to the window.
class PictureFeed::Queue {
public:
    Queue(const PlayedRange &range, int sampleRate, QSize size) : range_(range), sampleRate_(sampleRate), size_(size) {}

    // On the worker, until the stretch ends or someone asks to stop.
    void fill(Opened &opened, const std::stop_token &stop) {
        PlayedMoment next{0, range_.begin};
        while (waitForRoom(stop)) {
            const PlayedMoment late = lateMoment();
            if (late.pass > next.pass || (late.pass == next.pass && late.time > next.time))
                next = late;
            const Result<ShownImage> image = opened.at(next.time, size(), stop);
            if (!image) {
                end(image.error());
                return;
            }
            put(range_.samplesUntil(next, sampleRate_), *image);
            // The last picture stands to the end.
            const Seconds until = image->until > next.time ? image->until : range_.until;
            next = until < range_.until ? PlayedMoment{next.pass, until} : PlayedMoment{next.pass + 1, range_.from};
            if (next.pass > 0 && !range_.loops)
                break;
        }
        end(std::nullopt);
    }

    void end(std::optional<Error> error) {
        const std::lock_guard lock(mutex_);
        hasEnded_ = true;
        error_ = std::move(error);
    }

    std::optional<ShownImage> take(std::int64_t samples) {
        std::optional<ShownImage> taken;
        {
            const std::lock_guard lock(mutex_);
            played_ = samples;
            while (!pictures_.empty() && pictures_.front().first <= samples) {
                taken = std::move(pictures_.front().second);
                bytes_ -= static_cast<std::size_t>(taken->image.sizeInBytes());
                pictures_.pop_front();
            }
        }
        changed_.notify_all();
        return taken;
    }

    void setSize(QSize size) {
        const std::lock_guard lock(mutex_);
        size_ = size;
    }
    [[nodiscard]] bool isAhead() const {
        const std::lock_guard lock(mutex_);
        return hasEnded_ || isFull();
    }
    [[nodiscard]] bool hasBegun() const {
        const std::lock_guard lock(mutex_);
        return hasEnded_ || hasBegun_;
    }
    [[nodiscard]] std::optional<Error> error() const {
        const std::lock_guard lock(mutex_);
        return error_;
    }

private:
    [[nodiscard]] bool isFull() const {
        return pictures_.size() >= kMostAhead || (pictures_.size() >= 2 && bytes_ >= kMostBytes);
    }
    bool waitForRoom(const std::stop_token &stop) {
        std::unique_lock lock(mutex_);
        return changed_.wait(lock, stop, [this] { return !isFull(); });
    }
    // What is heard now: pictures before it come too late.
    [[nodiscard]] PlayedMoment lateMoment() const {
        const std::lock_guard lock(mutex_);
        return range_.momentAfter(played_, sampleRate_);
    }
    [[nodiscard]] QSize size() const {
        const std::lock_guard lock(mutex_);
        return size_;
    }
    void put(std::int64_t samples, ShownImage image) {
        const std::lock_guard lock(mutex_);
        bytes_ += static_cast<std::size_t>(image.image.sizeInBytes());
        pictures_.emplace_back(samples, std::move(image));
        hasBegun_ = true;
    }

    const PlayedRange range_;
    const int sampleRate_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::pair<std::int64_t, ShownImage>> pictures_; // with the sample at which each is due
    std::size_t bytes_ = 0;
    std::int64_t played_ = 0;
    QSize size_;
    bool hasBegun_ = false;
    bool hasEnded_ = false;
    std::optional<Error> error_;
};

PictureFeed::PictureFeed(OpenPicturesFunction open)
    : open_(std::move(open)), job_(
                                  {"playedPictures", {}, JobTitle::Never},
                                  [this](const Result<std::optional<ShownImage>> &image) {
                                      if (!queue_)
                                          answer_ = image.map([](const auto &shown) { return *shown; });
                                      else if (!image)
                                          queue_->end(image.error()); // what was thrown; it tells the rest itself
                                  },
                                  JobQueue::Thread::Own) {}

PictureFeed::~PictureFeed() {
    setMedia({});
}

void PictureFeed::setMedia(const std::filesystem::path &media) {
    stop();
    if (opened_ && media_ == media)
        return;
    if (opened_)
        opened_->close();
    media_ = media;
    opened_ = media.empty() ? nullptr : std::make_shared<Opened>(open_, media);
}

void PictureFeed::setSize(QSize pixels) {
    size_ = pixels.expandedTo({1, 1});
    if (queue_)
        queue_->setSize(size_);
}

void PictureFeed::show(Seconds time) {
    stop();
    if (!opened_)
        return;
    job_.start([time, size = size_, opened = opened_](const std::stop_token &stop) {
        return opened->at(time, size, stop).map([](ShownImage image) { return std::optional(std::move(image)); });
    });
}

std::optional<Result<ShownImage>> PictureFeed::takeShown() {
    job_.deliver();
    return std::exchange(answer_, std::nullopt);
}

void PictureFeed::play(const PlayedRange &range, int sampleRate) {
    stop();
    if (!opened_)
        return;
    queue_ = std::make_shared<Queue>(range, sampleRate, size_);
    job_.start([queue = queue_, opened = opened_](const std::stop_token &stop) -> Result<std::optional<ShownImage>> {
        queue->fill(*opened, stop);
        return std::optional<ShownImage>();
    });
}

std::optional<ShownImage> PictureFeed::take(std::int64_t samples) {
    return queue_ ? queue_->take(samples) : std::nullopt;
}

bool PictureFeed::isAhead() const {
    return !queue_ || queue_->isAhead();
}

bool PictureFeed::hasBegun() const {
    return !queue_ || queue_->hasBegun();
}

std::optional<Error> PictureFeed::error() const {
    return queue_ ? queue_->error() : std::nullopt;
}

void PictureFeed::stop() {
    job_.forget();
    queue_.reset();
    answer_.reset();
}

} // namespace tagscope::ui
