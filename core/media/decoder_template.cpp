// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoder_template.h"

#include "core/base/try.h"
#include "core/media/decoder_protocol.h"
#include "core/media/message_socket.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <utility>
#include <vector>

extern char **environ; // NOLINT(readability-redundant-declaration): POSIX wants it declared by who uses it

namespace tagscope::decoding {
namespace {

constexpr int kFirstFree = 10;                     // descriptors from here on do not get in the way of the template's
constexpr std::chrono::seconds kLongestAnswer{20}; // on a machine with much else to do, libraries being loaded

// Never destroyed: threads may still decode when the program ends.
struct TheTemplate {
    std::mutex mutex;
    std::shared_ptr<DecoderTemplate> current;
};

TheTemplate &theTemplate() {
    static auto *one = new TheTemplate; // NOLINT(cppcoreguidelines-owning-memory)
    return *one;
}

// Nothing of what this program was started with concerns a decoder, but how libraries are found and looked after.
std::vector<char *> decoderEnvironment() {
    std::vector<char *> kept;
    for (char **variable = environ; *variable != nullptr; ++variable) {
        const std::string_view text(*variable);
        if (text.starts_with("LD_LIBRARY_PATH=") || text.substr(0, text.find('=')).ends_with("SAN_OPTIONS"))
            kept.push_back(*variable);
    }
    kept.push_back(nullptr);
    return kept;
}

// posix_spawn's settings; they are freed with the object.
class SpawnSettings {
public:
    explicit SpawnSettings(int socket) {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
        ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0);
        ::posix_spawn_file_actions_adddup2(&actions, 0, 1);
        ::posix_spawn_file_actions_adddup2(&actions, 0, 2);
        ::posix_spawn_file_actions_adddup2(&actions, socket, kSocket);
        ::posix_spawn_file_actions_addclosefrom_np(&actions, kSocket + 1); // libraries may not care to mark theirs
        sigset_t all;
        sigset_t none;
        ::sigfillset(&all);
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigdefault(&attributes, &all);
        ::posix_spawnattr_setsigmask(&attributes, &none);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    SpawnSettings(const SpawnSettings &) = delete;
    SpawnSettings &operator=(const SpawnSettings &) = delete;
    ~SpawnSettings() {
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

} // namespace

DecoderTemplate::DecoderTemplate(pid_t process, FileDescriptor socket, std::filesystem::path program)
    : process_(process), socket_(std::move(socket)), program_(std::move(program)) {}

DecoderTemplate::~DecoderTemplate() {
    socket_.reset(); // upon which it ends
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

Result<std::shared_ptr<DecoderTemplate>> DecoderTemplate::start(const std::filesystem::path &program) {
    const auto notStarted = [&](int code) {
        return fail(Error::Kind::Internal, {"media.decoder_not_started", program},
                    std::error_code(code, std::generic_category()).message());
    };
    int pair[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
        return notStarted(errno);
    FileDescriptor ours(pair[0]);
    const FileDescriptor low(pair[1]);
    const FileDescriptor theirs(::fcntl(low.number(), F_DUPFD_CLOEXEC, kFirstFree));
    if (!theirs.isOpen())
        return notStarted(errno);
    const SpawnSettings settings(theirs.number());
    std::string name = program.string();
    std::array<char *, 2> arguments{name.data(), nullptr};
    std::vector<char *> environment = decoderEnvironment();
    pid_t process = 0;
    const int code = ::posix_spawn(&process, name.c_str(), &settings.actions, &settings.attributes, arguments.data(),
                                   environment.data());
    if (code != 0)
        return notStarted(code);
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): its constructor is private
    return std::shared_ptr<DecoderTemplate>(new DecoderTemplate(process, std::move(ours), program));
}

Result<std::shared_ptr<DecoderTemplate>> DecoderTemplate::of(const std::filesystem::path &program) {
    TheTemplate &one = theTemplate();
    const std::lock_guard lock(one.mutex);
    if (!one.current || one.current->program() != program) {
        std::shared_ptr<DecoderTemplate> started = TAGSCOPE_TRY(start(program));
        one.current = std::move(started);
    }
    return one.current;
}

void DecoderTemplate::forget(const DecoderTemplate *only) {
    std::shared_ptr<DecoderTemplate> last; // ended without the lock
    const std::lock_guard lock(theTemplate().mutex);
    if (only == nullptr || theTemplate().current.get() == only)
        std::swap(last, theTemplate().current);
}

std::optional<WireReader> DecoderTemplate::ask(const WireWriter &request, const int *descriptors, int count) {
    const std::lock_guard lock(mutex_);
    if (!sendMessage(socket_.number(), request.bytes(), {descriptors, static_cast<std::size_t>(count)}))
        return std::nullopt;
    const auto until = std::chrono::steady_clock::now() + kLongestAnswer;
    pollfd waiting{socket_.number(), POLLIN, 0};
    int ready = -1;
    do {
        ready = ::poll(&waiting, 1, 1000);
    } while (std::chrono::steady_clock::now() < until && (ready == 0 || (ready < 0 && errno == EINTR)));
    if (ready <= 0)
        return std::nullopt;
    SocketMessage answer = receiveMessage(socket_.number());
    return answer.bytes.empty() ? std::nullopt : std::optional(WireReader(std::move(answer.bytes)));
}

Result<pid_t> DecoderTemplate::divide(int socket, int memory) {
    WireWriter request;
    request.number(static_cast<std::uint8_t>(TemplateRequest::Divide));
    request.number(std::int32_t{::getpriority(PRIO_PROCESS, 0)});
    const std::array<int, 2> descriptors{socket, memory};
    std::optional<WireReader> answer = ask(request, descriptors.data(), 2);
    const pid_t decoder = answer ? answer->number<std::int32_t>() : -1;
    if (decoder <= 0) {
        forget(this); // the next one who asks has a new one
        return fail(Error::Kind::Internal, {"media.decoder_not_started", program_}, "it ended, or cannot divide");
    }
    return decoder;
}

std::optional<int> DecoderTemplate::end(pid_t decoder, int milliseconds) {
    WireWriter request;
    request.number(static_cast<std::uint8_t>(TemplateRequest::End));
    request.number(std::int32_t{decoder});
    request.number(std::int32_t{milliseconds});
    std::optional<WireReader> answer = ask(request, nullptr, 0);
    if (!answer || !answer->flag())
        return std::nullopt;
    return answer->number<std::int32_t>();
}

} // namespace tagscope::decoding
