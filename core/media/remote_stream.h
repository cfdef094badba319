// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/media_info.h"
#include "core/media/open_recording.h"
#include "core/media/stream_decoder.h"

#include <memory>
#include <stop_token>

namespace tagscope {

// Decodes in a decoder's process, which lives on for others: the same frames that LocalStream gives. Errors, besides
// its own: Malformed, naming the file, where the decoder crashes, hangs or wants too much memory; Internal where there
// is none. Throws std::bad_alloc.
[[nodiscard]] Result<std::unique_ptr<StreamDecoder>> openRemoteStream(OpenRecording recording, StreamKind kind,
                                                                      std::stop_token stop);

// As probeHere(), there.
[[nodiscard]] Result<MediaInfo> probeRemotely(OpenRecording recording, const std::stop_token &stop);

} // namespace tagscope
