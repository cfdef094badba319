// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/misleading_media.h"

#include <algorithm>
#include <iterator>

namespace tagscope {

std::vector<Message> misleadingNotes(const ClipAnalysis &clip) {
    std::vector<Message> misleading;
    std::ranges::copy_if(clip.notes, std::back_inserter(misleading), [](const Message &note) {
        return note.id == "analysis.not_numbers" || note.id == "analysis.absurd_samples" ||
               note.id == "analysis.channels_cancel" || note.id == "analysis.damaged_packets" ||
               note.id == "analysis.cut_off";
    });
    return misleading;
}

} // namespace tagscope
