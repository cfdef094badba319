// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace tagscope {

// Values on their way to another thread: many writers, one reader. put() never waits for the reader to finish with
// what it took; drain() takes everything there is.
template <class T>
class Inbox {
public:
    void put(T item) {
        const std::lock_guard lock(mutex_);
        items_.push_back(std::move(item));
    }

    [[nodiscard]] std::vector<T> drain() {
        std::vector<T> taken;
        const std::lock_guard lock(mutex_);
        taken.swap(items_);
        return taken;
    }

private:
    std::mutex mutex_;
    std::vector<T> items_;
};

} // namespace tagscope
