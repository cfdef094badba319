// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/sound_levels.h"

#include <algorithm>
#include <cmath>

namespace tagscope {

double SoundLevels::cancellation() const {
    if (samples == 0 || channelSquares.size() < 2)
        return 0.0;
    const double loudest = *std::ranges::max_element(channelSquares);
    if (loudest / static_cast<double>(samples) < kQuiet)
        return 0.0;
    constexpr double kSilence = 1e-20; // keeps an average of nothing finite: 200 dB
    return 10.0 * std::log10(loudest / std::max(averageSquares, kSilence * loudest));
}

bool SoundLevels::isUnusable() const {
    const auto all = samples * static_cast<std::int64_t>(channelSquares.size());
    return 2 * (notNumbers + absurd) > all || doChannelsCancel();
}

std::vector<Message> notesOf(const SoundLevels &levels) {
    constexpr double kMostSaid = 120.0; // dB: beyond, it is silence
    std::vector<Message> notes;
    if (levels.notNumbers > 0)
        notes.push_back({"analysis.not_numbers", levels.notNumbers});
    if (levels.absurd > 0)
        notes.push_back({"analysis.absurd_samples", levels.absurd});
    if (levels.doChannelsCancel())
        notes.push_back({"analysis.channels_cancel", std::lround(std::min(levels.cancellation(), kMostSaid))});
    return notes;
}

} // namespace tagscope
