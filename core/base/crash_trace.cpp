// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_trace.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <execinfo.h>
#include <fcntl.h>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

struct FatalSignal {
    int number;
    std::string_view line;
};
constexpr std::array<FatalSignal, 5> kFatalSignals{{{SIGSEGV, "SIGSEGV: memory that is not the program's\n"},
                                                    {SIGABRT, "SIGABRT: the program gave up\n"},
                                                    {SIGBUS, "SIGBUS: memory that is not there\n"},
                                                    {SIGFPE, "SIGFPE: a division by zero\n"},
                                                    {SIGILL, "SIGILL: no instruction of this processor\n"}}};
constexpr int kMostFrames = 64;

// What the handler reads. Written before the handler is there.
int traceDescriptor = -1;
// Of its own, as a crash may be of a stack that is full.
alignas(16) std::array<char, 64 * 1024> handlerStack{};

void writeToTrace(std::string_view text) {
    [[maybe_unused]] const ssize_t ignored = ::write(traceDescriptor, text.data(), text.size());
}

// Only what POSIX allows in a handler, and backtrace(), which was called before and allocates nothing any more.
void onFatalSignal(int number) {
    for (const FatalSignal &known : kFatalSignals)
        if (known.number == number)
            writeToTrace(known.line);
    std::array<void *, kMostFrames> frames{};
    ::backtrace_symbols_fd(frames.data(), ::backtrace(frames.data(), kMostFrames), traceDescriptor);
    ::raise(number); // SA_RESETHAND: as if nothing had been installed
}

bool hasSanitizer() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    return false;
#endif
}

std::string traceStem(const std::string &program) {
    return program + "-crash-";
}

fs::path keptTrace(const fs::path &directory, const std::string &program) {
    return directory / (program + "-crash.txt");
}

// The process that left a trace of this name; nothing where it is none.
std::optional<pid_t> processOf(const fs::path &file, const std::string &stem) {
    const std::string name = file.filename().string();
    pid_t process = 0;
    if (!name.starts_with(stem))
        return std::nullopt;
    const char *end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data() + stem.size(), end, process);
    return error == std::errc() && std::string_view(stop) == ".txt" ? std::optional(process) : std::nullopt;
}

} // namespace

CrashTrace::CrashTrace(const fs::path &directory, const std::string &program, const std::string &version) {
    if (hasSanitizer())
        return;
    std::error_code ignored;
    fs::create_directories(directory, ignored);
    const fs::path file = directory / (traceStem(program) + std::to_string(::getpid()) + ".txt");
    traceDescriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_TRUNC | O_CLOEXEC, 0600);
    if (traceDescriptor < 0)
        return;
    file_ = file;
    // The first call loads a library, which allocates.
    std::array<void *, kMostFrames> frames{};
    ::backtrace(frames.data(), kMostFrames);
    static std::string heading; // what the handler writes first is made here
    heading = program + " " + version + "\n";
    stack_t stack{};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = [](int number) {
        writeToTrace(heading);
        onFatalSignal(number);
    };
    action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND);
    for (const FatalSignal &fatal : kFatalSignals)
        ::sigaction(fatal.number, &action, nullptr);
}

CrashTrace::~CrashTrace() {
    if (file_.empty())
        return;
    for (const FatalSignal &fatal : kFatalSignals)
        std::signal(fatal.number, SIG_DFL);
    ::close(traceDescriptor);
    traceDescriptor = -1;
    std::error_code ignored;
    fs::remove(file_, ignored);
}

std::optional<fs::path> newCrashTrace(const fs::path &directory, const std::string &program) {
    std::vector<fs::path> left;
    std::error_code error;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
        const std::optional<pid_t> process = processOf(entry->path(), traceStem(program));
        const bool isRunning = process && (::kill(*process, 0) == 0 || errno == EPERM);
        if (process && !isRunning)
            left.push_back(entry->path());
    }
    std::optional<fs::path> newest;
    std::error_code ignored;
    for (const fs::path &file : left)
        if (fs::file_size(file, ignored) > 0 &&
            (!newest || fs::last_write_time(file, ignored) > fs::last_write_time(*newest, ignored)))
            newest = file;
    if (newest)
        fs::rename(*newest, keptTrace(directory, program), error);
    for (const fs::path &file : left)
        if (file != newest)
            fs::remove(file, ignored);
    if (!newest || error)
        return newest;
    return keptTrace(directory, program);
}

std::optional<fs::path> lastCrashTrace(const fs::path &directory, const std::string &program) {
    std::error_code error;
    const fs::path file = keptTrace(directory, program);
    return fs::exists(file, error) ? std::optional(file) : std::nullopt;
}

} // namespace tagscope
