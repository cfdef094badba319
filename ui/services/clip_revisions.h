#pragma once

#include "core/analysis/clip_analysis.h"

#include <QObject>
#include <memory>

namespace tagscope::ui {

// What a person has changed of how clips are judged, up to the fusion: their key frames and the mapping. Lasts as long
// as the window. GUI thread.
class ClipRevisions : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // The analysis with the changes that were made to its clip; itself where there are none. Immediate.
    [[nodiscard]] std::shared_ptr<const ClipAnalysis> apply(std::shared_ptr<const ClipAnalysis> analysis) const;

Q_SIGNALS:
    void changed();
};

} // namespace tagscope::ui
