// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_sound.h"

#include "core/media/sound_check.h"

#include <algorithm>

namespace tagscope {
namespace {

// Together some ten seconds: nobody waits for a data set to be heard.
constexpr std::size_t kMostChecked = ImportReport::kMostMedia - 1; // recordings
constexpr Seconds kMostOfEach{30};
constexpr std::size_t kMostOddOnes = 20; // the others are counted

} // namespace

void noteOddSound(ImportReport &report, const Progress &progress, const std::stop_token &stop) {
    const std::size_t checked = std::min(report.media.size(), kMostChecked);
    std::size_t odd = 0;
    for (std::size_t i = 0; i < checked && !stop.stop_requested(); ++i) {
        if (progress)
            progress(static_cast<double>(i) / static_cast<double>(checked), "checking sound");
        const Result<std::vector<Message>> notes = checkSound(report.media[i], kMostOfEach, stop);
        if (!notes || notes->empty() || ++odd > kMostOddOnes)
            continue;
        for (const Message &note : *notes)
            report.notes.push_back({"exchange.odd_sound", report.media[i].filename(), note});
    }
    if (odd > kMostOddOnes)
        report.notes.push_back({"exchange.more_odd_sound", odd - kMostOddOnes});
    if (report.media.size() > checked)
        report.notes.push_back({"exchange.sound_unchecked", checked});
}

} // namespace tagscope
