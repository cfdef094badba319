// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playback_sources.h"

namespace tagscope {

// Sound and pictures of recordings for playing, decoded by core/media; heard through the system's sound device.
[[nodiscard]] ui::PlaybackSources mediaPlayback();

} // namespace tagscope
