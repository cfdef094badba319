// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/end_signals.h"

#include <QSocketNotifier>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array kEnding{SIGTERM, SIGINT, SIGHUP};

std::array<int, 2> signalPipe{-1, -1}; // a handler may do little more than write

extern "C" void noteEndSignal(int) {
    const char byte = 1;
    static_cast<void>(!::write(signalPipe[1], &byte, 1));
}

} // namespace

EndSignals::EndSignals(std::function<void()> end) {
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // they end the program as they always did
    notifier_ = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    QObject::connect(notifier_.get(), &QSocketNotifier::activated, [end = std::move(end)] {
        std::array<char, 16> bytes{};
        static_cast<void>(!::read(signalPipe[0], bytes.data(), bytes.size()));
        end();
    });
    struct sigaction action {};
    action.sa_handler = noteEndSignal;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND); // the second one ends the program
    for (const int signal : kEnding)
        ::sigaction(signal, &action, nullptr);
}

EndSignals::~EndSignals() {
    for (const int signal : kEnding)
        ::signal(signal, SIG_DFL);
    notifier_.reset();
    for (int &end : signalPipe)
        if (end >= 0)
            ::close(std::exchange(end, -1));
}

} // namespace tagscope
