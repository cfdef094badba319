// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

class QSocketNotifier;

namespace tagscope {

// SIGTERM, SIGINT and SIGHUP as calls in the event loop: who ends the program by them gets an orderly end. At most one
// object at a time, with the application; a second signal, where the first has not ended it, ends it at once.
class EndSignals {
public:
    explicit EndSignals(std::function<void()> end);
    ~EndSignals();
    EndSignals(const EndSignals &) = delete;
    EndSignals &operator=(const EndSignals &) = delete;

private:
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace tagscope
