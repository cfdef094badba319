// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyzer.h"
#include "core/analysis/class_feeds.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope {

// Which classes of the analyzer's tagger feed its settings' events. `clip`: whose sound is heard again, for the values
// of all classes; null, or one without sound: none. Errors: those of the tagger and of reading the media, Cancelled.
[[nodiscard]] Result<ClassFeeds> classFeeds(const Analyzer &analyzer, const ClipAnalysis *clip,
                                            const std::stop_token &stop = {});

// What the project's analysis settings are, and what they are to be for the event to have these classes, by name or
// AudioSet id, by hand; nothing: again those of its id or name. Stores nothing. Errors: those of projectSettings();
// Inconsistent where the project has no such event.
[[nodiscard]] Result<SettingTexts> feedChange(const Project &project, const std::string &event,
                                              const std::optional<std::vector<std::string>> &classes);

} // namespace tagscope
