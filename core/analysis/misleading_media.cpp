// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/misleading_media.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace tagscope {

std::vector<Message> misleadingNotes(const ClipAnalysis &clip) {
    constexpr std::array<std::string_view, 5> kIds{"analysis.not_numbers", "analysis.absurd_samples",
                                                   "analysis.channels_cancel", "analysis.damaged_packets",
                                                   "analysis.cut_off"};
    std::vector<Message> misleading;
    std::ranges::copy_if(clip.notes, std::back_inserter(misleading),
                         [&kIds](const Message &note) { return std::ranges::find(kIds, note.id) != kIds.end(); });
    return misleading;
}

} // namespace tagscope
