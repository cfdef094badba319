// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/sources.h"

#include <QImage>
#include <QObject>
#include <vector>

namespace tagscope::ui {

// A copy, in the format that paints fastest.
[[nodiscard]] QImage toImage(const RgbImage &picture);

// Decodes thumbnails away from the GUI thread. Only the latest request counts: an older one is stopped and what it
// still delivers is dropped. Lives on the GUI thread.
class ThumbnailService : public QObject {
    Q_OBJECT

public:
    struct Request {
        std::filesystem::path media;
        Seconds start{0}; // of the clip in the recording
        std::vector<Seconds> times;
        int height = 0; // pixels

        friend bool operator==(const Request &, const Request &) = default;
    };

    explicit ThumbnailService(ThumbnailFunction thumbnails, QObject *parent = nullptr);

    void request(const Request &request);
    void cancel() { job_.forget(); }

Q_SIGNALS:
    // One picture a time of the latest request.
    void ready(const std::vector<Seconds> &times, const std::vector<QImage> &pictures);
    void failed(const Error &error); // never Cancelled

private:
    ThumbnailFunction thumbnails_;
    std::vector<Seconds> times_; // of the latest request
    Job<std::vector<QImage>> job_;
};

} // namespace tagscope::ui
