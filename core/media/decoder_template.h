// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/file_descriptor.h"
#include "core/media/wire.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <sys/types.h>

// Loading a decoder's libraries takes a fifth of a second, a copy of a process that has loaded them a few milliseconds.
// So tagscope-decoder is started once as a template, which sees no recording, and divides into the decoders.
namespace tagscope::decoding {

enum class TemplateRequest : std::uint8_t {
    Divide = 1, // niceness; with the decoder's socket and memory. Answer: its process
    End         // process, milliseconds before it is killed. Answer: whether it has ended, and its status
};

// A template, seen from the program. Thread-safe.
class DecoderTemplate {
public:
    // The one of this program file: the one that there is, or a new one, which need not be ready. Errors: Internal.
    [[nodiscard]] static Result<std::shared_ptr<DecoderTemplate>> of(const std::filesystem::path &program);
    // Forgets the one that there is, or only if it is this one; it ends with its last decoder.
    static void forget(const DecoderTemplate *only = nullptr);

    ~DecoderTemplate();
    DecoderTemplate(const DecoderTemplate &) = delete;
    DecoderTemplate &operator=(const DecoderTemplate &) = delete;

    // A decoder with these ends, as nice as the calling thread. Errors: Internal.
    [[nodiscard]] Result<pid_t> divide(int socket, int memory);
    // The status, as of waitpid(), of a decoder that is ending or, after so long, is killed; nothing where it is not
    // known.
    [[nodiscard]] std::optional<int> end(pid_t decoder, int milliseconds);

    [[nodiscard]] const std::filesystem::path &program() const { return program_; }

private:
    DecoderTemplate(pid_t process, FileDescriptor socket, std::filesystem::path program);
    [[nodiscard]] static Result<std::shared_ptr<DecoderTemplate>> start(const std::filesystem::path &program);
    [[nodiscard]] std::optional<WireReader> ask(const WireWriter &request, const int *descriptors, int count);

    std::mutex mutex_; // of the socket
    pid_t process_;
    FileDescriptor socket_;
    std::filesystem::path program_;
};

// What the template does until the program closes the socket; `work` is a decoder's, whose exit status it answers.
[[nodiscard]] int divideIntoDecoders(const std::function<int()> &work);

} // namespace tagscope::decoding
