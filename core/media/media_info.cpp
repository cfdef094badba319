// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/media_info.h"

#include "core/base/try.h"
#include "core/media/decoding.h"
#include "core/media/media_probe.h"
#include "core/media/remote_stream.h"

#include <new>
#include <utility>

namespace tagscope {

Result<MediaInfo> probeMedia(const std::filesystem::path &file, std::stop_token stop) {
    try {
        OpenRecording recording = TAGSCOPE_TRY(openRecording(file, stop));
        const bool isHere = decodingOptions().place == DecodingPlace::InProcess;
        MediaInfo info = TAGSCOPE_TRY(isHere ? probeHere(std::move(recording), ReadingWatch{std::move(stop)})
                                             : probeRemotely(std::move(recording), std::move(stop)));
        info.file = file;
        return info;
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, {"media.no_memory_to_open", file.filename()});
    }
}

} // namespace tagscope
