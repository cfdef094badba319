// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/playback_sources.h"
#include "ui/playback/played_range.h"

#include <QImage>
#include <QSize>
#include <cstdint>
#include <memory>
#include <optional>

namespace tagscope::ui {

// A picture with the times of the recording between which it is shown.
struct ShownImage {
    Seconds time{0};
    Seconds until{0};
    QImage image;
};

// Decodes pictures away from the GUI thread: one that is asked for, of which the latest request counts; or those of a
// stretch that plays, ahead of their time, leaving out those whose time has passed. GUI thread.
class PictureFeed {
public:
    explicit PictureFeed(OpenPicturesFunction open);
    ~PictureFeed();
    PictureFeed(const PictureFeed &) = delete;
    PictureFeed &operator=(const PictureFeed &) = delete;

    void setMedia(const std::filesystem::path &media); // empty: none
    void setSize(QSize pixels);                        // pictures are fitted into it

    // The picture at this time of the recording; takeShown() has it in a while.
    void show(Seconds time);
    // The answer to the latest show(): nothing until it is there, and once it was taken.
    [[nodiscard]] std::optional<Result<ShownImage>> takeShown();

    void play(const PlayedRange &range, int sampleRate);
    // What has to be shown after so many samples of what plays; nothing where that is what was taken before.
    [[nodiscard]] std::optional<ShownImage> take(std::int64_t samples);
    // Everything that is decoded ahead is there.
    [[nodiscard]] bool isAhead() const;
    // The first picture of what plays is there, or there is none.
    [[nodiscard]] bool hasBegun() const;
    // Why nothing is shown while it plays.
    [[nodiscard]] std::optional<Error> error() const;

    void stop();

private:
    class Queue;
    class Opened;

    OpenPicturesFunction open_;
    std::filesystem::path media_;
    std::shared_ptr<Opened> opened_; // used by the worker
    QSize size_{1, 1};
    std::shared_ptr<Queue> queue_; // of what plays now
    std::optional<Result<ShownImage>> answer_;
    Job<std::optional<ShownImage>> job_; // last, so that its work ends before what it uses
};

} // namespace tagscope::ui
