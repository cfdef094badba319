// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/sources.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <unordered_set>
#include <vector>

namespace tagscope::ui {

// A picture of the middle of each clip that is seen in a list, decoded away from the GUI thread while it is seen, and
// kept. Lives on the GUI thread. Destroying it asks the work to stop and waits for it.
class ClipThumbnails : public QObject {
    Q_OBJECT

public:
    static constexpr int kKeptKilobytes = 32 * 1024;

    explicit ClipThumbnails(ThumbnailFunction thumbnails, QObject *parent = nullptr);

    // Forgets everything, as for another project.
    void clear();
    // The clips that are seen now. Those that were, and no more are, are not decoded.
    void want(const std::vector<Clip> &clips, int height);
    // Its media were made or found: what failed before is tried again.
    void retry(ClipId clip);

    [[nodiscard]] const QImage *find(ClipId clip) const { return kept_.object(clip); } // null where there is none yet
    [[nodiscard]] int decoded() const { return decoded_; }                             // pictures, ever

Q_SIGNALS:
    void ready(ClipId clip);

private:
    struct Thumbnail {
        ClipId clip = 0;
        QImage picture; // null: it has none
    };
    void take(std::vector<Thumbnail> thumbnails);

    ThumbnailFunction thumbnails_;
    QCache<ClipId, QImage> kept_{kKeptKilobytes};
    std::unordered_set<ClipId> without_; // a picture
    std::vector<ClipId> wanted_;
    int height_ = 0;
    int decoded_ = 0;
    Job<void, Thumbnail> job_;
};

} // namespace tagscope::ui
