// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoder_process.h"

#include "core/media/decoder_service.h"
#include "core/media/decoding.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <utility>

namespace tagscope::decoding {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kUsualBytes = std::size_t{16} << 20U; // of the shared memory, which are always mapped and kept
constexpr int kTickMilliseconds = 20;                       // between looks at the token
constexpr std::chrono::milliseconds kGraceToStop{250};      // then it is ended
constexpr std::chrono::seconds kToStart{20};                // on a machine with much else to do

// What passed since `last`, but not more than a few ticks: this program, and with it the decoder, may have been stopped
// by a person meanwhile.
Clock::duration passedSince(Clock::time_point &last) {
    constexpr Clock::duration kMost = std::chrono::milliseconds(10 * kTickMilliseconds);
    const Clock::time_point now = Clock::now();
    return std::min<Clock::duration>(now - std::exchange(last, now), kMost);
}

} // namespace

DecoderProcess::DecoderProcess(pid_t process, FileDescriptor socket, FileDescriptor memory,
                               std::filesystem::path program)
    : process_(process), socket_(std::move(socket)), memory_(std::move(memory)), program_(std::move(program)),
      niceness_(::getpriority(PRIO_PROCESS, 0)) {}

DecoderProcess::~DecoderProcess() {
    if (process_ > 0)
        end({});
    if (mapped_ != nullptr)
        ::munmap(mapped_, mappedBytes_);
}

SharedSigns *DecoderProcess::signs() const {
    return reinterpret_cast<SharedSigns *>(mapped_);
}

std::span<const std::byte> DecoderProcess::upTo(std::size_t end) {
    if (end > kMemoryBytes)
        return {};
    if (end > mappedBytes_) {
        const std::size_t wanted = std::max(end, kUsualBytes);
        void *mapped = ::mmap(nullptr, wanted, PROT_READ | PROT_WRITE, MAP_SHARED, memory_.number(), 0);
        if (mapped == MAP_FAILED)
            return {};
        if (mapped_ != nullptr)
            ::munmap(mapped_, mappedBytes_);
        mapped_ = static_cast<std::byte *>(mapped);
        mappedBytes_ = wanted;
    }
    return {mapped_, mappedBytes_};
}

void DecoderProcess::shrink() {
    if (mappedBytes_ <= kUsualBytes)
        return;
    ::munmap(mapped_ + kUsualBytes, mappedBytes_ - kUsualBytes);
    mappedBytes_ = kUsualBytes;
    ::fallocate(memory_.number(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(kUsualBytes),
                static_cast<off_t>(kMemoryBytes - kUsualBytes));
}

bool DecoderProcess::isWaiting() const {
    pollfd waiting{socket_.number(), POLLIN, 0};
    return isUsable_ && ::poll(&waiting, 1, 0) == 0;
}

double DecoderProcess::processorSeconds() const {
    clockid_t clock{};
    timespec used{};
    if (::clock_getcpuclockid(process_, &clock) != 0 || ::clock_gettime(clock, &used) != 0)
        return 0.0;
    return static_cast<double>(used.tv_sec) + 1e-9 * static_cast<double>(used.tv_nsec);
}

bool DecoderProcess::send(const WireWriter &request, int file) const {
    const std::vector<std::byte> &bytes = request.bytes();
    iovec part{const_cast<std::byte *>(bytes.data()), bytes.size()}; // NOLINT(cppcoreguidelines-pro-type-const-cast)
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))]{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (file >= 0) {
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &file, sizeof file);
    }
    ssize_t count = -1;
    do {
        count = ::sendmsg(socket_.number(), &message, MSG_NOSIGNAL);
    } while (count < 0 && errno == EINTR);
    return count == static_cast<ssize_t>(bytes.size());
}

// Until the decoder says something or its end is heard.
tl::expected<void, NoAnswer> DecoderProcess::waitForAnswer(const std::stop_token &stop) {
    using Why = NoAnswer::Why;
    const DecodingOptions options = decodingOptions();
    Clock::time_point last = Clock::now();
    Clock::duration silence{0};
    Clock::duration stopping{0};
    std::uint32_t reads = signs()->reads.load();
    std::uint32_t packets = signs()->packets.load();
    double usedBefore = -1.0; // asked for only where an answer takes long
    for (;;) {
        if (stop.stop_requested())
            signs()->stop.store(1);
        pollfd waiting{socket_.number(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, kTickMilliseconds);
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return tl::unexpected(end({Why::Crashed}));
        const Clock::duration passed = passedSince(last);
        if (stop.stop_requested()) {
            stopping += passed;
            if (stopping > kGraceToStop)
                return tl::unexpected(end({Why::Stopped}));
        }
        const std::uint32_t packetsNow = signs()->packets.load();
        const std::uint32_t readsNow = signs()->reads.load();
        if (usedBefore < 0.0 || packetsNow != packets)
            usedBefore = processorSeconds();
        silence = readsNow != reads || packetsNow != packets ? Clock::duration{0} : silence + passed;
        reads = readsNow;
        packets = packetsNow;
        if (silence > options.patience ||
            processorSeconds() - usedBefore > std::chrono::duration<double>(options.effort).count())
            return tl::unexpected(end({Why::Hung}));
    }
}

tl::expected<WireReader, NoAnswer> DecoderProcess::ask(const WireWriter &request, int file,
                                                       const std::stop_token &stop) {
    using Why = NoAnswer::Why;
    if (!isUsable_)
        return tl::unexpected(NoAnswer{Why::Crashed});
    if (upTo(kUsualBytes).empty())
        return tl::unexpected(end({Why::NoMemory}));
    signs()->stop.store(0);
    if (!send(request, file))
        return tl::unexpected(end({Why::Crashed}));
    if (tl::expected<void, NoAnswer> heard = waitForAnswer(stop); !heard)
        return tl::unexpected(heard.error());
    std::vector<std::byte> bytes(kMaxMessageBytes);
    const ssize_t count = ::recv(socket_.number(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_TRUNC);
    if (count <= 0)
        return tl::unexpected(end({Why::Crashed}));
    if (static_cast<std::size_t>(count) > bytes.size())
        return tl::unexpected(end({Why::Confused}));
    bytes.resize(static_cast<std::size_t>(count));
    return WireReader(std::move(bytes));
}

// Ends the process, where it has not ended itself, and takes its status for the reason where that tells more.
NoAnswer DecoderProcess::end(NoAnswer why) {
    isUsable_ = false;
    if (process_ <= 0)
        return why;
    const bool endedItself = why.why == NoAnswer::Why::Crashed;
    if (endedItself) {
        // The socket is closed before a process has ended.
        socket_.reset();
        for (int tick = 0; tick < 50; ++tick) {
            siginfo_t seen{};
            if (::waitid(P_PID, static_cast<id_t>(process_), &seen, WEXITED | WNOHANG | WNOWAIT) == 0 &&
                seen.si_pid != 0)
                break;
            ::poll(nullptr, 0, 2);
        }
    }
    ::kill(process_, SIGKILL);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
    socket_.reset();
    if (!endedItself)
        return why;
    if (WIFEXITED(status) && WEXITSTATUS(status) == kExitNoMemory)
        return {NoAnswer::Why::Swelled};
    return {NoAnswer::Why::Crashed, WIFSIGNALED(status) ? WTERMSIG(status) : 0};
}

Result<void> DecoderProcess::greet() {
    const auto notStarted = [&](const char *cause) {
        return fail(Error::Kind::Internal, {"media.decoder_not_started", program_}, cause);
    };
    pollfd waiting{socket_.number(), POLLIN, 0};
    int ready = -1;
    const Clock::time_point until = Clock::now() + kToStart;
    do {
        ready = ::poll(&waiting, 1, 1000);
    } while (Clock::now() < until && (ready == 0 || (ready < 0 && errno == EINTR)));
    std::vector<std::byte> bytes(64);
    const ssize_t count = ready > 0 ? ::recv(socket_.number(), bytes.data(), bytes.size(), MSG_DONTWAIT) : 0;
    if (count <= 0)
        return notStarted(ready > 0 ? "it ended at once" : "it said nothing");
    bytes.resize(static_cast<std::size_t>(count));
    WireReader wire(std::move(bytes));
    if (wire.number<std::uint32_t>() != kProtocolVersion)
        return notStarted("it is of another version");
    hasFilter_ = wire.flag();
    if (!wire.isGood())
        return notStarted("it is another program");
    return {};
}

} // namespace tagscope::decoding
