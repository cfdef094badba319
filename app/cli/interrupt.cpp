// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include <csignal>
#include <ctime>
#include <pthread.h>
#include <unistd.h>

namespace tagscope::cli {
namespace {

constexpr long kPollNanoseconds = 100'000'000; // how late the waiting thread may notice the end of the program

} // namespace

Interrupt::Interrupt() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    waiting_ = std::jthread([this, signals](const std::stop_token &stop) {
        const timespec poll{0, kPollNanoseconds};
        while (!stop.stop_requested()) {
            if (sigtimedwait(&signals, nullptr, &poll) < 0)
                continue;
            if (!asked_.request_stop())
                _exit(1);
        }
    });
}

} // namespace tagscope::cli
