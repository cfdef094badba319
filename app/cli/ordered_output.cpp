// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordered_output.h"

#include <cstdio>
#include <utility>

namespace tagscope::cli {

OrderedOutput::OrderedOutput(bool isJson) : json_(isJson) {
    if (json_)
        std::fputs("{\"clips\": [", stdout);
}

void OrderedOutput::add(std::size_t recording, std::string text) {
    const std::lock_guard lock(mutex_);
    if (recording == next_)
        print(text);
    else
        waiting_[recording].push_back(std::move(text));
}

void OrderedOutput::finish(std::size_t recording) {
    const std::lock_guard lock(mutex_);
    finished_.insert(recording);
    while (finished_.erase(next_) > 0) {
        ++next_;
        for (const std::string &text : waiting_[next_])
            print(text);
        waiting_.erase(next_);
    }
}

void OrderedOutput::close() {
    if (json_)
        std::fputs("]}\n", stdout);
    std::fflush(stdout);
}

void OrderedOutput::print(const std::string &text) {
    if (json_ && printed_++ > 0)
        std::fputs(",\n", stdout);
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
}

} // namespace tagscope::cli
