// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/media_info.h"
#include "core/media/open_recording.h"

namespace tagscope {

// probeMedia() of an open file, in this process; MediaInfo::file stays empty.
[[nodiscard]] Result<MediaInfo> probeHere(OpenRecording recording, ReadingWatch watch);

} // namespace tagscope
