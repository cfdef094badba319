// SPDX-License-Identifier: GPL-3.0-or-later
// The program tagscope-decoder: decodes recordings for tagscope and tagscope-cli, who start it, so that what a damaged
// file does to a codec costs one recording. See core/media/decoding.h.

#include "core/media/decoder_service.h"
#include "core/media/decoder_template.h"
#include "core/media/decoder_walls.h"
#include "core/media/ffmpeg_handles.h"

#include <cstdio>
#include <sys/socket.h>
#include <unistd.h>

int main() {
    using namespace tagscope;
    int type = 0;
    socklen_t size = sizeof type;
    if (::getsockopt(decoding::kSocket, SOL_SOCKET, SO_TYPE, &type, &size) != 0 || type != SOCK_SEQPACKET) {
        std::fputs("tagscope-decoder is started by tagscope and tagscope-cli, not by people.\n", stderr);
        return 2;
    }
    prepareFfmpeg();
    // Without the end of libraries, which might want what the walls refuse.
    ::_exit(decoding::divideIntoDecoders([] {
        const bool isFiltered = decoding::raiseWalls();
        return decoding::serveDecoding({decoding::kProtocolVersion, isFiltered});
    }));
}
