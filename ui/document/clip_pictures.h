// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "ui/document/thumbnail_service.h"

#include <QImage>
#include <map>
#include <memory>
#include <set>

namespace tagscope::ui {

// Single pictures of the open clip, decoded when they are first wanted and kept until another clip is opened. Lives on
// the GUI thread.
class ClipPictures : public QObject {
    Q_OBJECT

public:
    explicit ClipPictures(const ThumbnailFunction &thumbnails, QObject *parent = nullptr);

    // Forgets all pictures where it is another clip; null: none.
    void setClip(const std::shared_ptr<const ClipAnalysis> &clip);
    // By their numbers in the clip, `height` pixels high. Those that are known are not decoded again, unless they are
    // smaller.
    void want(const std::set<int> &pictures, int height);
    [[nodiscard]] QImage picture(int number) const; // null until it is there
    [[nodiscard]] QString failure() const { return failure_; }

Q_SIGNALS:
    void changed();

private:
    void request();

    ThumbnailService service_;
    std::shared_ptr<const ClipAnalysis> clip_;
    std::set<int> wanted_;
    int height_ = 0;
    std::vector<int> asked_; // in the order of the request
    int askedHeight_ = 0;
    struct Picture {
        QImage image;
        int height = 0; // as it was asked for
    };
    std::map<int, Picture> pictures_;
    QString failure_;
};

} // namespace tagscope::ui
