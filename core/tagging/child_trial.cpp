// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/child_trial.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tagscope {
namespace {

// Never comes back.
[[noreturn]] void workAndEnd(const std::function<std::string()> &work, int out) {
    for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTERM, SIGINT})
        std::signal(signal, SIG_DFL); // the program's own would write reports of a crash
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    if (const int nowhere = ::open("/dev/null", O_RDWR); nowhere >= 0) {
        ::dup2(nowhere, STDIN_FILENO);
        ::dup2(nowhere, STDOUT_FILENO);
        ::dup2(nowhere, STDERR_FILENO);
    }
    const std::string answer = work();
    std::size_t written = 0;
    while (written < answer.size()) {
        const ssize_t more = ::write(out, answer.data() + written, answer.size() - written);
        if (more <= 0)
            ::_exit(2);
        written += static_cast<std::size_t>(more);
    }
    ::_exit(0);
}

} // namespace

ChildTrial tryInChild(const std::function<std::string()> &work, std::chrono::seconds patience) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        workAndEnd(work, ends[1]);
    }
    ::close(ends[1]);
    ChildTrial trial;
    if (child < 0) {
        ::close(ends[0]);
        return trial;
    }
    const auto deadline = std::chrono::steady_clock::now() + patience;
    bool isOpen = true;
    while (isOpen) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd watched{ends[0], POLLIN, 0};
        if (left.count() <= 0 || ::poll(&watched, 1, static_cast<int>(left.count())) == 0) {
            ::kill(child, SIGKILL);
            trial.end = ChildTrial::End::TimedOut;
            break;
        }
        std::array<char, 4096> block{};
        const ssize_t count = ::read(ends[0], block.data(), block.size());
        if (count > 0)
            trial.answer.append(block.data(), static_cast<std::size_t>(count));
        else if (count == 0 || errno != EINTR)
            isOpen = false;
    }
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (trial.end != ChildTrial::End::TimedOut)
        trial.end =
            WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ChildTrial::End::Answered : ChildTrial::End::Crashed;
    return trial;
}

} // namespace tagscope
