// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/decoder_protocol.h"
#include "core/media/decoder_template.h"
#include "core/media/file_descriptor.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <sys/types.h>
#include <vector>

namespace tagscope::decoding {

// Why there is no answer.
struct NoAnswer {
    enum class Why {
        Stopped,  // as the token wanted
        Crashed,  // by `signal`, or of itself where that is 0
        Hung,     // it neither read nor decoded, or computed for too long; ended by us
        Swelled,  // it wanted more memory than it may have
        Confused, // it said what no decoder says; ended by us
        NoMemory  // of this program
    };
    Why why = Why::Crashed;
    int signal = 0;
};

// A decoder in a process of its own: started with nothing but a socket and the shared memory, asked, and ended with the
// object. One thread at a time, not always the same.
class DecoderProcess : public MemoryWindow {
public:
    // Errors: Internal (it is missing, cannot be started, or is of another version).
    [[nodiscard]] static Result<std::unique_ptr<DecoderProcess>> start(const std::filesystem::path &program);
    // Waits until it is ready for requests; once. Errors likewise.
    [[nodiscard]] Result<void> greet();

    ~DecoderProcess() override;
    DecoderProcess(const DecoderProcess &) = delete;
    DecoderProcess &operator=(const DecoderProcess &) = delete;

    // The answer to a request, which is handed the open file. After anything but an answer the decoder is of no use.
    [[nodiscard]] tl::expected<WireReader, NoAnswer> ask(const WireWriter &request, int file,
                                                         const std::stop_token &stop);

    // For who finds that an answer makes no sense: ends the decoder.
    NoAnswer distrust() { return end({NoAnswer::Why::Confused}); }

    // The shared memory as far as asked for; empty where there is no memory for that.
    [[nodiscard]] std::span<const std::byte> upTo(std::size_t end) override;
    // Gives back most of the shared memory.
    void shrink();

    [[nodiscard]] bool isUsable() const { return isUsable_; } // until something went wrong
    [[nodiscard]] bool isWaiting() const;                     // it has not ended meanwhile, nor says anything
    [[nodiscard]] bool hasFilter() const { return hasFilter_; }
    [[nodiscard]] int niceness() const { return niceness_; } // of the thread that started it
    [[nodiscard]] const std::filesystem::path &program() const { return origin_->program(); }
    [[nodiscard]] int streams() const { return streams_; } // served so far
    void countStream() { ++streams_; }

private:
    DecoderProcess(pid_t process, FileDescriptor socket, FileDescriptor memory,
                   std::shared_ptr<DecoderTemplate> origin);

    [[nodiscard]] SharedSigns *signs() const;
    [[nodiscard]] tl::expected<void, NoAnswer> waitForAnswer(const std::stop_token &stop);
    [[nodiscard]] double processorSeconds() const;
    NoAnswer end(NoAnswer why);

    pid_t process_; // 0: has ended
    FileDescriptor socket_;
    FileDescriptor memory_;
    std::shared_ptr<DecoderTemplate> origin_; // by whom it is ended
    std::byte *mapped_ = nullptr;
    std::size_t mappedBytes_ = 0;
    bool isUsable_ = true;
    bool hasFilter_ = false;
    int niceness_ = 0;
    int streams_ = 0;
};

// A decoder that nobody else uses while this lives; afterwards it waits for the next one who asks.
class DecoderLease {
public:
    // One that waits, or a new one. Errors: as DecoderProcess::start(). Thread-safe.
    [[nodiscard]] static Result<DecoderLease> take();

    DecoderLease(DecoderLease &&) noexcept = default;
    DecoderLease &operator=(DecoderLease &&) noexcept;
    ~DecoderLease();

    [[nodiscard]] DecoderProcess &process() const { return *process_; }

private:
    explicit DecoderLease(std::unique_ptr<DecoderProcess> process) : process_(std::move(process)) {}
    void giveBack() noexcept;

    std::unique_ptr<DecoderProcess> process_;
};

} // namespace tagscope::decoding
