// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoder_walls.h"

#include "core/media/decoder_protocol.h"

#include <cerrno>
#include <csignal>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace tagscope::decoding {
namespace {

// The standard ones, which lead nowhere, the socket, the memory, one recording, and one that is being closed.
constexpr rlim_t kMostDescriptors = kMemory + 3;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true; // which wants terabytes of addresses, and files to explain what it finds
#else
constexpr bool isSanitized = false;
#endif

// The soft limit and the hard one, which nothing can raise again.
void limit(__rlimit_resource resource, rlim_t most) {
    rlimit limits{};
    if (::getrlimit(resource, &limits) == 0 && limits.rlim_max < most)
        most = limits.rlim_max;
    limits = {most, most};
    ::setrlimit(resource, &limits);
}

// One that computes for ever would outlive a program that was killed. The template, whose child this is, does not.
void endWithTheProgram() {
    static pid_t origin = 0;
    origin = ::getppid();
    struct sigaction action {};
    action.sa_handler = [](int) {
        if (::getppid() != origin)
            ::_exit(1);
    };
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGPROF, &action, nullptr);
    const itimerval eachSecond{{1, 0}, {1, 0}}; // of the processor's time: one that waits is not woken
    ::setitimer(ITIMER_PROF, &eachSecond, nullptr);
}

struct FilterDeleter {
    void operator()(void *filter) const { ::seccomp_release(filter); }
};

// What decoding needs of the kernel; all else is refused.
bool filterSystemCalls() {
    const std::unique_ptr<void, FilterDeleter> filter(::seccomp_init(SCMP_ACT_ERRNO(EACCES)));
    if (!filter)
        return false;
    bool isComplete = true;
    const auto allow = [&](int call, auto... conditions) {
        isComplete =
            ::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, sizeof...(conditions), conditions...) == 0 &&
            isComplete;
    };
    for (const int call : {SCMP_SYS(read),
                           SCMP_SYS(readv),
                           SCMP_SYS(pread64),
                           SCMP_SYS(lseek),
                           SCMP_SYS(fstat),
                           SCMP_SYS(newfstatat),
                           SCMP_SYS(close),
                           SCMP_SYS(munmap),
                           SCMP_SYS(mremap),
                           SCMP_SYS(madvise),
                           SCMP_SYS(brk),
                           SCMP_SYS(futex),
                           SCMP_SYS(poll),
                           SCMP_SYS(ppoll),
                           SCMP_SYS(exit),
                           SCMP_SYS(exit_group),
                           SCMP_SYS(rt_sigreturn),
                           SCMP_SYS(rt_sigaction),
                           SCMP_SYS(rt_sigprocmask),
                           SCMP_SYS(sigaltstack),
                           SCMP_SYS(getpid),
                           SCMP_SYS(getppid),
                           SCMP_SYS(gettid),
                           SCMP_SYS(clock_gettime),
                           SCMP_SYS(clock_getres),
                           SCMP_SYS(clock_nanosleep),
                           SCMP_SYS(nanosleep),
                           SCMP_SYS(gettimeofday),
                           SCMP_SYS(time),
                           SCMP_SYS(getrandom),
                           SCMP_SYS(sched_yield),
                           SCMP_SYS(sched_getaffinity),
                           SCMP_SYS(sysinfo),
                           SCMP_SYS(uname),
                           SCMP_SYS(rseq),
                           SCMP_SYS(set_robust_list),
                           SCMP_SYS(restart_syscall)})
        allow(call);
    // newfstatat looks at files by name, too, but tells no more of them than that they are there.
    constexpr scmp_datum_t kExecutable = PROT_EXEC;
    allow(SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, kExecutable, 0));
    allow(SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, kExecutable, 0));
    allow(SCMP_SYS(recvmsg), SCMP_A0(SCMP_CMP_EQ, kSocket));
    allow(SCMP_SYS(sendmsg), SCMP_A0(SCMP_CMP_EQ, kSocket));
    // Threads, which some codecs want, but no processes; clone3 hides which it is.
    allow(SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
    isComplete = ::seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 && isComplete;
    // How a program ends itself where its memory is found spoilt.
    allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid())));
    return isComplete && ::seccomp_load(filter.get()) == 0;
}

} // namespace

bool raiseWalls() {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    endWithTheProgram();
    limit(RLIMIT_CORE, 0);
    if (isSanitized)
        return false;
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0); // root is not bound by it
    limit(RLIMIT_AS, kMaxDecoderBytes + kMemoryBytes);
    const bool isFiltered = filterSystemCalls(); // loading it takes descriptors, if it does
    limit(RLIMIT_NOFILE, kMostDescriptors);
    return isFiltered;
}

} // namespace tagscope::decoding
