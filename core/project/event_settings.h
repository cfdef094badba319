// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/event_edit.h"

#include <optional>
#include <string>
#include <string_view>

namespace tagscope {

// The settings of a project that say something for each event, or name events.
inline constexpr std::string_view kSettingsWithEvents[] = {"analysis", "video", "clipFilters", "audit"};

// The setting after the edit; nothing where the edit does not touch it, as where it is no such document. `before`: the
// events until now.
[[nodiscard]] std::optional<std::string> settingAfter(const EventEdit &edit, const std::vector<EventClass> &before,
                                                      std::string_view key, const std::string &json);

} // namespace tagscope
