// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/sources.h"

namespace tagscope {

// The sound as it is looked at: all channels averaged, at the stream's own sample rate where that is ordinary. What is
// odd of it, as notesOf(). Errors: those of AudioReader.
[[nodiscard]] Result<std::vector<Message>> decodeSound(const std::filesystem::path &media, Seconds start,
                                                       Seconds duration, const ui::ReceiveSamples &receive,
                                                       const std::stop_token &stop);

// What a recording says of itself. Errors: those of probeMedia().
[[nodiscard]] Result<ui::RecordingFacts> probeRecording(const std::filesystem::path &media,
                                                        const std::stop_token &stop);

} // namespace tagscope
