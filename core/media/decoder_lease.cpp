// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/base/try.h"
#include "core/media/decoder_process.h"
#include "core/media/decoder_template.h"
#include "core/media/decoding.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <system_error>
#include <utility>

namespace tagscope::decoding {
namespace {

constexpr std::size_t kMostWaiting = 16; // decoders; further ones are ended when they have nothing to do
constexpr int kMostStreams = 1000;       // then a new one takes its place: codecs may leak

std::atomic<bool> &everyoneFiltered() {
    static std::atomic<bool> filtered{true};
    return filtered;
}

// The decoders that wait. Never destroyed: threads may still decode when the program ends; their ends of the sockets
// are closed then, upon which decoders end themselves.
struct WaitingDecoders {
    std::mutex mutex;
    std::vector<std::unique_ptr<DecoderProcess>> decoders;
};

WaitingDecoders &waitingDecoders() {
    static auto *waiting = new WaitingDecoders; // NOLINT(cppcoreguidelines-owning-memory)
    return *waiting;
}

std::string systemCause(int code) {
    return std::error_code(code, std::generic_category()).message();
}

} // namespace

Result<std::unique_ptr<DecoderProcess>> DecoderProcess::start(const std::filesystem::path &program) {
    const auto notStarted = [&](int code) {
        return fail(Error::Kind::Internal, {"media.decoder_not_started", program}, systemCause(code));
    };
    int pair[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
        return notStarted(errno);
    FileDescriptor ours(pair[0]);
    const FileDescriptor theirs(pair[1]);
    // Sealed, so that no decoder can take the memory away while this program reads it.
    FileDescriptor memory(::memfd_create("tagscope-decoder", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory.isOpen() || ::ftruncate(memory.number(), static_cast<off_t>(kMemoryBytes)) != 0 ||
        ::fcntl(memory.number(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return notStarted(errno);
    std::shared_ptr<DecoderTemplate> origin = TAGSCOPE_TRY(DecoderTemplate::of(program));
    Result<pid_t> process = origin->divide(theirs.number(), memory.number());
    if (!process) { // it may have been ended by somebody
        origin = TAGSCOPE_TRY(DecoderTemplate::of(program));
        process = origin->divide(theirs.number(), memory.number());
    }
    if (!process)
        return tl::unexpected(process.error());
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): its constructor is private
    return std::unique_ptr<DecoderProcess>(
        new DecoderProcess(*process, std::move(ours), std::move(memory), std::move(origin)));
}

DecoderLease &DecoderLease::operator=(DecoderLease &&other) noexcept {
    if (this != &other) {
        giveBack();
        process_ = std::move(other.process_);
    }
    return *this;
}

DecoderLease::~DecoderLease() {
    giveBack();
}

Result<DecoderLease> DecoderLease::take() {
    const std::filesystem::path chosen = decodingOptions().program;
    const std::filesystem::path program =
        TAGSCOPE_TRY(chosen.empty() ? decoderProgram() : Result<std::filesystem::path>(chosen));
    const int niceness = ::getpriority(PRIO_PROCESS, 0);
    std::vector<std::unique_ptr<DecoderProcess>> gone; // ended without the lock
    {
        WaitingDecoders &waiting = waitingDecoders();
        const std::lock_guard lock(waiting.mutex);
        for (std::size_t i = waiting.decoders.size(); i-- > 0;) {
            const DecoderProcess &each = *waiting.decoders[i];
            const bool fits = each.niceness() == niceness && each.program() == program;
            if (!fits && each.isWaiting())
                continue;
            std::unique_ptr<DecoderProcess> taken = std::move(waiting.decoders[i]);
            waiting.decoders.erase(waiting.decoders.begin() + static_cast<std::ptrdiff_t>(i));
            if (fits && taken->isWaiting())
                return DecoderLease(std::move(taken));
            gone.push_back(std::move(taken));
        }
    }
    std::unique_ptr<DecoderProcess> started = TAGSCOPE_TRY(DecoderProcess::start(program));
    TAGSCOPE_TRY(started->greet());
    if (!started->hasFilter() && everyoneFiltered().exchange(false))
        logWarning("decoders cannot filter their system calls here (seccomp); their other limits hold");
    return DecoderLease(std::move(started));
}

void DecoderLease::giveBack() noexcept {
    if (!process_ || !process_->isUsable())
        return;
    try {
        WireWriter request;
        request.number(static_cast<std::uint8_t>(Request::Close));
        process_->countStream();
        const tl::expected<WireReader, NoAnswer> closed = process_->ask(request, -1, {});
        if (!closed || process_->streams() >= kMostStreams)
            return;
        process_->shrink();
        WaitingDecoders &waiting = waitingDecoders();
        const std::lock_guard lock(waiting.mutex);
        if (waiting.decoders.size() < kMostWaiting)
            waiting.decoders.push_back(std::move(process_));
    } catch (...) { // for want of memory: then it is ended
        process_.reset();
    }
}

} // namespace tagscope::decoding

namespace tagscope {

void endIdleDecoders() {
    std::vector<std::unique_ptr<decoding::DecoderProcess>> gone;
    {
        decoding::WaitingDecoders &waiting = decoding::waitingDecoders();
        const std::lock_guard lock(waiting.mutex);
        std::swap(gone, waiting.decoders);
    }
    decoding::DecoderTemplate::forget();
}

void prepareDecoders() {
    const DecodingOptions options = decodingOptions();
    if (options.place == DecodingPlace::InProcess)
        return;
    const Result<std::filesystem::path> program =
        options.program.empty() ? decoderProgram() : Result<std::filesystem::path>(options.program);
    if (program)
        (void)decoding::DecoderTemplate::of(*program); // what fails will be said when it is needed
}

bool areDecodersFiltered() {
    return decoding::everyoneFiltered();
}

} // namespace tagscope
