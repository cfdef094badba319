#include "ui/services/clip_revisions.h"

namespace tagscope::ui {

std::shared_ptr<const ClipAnalysis> ClipRevisions::apply(std::shared_ptr<const ClipAnalysis> analysis) const {
    return analysis;
}

} // namespace tagscope::ui
