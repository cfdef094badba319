// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoder_protocol.h"
#include "core/media/decoder_template.h"
#include "core/media/message_socket.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace tagscope::decoding {
namespace {

constexpr int kGraceAfterKill = 200; // ms; a process that waits for a disk that does not answer ends only with that

// The template's own view. Its decoders that would not end at once are looked after later.
class Division {
public:
    explicit Division(const std::function<int()> &work) : work_(work) {}

    // An answer; none in the decoder, which never returns.
    [[nodiscard]] WireWriter answer(WireReader request, std::vector<FileDescriptor> descriptors);

private:
    [[nodiscard]] pid_t divide(int niceness, const std::vector<FileDescriptor> &descriptors) const;
    [[nodiscard]] std::optional<int> end(pid_t decoder, int milliseconds);

    const std::function<int()> &work_;
    std::vector<pid_t> stubborn_;
};

pid_t Division::divide(int niceness, const std::vector<FileDescriptor> &descriptors) const {
    if (descriptors.size() != 2)
        return -1;
    const pid_t decoder = ::fork();
    if (decoder != 0)
        return decoder;
    const bool hasEnds =
        ::dup2(descriptors[0].number(), kSocket) == kSocket && ::dup2(descriptors[1].number(), kMemory) == kMemory;
    for (const FileDescriptor &each : descriptors)
        if (each.number() > kMemory) // not what is one of the ends by now
            ::close(each.number());
    if (!hasEnds)
        ::_exit(EXIT_FAILURE);
    ::setpriority(PRIO_PROCESS, 0, niceness);
    ::_exit(work_());
}

std::optional<int> waited(pid_t decoder, int milliseconds) {
    for (;; --milliseconds) {
        int status = 0;
        const pid_t ended = ::waitpid(decoder, &status, WNOHANG);
        if (ended == decoder)
            return status;
        if ((ended < 0 && errno != EINTR) || milliseconds <= 0)
            return std::nullopt;
        ::poll(nullptr, 0, 1);
    }
}

std::optional<int> Division::end(pid_t decoder, int milliseconds) {
    std::erase_if(stubborn_, [](pid_t each) { return ::waitpid(each, nullptr, WNOHANG) != 0; });
    if (decoder <= 0)
        return std::nullopt;
    std::optional<int> status = waited(decoder, milliseconds);
    if (!status) {
        ::kill(decoder, SIGKILL);
        status = waited(decoder, kGraceAfterKill);
    }
    if (!status)
        stubborn_.push_back(decoder);
    return status;
}

WireWriter Division::answer(WireReader request, std::vector<FileDescriptor> descriptors) {
    WireWriter wire;
    const auto what = static_cast<TemplateRequest>(request.number<std::uint8_t>());
    const auto first = request.number<std::int32_t>();
    if (what == TemplateRequest::Divide) {
        wire.number(std::int32_t{divide(first, descriptors)});
        return wire;
    }
    const std::optional<int> status = end(first, request.number<std::int32_t>());
    wire.number(std::uint8_t{status.has_value()});
    wire.number(std::int32_t{status.value_or(0)});
    return wire;
}

} // namespace

int divideIntoDecoders(const std::function<int()> &work) {
    ::signal(SIGINT, SIG_IGN); // meant for the program, which ends its decoders
    ::signal(SIGQUIT, SIG_IGN);
    Division division(work);
    for (;;) {
        SocketMessage message = receiveMessage(kSocket);
        if (message.bytes.empty())
            return EXIT_SUCCESS;
        const WireWriter answer = division.answer(WireReader(std::move(message.bytes)), std::move(message.descriptors));
        if (!sendMessage(kSocket, answer.bytes()))
            return EXIT_SUCCESS;
    }
}

} // namespace tagscope::decoding
