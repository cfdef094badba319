// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/inbox.h"
#include "core/jobs/worker_pool.h"
#include "ui/document/sources.h"

#include <QImage>
#include <QObject>
#include <QTimer>
#include <cstdint>
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
    ~ThumbnailService() override;

    void request(const Request &request);
    void cancel();

Q_SIGNALS:
    // One picture a time of the latest request.
    void ready(const std::vector<Seconds> &times, const std::vector<QImage> &pictures);
    void failed(const Error &error); // never Cancelled

private:
    struct Report {
        std::uint64_t number = 0;
        std::vector<Seconds> times;
        Result<std::vector<QImage>> pictures;
    };

    [[nodiscard]] Result<std::vector<QImage>> decode(const Request &request, const std::stop_token &stop) const;
    void deliver();

    ThumbnailFunction thumbnails_;
    std::uint64_t latest_ = 0;
    std::stop_source running_;
    Inbox<Report> inbox_;
    QTimer delivery_;
    WorkerPool pool_{1}; // last, so that its thread ends before what it uses
};

} // namespace tagscope::ui
