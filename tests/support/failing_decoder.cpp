// SPDX-License-Identifier: GPL-3.0-or-later
// A decoder as tagscope-decoder is, but for files with certain words in their names, which do to it what a broken codec
// would do.

#include "core/media/decoder_service.h"
#include "core/media/decoder_template.h"
#include "core/media/decoder_walls.h"
#include "core/media/ffmpeg_handles.h"
#include "core/media/message_socket.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <new>
#include <string_view>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace tagscope::decoding;

volatile int *nowhere = nullptr;

void computeForEver() {
    for (std::atomic<int> number = 0;;)
        number.fetch_add(1);
}

void sleepForEver() {
    for (;;) {
        const timespec hour{3600, 0};
        ::nanosleep(&hour, nullptr);
    }
}

void swell() {
    std::vector<void *> taken;
    for (;;)
        taken.push_back(::operator new (std::size_t{64} << 20U));
}

void babble() {
    const std::vector<std::byte> bytes(3000, std::byte{'x'});
    (void)sendMessage(kSocket, bytes);
}

// Whatever gets out ends the decoder, so that the file fails.
void escape() {
    const bool isOut =
        ::open("/etc/passwd", O_RDONLY) >= 0 || ::open("/tmp/escaped", O_WRONLY | O_CREAT, 0600) >= 0 ||
        ::socket(AF_INET, SOCK_STREAM, 0) >= 0 || ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0 || ::fork() >= 0 ||
        ::kill(::getppid(), 0) == 0 || ::unlink("/tmp/nothing-of-this-name") == 0 || errno != EACCES ||
        ::write(kMemory, "x", 1) == 1 || ::dup(kMemory) >= 0 ||
        ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED ||
        ::ftruncate(kMemory, 1) == 0;
    ::execl("/bin/true", "true", nullptr);
    if (isOut)
        ::abort();
}

void misbehave(Request request, std::string_view name) {
    const auto isCalled = [&](std::string_view word) { return name.find(word) != std::string_view::npos; };
    if (request == Request::Close || (request != Request::Next && !isCalled("-at-once")))
        return;
    if (isCalled("crash"))
        *nowhere = 1;
    if (isCalled("abort"))
        ::abort();
    if (isCalled("quit"))
        ::_exit(0);
    if (isCalled("busy"))
        computeForEver();
    if (isCalled("asleep"))
        sleepForEver();
    if (isCalled("swell"))
        swell();
    if (isCalled("babble"))
        babble();
    if (isCalled("escape"))
        escape();
}

} // namespace

int main() {
    tagscope::prepareFfmpeg();
    ::_exit(divideIntoDecoders([] {
        const bool isFiltered = raiseWalls();
        return serveDecoding({kProtocolVersion, isFiltered}, misbehave);
    }));
}
