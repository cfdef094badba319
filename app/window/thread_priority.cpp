// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/thread_priority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace tagscope {

#ifdef __linux__
// Of Linux's threads each has its own nice value, which it hands on to those it creates: OpenMP's among them.
void yieldToOthers(int politeness) {
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), politeness);
}
#else
void yieldToOthers(int) {}
#endif

} // namespace tagscope
