// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clips/clip_scores.h"

#include <QObject>
#include <memory>
#include <optional>

namespace tagscope::ui {

// What the bars of a list of clips show: the decision about the chosen event. GUI thread.
class ClipBars : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setScores(const std::shared_ptr<const ClipScores> &scores); // null: no bars
    void setEvent(std::optional<int> event);                         // likewise
    [[nodiscard]] std::optional<Decision> decision(ClipId clip) const;

Q_SIGNALS:
    void changed();

private:
    std::shared_ptr<const ClipScores> scores_;
    std::optional<int> event_;
};

} // namespace tagscope::ui
