// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoder_process.h"

#include "core/media/decoder_service.h"
#include "core/media/decoding.h"
#include "core/media/message_socket.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <utility>

namespace tagscope::decoding {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kUsualBytes = std::size_t{16} << 20U; // of the shared memory, which are always mapped and kept
constexpr int kTickMilliseconds = 20;                       // between looks at the token
constexpr std::chrono::milliseconds kGraceToStop{250};      // then it is ended
constexpr int kGraceToEnd = 100;                            // ms: its socket is closed before it has ended
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
                               std::shared_ptr<DecoderTemplate> origin)
    : process_(process), socket_(std::move(socket)), memory_(std::move(memory)), origin_(std::move(origin)),
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
    if (!sendMessage(socket_.number(), request.bytes(), {&file, file >= 0 ? 1U : 0U}))
        return tl::unexpected(end({Why::Crashed}));
    if (tl::expected<void, NoAnswer> heard = waitForAnswer(stop); !heard)
        return tl::unexpected(heard.error());
    SocketMessage answer = receiveMessage(socket_.number());
    if (answer.bytes.empty())
        return tl::unexpected(end({Why::Crashed}));
    return WireReader(std::move(answer.bytes));
}

// Ends the process, where it has not ended itself, and takes its status for the reason where that tells more.
NoAnswer DecoderProcess::end(NoAnswer why) {
    isUsable_ = false;
    if (process_ <= 0)
        return why;
    const bool endedItself = why.why == NoAnswer::Why::Crashed;
    socket_.reset(); // a decoder that waits ends upon that
    const std::optional<int> ended = origin_->end(process_, endedItself ? kGraceToEnd : 0);
    process_ = 0;
    const int status = ended.value_or(0);
    if (!endedItself)
        return why;
    if (WIFEXITED(status) && WEXITSTATUS(status) == kExitNoMemory)
        return {NoAnswer::Why::Swelled};
    return {NoAnswer::Why::Crashed, WIFSIGNALED(status) ? WTERMSIG(status) : 0};
}

Result<void> DecoderProcess::greet() {
    const auto notStarted = [&](const char *cause) {
        return fail(Error::Kind::Internal, {"media.decoder_not_started", program()}, cause);
    };
    pollfd waiting{socket_.number(), POLLIN, 0};
    int ready = -1;
    const Clock::time_point until = Clock::now() + kToStart;
    do {
        ready = ::poll(&waiting, 1, 1000);
    } while (Clock::now() < until && (ready == 0 || (ready < 0 && errno == EINTR)));
    SocketMessage hello = ready > 0 ? receiveMessage(socket_.number()) : SocketMessage();
    if (hello.bytes.empty())
        return notStarted(ready > 0 ? "it ended at once" : "it said nothing");
    WireReader wire(std::move(hello.bytes));
    if (wire.number<std::uint32_t>() != kProtocolVersion)
        return notStarted("it is of another version");
    hasFilter_ = wire.flag();
    if (!wire.isGood())
        return notStarted("it is another program");
    return {};
}

} // namespace tagscope::decoding
