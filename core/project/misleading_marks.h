// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/project/project.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// Which clips' recordings mislead (core/analysis/misleading_media.h), as their analysis noted it: kept in a setting of
// the project, so that the list says it before anything is analysed again.
namespace tagscope {

inline constexpr std::string_view kMisleadingSetting = "misleading";

// In the place of what was kept of the clip. `media`: the file that was analysed; its size and time are kept too.
// Errors: those of Project.
[[nodiscard]] Result<void> keepMisleading(Project &project, ClipId clip, const std::filesystem::path &media,
                                          const std::vector<Message> &notes);

// Of the setting's JSON, by clip; without those whose files have been changed since. `mediaOf` says where a clip's
// recording is now, an empty path for a clip that is no more. What is no such document, or a note that this program
// does not know, is passed over. Looks at the files: not for the GUI thread.
[[nodiscard]] std::map<ClipId, std::vector<Message>>
keptMisleading(const std::string &json, const std::function<std::filesystem::path(ClipId)> &mediaOf);

} // namespace tagscope
