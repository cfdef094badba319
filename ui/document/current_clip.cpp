// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/current_clip.h"

#include <utility>

namespace tagscope::ui {

void CurrentClip::refresh() {
    std::optional<ShownClip> found;
    for (auto find = sources_.rbegin(); !found && find != sources_.rend(); ++find)
        found = (*find)();
    const bool isOpen = found.has_value();
    ShownClip shown = std::move(found).value_or(ShownClip());
    for (const Complete &complete : steps_)
        if (complete)
            complete(shown);
    isOpen_ = isOpen;
    shown_ = std::move(shown);
    Q_EMIT changed(shown_);
}

} // namespace tagscope::ui
