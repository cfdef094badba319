// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <future>
#include <thread>

namespace tagscope::test {

// While it lives, whatever else wants to change the project waits.
class HeldProject {
public:
    explicit HeldProject(Project &project)
        : holder_([this, &project] {
              static_cast<void>(project.atomically([this] {
                  held_.set_value();
                  release_.get_future().wait();
                  return Result<void>();
              }));
          }) {
        held_.get_future().wait();
    }
    ~HeldProject() {
        release_.set_value();
        holder_.join();
    }

private:
    std::promise<void> held_;
    std::promise<void> release_;
    std::thread holder_;
};

} // namespace tagscope::test
