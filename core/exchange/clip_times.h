// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/seconds.h"
#include "core/project/clip_table.h"

#include <compare>

// Whose time it is: two types, so that neither is taken for the other. Only inClip() and inRecording() lead across.
namespace tagscope {

struct ClipTime {
    Seconds seconds{0}; // from the clip's begin
    friend auto operator<=>(const ClipTime &, const ClipTime &) = default;
};

struct RecordingTime {
    Seconds seconds{0}; // from the media file's begin
    friend auto operator<=>(const RecordingTime &, const RecordingTime &) = default;
};

[[nodiscard]] inline ClipTime inClip(RecordingTime time, const Clip &clip) {
    return {time.seconds - clip.start};
}

[[nodiscard]] inline RecordingTime inRecording(ClipTime time, const Clip &clip) {
    return {time.seconds + clip.start};
}

} // namespace tagscope
